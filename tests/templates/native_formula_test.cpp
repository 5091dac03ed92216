#include "templates/builder/native_formula.hpp"

#include <gtest/gtest.h>

namespace finsam::workbook {
namespace {

const std::string p = "SE.FINSAM.CALC.FUNCTIONS.";

TEST(NativeFormula, ACallIsSeenWhateverItsCaseButNotInATextOrASheetName) {
    EXPECT_TRUE(calls_addin("=1+" + p + "SOLIDITET(1;2)"));
    EXPECT_TRUE(calls_addin("=se.finsam.calc.functions.soliditet(1;2)"));
    EXPECT_TRUE(calls_addin("=IF(\"\"\"\"=\"\";" + p + "SVTAL(A1);0)")) << "a doubled quote ends no text";
    EXPECT_FALSE(calls_addin("=\"" + p + "SOLIDITET(1;2)\""));
    EXPECT_FALSE(calls_addin("='" + p + "X'.A1"));
    EXPECT_FALSE(calls_addin("=SUM(A1:A2)"));
}

TEST(NativeFormula, SoliditetIsADivision) {
    EXPECT_EQ(native_formula("=" + p + "SOLIDITET(B4;B5)"), "=(((B4)-(0))/(B5))");
    EXPECT_EQ(native_formula("=IF(COUNT(B4;B5)=2;" + p + "SOLIDITET(-B4;B5+1;B6);\"\")"),
              "=IF(COUNT(B4;B5)=2;(((-B4)-(B6))/(B5+1));\"\")");
}

TEST(NativeFormula, BalanskravAddsAndSubtractsInTheOrderOfTheLaw) {
    EXPECT_EQ(native_formula("=-" + p + "BALANSKRAV(A1;A2;A3;;A5)"),
              "=-ROUND(ROUND(A1;2)-ROUND(A2;2)+ROUND(A3;2)-ROUND(A5;2);2)");
}

TEST(NativeFormula, CallsInsideCallsAreReplacedToo) {
    EXPECT_EQ(native_formula("=" + p + "AVRUNDAENHET(" + p + "SOLIDITET(A1;A2);\"tkr\";1)*2"),
              "=ROUND(ROUND((((A1)-(0))/(A2));2)/1000;1)*2");
}

TEST(NativeFormula, AnArgumentMayHoldSemicolonsInTextsFunctionsAndArrays) {
    EXPECT_EQ(native_formula("=" + p + "SOLIDITET(IF(A1=\";)\";1;2);SUM({1;2});'Blad (1); x'.A1)"),
              "=(((IF(A1=\";)\";1;2))-('Blad (1); x'.A1))/(SUM({1;2})))");
}

TEST(NativeFormula, WhatHasNoEqualGivesNothing) {
    EXPECT_EQ(native_formula("=" + p + "SVBELOPP(A1;\"tkr\")"), std::nullopt);
    EXPECT_EQ(native_formula("=1+" + p + "SOLIDITET(" + p + "SVTAL(A1);2)"), std::nullopt);
    EXPECT_EQ(native_formula("=" + p + "AVRUNDAENHET(A1;B1)"), std::nullopt) << "the unit decides the expression";
    EXPECT_EQ(native_formula("=" + p + "EKRIKTVARDE(A1;C1:D3)"), std::nullopt);
    EXPECT_EQ(native_formula("=" + p + "SOLIDITET(1;2"), std::nullopt);
}

TEST(NativeFormula, OtherFormulasStayAsTheyAre) {
    EXPECT_EQ(native_formula("=SUM(A1:A2)&\"" + p + "SVTAL(1)\""), "=SUM(A1:A2)&\"" + p + "SVTAL(1)\"");
}

} // namespace
} // namespace finsam::workbook
