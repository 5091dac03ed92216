// [[diagram]] of a layout: what a chart may draw, and the errors that say what is wrong with one.

#include "bridge/report/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::HasSubstr;

/// A table with an amount, a share and a list, and a chart of the given fields on line 12 on.
std::string with_chart(const std::string& fields) {
    return "namn = \"x\"\n"
           "titel = \"X\"\n"
           "[[tabell]]\n"
           "nyckel = \"t\"\n"
           "titel = \"T\"\n"
           "blad = \"T\"\n"
           "kolumner = [{ rubrik = \"{ar}\" }, { rubrik = \"{ar}\", ar = -1 }]\n"
           "rader = [{ nyckel = \"kassa\", text = \"Kassa\", slag = \"konton\", matt = \"saldo\", kartnycklar = "
           "[\"kassa_bank\"] },\n"
           " { nyckel = \"del\", text = \"Del\", slag = \"andel\", av = [\"kassa\", \"kassa\"], varde = \"andel\" },\n"
           " { nyckel = \"lista\", text = \"L\", slag = \"lista\", matt = \"saldo\", kartnycklar = [\"kassa_bank\"] "
           "}]\n"
           "[[diagram]]\n"
           "nyckel = \"d\"\n"
           "titel = \"D\"\n"
           "beskrivning = \"Staplar.\"\n" +
           fields;
}

std::string error_of(const std::string& fields) {
    const auto layout = Layout::from_toml(with_chart(fields));
    return layout ? "inget fel" : layout.error();
}

TEST(LayoutCharts, AChartOfYearsNamesRowsOfTables) {
    const auto layout =
        Layout::from_toml(with_chart("slag = \"ar\"\nenhet = \"tkr\"\n"
                                     "serier = [{ text = \"Kassa\", rad = \"t.kassa\", form = \"linje\" }]\n"));
    ASSERT_TRUE(layout.has_value()) << layout.error();
    ASSERT_EQ(layout->charts.size(), 1u);
    const ChartRule& chart = layout->charts.front();
    EXPECT_EQ(chart.kind, ChartKind::years);
    EXPECT_EQ(chart.sheet, "Diagram");
    EXPECT_EQ(chart.form.unit, Unit::tkr);
    EXPECT_EQ(chart.series.front().figure.table, "t");
    EXPECT_EQ(chart.series.front().figure.row, "kassa");
    EXPECT_TRUE(chart.series.front().is_line);
}

TEST(LayoutCharts, WhatIsNotThereIsSaidWithItsLine) {
    EXPECT_THAT(error_of("serier = [{ text = \"K\", rad = \"t.borta\" }]\n"),
                testing::AllOf(HasSubstr("11"), HasSubstr("”t.borta” är ingen rad med tal")));
    EXPECT_THAT(error_of("slag = \"insatser\"\ntabell = \"t\"\nserier = [{ text = \"K\", kolumn = \"netto\" }]\n"),
                HasSubstr("av slaget ”insatser”"));
    EXPECT_THAT(error_of("slag = \"rader\"\nrader = [\"t.lista\"]\nserier = [{ text = \"K\", kolumn = \"budget\" }]\n"),
                HasSubstr("har inte kolumnen för serien ”K”"));
}

TEST(LayoutCharts, AListOfLinesIsNoRowOfYears) {
    EXPECT_THAT(error_of("serier = [{ text = \"K\", rad = \"t.lista\" }]\n"), HasSubstr("ingen rad med tal"));
    EXPECT_EQ(error_of("slag = \"rader\"\nrader = [\"t.lista\"]\nserier = [{ text = \"K\" }]\n"), "inget fel");
}

TEST(LayoutCharts, OneAxisHasOneUnit) {
    EXPECT_THAT(error_of("serier = [{ text = \"K\", rad = \"t.kassa\" }, { text = \"D\", rad = \"t.del\" }]\n"),
                HasSubstr("belopp och andelar kan inte stå på samma axel"));
}

TEST(LayoutCharts, ChartsHaveASheetOfTheirOwn) {
    EXPECT_THAT(error_of("blad = \"T\"\nserier = [{ text = \"K\", rad = \"t.kassa\" }]\n"),
                HasSubstr("bladet ”T” har tabeller"));
    EXPECT_THAT(error_of("serier = []\n"), HasSubstr("mellan 1 och 4"));
    EXPECT_THAT(error_of("farg = \"bla\"\nserier = [{ text = \"K\", rad = \"t.kassa\" }]\n"), HasSubstr("farg"));
}

} // namespace
} // namespace finsam
