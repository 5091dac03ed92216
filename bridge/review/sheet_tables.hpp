#pragma once
// Tables on spreadsheet sheets: a sheet may hold several, each under a title and a row of headers.

#include "bridge/review/review_table.hpp"

#include <string>
#include <vector>

namespace finsam::review {

/// What is seen on a sheet: the texts of its visible, printed cells. A merged cell has its text in the first.
struct Sheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> row_numbers{}, column_numbers{}; ///< where `rows` stand on the sheet, from 0
};

/// Larger sheets are no report's tables; readers cut them off there.
inline constexpr std::size_t most_sheet_rows = 2'000, most_sheet_columns = 100;

/// Headers: no figure but years, and at least one cell beyond the first that names a year or a kind of column.
[[nodiscard]] bool is_header(const std::vector<std::string>& row);

/// The sheet's tables; none adds the sheet to `uninterpreted`.
[[nodiscard]] std::vector<RawTable> tables_of(const Sheet& sheet, std::vector<Uninterpreted>& uninterpreted);

} // namespace finsam::review
