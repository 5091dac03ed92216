#pragma once
// What the extension remembers between times: a small JSON file in the user's profile.

#include "bridge/workbook/report_draft.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

struct Settings {
    ReportChoices usual;                          ///< for a förbund that no report has been made of
    std::map<std::string, ReportChoices> forbund; ///< by organisation number, else by name: what was chosen last
    std::filesystem::path ledger_folder;          ///< where new ledgers go; empty: the user's documents
    std::vector<std::filesystem::path> ledgers;   ///< known ones, in the order in which they came

    [[nodiscard]] std::optional<ReportChoices> last_choices(const Books& books) const;
    void remember(const Books& books, const ReportChoices& choices);
    /// Puts a ledger last, once.
    void remember_ledger(const std::filesystem::path& ledger);

    [[nodiscard]] std::string to_json() const;
    /// What is absent or makes no sense is as new: an odd file must not stop the work.
    [[nodiscard]] static Settings from_json(std::string_view json);

    /// A file that is absent or unreadable gives new settings.
    [[nodiscard]] static Settings load(const std::filesystem::path& file);
    /// Whole or not at all; makes the folder. The error is a Swedish sentence.
    [[nodiscard]] tl::expected<void, std::string> save(const std::filesystem::path& file) const;
};

} // namespace finsam
