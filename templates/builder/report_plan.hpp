#pragma once
// Where each table, row and figure of a layout stands in the workbook. A figure that other rows need but that no table
// prints (a balance two years back) gets a cell in a helper column to the right of its table, outside the print range.

#include "bridge/report/layout.hpp"
#include "templates/builder/capacities.hpp"
#include "templates/builder/cell_address.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace finsam::workbook {

/// One figure: a row in a column of a kind and year (0 the report year, negative before it).
struct Figure {
    const Table* table = nullptr;
    const Row* row = nullptr;
    ColumnKind kind = ColumnKind::outcome;
    int year = 0;
    friend auto operator<=>(const Figure&, const Figure&) = default;
};

struct Place {
    std::string sheet;
    Address at;
};

/// Sheet rows of a table of slag insatser; its rows of accounts stand in `TablePlan::row_at`.
struct InsatsRows {
    int first_line = 0;  ///< lines of insatser, parts and subtotals, up to `rest`
    int rest = 0;        ///< insatser without a line
    int not_spread = -1; ///< what no insats carries; -1 in a table of an område
    int sum = 0;
};

struct TablePlan {
    const Table* table = nullptr;
    std::string sheet;
    int title_row = 0, header_row = 0, first_row = 0, remark_row = -1, end_row = 0; ///< end_row: first row after
    int figure_columns = 0;                                                         ///< of this table
    int span = 1;          ///< sheet columns that one figure column takes
    int helper_column = 0; ///< keys of list lines; the figures of helper columns follow
    bool page_break = false;
    std::vector<int> row_at; ///< sheet row of each layout row; of a list: its first line
    std::map<std::pair<ColumnKind, int>, int> helpers;
    InsatsRows insatser; ///< of slag insatser

    [[nodiscard]] int column_at(int figure_column) const noexcept { return 2 + figure_column * span; }
};

struct SheetPlan {
    std::string name;
    int figure_columns = 0; ///< the most that one table has
    int end_row = 0;
    int last_helper_column = 0;
    std::vector<TablePlan> tables;

    [[nodiscard]] int last_printed_column() const noexcept { return 1 + figure_columns; }
    [[nodiscard]] Range print_range() const noexcept { return {{0, 0}, {end_row, last_printed_column()}}; }
};

class ReportPlan {
public:
    /// The layout must outlive the plan.
    explicit ReportPlan(const Layout& layout, const Capacities& capacities = {});

    [[nodiscard]] const std::vector<SheetPlan>& sheets() const noexcept { return sheets_; }
    [[nodiscard]] const Layout& layout() const noexcept { return layout_; }
    [[nodiscard]] const Capacities& capacities() const noexcept { return capacities_; }
    /// Nothing when the year is before the oldest year that the workbook keeps.
    [[nodiscard]] std::optional<Place> find(const Figure& figure) const;
    /// The figure that a term of `from` names, or of a check when `from.table` is nullptr.
    [[nodiscard]] Figure target(const Figure& from, const Term& term) const;
    /// The terms of a sum that have an opening balance.
    [[nodiscard]] std::vector<Term> balance_terms(const Figure& figure) const;
    [[nodiscard]] const TablePlan& plan_of(const Table* table) const;
    /// Figures in helper columns, in a fixed order.
    [[nodiscard]] std::vector<Figure> helper_figures() const;

private:
    void place_tables();
    void need_result_for_insatser();
    void need_charts();
    void need_rules();
    void need(const Figure& figure);
    void need_parts(const Figure& figure);
    void need_forecast(const Figure& figure);
    void need_terms(const Figure& figure, const std::vector<Term>& terms);
    void make_helper(const Figure& figure);
    TablePlan& own_plan(const Table* table);

    const Layout& layout_;
    Capacities capacities_;
    std::vector<SheetPlan> sheets_;
    std::map<const Table*, std::pair<std::size_t, std::size_t>> where_; ///< table -> sheet, table on it
    std::map<Figure, Place> places_;
    std::vector<Figure> helpers_;
    std::map<Figure, bool> seen_;
};

/// Years that a chart of years draws: those that the table of its first series shows, the oldest first.
[[nodiscard]] std::vector<int> chart_years(const Layout& layout, const ChartRule& chart);

/// Names of the report sheets, in the layout's order.
[[nodiscard]] std::vector<std::string> report_sheets(const Layout& layout);

/// Lists are numbered through the layout, each kind by itself: Saldon_Lista_0 ..., Insats_Lista_0 ...
[[nodiscard]] int list_count(const Layout& layout, ListBy kind = ListBy::account);
[[nodiscard]] int list_number(const Layout& layout, const Row* row);
/// Lines that a list has room for.
[[nodiscard]] int list_capacity(const Row& list, const Capacities& capacities) noexcept;

/// The first row of members, whose map keys tell the accounts of the contributions; nullptr when there is none.
[[nodiscard]] const Row* member_row(const Layout& layout) noexcept;

/// Sheet rows that a layout row takes: 1, or the capacity of a list and its last line.
[[nodiscard]] int rows_taken(const Row& row, const Capacities& capacities) noexcept;

} // namespace finsam::workbook
