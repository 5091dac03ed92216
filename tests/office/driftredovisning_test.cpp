#include "tests/office/office_test.hpp"

#include <chrono>
#include <gmock/gmock.h>

namespace finsam::office {
namespace {

using testing::Each;
using testing::ElementsAre;

const std::string driftredovisning = "=SE.FINSAM.CALC.FUNCTIONS.DRIFTREDOVISNING";

class DriftredovisningInCalc : public OfficeTest {
protected:
    /// A:C the outcome, E:G the budget, I:K the year before. Amounts in the outcome have SIE's sign.
    static void fill(Document& document) {
        document.set("A1", {{"Insats", "Konto", "Belopp"},
                            {10.0, 3011.0, -1000.0},
                            {10.0, 5010.0, 400.4},
                            {"20", "7010", 250.0},
                            {"20", "7510", 50.1},
                            {"99", 5010.0, 7.0}});
        document.set("E1", {{"Insats", "Intäkt", "Kostnad"}, {"20", {}, 350.0}, {"10", 900.0, 300.0}});
        document.set("I1", {{"insats", "konto", "belopp"}, {"10", "3011", -800.0}, {"10", "5010", 100.0}});
    }
};

TEST_F(DriftredovisningInCalc, ARowPerInsatsInTheBudgetsOrderThenTheSum) {
    Document document(office());
    fill(document);
    document.set_array_formula("M1:T4", driftredovisning + "(A1:C6;E1:G3;I1:K3)");
    // 20: cost -300.10 -> -300, budget -350, deviation 49.90 -> 50; nothing last year
    EXPECT_THAT(document.texts("M1:T1"), ElementsAre("0", "-300", "-300", "-350", "50", "0", "0", "0"));
    // 10: 1000 - 400.40 = 599.60; budget 900 - 300 = 600; deviation -0.40 -> 0
    EXPECT_THAT(document.texts("M2:T2"), ElementsAre("1000", "-400", "600", "600", "0", "800", "-100", "700"));
    // 99: not in the budget, so its budget is zero and the columns sum
    EXPECT_THAT(document.texts("M3:R3"), ElementsAre("0", "-7", "-7", "0", "-7", "0"));
    // 1000 - 707.50 = 292.50 -> 293; budget 250; deviation 42.50 -> 43: each figure is rounded by itself
    EXPECT_THAT(document.texts("M4:T4"), ElementsAre("1000", "-708", "293", "250", "43", "800", "-100", "700"));
}

TEST_F(DriftredovisningInCalc, SurplusCellsAreNotAvailable) {
    Document document(office());
    fill(document);
    document.set_array_formula("M1:U6", driftredovisning + "(A1:C6;E1:G3)");
    EXPECT_EQ(document.error("M4"), 0);
    EXPECT_EQ(document.error("M5"), 32767);
    EXPECT_EQ(document.error("U1"), 32767) << "there is no ninth column";
}

TEST_F(DriftredovisningInCalc, WithoutAYearBeforeItsColumnsAreEmpty) {
    Document document(office());
    fill(document);
    document.set_array_formula("M1:T4", driftredovisning + "(A1:C6;E1:G3)");
    EXPECT_THAT(document.texts("R1:T4"), Each(""));
    document.set_array_formula("M11:T14", driftredovisning + "(A1:C6;E1:G3;Z1:Z2;\"kr\")");
    EXPECT_THAT(document.texts("R11:T14"), Each("")) << "a range where nothing stands";
}

TEST_F(DriftredovisningInCalc, UnitsRoundFromOre) {
    Document document(office());
    document.set("A1", {{"insats", "konto", "belopp"}, {"10", "3011", -1499500.0}, {"10", "5010", 400499.0}});
    document.set("E1", {{"insats", "netto"}, {"10", 1000500.0}});
    document.set_array_formula("M1:Q1", driftredovisning + "(A1:C3;E1:F2;;\"tkr\")");
    // net 1 099 001 -> 1099 although 1500 - 400 is 1100; budget 1000.5 -> 1001; deviation 98.501 -> 99
    EXPECT_THAT(document.texts("M1:Q1"), ElementsAre("1500", "-400", "1099", "1001", "99"));
    document.set_array_formula("M3:Q3", driftredovisning + "(A1:C3;E1:F2;;\"MNKR\")");
    EXPECT_THAT(document.texts("M3:Q3"), ElementsAre("1", "0", "1", "1", "0"));
    document.set_array_formula("M5:Q5", driftredovisning + "(A1:C3;E1:F2;;Z1)");
    EXPECT_EQ(document.value("M5"), 1499500.0) << "an empty cell: kr";
    document.set_array_formula("M7:Q7", driftredovisning + "(A1:C3;E1:F2;;\"euro\")");
    EXPECT_EQ(document.error("M7"), 502);
}

TEST_F(DriftredovisningInCalc, HeadersInAnyOrderAndCaseAmongOtherColumns) {
    Document document(office());
    document.set("A1", {{"BELOPP", "Anmärkning", "KONTO", "INSATS"}, {-500.0, "=1/0", "3011", "10"}});
    document.set("F1", {{"NETTO", "År", "insats"}, {400.0, 2024.0, "10"}});
    document.set_array_formula("M1:Q1", driftredovisning + "(A1:D2;F1:H2)");
    EXPECT_THAT(document.texts("M1:Q1"), ElementsAre("500", "0", "500", "400", "100"));
}

TEST_F(DriftredovisningInCalc, WholeColumnsAreReadOnlyWhereTheyAreUsed) {
    Document document(office());
    fill(document);
    const auto begin = std::chrono::steady_clock::now();
    document.set_array_formula("M1:T4", driftredovisning + "(A:C;E:G)");
    EXPECT_EQ(document.value("M4"), 1000.0);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST_F(DriftredovisningInCalc, CostsOfTheBudgetMayBeNegativeButNotMixed) {
    Document document(office());
    fill(document);
    document.set("E1", {{"Insats", "Intäkt", "Kostnad"}, {"20", {}, -350.0}, {"10", 900.0, -300.0}});
    document.set_array_formula("M1:T4", driftredovisning + "(A1:C6;E1:G3)");
    EXPECT_EQ(document.value("P1"), -350.0);
    EXPECT_EQ(document.value("P4"), 250.0);
    document.set("G3", {{300.0}});
    EXPECT_EQ(document.error("M1"), 502);
}

TEST_F(DriftredovisningInCalc, AnErrorCellIsAnErrorNeverZero) {
    Document document(office());
    fill(document);
    document.set("C3", {{"=1/0"}});
    document.set_array_formula("M1:T4", driftredovisning + "(A1:C6;E1:G3)");
    EXPECT_EQ(document.error("M1"), 532);
    EXPECT_EQ(document.error("T4"), 532) << "in every cell of the result";
    document.set("C3", {{400.4}});
    EXPECT_EQ(document.error("M1"), 0);
    document.set("G2", {{"=SQRT(-1)"}});
    EXPECT_EQ(document.error("M1"), 502) << "Calc calls the root of a negative number Err:502";
    document.set("G2", {{350.0}});
    document.set("K2", {{"=1/0"}});
    document.set_array_formula("M11:T14", driftredovisning + "(A1:C6;E1:G3;I1:K3)");
    EXPECT_EQ(document.error("M11"), 504) << "Calc itself refuses an error in this argument";
}

TEST_F(DriftredovisningInCalc, WhatIsMissingIsAnArgumentError) {
    Document document(office());
    fill(document);
    const auto error_of = [&document](const std::string& arguments) {
        document.set_array_formula("M1:T4", driftredovisning + arguments);
        return document.error("M1");
    };
    EXPECT_EQ(error_of("(A1:B6;E1:G3)"), 502) << "no column belopp";
    EXPECT_EQ(error_of("(A2:C6;E1:G3)"), 502) << "no header row";
    EXPECT_EQ(error_of("(A1:C6;E1:E3)"), 502) << "none of intäkt, kostnad, netto";
    EXPECT_EQ(error_of("(Y1:Z6;E1:G3)"), 502) << "an empty range";
    EXPECT_EQ(error_of("(A1:C6;E1:G3;I2:K3)"), 502) << "no header row in the year before";
}

TEST_F(DriftredovisningInCalc, RowsThatCannotBeReadAreAnArgumentError) {
    Document document(office());
    fill(document);
    document.set_array_formula("M1:T4", driftredovisning + "(A1:C6;E1:G4)");
    EXPECT_EQ(document.error("M1"), 0) << "an empty row is passed over";
    document.set("C3", {{"fyra"}});
    EXPECT_EQ(document.error("M1"), 502) << "text for an amount";
    document.set("C3", {{400.4}});
    document.set("B3", {{""}});
    EXPECT_EQ(document.error("M1"), 502) << "an amount without account";
    document.set("B3", {{5010.0}});
    document.set("E4", {{"Summa", 900.0, 650.0}});
    EXPECT_EQ(document.error("M1"), 502) << "a row of sums would be counted twice";
    document.set("E4", {{"10", 900.0, 650.0}});
    EXPECT_EQ(document.error("M1"), 502) << "an insats stands once, as in a budget file";
}

TEST_F(DriftredovisningInCalc, AmountsWithoutInsatsAreKeptInTheSum) {
    Document document(office());
    document.set("A1", {{"insats", "konto", "belopp"}, {"10", "3011", -500.0}, {{}, "5010", 200.0}});
    document.set("E1", {{"insats", "netto"}, {"10", 400.0}});
    document.set_array_formula("M1:Q3", driftredovisning + "(A1:C3;E1:F2)");
    EXPECT_EQ(document.value("O3"), 300.0);
}

TEST_F(DriftredovisningInCalc, FollowsTheCellsOfItsRanges) {
    Document document(office());
    fill(document);
    document.set_array_formula("M1:T4", driftredovisning + "(A1:C6;E1:G3)");
    document.set("C2", {{-1500.0}});
    EXPECT_EQ(document.value("M2"), 1500.0);
}

} // namespace
} // namespace finsam::office
