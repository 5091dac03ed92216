#include "templates/builder/chart_rows.hpp"

#include "bridge/figures/driftredovisning.hpp"
#include "templates/builder/chart_plan.hpp"

#include <algorithm>

namespace finsam::workbook {

namespace {

using Values = std::vector<Value>; ///< one a series

/// What the engine's report has for the categories of one chart.
class ChartFigures {
public:
    ChartFigures(const ChartRule& chart, const Report& report) : chart_(chart), report_(report) {}

    [[nodiscard]] Values of(const ChartLine& line) const {
        if (chart_.kind == ChartKind::years) {
            return of_year(line.year);
        }
        const ReportTable* table = report_.find(line.table->table->key);
        const ReportRow* row = table == nullptr ? nullptr : row_of(*table, line);
        Values values;
        for (const ChartSeries& series : chart_.series) {
            values.push_back(row == nullptr ? Value() : in_column(*table, *row, series.kind, series.year));
        }
        return values;
    }

private:
    static Value in_column(const ReportTable& table, const ReportRow& row, ColumnKind kind, int year) {
        const auto& columns = table.rule->columns;
        for (std::size_t i = 0; i < columns.size() && i < row.values.size(); ++i) {
            if (columns[i].kind == kind && columns[i].year == year) {
                return row.values[i];
            }
        }
        return {};
    }

    /// A series whose table does not show the year says nothing of it.
    Values of_year(int year) const {
        Values values;
        for (const ChartSeries& series : chart_.series) {
            const ReportTable* table = report_.find(series.figure.table);
            const ReportRow* row = table == nullptr ? nullptr : table->find(series.figure.row);
            values.push_back(row == nullptr ? Value() : in_column(*table, *row, ColumnKind::outcome, year));
        }
        return values;
    }

    const ReportRow* row_of(const ReportTable& table, const ChartLine& line) const {
        int at = 0;
        for (const ReportRow& row : table.rows) {
            if (line.row == nullptr) {
                const bool is_line = row.is_insats || row.is_part || row.emphasis == Emphasis::subtotal;
                if (is_line && at++ == line.line) {
                    return row.is_insats ? &row : nullptr;
                }
            } else if (row.key == line.row->key || (is_list(*line.row) && row.key.starts_with(line.row->key + "."))) {
                if (at++ == line.line) {
                    return &row;
                }
            }
        }
        return nullptr;
    }

    const ChartRule& chart_;
    const Report& report_;
};

bool is_something(const Value& value) {
    const Ore* amount = std::get_if<Ore>(&value);
    return amount != nullptr ? !amount->is_zero() : std::holds_alternative<double>(value);
}

bool is_drawn(const ChartRule& chart, const ChartSeries& series, const Value& value) {
    const Ore* amount = std::get_if<Ore>(&value);
    if (chart.only_positive && amount != nullptr) {
        return series.print_sign < 0 ? *amount < Ore() : *amount > Ore();
    }
    return is_something(value);
}

bool is_shown(const ChartRule& chart, const Values& values) {
    if (chart.kind == ChartKind::years) {
        return true;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (is_drawn(chart, chart.series[i], values[i])) {
            return true;
        }
    }
    return false;
}

/// False when the chart is not shown.
bool add_rows(ChartRows& rows, const std::string& sheet, const ChartPlan& plan, const Report& report) {
    std::vector<RowRun>& runs = rows.runs;
    const ChartRule& chart = *plan.chart;
    const ChartFigures figures(chart, report);
    std::vector<bool> line_shown, has_series(chart.series.size(), false);
    for (const ChartLine& line : plan.lines) {
        const Values values = figures.of(line);
        line_shown.push_back(is_shown(chart, values));
        for (std::size_t s = 0; s < values.size(); ++s) {
            has_series[s] = has_series[s] || is_something(values[s]);
        }
    }
    const auto categories = static_cast<std::size_t>(std::ranges::count(line_shown, true));
    const ChartSize size = size_for(chart, categories);
    rows.fits.push_back({sheet, plan.row, size.height, size.figures});
    bool shown = categories > 0 && std::ranges::find(has_series, true) != has_series.end();
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        shown = shown && (has_series[s] || !chart.series[s].required);
    }
    runs.push_back({sheet, plan.row, plan.row + 1, !shown, true});
    runs.push_back({sheet, plan.header_row, plan.header_row, !shown});
    for (std::size_t i = 0; i < plan.lines.size(); ++i) {
        const int row = plan.first_line() + static_cast<int>(i);
        const bool hidden = !(shown && line_shown[i]);
        if (i > 0 && runs.back().hidden == hidden) {
            runs.back().last = row;
        } else {
            runs.push_back({sheet, row, row, hidden});
        }
    }
    return shown;
}

} // namespace

void fit_charts(Workbook& book, const std::vector<ChartFit>& fits) {
    for (const ChartFit& fit : fits) {
        Sheet& sheet = *book.find(fit.sheet);
        Chart& chart = sheet.charts.at({fit.row, 0});
        sheet.rows[fit.row].height = chart.height = fit.height;
        chart.figure_size = fit.figure_size;
    }
}

ChartRows chart_rows(const ReportPlan& plan, const Report& report) {
    ChartRows rows;
    for (const ChartSheetPlan& sheet : plan_charts(plan)) {
        bool has_charts = false;
        for (const ChartPlan& chart : sheet.charts) {
            has_charts = add_rows(rows, sheet.name, chart, report) || has_charts;
        }
        if (!has_charts) {
            rows.sheets_without_charts.push_back(sheet.name);
        }
    }
    return rows;
}

} // namespace finsam::workbook
