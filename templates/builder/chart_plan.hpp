#pragma once
// Where charts and the figures that they draw stand: charts above, each on a row of its own, and below the print range
// a block of cells for each. A row of a block is one category; the filler hides those without anything to draw, and the
// row of a chart that has none.

#include "templates/builder/report_plan.hpp"

#include <string>
#include <vector>

namespace finsam::workbook {

/// What a row of a block shows.
struct ChartLine {
    int year = 0;                     ///< of a chart of years
    const TablePlan* table = nullptr; ///< of the others
    const Row* row = nullptr;         ///< of a chart of rows
    int source = 0;                   ///< sheet row that holds the text and the figures
    int line = 0;                     ///< of a list or of insatser: from 0; the last one is what has no room
    bool is_rest = false;
};

struct ChartPlan {
    const ChartRule* chart = nullptr;
    int row = 0;        ///< of the chart
    int header_row = 0; ///< of its block; the lines follow
    /// Of lying bars the last one first: the office draws them from below, and its legend the other way.
    std::vector<ChartLine> lines;

    [[nodiscard]] bool has_lying_bars() const noexcept { return chart->kind != ChartKind::years; }
    /// Column of the block that a series stands in: as the lines, turned for lying bars.
    [[nodiscard]] int column_of(std::size_t series) const noexcept {
        const std::size_t last = chart->series.size() - 1;
        return 1 + static_cast<int>(has_lying_bars() ? last - series : series);
    }
    [[nodiscard]] int first_line() const noexcept { return header_row + 1; }
    [[nodiscard]] int last_line() const noexcept { return header_row + static_cast<int>(lines.size()); }
};

struct ChartSheetPlan {
    std::string name;
    int last_printed_row = 0;
    int block_title_row = 0;
    std::vector<ChartPlan> charts;
};

/// How high a chart is, and how large its figures are, when it draws so many categories (mm and points).
struct ChartSize {
    double height = 0, figures = 0;
};
[[nodiscard]] ChartSize size_for(const ChartRule& chart, std::size_t categories);

/// One for each sheet that charts name. The plan must outlive them.
[[nodiscard]] std::vector<ChartSheetPlan> plan_charts(const ReportPlan& plan);

} // namespace finsam::workbook
