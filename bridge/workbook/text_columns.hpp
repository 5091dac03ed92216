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

/// Columns for these rows within so many letters of a line. Each has room for its longest text; where there is not room
/// for all, those that need more than their share of it get that share. `shares` have their shares as widths, and what
/// is left over is shared alike.
[[nodiscard]] std::vector<TextColumn> fit_columns(std::vector<TextColumn> shares,
                                                  std::span<const std::vector<std::string>> rows, std::size_t letters);

/// The cells of a row under each other's column, with a blank between columns.
[[nodiscard]] std::string text_line(std::span<const TextColumn> columns, const std::vector<std::string>& cells);

} // namespace finsam
