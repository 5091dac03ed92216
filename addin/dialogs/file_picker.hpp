#pragma once
// The office's own file dialogs, which the user's desktop may replace with its own.

#include "addin/commands/command_functions.hpp"
#include "addin/language.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace finsam::addin {

/// "SIE-filer", "*.se;*.si;*.sie". Names of files are in small or capital letters: on Linux both have to be named.
struct FileKind {
    Text name;
    std::string_view pattern;
};
inline constexpr FileKind sie_files{{"SIE-filer (.se, .si, .sie)", "SIE files (.se, .si, .sie)"},
                                    "*.se;*.si;*.sie;*.SE;*.SI;*.SIE"};
inline constexpr FileKind ledgers{{"Huvudböcker (.db)", "Ledgers (.db)"}, "*.db;*.DB"};
inline constexpr FileKind account_maps{{"Kontokartor (.csv)", "Account maps (.csv)"}, "*.csv;*.CSV"};

/// Existing files; none when the user closed the dialog.
[[nodiscard]] std::vector<std::filesystem::path> pick_files(const Context& context, const Text& title,
                                                            const FileKind& kind, bool several);

/// A file to write, whose being there already the user has agreed to.
[[nodiscard]] std::optional<std::filesystem::path>
pick_target(const Context& context, const Text& title, const FileKind& kind, const std::filesystem::path& proposed);

[[nodiscard]] std::optional<std::filesystem::path> pick_folder(const Context& context, const Text& title,
                                                               const std::filesystem::path& now);

} // namespace finsam::addin
