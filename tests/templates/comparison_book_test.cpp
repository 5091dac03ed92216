// The workbook of a comparison: figures as values, summaries as formulas, charts over cells.

#include "templates/builder/comparison_book.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace finsam::workbook {
namespace {

using testing::HasSubstr;

ComparedYear year_of(int year, double soliditet, Ore equity) {
    ComparedYear one{.year = year, .from = fmt::format("{}-01-01", year), .to = fmt::format("{}-12-31", year)};
    one.figures.resize(finsam::key_figures().size());
    one.figures[key_figure_index("soliditet")] = soliditet;
    one.figures[key_figure_index("eget_kapital")] = equity;
    return one;
}

/// Förbund number i has soliditet i percent and i thousand kronor of equity, twice that the year before.
Comparison comparison_of(int count) {
    Comparison all{{2024, 2023}, {}};
    for (int i = 1; i <= count; ++i) {
        ComparedForbund one{{fmt::format("Förbund {:02}", i), ""}, "bas", "", {}};
        one.years = {year_of(2024, i / 100.0, Ore::from_kronor(1000 * i)),
                     year_of(2023, 2 * i / 100.0, Ore::from_kronor(2000 * i))};
        all.forbund.push_back(std::move(one));
    }
    return all;
}

const Cell& cell_of(const Workbook& book, std::string_view sheet, Address at) {
    return book.find(sheet)->cells.at(at);
}

/// Cell of a text on a sheet; fails the test when it is not there.
Address find(const Workbook& book, std::string_view sheet, const std::string& text) {
    for (const auto& [at, cell] : book.find(sheet)->cells) {
        const auto* own = std::get_if<std::string>(&cell.content);
        if (own != nullptr && *own == text) {
            return at;
        }
    }
    ADD_FAILURE() << text << " is not on " << sheet;
    return {};
}

std::string formula_at(const Workbook& book, std::string_view sheet, Address at) {
    return std::get<Formula>(cell_of(book, sheet, at).content).text;
}

TEST(ComparisonBook, FiguresStandUnderHeadersWithUnitAndSign) {
    const Workbook book = plan_comparison_book(comparison_of(3));
    const Address header = find(book, sheet::comparison, "Soliditet (%)");
    EXPECT_EQ(std::get<double>(cell_of(book, sheet::comparison, {header.row + 2, header.column}).content), 0.02);
    const Address equity = find(book, sheet::amounts, "Eget kapital (tkr, kapital +)");
    const Cell& third = cell_of(book, sheet::amounts, {equity.row + 3, equity.column});
    EXPECT_EQ(std::get<double>(third.content), 3000) << "the cell holds kronor";
    EXPECT_EQ(book.styles[third.style].format.unit, Unit::tkr);
    const Address unknown = find(book, sheet::amounts, "Årets resultat (tkr, överskott +)");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(
        cell_of(book, sheet::amounts, {unknown.row + 1, unknown.column}).content));
}

TEST(ComparisonBook, SummariesAreFormulasOverTheFiguresAndEmptyWithoutAny) {
    const Workbook book = plan_comparison_book(comparison_of(3));
    const Address header = find(book, sheet::comparison, "Soliditet (%)");
    const std::string column = column_name(header.column);
    const std::string range = fmt::format("[.{0}{1}:.{0}{2}]", column, header.row + 2, header.row + 4);
    EXPECT_EQ(formula_at(book, sheet::comparison, {header.row + 4, header.column}),
              fmt::format("IF(COUNT({0})=0;\"\";MEDIAN({0}))", range));
    EXPECT_THAT(formula_at(book, sheet::comparison, {header.row + 5, header.column}), HasSubstr("MIN("));
    EXPECT_THAT(formula_at(book, sheet::comparison, {header.row + 6, header.column}), HasSubstr("MAX("));
}

/// Names of a chart's categories as they are seen, from above or from the left.
std::vector<std::string> categories(const Workbook& book, std::string_view sheet, const Chart& chart) {
    std::vector<std::string> names;
    for (int row = chart.categories.first.row; row <= chart.categories.last.row; ++row) {
        names.push_back(std::get<std::string>(cell_of(book, sheet, {row, 0}).content));
    }
    if (chart.is_horizontal) { // the office draws them from below
        std::ranges::reverse(names);
    }
    return names;
}

TEST(ComparisonBook, AChartHasTheHighestFirstAndNoOneWithoutTheFigure) {
    Comparison all = comparison_of(3);
    all.forbund[1].years[0].figures[key_figure_index("soliditet")] = Value();
    const Workbook book = plan_comparison_book(all);
    const Sheet& page = *book.find(sheet::comparison_charts);
    ASSERT_EQ(page.charts.size(), 1U) << "of soliditet; no förbund has the others";
    const Chart& chart = page.charts.begin()->second;
    EXPECT_EQ(chart.title, "Soliditet 2024");
    EXPECT_TRUE(chart.is_horizontal);
    EXPECT_THAT(categories(book, sheet::comparison_charts, chart), testing::ElementsAre("Förbund 03", "Förbund 01"));
    const Address figure = find(book, sheet::comparison, "Soliditet (%)");
    EXPECT_EQ(formula_at(book, sheet::comparison_charts, chart.series.at(0).values.last),
              fmt::format("IF(ISNUMBER([$'Jämförelse'.{0}{1}]);[$'Jämförelse'.{0}{1}];NA())",
                          column_name(figure.column), figure.row + 4));
}

TEST(ComparisonBook, SharesOfTheCostsAreToldApart) {
    Comparison all = comparison_of(2);
    const std::vector<std::string> shares = {"andel_insatser", "andel_personal", "andel_arvoden", "andel_ovrigt"};
    for (const std::string& key : shares) {
        all.forbund[0].years[0].figures[key_figure_index(key)] = 0.25;
    }
    const Workbook book = plan_comparison_book(all);
    const auto& charts = book.find(sheet::comparison_charts)->charts;
    const auto chart =
        std::ranges::find(charts, "Kostnadernas fördelning 2024", [](const auto& one) { return one.second.title; });
    ASSERT_NE(chart, charts.end());
    std::map<std::size_t, std::string> labels; // by pattern
    for (const SeriesRange& series : chart->second.series) {
        labels[series.pattern] = std::get<std::string>(cell_of(book, sheet::comparison_charts, series.label).content);
    }
    EXPECT_THAT(labels, testing::ElementsAre(testing::Pair(0, "Insatser"), testing::Pair(1, "Personal"),
                                             testing::Pair(2, "Arvoden"), testing::Pair(3, "Övrigt")));
}

TEST(ComparisonBook, ManyForbundAreDrawnOnSeveralPagesEachOnce) {
    const Workbook book = plan_comparison_book(comparison_of(80));
    const Sheet& page = *book.find(sheet::comparison_charts);
    std::set<std::string> drawn;
    std::size_t count = 0;
    for (const auto& [at, chart] : page.charts) {
        EXPECT_LE(chart.height, 230);
        for (const std::string& name : categories(book, sheet::comparison_charts, chart)) {
            drawn.insert(name);
            ++count;
        }
    }
    EXPECT_GT(page.charts.size(), 1U);
    EXPECT_EQ(count, 80U);
    EXPECT_EQ(drawn.size(), 80U);
}

TEST(ComparisonBook, OverTheYearsFewAreDrawnOneByOneAndManyByTheirSummaries) {
    const Workbook few = plan_comparison_book(comparison_of(4));
    EXPECT_EQ(few.find(sheet::year_charts)->charts.begin()->second.series.size(), 4U);
    const Workbook many = plan_comparison_book(comparison_of(5));
    const Chart& chart = many.find(sheet::year_charts)->charts.begin()->second;
    ASSERT_EQ(chart.series.size(), 3U);
    EXPECT_EQ(std::get<std::string>(cell_of(many, sheet::year_charts, chart.series[1].label).content), "Median");
    EXPECT_THAT(categories(many, sheet::year_charts, chart), testing::ElementsAre("2023", "2024"));
    Comparison one_year = comparison_of(5);
    one_year.years.pop_back();
    for (ComparedForbund& one : one_year.forbund) {
        one.years.pop_back();
    }
    EXPECT_EQ(plan_comparison_book(one_year).find(sheet::year_charts), nullptr);
}

TEST(ComparisonBook, RulesSourcesAndWhatIsLeftOutAreTold) {
    Comparison all = comparison_of(2);
    all.forbund[1].years[0].map_faults = {"Lägg till i kontokartan: 9999."};
    all.forbund[1].years[1].missing = "Huvudboken har inget räkenskapsår som slutar 2023.";
    const Workbook book = plan_comparison_book(all);
    for (const KeyFigure& figure : finsam::key_figures()) {
        find(book, sheet::key_figures, std::string(figure.rule));
        find(book, sheet::key_figures, std::string(figure.source));
    }
    find(book, sheet::basis, "Talen är utelämnade. Lägg till i kontokartan: 9999.");
    find(book, sheet::basis, "Huvudboken har inget räkenskapsår som slutar 2023.");
}

} // namespace
} // namespace finsam::workbook
