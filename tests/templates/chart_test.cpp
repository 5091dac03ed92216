// Charts in the template: what is written, and which rows of theirs the filler shows.

#include "bridge/report/statement.hpp"
#include "templates/builder/chart_plan.hpp"
#include "templates/builder/chart_rows.hpp"
#include "templates/builder/odf_writer.hpp"
#include "templates/builder/workbook_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace finsam::workbook {
namespace {

using testing::ElementsAre;

class Charts : public testing::Test {
protected:
    Charts() : layout(*Layout::built_in("kr")), plan(layout), sheets(plan_charts(plan)) {}

    const ChartPlan& chart(std::string_view key) const {
        for (const ChartPlan& one : sheets.front().charts) {
            if (one.chart->key == key) {
                return one;
            }
        }
        throw std::out_of_range(std::string(key));
    }

    /// A report of empty tables, for a test to fill.
    Report report() const {
        Report report;
        for (const Table& table : layout.tables) {
            ReportTable one;
            one.rule = &table;
            one.key = table.key;
            report.tables.push_back(std::move(one));
        }
        return report;
    }

    static ReportTable& table(Report& report, std::string_view key) {
        return *std::ranges::find(report.tables, key, &ReportTable::key);
    }

    std::vector<int> shown_rows(const Report& of) const {
        std::vector<int> rows;
        for (const RowRun& run : chart_rows(plan, of).runs) {
            EXPECT_EQ(run.sheet, "Diagram");
            for (int row = run.first; row <= run.last && !run.hidden; ++row) {
                rows.push_back(row);
            }
        }
        std::ranges::sort(rows);
        return rows;
    }

    /// Sheet row of the block's line for the insats of this place in the table.
    static int line_of(const ChartPlan& chart, int insats) {
        const auto found = std::ranges::find(chart.lines, insats, &ChartLine::line);
        return chart.first_line() + static_cast<int>(found - chart.lines.begin());
    }

    static ReportRow insats(const char* code, Value net, Value budget) {
        ReportRow row;
        row.key = code;
        row.is_insats = true;
        row.values = {Value(), Value(), net, budget, Value(), Value(), Value(), Value()};
        return row;
    }

    Layout layout;
    ReportPlan plan;
    std::vector<ChartSheetPlan> sheets;
};

TEST_F(Charts, YearsRiseFromLeftToRight) {
    std::vector<int> years;
    for (const ChartLine& line : chart("soliditet").lines) {
        years.push_back(line.year);
    }
    EXPECT_THAT(years, ElementsAre(-3, -2, -1, 0));
}

TEST_F(Charts, BlocksStandBelowWhatIsPrinted) {
    const Workbook book = build_workbook(layout);
    const Sheet& sheet = *book.find("Diagram");
    EXPECT_TRUE(sheet.printed);
    for (const ChartPlan& one : sheets.front().charts) {
        EXPECT_LE(one.row, sheet.print_range->last.row);
        EXPECT_GT(one.header_row, sheet.print_range->last.row);
        EXPECT_EQ(sheet.charts.count({one.row, 0}), 1u);
    }
}

TEST_F(Charts, AnInsatsWithNothingAndOneWithIncomeAloneAreNotDrawn) {
    Report books = report();
    table(books, "driftredovisning").rows = {insats("1", Ore(1428000), Ore(1428000)), insats("2", Ore(-500), Ore(-700)),
                                             insats("3", Ore(0), Ore(0)), insats("4", Ore(0), Ore(-100))};
    const ChartPlan& one = chart("insatser");
    EXPECT_THAT(shown_rows(books), ElementsAre(one.row, one.row + 1, one.header_row, line_of(one, 3), line_of(one, 1)));
}

TEST_F(Charts, LyingBarsAreDrawnFromBelowSoTheFirstInsatsAndSeriesStandLast) {
    const ChartPlan& one = chart("insatser");
    EXPECT_EQ(line_of(one, 0), one.last_line());
    EXPECT_TRUE(one.lines.front().is_rest);
    const Workbook book = build_workbook(layout);
    const Chart& drawn = book.find("Diagram")->charts.at({one.row, 0});
    ASSERT_EQ(drawn.series.size(), 2u);
    EXPECT_EQ(drawn.series[0].pattern, 1u); // the budget, light
    EXPECT_EQ(drawn.series[1].pattern, 0u);
    const Cell& text = book.find("Diagram")->cells.at(drawn.series[1].label);
    EXPECT_THAT(std::get<Formula>(text.content).text, testing::HasSubstr("Utfall"));
}

TEST_F(Charts, AChartOfManyInsatserIsHigherAndOfVeryManyHasSmallerFigures) {
    const ChartRule& rule = *chart("insatser").chart;
    const ChartSize few = size_for(rule, 3), some = size_for(rule, 14), many = size_for(rule, 40);
    EXPECT_GT(some.height, few.height);
    EXPECT_EQ(some.figures, few.figures);
    EXPECT_LT(many.figures, some.figures);
    EXPECT_LT(many.height, 240); // a page
    EXPECT_EQ(size_for(*chart("soliditet").chart, 6).height, size_for(*chart("soliditet").chart, 2).height);
}

TEST_F(Charts, AWorkbookInMakingGetsTheSizeThatItsBooksNeed) {
    Report books = report();
    for (int i = 0; i < 14; ++i) {
        table(books, "driftredovisning").rows.push_back(insats(std::to_string(i).c_str(), Ore(-500), Ore(-700)));
    }
    const ChartPlan& one = chart("insatser");
    Workbook book = build_workbook(layout);
    fit_charts(book, chart_rows(plan, books).fits);
    const ChartSize size = size_for(*one.chart, 14);
    EXPECT_EQ(book.find("Diagram")->charts.at({one.row, 0}).height, size.height);
    EXPECT_EQ(book.find("Diagram")->rows.at(one.row).height, size.height);
}

TEST_F(Charts, WithoutABudgetThereIsNoChartOfIt) {
    Report books = report();
    table(books, "driftredovisning").rows = {insats("2", Ore(-500), Value())};
    EXPECT_THAT(shown_rows(books), testing::IsEmpty());
    EXPECT_THAT(chart_rows(plan, books).sheets_without_charts, ElementsAre("Diagram"));
}

TEST_F(Charts, AYearThatNobodyKnowsYetKeepsItsPlace) {
    Report books = report();
    ReportRow soliditet;
    soliditet.key = "soliditet";
    soliditet.values = {0.9, 0.8, Value(), Value()};
    table(books, "oversikt").rows = {soliditet};
    const ChartPlan& one = chart("soliditet");
    EXPECT_THAT(shown_rows(books), ElementsAre(one.row, one.row + 1, one.header_row, one.first_line(),
                                               one.first_line() + 1, one.first_line() + 2, one.last_line()));
}

TEST_F(Charts, TheTemplateHasADocumentForEachChartAndNamesItInItsManifest) {
    std::map<std::string, std::string> parts;
    for (const PackagePart& part : write_template_parts(build_workbook(layout))) {
        parts[part.path] = part.bytes;
    }
    pugi::xml_document content, manifest;
    ASSERT_TRUE(content.load_string(parts.at("content.xml").c_str()));
    ASSERT_TRUE(manifest.load_string(parts.at("META-INF/manifest.xml").c_str()));
    const auto frames = content.select_nodes("//draw:frame");
    ASSERT_EQ(frames.size(), layout.charts.size());
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const pugi::xml_node frame = frames[i].node();
        EXPECT_EQ(frame.child("svg:title").text().get(), layout.charts[i].title);
        EXPECT_EQ(frame.child("svg:desc").text().get(), layout.charts[i].description);
        const std::string folder = std::string(frame.child("draw:object").attribute("xlink:href").value()).substr(2);
        pugi::xml_document chart;
        ASSERT_TRUE(chart.load_string(parts.at(folder + "/content.xml").c_str()));
        EXPECT_EQ(chart.select_nodes("//chart:series").size(), layout.charts[i].series.size());
        EXPECT_TRUE(parts.contains(folder + "/styles.xml"));
        for (const std::string& path : {folder + "/", folder + "/content.xml", folder + "/styles.xml"}) {
            EXPECT_TRUE(manifest.select_node(("//manifest:file-entry[@manifest:full-path='" + path + "']").c_str()))
                << path;
        }
    }
}

} // namespace
} // namespace finsam::workbook
