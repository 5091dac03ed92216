#pragma once
// The part of the command that starts an office: a headless LibreOffice of its own, with its own profile and the
// extension, that runs one job and ends. No UNO here: the job is a file, and so is the answer.

#include "bridge/command/interrupts.hpp"

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

/// Runs one job and gives its answer, JSON too. `scratch` is an empty folder for the job's files; see `prepare_profile`
/// for `kept_profile`. Waits, with a limit.
[[nodiscard]] tl::expected<std::string, std::string> run_office_job(const Office& office, const std::string& request,
                                                                    const std::filesystem::path& scratch,
                                                                    const std::filesystem::path& kept_profile,
                                                                    const Interrupts& interrupts);

/// The same with values: `Request::to_json`, `Outcome::from_json`, and the outcome's own error.
template <class Outcome, class Request>
[[nodiscard]] tl::expected<Outcome, std::string>
run_job(const Office& office, const Request& request, const std::filesystem::path& scratch,
        const std::filesystem::path& kept_profile, const Interrupts& interrupts) {
    const auto answer = run_office_job(office, request.to_json(), scratch, kept_profile, interrupts);
    auto outcome = answer ? Outcome::from_json(*answer) : tl::unexpected(answer.error());
    if (outcome && !outcome->error.empty()) {
        return tl::unexpected(outcome->error);
    }
    return outcome;
}

} // namespace finsam::command
