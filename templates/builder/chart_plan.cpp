#include "templates/builder/chart_plan.hpp"

#include <algorithm>

namespace finsam::workbook {

namespace {

constexpr int first_chart_row = 3; ///< below the sheet's heading and the förbund's name

const TablePlan& plan_of(const ReportPlan& plan, const std::string& table) {
    for (const SheetPlan& sheet : plan.sheets()) {
        const auto found = std::ranges::find(sheet.tables, table, [](const TablePlan& one) { return one.table->key; });
        if (found != sheet.tables.end()) {
            return *found;
        }
    }
    return plan.sheets().front().tables.front(); // the layout's reader saw to it that there is one
}

void add_insatser(ChartPlan& chart, const TablePlan& table) {
    const InsatsRows& rows = table.insatser;
    for (int row = rows.first_line; row <= rows.rest; ++row) {
        chart.lines.push_back({0, &table, nullptr, row, row - rows.first_line, row == rows.rest});
    }
}

void add_row(ChartPlan& chart, const TablePlan& table, const Row& row, const Capacities& capacities) {
    const auto index = static_cast<std::size_t>(&row - table.table->rows.data());
    const int taken = rows_taken(row, capacities);
    for (int line = 0; line < taken; ++line) {
        chart.lines.push_back({0, &table, &row, table.row_at[index] + line, line, is_list(row) && line == taken - 1});
    }
}

std::vector<ChartLine> lines_of(const ReportPlan& plan, const ChartRule& rule) {
    ChartPlan chart;
    switch (rule.kind) {
    case ChartKind::years:
        for (const int year : chart_years(plan.layout(), rule)) {
            chart.lines.push_back({.year = year});
        }
        break;
    case ChartKind::insatser: add_insatser(chart, plan_of(plan, rule.table)); break;
    case ChartKind::rows:
        for (const Term& term : rule.rows) {
            const TablePlan& table = plan_of(plan, term.table);
            add_row(chart, table, *table.table->find(term.row), plan.capacities());
        }
    }
    if (rule.kind != ChartKind::years) {
        std::ranges::reverse(chart.lines);
    }
    return std::move(chart.lines);
}

/// The blocks stand below all charts, so that hiding their rows moves nothing that is printed.
void place(ChartSheetPlan& sheet) {
    int row = first_chart_row;
    for (ChartPlan& chart : sheet.charts) {
        chart.row = row;
        row += 2; // the chart and a space
    }
    sheet.last_printed_row = row - 1;
    sheet.block_title_row = row + 1;
    row = sheet.block_title_row + 2;
    for (ChartPlan& chart : sheet.charts) {
        chart.header_row = row;
        row = chart.last_line() + 2;
    }
}

} // namespace

/// Lying bars need room for the figures beside them; more than a page is not to be had, so many have small figures.
ChartSize size_for(const ChartRule& chart, std::size_t categories) {
    constexpr double usual_height = 106, most_height = 236; // two on a page; one on a page
    constexpr double frame = 44;                            // title, axis and legend
    constexpr double bar = 3.2, space = 1.8;
    constexpr double usual_figures = 8, least_figures = 5;
    if (chart.kind == ChartKind::years) {
        return {usual_height, usual_figures};
    }
    const double needed = static_cast<double>(categories) * (bar * static_cast<double>(chart.series.size()) + space);
    const double room = most_height - frame;
    return {std::clamp(frame + needed, usual_height, most_height),
            needed > room ? std::max(usual_figures * room / needed, least_figures) : usual_figures};
}

std::vector<ChartSheetPlan> plan_charts(const ReportPlan& plan) {
    std::vector<ChartSheetPlan> sheets;
    for (const ChartRule& rule : plan.layout().charts) {
        auto sheet = std::ranges::find(sheets, rule.sheet, &ChartSheetPlan::name);
        if (sheet == sheets.end()) {
            sheets.push_back({rule.sheet, 0, 0, {}});
            sheet = sheets.end() - 1;
        }
        sheet->charts.push_back({&rule, 0, 0, lines_of(plan, rule)});
    }
    std::ranges::for_each(sheets, place);
    return sheets;
}

} // namespace finsam::workbook
