#pragma once
// A table as lines of text in a font of fixed width.

#include <span>
#include <string>
#include <vector>

namespace finsam {

struct TextColumn {
    std::size_t width = 0; ///< letters; a longer text is cut and ends in "…"
    bool to_the_right = false;
};

/// The cells of a row under each other's column, with a blank between columns.
[[nodiscard]] std::string text_line(std::span<const TextColumn> columns, const std::vector<std::string>& cells);

} // namespace finsam
