#pragma once
// The agreement between the template and whoever fills it: where data goes, which names grow with it, which rows are
// hidden. The filler writes `Fill` as it stands and knows nothing of the sheets.

#include "bridge/ledger/books.hpp"
#include "bridge/report/account_map.hpp"
#include "bridge/report/layout.hpp"
#include "bridge/report/statement.hpp"
#include "bridge/report/typed_input.hpp"
#include "templates/builder/capacities.hpp"
#include "templates/builder/sheet_model.hpp"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace finsam::workbook {

namespace sheet {
inline constexpr std::string_view start = "Start";
inline constexpr std::string_view checks = "Kontroller";
inline constexpr std::string_view input = "Indata";
inline constexpr std::string_view map = "Kontokarta";
inline constexpr std::string_view balances = "Saldon";
inline constexpr std::string_view objects = "Objekt";
inline constexpr std::string_view vouchers = "Verifikationer";
inline constexpr std::string_view imports = "Importlogg";
} // namespace sheet

inline constexpr int year_slots = report_years; ///< the report year and the years before it
/// Of a delårsrapport also the same period of the year before.
inline constexpr int period_slot = year_slots;
constexpr int slot_of(int column_year) noexcept {
    return column_year == same_period_year ? period_slot : -column_year;
}
/// The workbook keeps the year.
constexpr bool has_slot(int column_year) noexcept {
    return slot_of(column_year) <= period_slot && column_year != -period_slot;
}
[[nodiscard]] inline int slots_of(const Layout& layout) noexcept {
    return year_slots + (layout.document == DocumentKind::interim ? 1 : 0);
}

/// "" is an empty cell (setDataArray makes it one; a void value would become #N/A).
using PlainValue = std::variant<std::string, double>;

/// Values to write as they are, with setDataArray. Rows have the same length.
struct DataBlock {
    std::string sheet;
    Address at;
    std::vector<std::vector<PlainValue>> rows;
};

/// Formulas to write with setFormulaArray; `to_api` gives each one's text.
struct FormulaBlock {
    std::string sheet;
    Address at;
    std::vector<std::vector<Formula>> rows;
    /// Every row is the first one moved down: it may be written once and filled down. One by one, Calc lets each cell
    /// join the group of those above it anew, and 5 000 accounts take minutes.
    bool moves_down = true;
};

/// Contents (not styles) to empty before writing.
struct ClearArea {
    std::string sheet;
    Range range;
};

struct RowRun {
    std::string sheet;
    int first = 0, last = 0;
    bool hidden = false;
    bool keeps_height = false; ///< else a row that is shown becomes as high as its text
};

/// A chart as large as what it draws needs: for `fit_charts`, before the workbook is opened.
struct ChartFit {
    std::string sheet;
    int row = 0;
    double height = 0, figure_size = 0; ///< mm and points
};

struct PrintRange {
    std::string sheet;
    Range range;
};

/// Everything to do to a workbook made by `build_workbook`, in the order of the members. Every sheet is protected
/// without password: unprotect, write, protect. Afterwards: set the document's title, recalculate hard.
struct Fill {
    std::vector<ClearArea> clear;
    std::vector<DataBlock> data;
    std::vector<FormulaBlock> formulas;
    std::vector<NamedRange> names; ///< existing names with their new ranges; see `absolute_range`
    std::vector<RowRun> rows;
    std::vector<ChartFit> charts;
    std::vector<std::string> unprinted; ///< sheets without anything to print: their print range goes
    std::vector<PrintRange> printed;    ///< of a re-import: for those that have none
    /// Sheets that people have not yet written in: not in a PDF that is made with the workbook, but in what they print.
    std::vector<std::string> unprinted_in_pdf;
    std::vector<PrintRange> printed_in_pdf; ///< the same of those with lines left to write in: until the last written
    /// Document property; the page header shows it: "Insjöriket, årsredovisning 2024". "" leaves it as it is.
    std::string title;
    std::map<std::string, std::string> properties; ///< other document properties (workbook_settings.hpp)
};

struct FillOptions {
    int credit_sign = 1;            ///< -1: equity and liabilities are printed negative
    Capacities capacities;          ///< those that the workbook was built with
    bool data_sheets_only = false;  ///< a re-import: Indata and Kontokarta stay as people left them
    bool show_empty_tables = false; ///< tables without any figure or text are printed too
    std::string map_name;           ///< the chosen account map, for people: "bas"
};

/// `report` is what the engine makes of the same arguments: it tells which lines are used.
[[nodiscard]] Fill fill(const Layout& layout, const Books& books, const AccountMap& map, const TypedInput& typed,
                        const Report& report, const FillOptions& options);

/// In a workbook that is not yet written. One that is open keeps the size that people may have given its charts.
void fit_charts(Workbook& book, const std::vector<ChartFit>& fits);

/// A visible figure of the report sheets. The stable value is the cell times `print_sign`, and times the value of the
/// name Tecken_kredit when `credit_side`.
struct ReportCell {
    std::string table;
    std::string row;                 ///< "" when `key_cell` holds it (accounts of a list, insatser)
    std::optional<Address> key_cell; ///< on the same sheet; an empty text means that the line is not used
    int column = 0;                  ///< as in ReportTable
    std::string sheet;
    Address at;
    int print_sign = 1;
    bool credit_side = false;
};

[[nodiscard]] std::vector<ReportCell> report_cells(const Layout& layout, const Capacities& capacities = {});

/// Cells on Start that count the checks: stämmer, avrundning, fel, ej tillämplig. Sheet `sheet::start`.
inline constexpr Address checks_ok_cell{13, 1};
inline constexpr Address checks_rounding_cell{14, 1};
inline constexpr Address checks_failed_cell{15, 1};
inline constexpr Address checks_not_applicable_cell{16, 1};

} // namespace finsam::workbook
