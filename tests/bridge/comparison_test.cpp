// Nyckeltal of a comparison: each is told with rule and source, and stands where the report has it.

#include "bridge/comparison/comparison.hpp"
#include "bridge/report/forbund_maps.hpp"
#include "bridge/workbook/audit_copy_request.hpp"
#include "bridge/workbook/comparison_request.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace finsam {
namespace {

using testing::HasSubstr;

TEST(KeyFigures, HaveAKeyOfTheirOwnARuleAndASource) {
    std::set<std::string_view> keys;
    for (const KeyFigure& figure : key_figures()) {
        EXPECT_TRUE(keys.insert(figure.key).second) << figure.key;
        EXPECT_TRUE(figure.rule.ends_with('.')) << figure.key;
        EXPECT_FALSE(figure.source.empty()) << figure.key;
        EXPECT_EQ(key_figures()[key_figure_index(figure.key)].key, figure.key);
        const bool is_amount = figure.value == ValueKind::amount;
        EXPECT_TRUE(!is_amount || !figure.sign.empty()) << figure.key << ": amounts say what positive means";
    }
}

TEST(KeyFigures, AreRowsOfTheLayoutOrQuotientsOfThoseBefore) {
    const Layout layout = comparison_layout();
    for (const KeyFigure& figure : key_figures()) {
        if (figure.table.empty()) {
            EXPECT_LT(key_figure_index(figure.numerator), key_figure_index(figure.key)) << figure.key;
            EXPECT_LT(key_figure_index(figure.denominator), key_figure_index(figure.key)) << figure.key;
            continue;
        }
        const Table* table = layout.find(figure.table);
        ASSERT_NE(table, nullptr) << figure.key;
        const Row* row = table->find(figure.row);
        ASSERT_NE(row, nullptr) << figure.key;
        EXPECT_EQ(row->value, figure.value) << figure.key;
        EXPECT_TRUE(std::ranges::any_of(table->columns, [&](const Column& one) {
            return one.kind == figure.column && one.year == 0;
        })) << figure.key;
        for (const Term& term : row->terms) {
            EXPECT_NE(layout.find(*table, term), nullptr) << figure.key << ": " << term.row;
        }
    }
}

TEST(KeyFigures, SayUnitAndSignInTheirHeadings) {
    EXPECT_EQ(heading(key_figures()[key_figure_index("soliditet")], "tkr"), "Soliditet (%)");
    EXPECT_EQ(heading(key_figures()[key_figure_index("verksamhetens_kostnader")], "tkr"),
              "Verksamhetens kostnader (tkr, kostnad −)");
}

ComparedForbund with_soliditet(Value value) {
    ComparedForbund one;
    ComparedYear year{.year = 2024, .from = "2024-01-01", .to = "2024-12-31"};
    year.figures.resize(key_figures().size());
    year.figures[key_figure_index("soliditet")] = value;
    one.years.push_back(year);
    return one;
}

Value median_of(const std::vector<Value>& values) {
    Comparison comparison{{2024}, {}};
    for (const Value& value : values) {
        comparison.forbund.push_back(with_soliditet(value));
    }
    return comparison.median(key_figure_index("soliditet"), 0);
}

TEST(Median, IsTheOneInTheMiddleOfThoseThatHaveTheFigure) {
    EXPECT_EQ(median_of({0.9, Value(), 0.1, 0.3}), Value(0.3));
    EXPECT_EQ(median_of({0.75, 0.25}), Value(0.5));
    EXPECT_EQ(median_of({Ore(100), Ore(300), Ore(200), Ore(900)}), Value(Ore(250)));
    EXPECT_EQ(median_of({Value(), Value()}), Value());
    EXPECT_EQ(median_of({}), Value());
}

TEST(ComparisonJob, CarriesEveryFigureAndWordThroughItsFile) {
    ComparisonRequest request{{{2024, 2023}, {with_soliditet(1.0), with_soliditet(0.1)}}, "/ut/jamforelse.ods"};
    ComparedForbund& first = request.comparison.forbund.front();
    first.forbund = {"Åsen ”Norra”", "2220001111"};
    first.map_name = "bas";
    first.chart_hint = "Kontoplanen ser ut att vara Kommun-Bas.";
    first.years.front().figures[key_figure_index("eget_kapital")] = Ore(-123456789012345);
    first.years.front().failed_checks = {"En kontroll"};
    first.years.push_back({.year = 2023, .from = "", .to = "", .missing = "Saknas."});
    first.years.back().figures.resize(key_figures().size());
    first.years.back().map_faults = {"9999"};
    const std::string json = request.to_json();
    EXPECT_TRUE(ComparisonRequest::is_in(json));
    EXPECT_FALSE(AuditCopyRequest::is_in(json));
    const auto read = ComparisonRequest::from_json(json);
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(read->ods, request.ods);
    EXPECT_EQ(read->comparison.years, request.comparison.years);
    ASSERT_EQ(read->comparison.forbund.size(), 2U);
    const ComparedForbund& one = read->comparison.forbund.front();
    EXPECT_EQ(one.forbund.name, first.forbund.name);
    EXPECT_EQ(one.chart_hint, first.chart_hint);
    EXPECT_EQ(one.years.at(0).figures, first.years.at(0).figures) << "whole shares stay shares";
    EXPECT_EQ(one.years.at(0).failed_checks, first.years.at(0).failed_checks);
    EXPECT_EQ(one.years.at(1).missing, "Saknas.");
    EXPECT_EQ(one.years.at(1).map_faults, first.years.at(1).map_faults);
    EXPECT_EQ(read->to_json(), json);
    EXPECT_FALSE(ComparisonRequest::from_json("{}"));
}

TEST(ForbundMaps, AreReadFromToml) {
    const auto maps =
        read_forbund_maps("[[forbund]]\nforbund = \"222000-1111\"\nkarta = \"bas\"\n"
                          "[[forbund]]\nforbund = \"Vik\"\nkarta = \"egen.csv\"\nindata = \"vik.toml\"\n");
    ASSERT_TRUE(maps) << maps.error();
    ASSERT_EQ(maps->size(), 2U);
    EXPECT_EQ(maps->at(0).forbund, "222000-1111");
    EXPECT_EQ(maps->at(0).map, "bas");
    EXPECT_EQ(maps->at(0).input, "");
    EXPECT_EQ(maps->at(1).input, "vik.toml");
}

TEST(ForbundMaps, AMisspelledFieldIsAnErrorWithItsLine) {
    const auto misspelled = read_forbund_maps("[[forbund]]\nforbund = \"Vik\"\nkarta = \"bas\"\n\n[[forbund]]\n"
                                              "forbund = \"Sjon\"\nkartan = \"bas\"\n");
    ASSERT_FALSE(misspelled);
    EXPECT_THAT(misspelled.error(), HasSubstr("Rad 5"));
    EXPECT_THAT(misspelled.error(), HasSubstr("karta"));
    EXPECT_FALSE(read_forbund_maps(""));
    EXPECT_FALSE(read_forbund_maps("[[forbund]\n"));
}

} // namespace
} // namespace finsam
