#pragma once
// The two document formats; spreadsheet.cpp chooses.

#include "bridge/review/documents/zip_archive.hpp"
#include "bridge/review/sheet_tables.hpp"

namespace finsam::review {

/// OpenDocument (content.xml): cells carry the text that is shown.
[[nodiscard]] tl::expected<std::vector<Sheet>, std::string> read_ods(const ZipArchive& archive);
/// Office Open XML: cells carry values and number formats.
[[nodiscard]] tl::expected<std::vector<Sheet>, std::string> read_xlsx(const ZipArchive& archive);

/// A rectangle of cells, from 0, the last ones included.
struct CellRange {
    std::size_t first_row = 0, first_column = 0, last_row = most_sheet_rows, last_column = most_sheet_columns;
};
/// "A1:F15", "$A$1:$F$15", with or without a sheet's name before. All cells when it is no range.
[[nodiscard]] CellRange parse_range(std::string_view text);

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
