#pragma once
// What the command says on stderr, and its exit codes.

#include "parsers/diagnostic.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <string_view>
#include <utility>
#include <vector>

namespace finsam::command {

/// Exit codes, part of the command's interface.
enum class Exit : int {
    done = 0,             ///< done
    done_with_errors = 1, ///< done, and errors were reported
    nothing_done = 2,     ///< unreadable input or wrong arguments; nothing was written
};

void say_text(std::string_view text);
/// Text for people on stdout. Control characters that came in through a file never reach the terminal.
template <class... Arguments>
void say(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    say_text(fmt::format(format, std::forward<Arguments>(arguments)...));
}
/// What was said has reached its file, pipe or terminal.
[[nodiscard]] bool everything_said();
/// "finsam: TEXT" on stderr.
void complain(std::string_view text);
/// A line about what is going on, on stderr, only when it is a terminal.
void progress(std::string_view text);
/// "FILE:LINE:COLUMN: fel: TEXT [kod]" for each; the file alone where the line is 0. Information is left
/// out, and many warnings of a kind are one line (grouped_diagnostics.hpp).
void print_diagnostics(const std::filesystem::path& file, const std::vector<Diagnostic>& diagnostics);

} // namespace finsam::command
