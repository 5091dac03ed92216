#include "bridge/workbook/check_tally.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

namespace finsam {
namespace {

TEST(CheckTally, CountsEachStateAndFindsTheFirstThatFails) {
    const std::vector<WorkbookCheck> checks = {
        {"a", "stämmer"}, {"b", "kan inte räknas"}, {"c", "ej tillämplig"}, {"d", "fel"}, {"e", "fel"}};
    const CheckTally counts = tally(checks);
    EXPECT_EQ(counts.first_failing, 3u);
    EXPECT_EQ(counts_text(counts, false), "1 stämmer, 2 fel, 1 ej tillämplig, 1 kan inte räknas");
    EXPECT_EQ(counts_text(counts, true), "1 hold, 2 fail, 1 not applicable, 1 cannot be calculated");
}

TEST(CheckTally, WhatRoundingExplainsIsNoFailure) {
    const std::vector<WorkbookCheck> checks = {{"a", "stämmer"}, {"b", "avrundning"}};
    EXPECT_EQ(counts_text(tally(checks), false), "1 stämmer, 0 fel, 0 ej tillämpliga, 1 avrundning");
    EXPECT_FALSE(tally(checks).first_failing);
    EXPECT_FALSE(tally(checks).nothing_read());
}

TEST(CheckTally, WithoutAFailureTheFirstThatCannotBeCalculatedIsTheOneToSee) {
    const std::vector<WorkbookCheck> checks = {{"a", "stämmer"}, {"b", "#NAMN?"}, {"c", "kan inte räknas"}};
    EXPECT_EQ(tally(checks).first_failing, 1u);
    EXPECT_EQ(tally(checks).incalculable, 2u);
}

TEST(CheckTally, ARoundingIsNoFault) {
    const std::vector<WorkbookCheck> checks = {{"a", "stämmer"}, {"b", "avrundning"}};
    EXPECT_FALSE(tally(checks).first_failing);
    EXPECT_EQ(counts_text(tally(checks), false), "1 stämmer, 0 fel, 0 ej tillämpliga, 1 avrundning");
}

TEST(CheckTally, AHeadingIsNoCheckButKeepsItsPlace) {
    const std::vector<WorkbookCheck> checks = {{"Balansräkning", ""}, {"a", "stämmer"}, {"b", "fel"}};
    EXPECT_EQ(tally(checks).first_failing, 2u);
    EXPECT_EQ(counts_text(tally(checks), false), "1 stämmer, 1 fel, 0 ej tillämpliga");
}

TEST(CheckTally, AnEmptyReportHasNothingToCheck) {
    const std::vector<WorkbookCheck> checks = {{"a", "ej tillämplig"}};
    EXPECT_TRUE(tally(checks).nothing_read());
    EXPECT_FALSE(tally(checks).first_failing);
}

TEST(FailingChecks, AreListedBeforeWhatCannotBeCalculated) {
    const std::vector<WorkbookCheck> checks = {{"Soliditet", "kan inte räknas", "2024", ""},
                                               {"Rubrik", "", "", ""},
                                               {"IB = UB", "fel", "2023", "Saldon: konto 1930"},
                                               {"Summa", "stämmer", "2024", ""}};
    EXPECT_EQ(failing_text(checks, false), "IB = UB, 2023: fel (Saldon: konto 1930)\nSoliditet, 2024: kan inte räknas");
}

TEST(FailingChecks, BeyondTheSixthAreCounted) {
    const std::vector<WorkbookCheck> checks(9, {"Summa", "fel", "", ""});
    const std::string text = failing_text(checks, false);
    EXPECT_EQ(std::ranges::count(text, '\n'), 6);
    EXPECT_TRUE(text.ends_with("\noch 3 till"));
    EXPECT_TRUE(failing_text(checks, true).ends_with("\nand 3 more"));
}

} // namespace
} // namespace finsam
