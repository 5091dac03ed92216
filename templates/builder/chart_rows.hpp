#pragma once
// Which rows of the chart sheets the books and what people typed have something to draw in.

#include "templates/builder/contract.hpp"
#include "templates/builder/report_plan.hpp"

namespace finsam::workbook {

struct ChartRows {
    std::vector<RowRun> runs;
    std::vector<ChartFit> fits;
    std::vector<std::string> sheets_without_charts;
};

/// Insatser and members without a figure in any series are hidden; years nobody knows keep their place, for people to
/// type. A chart without any figure is hidden, and one without a series that its layout says it needs.
[[nodiscard]] ChartRows chart_rows(const ReportPlan& plan, const Report& report);

} // namespace finsam::workbook
