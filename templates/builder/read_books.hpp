#pragma once
// Books from the data sheets of a workbook. Only for `read_workbook`.

#include "templates/builder/workbook_reader.hpp"

namespace finsam::workbook {

inline constexpr int last_sheet_row = 1048575;

/// A cell's text without blanks at the ends; a whole number as its digits: Calc may have taken an account for one.
[[nodiscard]] std::string cell_text(const PlainValue& value);
/// The number of a cell; nothing of a text, which Calc's formulas would not count either.
[[nodiscard]] std::optional<double> cell_number(const PlainValue& value);
[[nodiscard]] std::optional<Ore> cell_amount(const PlainValue& value);

[[nodiscard]] tl::expected<Books, std::string> read_books_back(const CellReader& cells, const Layout& layout);

} // namespace finsam::workbook
