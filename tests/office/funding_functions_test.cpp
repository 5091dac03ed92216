// EKRIKTVÄRDE and MEDELSFÖRDELNING.

#include "tests/office/office_test.hpp"

#include <gmock/gmock.h>

namespace finsam::office {
namespace {

using testing::ElementsAre;

const std::string prefix = "=SE.FINSAM.CALC.FUNCTIONS.";

class FundingFunctions : public OfficeTest {
protected:
    static int error(Document& document, const std::string& formula) {
        document.set_array_formula("Z1", prefix + formula);
        return document.error("Z1");
    }
};

TEST_F(FundingFunctions, EquityGuidelineOfSjuharad2024) {
    Document document(office());
    document.set(
        "A1", {{18'022'000.0, prefix + "EKRIKTVARDE(A1)", prefix + "EKRIKTVARDE(A1;Y1)", prefix + "EKRIKTVARDE(Y1)"}});
    EXPECT_EQ(document.value("B1"), 2'902'200.0) << "published: 2 902 tkr";
    EXPECT_EQ(document.value("C1"), 2'902'200.0) << "an empty cell: the usual steps";
    EXPECT_EQ(document.value("D1"), 0.0);
}

TEST_F(FundingFunctions, OwnSteps) {
    Document document(office());
    document.set("A1", {{"till", "andel"}, {1000.0, 0.5}, {{}, 0.25}, {{}, {}}, {"=1/0"}});
    document.set("D1", {{prefix + "EKRIKTVARDE(2000;A1:B3)", prefix + "EKRIKTVARDE(2000;A2:B4)",
                         prefix + "EKRIKTVARDE(2000;A2:B2)", prefix + "EKRIKTVARDE(2000;A1:A3)",
                         prefix + "EKRIKTVARDE(2000;A1:B5)", prefix + "EKRIKTVARDE(-1)",
                         prefix + "EKRIKTVARDE(\"tio\")", prefix + "EKRIKTVARDE(2000;0.2)"}});
    EXPECT_EQ(document.value("D1"), 750.0);
    EXPECT_EQ(document.value("E1"), 750.0) << "without heading, an empty row below";
    EXPECT_EQ(document.error("F1"), 502) << "the last limit is below the funding";
    EXPECT_EQ(document.error("G1"), 502) << "one column";
    EXPECT_EQ(document.error("H1"), 504) << "an error cell";
    EXPECT_EQ(document.error("I1"), 502) << "negative";
    EXPECT_EQ(document.error("J1"), 519) << "text";
    EXPECT_EQ(document.error("K1"), 502) << "a number is no steps";
}

TEST_F(FundingFunctions, GuidelineOfEachCellInAnArrayFormula) {
    Document document(office());
    document.set("A1", {{7'000'000.0}, {15'000'000.0}});
    document.set_array_formula("B1:B2", prefix + "EKRIKTVARDE(A1:A2)");
    EXPECT_THAT(document.texts("B1:B2"), ElementsAre("1400000", "2600000"));
}

TEST_F(FundingFunctions, DividesAsInsjoriket2024) {
    Document document(office());
    document.set("A1", {{"Befolkning"}, {1067.0}, {603.0}, {600.0}, {660.0}, {639.0}});
    document.set_array_formula("C1:C7", prefix + "MEDELSFORDELNING(14278;A:A)");
    EXPECT_THAT(document.texts("C1:C7"), ElementsAre("7139", "3570", "1067", "603", "600", "660", "639"));
    document.set("E1", {{1.0, {}, 1.0}});
    document.set_array_formula("E2:I2", prefix + "MEDELSFORDELNING(5;E1:G1)");
    EXPECT_THAT(document.texts("E2:I2"), ElementsAre("3", "1", "1", "", "0")) << "in a row; an empty cell has no part";
}

TEST_F(FundingFunctions, WhatCannotBeDivided) {
    Document document(office());
    document.set("A1", {{10.0, 20.0}, {"många", -1.0}, {"=1/0", 1.5}});
    EXPECT_EQ(error(document, "MEDELSFORDELNING(4;A1)"), 0);
    EXPECT_EQ(error(document, "MEDELSFORDELNING(-4;A1)"), 502);
    EXPECT_EQ(error(document, "MEDELSFORDELNING(4.5;A1)"), 502) << "not whole kronor";
    EXPECT_EQ(error(document, "MEDELSFORDELNING(4;A1:B2)"), 502) << "rows and columns";
    EXPECT_EQ(error(document, "MEDELSFORDELNING(4;A1:A2)"), 502) << "text below a number";
    EXPECT_EQ(error(document, "MEDELSFORDELNING(4;A3)"), 532) << "the cell's own error";
    EXPECT_EQ(error(document, "MEDELSFORDELNING(4;B2)"), 502) << "negative";
    EXPECT_EQ(error(document, "MEDELSFORDELNING(4;B3)"), 502) << "half a person";
    EXPECT_EQ(error(document, "MEDELSFORDELNING(4;Y1:Y3)"), 502) << "nobody";
    EXPECT_EQ(error(document, "MEDELSFORDELNING(\"fyra\";A1)"), 519);
}

} // namespace
} // namespace finsam::office
