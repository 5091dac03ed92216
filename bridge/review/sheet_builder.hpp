#pragma once
// What is seen on a sheet, put together cell by cell: of a document's file or of one that is open.

#include "bridge/review/sheet_tables.hpp"

#include <string>
#include <vector>

namespace finsam::review {

/// A rectangle of cells, from 0, the last ones included.
struct CellRange {
    std::size_t first_row = 0, first_column = 0, last_row = most_sheet_rows, last_column = most_sheet_columns;
};
/// Visible cells collected row by row.
class SheetBuilder {
public:
    SheetBuilder(std::string name, CellRange printed) : printed_(printed) { sheet_.name = std::move(name); }

    void set(std::size_t row, std::size_t column, std::string text);
    void hide_row(std::size_t row) { hidden_rows_.push_back(row); }
    void hide_column(std::size_t column) { hidden_columns_.push_back(column); }
    [[nodiscard]] Sheet take();

private:
    Sheet sheet_;
    CellRange printed_;
    std::vector<std::size_t> hidden_rows_, hidden_columns_;
};

} // namespace finsam::review
