#pragma once
// Which rows of the chart sheets the books and what people typed have something to draw in.

#include "templates/builder/contract.hpp"
#include "templates/builder/report_plan.hpp"

namespace finsam::workbook {

struct ChartRows {
    std::vector<RowRun> runs;
    std::vector<std::string> sheets_without_charts;
};

/// Categories without a figure in any series are hidden: years nobody knows, insatser and members with nothing. So is a
/// chart without any category, or without a series that its layout says it needs.
[[nodiscard]] ChartRows chart_rows(const ReportPlan& plan, const Report& report);

} // namespace finsam::workbook
