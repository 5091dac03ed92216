#pragma once
// The limit: a hand-written scanner of SIE lines that knows lines, labels, fields, quotes and braces and nothing else.
// No diagnostics, no oddities, no meaning.

#include <array>
#include <cstddef>
#include <string_view>

namespace finsam::bench {

/// One line's fields, as they stand in the file. A brace is a field of its own.
struct ScannedLine {
    std::string_view label;
    std::array<std::string_view, 64> fields; ///< the first of them; more are counted only
    std::size_t count = 0;
};

/// Takes the next line from the front of `rest`; `rest` must not be empty.
void scan_line(std::string_view& rest, ScannedLine& line) noexcept;

} // namespace finsam::bench
