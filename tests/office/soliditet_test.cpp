#include "tests/office/office_test.hpp"

namespace finsam::office {
namespace {

/// Functions in the form that a file stores.
const std::string soliditet = "=SE.FINSAM.CALC.FUNCTIONS.SOLIDITET";

class SoliditetInCalc : public OfficeTest {};

TEST_F(SoliditetInCalc, EquityOverAssets) {
    Document document(office());
    document.set("A1", {{50.0, 100.0, 10.0, soliditet + "(A1;B1)", soliditet + "(A1;B1;C1)"}});
    EXPECT_DOUBLE_EQ(document.value("D1"), 0.5);
    EXPECT_DOUBLE_EQ(document.value("E1"), 0.4);
}

TEST_F(SoliditetInCalc, TypedAsPeopleTypeIt) {
    Document document(office());
    document.set_local_formula("A1", "=soliditet(50,100)");
    EXPECT_DOUBLE_EQ(document.value("A1"), 0.5);
    EXPECT_EQ(document.local_formula("A1"), "=SOLIDITET(50,100)");
    EXPECT_EQ(document.formula("A1"), soliditet + "(50;100)");
}

TEST_F(SoliditetInCalc, ZeroAssetsIsDivisionByZero) {
    Document document(office());
    document.set("A1", {{50.0, 0.0, {}, soliditet + "(A1;B1)", soliditet + "(A1;C1)"}});
    EXPECT_EQ(document.error("D1"), 532);
    EXPECT_EQ(document.error("E1"), 532) << "an empty cell is zero";
    EXPECT_EQ(document.text("D1"), "#DIV/0!");
}

TEST_F(SoliditetInCalc, NegativeEquityIsANegativeShare) {
    Document document(office());
    document.set_formula("A1", soliditet + "(-25;100)");
    EXPECT_DOUBLE_EQ(document.value("A1"), -0.25);
}

TEST_F(SoliditetInCalc, LiabilityLeftOutIsZero) {
    Document document(office());
    document.set("A1", {{{}, "=\"\"", soliditet + "(50;100;A1)", soliditet + "(50;100;B1)", soliditet + "(50;100;)"}});
    EXPECT_DOUBLE_EQ(document.value("C1"), 0.5) << "empty cell";
    EXPECT_DOUBLE_EQ(document.value("D1"), 0.5) << "empty text";
    EXPECT_DOUBLE_EQ(document.value("E1"), 0.5) << "empty argument";
}

TEST_F(SoliditetInCalc, TextIsAnError) {
    Document document(office());
    document.set("A1", {{"tio", soliditet + "(50;100;A1)", soliditet + "(A1;100)", soliditet + "(50;100;A1:A2)"}});
    EXPECT_EQ(document.error("B1"), 502);
    EXPECT_EQ(document.error("C1"), 519);
    EXPECT_EQ(document.error("D1"), 502) << "a range is no number";
}

TEST_F(SoliditetInCalc, AnErrorIsPassedOn) {
    Document document(office());
    document.set("A1", {{"=1/0", soliditet + "(A1;100)", soliditet + "(50;A1)"}});
    EXPECT_EQ(document.error("B1"), 532);
    EXPECT_EQ(document.error("C1"), 532);
}

TEST_F(SoliditetInCalc, FollowsItsCells) {
    Document document(office());
    document.set("A1", {{50.0, 100.0, soliditet + "(A1;B1)"}});
    document.set("A1", {{75.0}});
    EXPECT_DOUBLE_EQ(document.value("C1"), 0.75);
}

} // namespace
} // namespace finsam::office
