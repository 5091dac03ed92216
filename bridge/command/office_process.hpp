#pragma once
// The part of the command that starts an office: a headless LibreOffice of its own, with its own profile and the
// extension, that runs one workbook job and ends. No UNO here: the job is a file, and so is the answer.

#include "bridge/command/interrupts.hpp"
#include "bridge/workbook/workbook_request.hpp"

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace finsam::command {

struct Office {
    std::filesystem::path program;    ///< folder of soffice.bin
    std::filesystem::path extensions; ///< folder that holds the unpacked extension `finsam`
};

/// Finds LibreOffice (`soffice` when given, else FINSAM_SOFFICE, PATH and the usual folders) and the extension beside
/// the command. The error is a Swedish sentence that says what to do.
[[nodiscard]] tl::expected<Office, std::string> find_office(const std::string& soffice);

/// Runs one job. `scratch` is an empty folder for the job's files; see `prepare_profile` for `kept_profile`. Waits,
/// with a limit.
[[nodiscard]] tl::expected<WorkbookOutcome, std::string>
run_workbook_job(const Office& office, const WorkbookRequest& request, const std::filesystem::path& scratch,
                 const std::filesystem::path& kept_profile, const Interrupts& interrupts);

} // namespace finsam::command
