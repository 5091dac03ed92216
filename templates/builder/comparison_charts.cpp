// Charts of a comparison. Each draws a block of cells below the print range of its sheet, which fetches them from the
// tables, so that the charts follow what stands there.

#include "templates/builder/comparison_sheets.hpp"
#include "templates/builder/formula.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::workbook {
namespace {

constexpr double page_width = 174;  ///< mm between the margins
constexpr double figure_width = 28; ///< of each column but the first
constexpr int last_column = static_cast<int>(chart_series_limit);
constexpr double around = 40;   ///< of a chart: title, legend, axis
constexpr double highest = 225; ///< on a page with the sheet's title
constexpr double space_height = 5;
constexpr const char* not_known = "NA()"; ///< a text would be drawn as zero

/// One chart, before it has its place.
struct ChartDraft {
    Chart chart;
    std::vector<std::string> labels; ///< of the series
    struct Line {
        std::string category;
        std::vector<std::string> sources; ///< cells that hold the figures
    };
    std::vector<Line> lines;
    int per_shown = 1; ///< what a drawn 1 stands for
};

std::string source(const FigureColumn& column, int below) {
    return cell({column.first_row + below, column.column}, column.sheet);
}

bool is_share(const KeyFigure& figure) noexcept {
    return figure.value == ValueKind::share;
}

void describe_values(ChartDraft& draft, const KeyFigure& figure) {
    draft.chart.format = is_share(figure) ? NumberFormat{NumberFormat::Kind::percent, Unit::kr, 0}
                                          : NumberFormat{NumberFormat::Kind::plain_unit, Unit::kr, 0};
    draft.chart.value_title =
        fmt::format("{}{}{}", is_share(figure) ? "procent" : "tkr", figure.sign.empty() ? "" : ", ", figure.sign);
    draft.per_shown = is_share(figure) ? 1 : 1000;
}

/// Puts charts on a sheet, one below the other, and their blocks below them all.
class ChartPage {
public:
    ChartPage(Sheet& sheet, Look& look) : sheet_(sheet), look_(look) {}

    void place(std::vector<ChartDraft> drafts) {
        int row = 3;
        double used = highest; // the first stands below the title
        for (ChartDraft& draft : drafts) {
            const bool fits = used + draft.chart.height <= highest;
            sheet_.rows[row].page_break = row > 3 && !fits;
            used = (fits ? used : 0) + draft.chart.height;
            sheet_.rows[row].height = draft.chart.height;
            sheet_.rows[row + 1].height = space_height;
            sheet_.put({row, 0}, {});
            draft.chart.width = page_width;
            rows_.push_back(row);
            row += 2;
        }
        sheet_.print_range = Range{{0, 0}, {row, last_column}};
        row += 2;
        sheet_
            .put({row++, 0}, std::string("Det som diagrammen ritar, ur tabellerna. Skrivs inte ut."),
                 look_.explanation())
            .merge_columns = last_column + 1;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            row = write_block(drafts[i], row) + 1;
            sheet_.charts[{rows_[i], 0}] = std::move(drafts[i].chart);
        }
    }

private:
    /// The row after the block. Lying bars stand in it turned, lines and series: the office draws them from below.
    int write_block(ChartDraft& draft, int row) {
        if (draft.chart.is_horizontal) {
            std::ranges::reverse(draft.lines);
        }
        const auto column_of = [&](std::size_t series) {
            return 1 + static_cast<int>(draft.chart.is_horizontal ? draft.labels.size() - 1 - series : series);
        };
        const int header = row++;
        sheet_.put({header, 0}, draft.chart.title, look_.helper_header());
        for (const ChartDraft::Line& line : draft.lines) {
            sheet_.put({row, 0}, line.category, look_.helper_text());
            for (std::size_t i = 0; i < line.sources.size(); ++i) {
                sheet_.put({row, column_of(i)}, Formula{value(line.sources[i], draft.per_shown)},
                           look_.helper_figure(draft.chart.format));
            }
            ++row;
        }
        draft.chart.categories = {{header + 1, 0}, {row - 1, 0}};
        for (std::size_t i = 0; i < draft.labels.size(); ++i) {
            const int column = column_of(i);
            sheet_.put({header, column}, draft.labels[i], look_.helper_header());
            draft.chart.series.push_back({{header, column}, {{header + 1, column}, {row - 1, column}}, false, i});
        }
        std::ranges::sort(draft.chart.series, {}, [](const SeriesRange& one) { return one.label.column; });
        return row;
    }

    static std::string value(const std::string& from, int per_shown) {
        return fmt::format("IF(ISNUMBER({0});{0}{1};{2})", from, per_shown == 1 ? "" : fmt::format("/{}", per_shown),
                           not_known);
    }

    Sheet& sheet_;
    Look& look_;
    std::vector<int> rows_;
};

std::vector<double> chart_columns() {
    std::vector<double> widths(static_cast<std::size_t>(last_column), figure_width);
    widths.insert(widths.begin(), page_width - figure_width * last_column);
    return widths;
}

/// Förbund that have the first of the figures in the last year, the highest first.
std::vector<std::size_t> ranked(const Comparison& comparison, std::size_t figure) {
    std::vector<std::size_t> order;
    const auto value = [&](std::size_t one) { return comparison.forbund[one].years.front().figures.at(figure); };
    for (std::size_t i = 0; i < comparison.forbund.size(); ++i) {
        if (value(i) != Value()) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return value(a) > value(b); });
    return order;
}

struct ChartSubject {
    const char* title;
    std::vector<const char*> figures;
    std::vector<const char*> labels; ///< of several figures
};

/// As many charts as the förbund need: each at most a page high.
void add_ranked(std::vector<ChartDraft>& drafts, const Comparison& comparison,
                const std::map<std::size_t, FigureColumn>& places, const ChartSubject& subject) {
    const std::size_t first = key_figure_index(subject.figures.front());
    const auto order = ranked(comparison, first);
    const double bar = 3.2 * static_cast<double>(subject.figures.size()) + 1.8; // with the space to the next
    const auto most = static_cast<std::size_t>((highest - around) / bar);
    const std::size_t parts = (order.size() + most - 1) / most;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t each = (order.size() + parts - 1) / parts; // parts of the same size
        ChartDraft draft;
        describe_values(draft, key_figures()[first]);
        draft.chart.title = fmt::format("{} {}{}", subject.title, comparison.years.front(),
                                        parts == 1 ? "" : fmt::format(" ({} av {})", part + 1, parts));
        draft.chart.description =
            fmt::format("Liggande stapeldiagram: {} för varje förbund, störst överst. Talen står på bladet Jämförelse.",
                        subject.title);
        draft.chart.is_horizontal = true;
        draft.labels.assign(subject.labels.begin(), subject.labels.end());
        for (std::size_t i = part * each; i < std::min(order.size(), (part + 1) * each); ++i) {
            ChartDraft::Line line{comparison.forbund[order[i]].forbund.name, {}};
            for (const char* key : subject.figures) {
                line.sources.push_back(source(places.at(key_figure_index(key)), static_cast<int>(order[i])));
            }
            draft.lines.push_back(std::move(line));
        }
        draft.chart.height = around + bar * static_cast<double>(draft.lines.size());
        drafts.push_back(std::move(draft));
    }
}

} // namespace

void ComparisonBuilder::charts() {
    Sheet& sheet = add_sheet(sheet::comparison_charts, false, chart_columns());
    title(sheet, "Diagram",
          fmt::format("Räkenskapsår som slutar {}. Förbund utan tal är inte med.", comparison_.years.front()));
    std::vector<ChartDraft> drafts;
    for (const ChartSubject& subject :
         {ChartSubject{"Soliditet", {"soliditet"}, {"Soliditet"}},
          ChartSubject{"Eget kapital i förhållande till medlemsintäkterna",
                       {"ek_andel_medlemsintakter"},
                       {"Eget kapital / medlemsintäkter"}},
          ChartSubject{"Kostnadernas fördelning",
                       {"andel_insatser", "andel_personal", "andel_arvoden", "andel_ovrigt"},
                       {"Insatser", "Personal", "Arvoden", "Övrigt"}},
          ChartSubject{"Budgetavvikelse i förhållande till medlemsintäkterna",
                       {"budgetavvikelse_andel"},
                       {"Budgetavvikelse / medlemsintäkter"}}}) {
        add_ranked(drafts, comparison_, latest_, subject);
    }
    ChartPage(sheet, look_).place(std::move(drafts));
}

/// Few förbund are drawn one by one, many by the lowest, the median and the highest.
void ComparisonBuilder::charts_over_years() {
    if (comparison_.years.size() < 2) {
        return;
    }
    Sheet& sheet = add_sheet(sheet::year_charts, false, chart_columns());
    const bool one_by_one = comparison_.forbund.size() <= chart_series_limit;
    title(sheet, "Diagram över åren",
          one_by_one ? "Äldst till vänster."
                     : "Äldst till vänster. Lägst, median och högst av de förbund som har talet.");
    constexpr double height = 106; // two on a page
    std::vector<ChartDraft> drafts;
    for (const char* key : {"soliditet", "ek_andel_medlemsintakter", "andel_insatser", "budgetavvikelse_andel",
                            "eget_kapital", "arets_resultat"}) {
        const std::size_t figure = key_figure_index(key);
        ChartDraft draft;
        describe_values(draft, key_figures()[figure]);
        draft.chart.title = heading(key_figures()[figure], "tkr");
        draft.chart.description = fmt::format(
            "Stapeldiagram: {} för varje år, äldst till vänster. Talen står på bladet Över åren.", draft.chart.title);
        draft.chart.height = height;
        std::vector<int> below; // rows of the table that are drawn
        for (int i = 0; i < (one_by_one ? forbund_count() : summary_rows); ++i) {
            const int order[] = {1, 0, 2}; // lowest, median, highest
            below.push_back(one_by_one ? i : forbund_count() + order[i]);
            draft.labels.push_back(one_by_one ? comparison_.forbund[static_cast<std::size_t>(i)].forbund.name
                                              : summary_names[order[i]]);
        }
        for (std::size_t back = comparison_.years.size(); back-- > 0;) {
            ChartDraft::Line line{std::to_string(comparison_.years[back]), {}};
            for (const int row : below) {
                line.sources.push_back(source(by_year_.at({figure, back}), row));
            }
            draft.lines.push_back(std::move(line));
        }
        drafts.push_back(std::move(draft));
    }
    ChartPage(sheet, look_).place(std::move(drafts));
}

} // namespace finsam::workbook
