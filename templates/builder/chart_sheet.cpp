#include "templates/builder/chart_plan.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/insatser_lines.hpp"
#include "templates/builder/sheets.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::workbook {

namespace {

constexpr double page_width = 174; ///< mm between the margins
constexpr double figure_width = 28;
constexpr std::size_t usual_categories = 10; ///< of a template, before anything is known of the books
constexpr double space_height = 5;
constexpr int last_column = static_cast<int>(chart_series_limit);
/// Of each category in the block when there is nothing to draw: Excel draws a text as zero, but not this.
constexpr const char* not_known = "NA()";

/// What a shown 1 stands for in kronor.
int kronor_per_shown(Unit unit) {
    return unit == Unit::tkr ? 1000 : unit == Unit::mnkr ? 1'000'000 : 1;
}

bool shows_shares(const Layout& layout, const ChartRule& chart) {
    const Term& first = chart.series.front().figure;
    return chart.kind == ChartKind::years && layout.find(first.table)->find(first.row)->value == ValueKind::share;
}

/// The chart of one rule, and its block.
class ChartWriter {
public:
    ChartWriter(BuildContext& context, Sheet& sheet, const ChartPlan& plan)
        : context_(context), sheet_(sheet), plan_(plan), rule_(*plan.chart),
          is_share_(shows_shares(context.layout, rule_)), size_(size_for(rule_, usual_categories)),
          format_(is_share_ ? NumberFormat{NumberFormat::Kind::percent, Unit::kr, rule_.form.decimals}
                            : NumberFormat{NumberFormat::Kind::plain_unit, Unit::kr, rule_.form.decimals}) {}

    void write() {
        write_header();
        for (std::size_t i = 0; i < plan_.lines.size(); ++i) {
            write_line(plan_.lines[i], plan_.first_line() + static_cast<int>(i));
        }
        sheet_.rows[plan_.row].height = size_.height;
        sheet_.rows[plan_.row + 1].height = space_height;
        sheet_.put({plan_.row, 0}, {});
        sheet_.charts[{plan_.row, 0}] = chart();
    }

private:
    static std::string unit_text(bool is_share, Unit unit) {
        return is_share ? "procent" : std::string(swedish_name(unit == Unit::ore ? Unit::kr : unit));
    }

    Chart chart() const {
        Chart chart;
        chart.title = rule_.title;
        chart.description = rule_.description;
        chart.value_title = unit_text(is_share_, rule_.form.unit);
        chart.format = format_;
        chart.is_horizontal = plan_.has_lying_bars();
        chart.categories = {{plan_.first_line(), 0}, {plan_.last_line(), 0}};
        for (std::size_t i = 0; i < rule_.series.size(); ++i) {
            const int column = plan_.column_of(i);
            chart.series.push_back({{plan_.header_row, column},
                                    {{plan_.first_line(), column}, {plan_.last_line(), column}},
                                    rule_.series[i].is_line,
                                    i});
        }
        std::ranges::sort(chart.series, {}, [](const SeriesRange& one) { return one.label.column; });
        chart.width = page_width;
        chart.height = size_.height;
        chart.figure_size = size_.figures;
        return chart;
    }

    void write_header() {
        sheet_.put({plan_.header_row, 0}, fmt::format("{} ({})", rule_.title, unit_text(is_share_, rule_.form.unit)),
                   context_.look.data_header());
        for (std::size_t i = 0; i < rule_.series.size(); ++i) {
            Row text;
            text.text = rule_.series[i].text;
            sheet_.put({plan_.header_row, plan_.column_of(i)}, RowFormulas::row_text(text),
                       context_.look.data_header(Align::right));
        }
    }

    void write_line(const ChartLine& line, int at) {
        sheet_.put({at, 0}, Formula{category(line)}, context_.look.helper_text());
        for (std::size_t i = 0; i < rule_.series.size(); ++i) {
            sheet_.put({at, plan_.column_of(i)}, Formula{value(line, rule_.series[i], cell({at, 0}))},
                       context_.look.helper_figure(format_));
        }
    }

    /// "" for a line that is not used, and for a subtotal or part of insatser. A year that nobody knows yet has its
    /// place, so that it is drawn as soon as it is typed.
    std::string category(const ChartLine& line) const {
        if (rule_.kind == ChartKind::years) {
            return fmt::format("IF({0}=\"\";{1}-{2};{0})&\"\"", year_name("Ar", -line.year), year_name("Ar", 0),
                               -line.year);
        }
        const std::string text = cell({line.source, 0}, line.table->sheet) + "&\"\"";
        if (rule_.kind == ChartKind::rows || line.is_rest) {
            return text;
        }
        const InsatsLines lines(*line.table, context_.plan.capacities().insatser);
        const std::string kind = cell({line.source, lines.kind_column()}, line.table->sheet);
        return fmt::format("IF(OR({0}=\"I\";{0}=\"E\");{1};\"\")", kind, text);
    }

    struct Source {
        std::string cell;
        int sign = 1;
        bool credit = false;
    };

    /// The cell of the report, and what makes its figure the stable one.
    std::optional<Source> source(const ChartLine& line, const ChartSeries& series) const {
        if (rule_.kind == ChartKind::years) {
            return of_figure(context_.plan.target({nullptr, nullptr, ColumnKind::outcome, line.year}, series.figure));
        }
        if (line.row != nullptr && !is_list(*line.row)) {
            return of_figure({line.table->table, line.row, series.kind, series.year});
        }
        const auto& columns = line.table->table->columns;
        for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
            const Column& column = columns[static_cast<std::size_t>(i)];
            if (column.kind == series.kind && column.year == series.year) {
                const int sign = line.row != nullptr ? print_sign(*line.row, column.kind) : column.print_sign;
                return Source{cell({line.source, line.table->column_at(i)}, line.table->sheet), sign,
                              line.row != nullptr && on_credit_side(*line.row, column.kind)};
            }
        }
        return std::nullopt;
    }

    std::optional<Source> of_figure(const Figure& figure) const {
        const auto place = context_.plan.find(figure);
        if (!place) {
            return std::nullopt;
        }
        return Source{cell(place->at, place->sheet), print_sign(*figure.row, figure.kind),
                      on_credit_side(*figure.row, figure.kind)};
    }

    std::string value(const ChartLine& line, const ChartSeries& series, const std::string& category_cell) const {
        const auto from = source(line, series);
        if (!from) {
            return not_known;
        }
        const int per_shown = is_share_ ? 1 : kronor_per_shown(rule_.form.unit);
        return fmt::format("IF(AND({}<>\"\";ISNUMBER({}));{}{}{}{};{})", category_cell, from->cell,
                           from->sign * series.print_sign < 0 ? "-" : "", from->credit ? "Tecken_kredit*" : "",
                           from->cell, per_shown == 1 ? "" : fmt::format("/{}", per_shown), not_known);
    }

    BuildContext& context_;
    Sheet& sheet_;
    const ChartPlan& plan_;
    const ChartRule& rule_;
    bool is_share_;
    ChartSize size_;
    NumberFormat format_;
};

} // namespace

void build_charts(BuildContext& context) {
    for (const ChartSheetPlan& plan : plan_charts(context.plan)) {
        Sheet& sheet = context.add_sheet(plan.name);
        sheet.printed = true;
        sheet.columns.push_back({page_width - figure_width * last_column, 0, false});
        for (int i = 0; i < last_column; ++i) {
            sheet.columns.push_back({figure_width, 0, false});
        }
        sheet.put({0, 0}, plan.name, context.look.sheet_title()).merge_columns = last_column + 1;
        sheet.put({1, 0}, Formula{"Forbund&\", räkenskapsåret \"&Period_0"}, context.look.sheet_subtitle())
            .merge_columns = last_column + 1;
        sheet
            .put({plan.block_title_row, 0},
                 std::string("Det som diagrammen ritar, ur rapportens tabeller. Skrivs inte ut."),
                 context.look.explanation())
            .merge_columns = last_column + 1;
        for (const ChartPlan& chart : plan.charts) {
            ChartWriter(context, sheet, chart).write();
        }
        sheet.print_range = Range{{0, 0}, {plan.last_printed_row, last_column}};
    }
}

} // namespace finsam::workbook
