#pragma once
// From a cell of a report sheet to the figure that it shows, and from what lies behind a figure to its cells.

#include "bridge/report/trace.hpp"
#include "templates/builder/workbook_reader.hpp"

#include <optional>
#include <string>

namespace finsam::workbook {

struct Place {
    std::string sheet;
    Address at;
    friend bool operator==(const Place&, const Place&) = default;
};

/// A figure and the cell that shows it.
struct ShownFigure {
    TraceQuery figure;
    ReportCell cell;
};

/// The figure of this cell; of a cell beside figures (a row's text), the first one of its row. Nothing where the row
/// shows none: a heading, an unused line, a sheet that is no report sheet.
[[nodiscard]] std::optional<ShownFigure> figure_at(const Layout& layout, const Capacities& capacities,
                                                   const CellReader& cells, const Place& place);

/// Where a row of the report is shown, in this column; nothing for rows that the layout keeps to itself.
[[nodiscard]] std::optional<Place> place_of_figure(const Layout& layout, const Capacities& capacities,
                                                   const CellReader& cells, const TraceQuery& figure);
/// The rows of data sheets, whatever order people have sorted them in; column A.
[[nodiscard]] std::optional<Place> place_of_account(const CellReader& cells, std::string_view account);
[[nodiscard]] std::optional<Place> place_of_voucher(const CellReader& cells, const VoucherRow& voucher);
[[nodiscard]] std::optional<Place> place_of_file(const CellReader& cells, const ImportedFile& file);

/// The voucher of a row of the sheet Verifikationer; nullptr for a row that has none.
[[nodiscard]] const VoucherRow* voucher_at(const CellReader& cells, const Books& books, int row);

} // namespace finsam::workbook
