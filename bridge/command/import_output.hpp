#pragma once
// What became of each file that `finsam importera` was given: a summary for people, JSON for programs.

#include "bridge/ledger/ledger.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::command {

enum class ImportState {
    imported,  ///< its rows count
    replaced,  ///< its rows count instead of an older file's
    added,     ///< vouchers alone, which count beside those of other files
    outdated,  ///< noted, but a newer file of the year counts
    unchanged, ///< the ledger had the same content
    refused,   ///< the ledger is as before
    not_sie,   ///< of a folder: passed over
};
/// "inläst", "ersätter", "läggs till", "gäller inte", "oförändrad", "avvisad", "ingen SIE-fil".
[[nodiscard]] std::string_view swedish_name(ImportState state) noexcept;

struct ImportResult {
    std::filesystem::path file;
    ImportState state = ImportState::refused;
    std::string reason; ///< Swedish: why it was refused, which file it has to do with; "" when nothing more is to say
    std::optional<ImportOutcome> outcome = {}; ///< of a file that was read

    [[nodiscard]] bool has_errors() const noexcept { return outcome && outcome->reading.has_errors(); }
};

/// What the outcome of reading a file means.
[[nodiscard]] ImportResult import_result(const std::filesystem::path& file, ImportOutcome outcome);

/// How many of each, and a line for each file.
[[nodiscard]] std::string import_summary(const std::vector<ImportResult>& results);
[[nodiscard]] nlohmann::ordered_json import_json(const std::string& ledger, const std::vector<ImportResult>& results);

} // namespace finsam::command
