#include "tests/office/office_test.hpp"

namespace finsam::office {
namespace {

const std::string balanskrav = "=SE.FINSAM.CALC.FUNCTIONS.BALANSKRAV";

class BalanskravInCalc : public OfficeTest {};

TEST_F(BalanskravInCalc, TheResultAloneIsTheBalanskravsresultat) {
    Document document(office());
    document.set_formula("A1", balanskrav + "(-575320,25)");
    EXPECT_NE(document.error("A1"), 0) << "a decimal comma does not belong in the file form";
    document.set_formula("A1", balanskrav + "(-575320.25)");
    EXPECT_EQ(document.value("A1"), -575320.25);
}

TEST_F(BalanskravInCalc, EveryAdjustmentHasItsSign) {
    Document document(office());
    // 1000 - 100 + 40 + 30 - 20 + 5 - 300 + 50 = 705
    document.set_formula("A1", balanskrav + "(1000;100;40;30;20;5;300;50)");
    EXPECT_EQ(document.value("A1"), 705.0);
    // a net loss is added, a reversal has its own sign: 1000 + 20 - 5 = 1015
    document.set_formula("A2", balanskrav + "(1000;0;0;0;-20;-5)");
    EXPECT_EQ(document.value("A2"), 1015.0);
}

TEST_F(BalanskravInCalc, IsExactToTheOre) {
    Document document(office());
    document.set_formula("A1", balanskrav + "(0.30;0.10;0;0;0.20)");
    EXPECT_EQ(document.value("A1"), 0.0);
}

TEST_F(BalanskravInCalc, OptionalArgumentsMayBeEmpty) {
    Document document(office());
    document.set("A1", {{{}, "=\"\"", balanskrav + "(1000;A1;B1;;A1;B1;;50)"}});
    EXPECT_EQ(document.value("C1"), 1050.0);
}

TEST_F(BalanskravInCalc, ANegativeAmountWhereOnlyAPositiveHasMeaning) {
    Document document(office());
    document.set("A1", {{balanskrav + "(1000;-1)", balanskrav + "(1000;0;-1)", balanskrav + "(1000;0;0;-1)",
                         balanskrav + "(1000;0;0;0;0;0;-1)", balanskrav + "(1000;0;0;0;0;0;0;-1)"}});
    for (const char* cell : {"A1", "B1", "C1", "D1", "E1"}) {
        EXPECT_EQ(document.error(cell), 502) << cell;
    }
}

TEST_F(BalanskravInCalc, TextAndErrorsAreNotZero) {
    Document document(office());
    document.set("A1", {{"tio", "=1/0", balanskrav + "(1000;A1)", balanskrav + "(1000;B1)", balanskrav + "(B1)"}});
    EXPECT_EQ(document.error("C1"), 502);
    EXPECT_EQ(document.error("D1"), 532);
    EXPECT_EQ(document.error("E1"), 532);
}

TEST_F(BalanskravInCalc, AnAmountNoCellHoldsToTheOreIsRefused) {
    Document document(office());
    document.set_formula("A1", balanskrav + "(1E+15)");
    EXPECT_EQ(document.error("A1"), 502);
}

} // namespace
} // namespace finsam::office
