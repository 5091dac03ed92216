#pragma once
// What the command says on stderr, and its exit codes.

#include "parsers/diagnostic.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace finsam::command {

/// Exit codes, part of the command's interface.
enum class Exit : int {
    done = 0,             ///< done
    done_with_errors = 1, ///< done, and errors were reported
    nothing_done = 2,     ///< unreadable input or wrong arguments; nothing was written
};

/// "finsam: TEXT" on stderr.
void complain(std::string_view text);
/// A line about what is going on, on stderr, only when it is a terminal.
void progress(std::string_view text);
/// "FILE:LINE:COLUMN: fel: TEXT [kod]" for each; the file alone where the line is 0. Information is left out.
void print_diagnostics(const std::filesystem::path& file, const std::vector<Diagnostic>& diagnostics);

} // namespace finsam::command
