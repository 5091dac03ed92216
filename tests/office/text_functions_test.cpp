// AVRUNDA.ENHET, SVTAL, SVBELOPP, SVDATUM, SVPERIOD and ORGNR.

#include "tests/office/office_test.hpp"

#include <gmock/gmock.h>

namespace finsam::office {
namespace {

using testing::ElementsAre;

#define NBSP "\u00A0"

const std::string prefix = "=SE.FINSAM.CALC.FUNCTIONS.";

class TextFunctions : public OfficeTest {
protected:
    void SetUp() override {
        OfficeTest::SetUp();
        if (!IsSkipped() && !HasFatalFailure()) {
            document_ = std::make_unique<Document>(office());
            document_->set("A1", {{1662665.0, "1 662 665", {}, "=1/0", "text"}});
        }
    }
    std::string text(const std::string& formula) { return cell(formula).text("Z1"); }
    double value(const std::string& formula) { return cell(formula).value("Z1"); }
    int error(const std::string& formula) { return cell(formula).error("Z1"); }
    Document& cell(const std::string& formula) {
        document_->set_formula("Z1", prefix + formula);
        return *document_;
    }
    std::unique_ptr<Document> document_;
};

TEST_F(TextFunctions, RoundEachFigureByItself) {
    EXPECT_EQ(value("AVRUNDAENHET(A1;\"tkr\")"), 1663.0);
    EXPECT_EQ(value("AVRUNDAENHET(A1;\"TKR\";2)"), 1662.67) << "1 662,665 is half: away from zero";
    EXPECT_EQ(value("AVRUNDAENHET(-A1;\"tkr\";2)"), -1662.67);
    EXPECT_EQ(value("AVRUNDAENHET(A1;\"mnkr\";1)"), 1.7);
    EXPECT_EQ(value("AVRUNDAENHET(2.675;\"öre\")"), 2.68) << "to öre, in kronor";
    EXPECT_EQ(value("AVRUNDAENHET(0.5;\"kr\")"), 1.0);
    EXPECT_EQ(value("AVRUNDAENHET(C1;\"kr\")"), 0.0) << "an empty cell";
    EXPECT_EQ(value("AVRUNDAENHET(A1;\"kr\";C1)"), 1662665.0);
    EXPECT_EQ(error("AVRUNDAENHET(A1;\"euro\")"), 502);
    EXPECT_EQ(error("AVRUNDAENHET(A1;C1)"), 502) << "no unit";
    EXPECT_EQ(error("AVRUNDAENHET(A1;\"tkr\";3)"), 502);
    EXPECT_EQ(error("AVRUNDAENHET(1E+300;\"tkr\")"), 502);
    EXPECT_EQ(error("AVRUNDAENHET(E1;\"tkr\")"), 519);
    EXPECT_EQ(error("AVRUNDAENHET(D1;\"tkr\")"), 532);
}

TEST_F(TextFunctions, ReadNumbers) {
    EXPECT_EQ(value("SVTAL(B1)"), 1662665.0);
    EXPECT_EQ(value("SVTAL(A1)"), 1662665.0) << "a cell with a number";
    EXPECT_EQ(value("SVTAL(0.125)"), 0.125) << "an English office writes the number with a point";
    EXPECT_EQ(value("SVTAL(-1234.567)"), -1234.567);
    EXPECT_EQ(value("SVTAL(1/3)"), 0.333333333333333) << "the fifteen digits that Calc writes";
    EXPECT_EQ(error("SVTAL(12.125)"), 519) << "arrives as text that may be 12 125";
    EXPECT_EQ(value("SVTAL(\"1662 665\")"), 1662665.0);
    EXPECT_EQ(value("SVTAL(\"−575\")"), -575.0) << "the minus sign";
    EXPECT_EQ(value("SVTAL(\"- 40\")"), -40.0);
    EXPECT_EQ(value("SVTAL(\"+ 816\")"), 816.0);
    EXPECT_EQ(value("SVTAL(\"(-75)\")"), -75.0);
    EXPECT_EQ(value("SVTAL(\"–\")"), 0.0) << "a dash alone";
    EXPECT_EQ(value("SVTAL(\"0,00\")"), 0.0);
    EXPECT_EQ(value("SVTAL(\"430,68 tkr\")"), 430680.0);
    EXPECT_EQ(value("SVTAL(\"1,5 mnkr\")"), 1500000.0);
    EXPECT_EQ(value("SVTAL(\"82%\")"), 0.82);
    EXPECT_EQ(value("SVTAL(\"0,1234\")"), 0.1234);
    for (const char* bad : {"\"abc\"", "\"\"", "C1", "\"1.500\"", "A1:B1"}) {
        EXPECT_EQ(error(std::string("SVTAL(") + bad + ")"), 519) << bad;
    }
    EXPECT_EQ(error("SVTAL(D1)"), 532);
}

TEST_F(TextFunctions, WriteAmounts) {
    EXPECT_EQ(text("SVBELOPP(A1)"), "1" NBSP "662" NBSP "665");
    EXPECT_EQ(text("SVBELOPP(A1;\"tkr\")"), "1" NBSP "663" NBSP "tkr");
    EXPECT_EQ(text("SVBELOPP(A1;\"tkr\";2)"), "1" NBSP "662,67" NBSP "tkr");
    EXPECT_EQ(text("SVBELOPP(-575;\"kr\")"), "−575" NBSP "kr");
    EXPECT_EQ(text("SVBELOPP(0.5;\"öre\")"), "0,50" NBSP "kr");
    EXPECT_EQ(text("SVBELOPP(1.5;;2)"), "1,50");
    EXPECT_EQ(text("SVBELOPP(0.896;\"%\";1)"), "89,6" NBSP "%");
    EXPECT_EQ(text("SVBELOPP(C1)"), "0") << "an empty cell";
    EXPECT_EQ(text("SVBELOPP(A1;C1;C1)"), "1" NBSP "662" NBSP "665");
    EXPECT_EQ(error("SVBELOPP(A1;\"euro\")"), 502);
    EXPECT_EQ(error("SVBELOPP(A1;7)"), 502);
    EXPECT_EQ(error("SVBELOPP(E1)"), 519);
    EXPECT_EQ(error("SVBELOPP(D1)"), 532);
}

TEST_F(TextFunctions, ReadDates) {
    for (const char* day : {"\"2024-12-31\"", "\"20241231\"", "20241231", "\"31/12 2024\"", "\"31 december 2024\"",
                            "\"31 dec. 2024\"", "DATE(2024;12;31)"}) {
        EXPECT_EQ(value(std::string("SVDATUM(") + day + ")"), 45657.0) << day;
    }
    for (const char* bad : {"\"2024-02-30\"", "\"2024-12\"", "\"31/12\"", "C1", "\"\"", "B1"}) {
        EXPECT_EQ(error(std::string("SVDATUM(") + bad + ")"), 519) << bad;
    }
    EXPECT_EQ(error("SVDATUM(D1)"), 532);
}

TEST_F(TextFunctions, WritePeriods) {
    EXPECT_EQ(text("SVPERIOD(\"2024-01-01\";\"2024-12-31\")"), "2024-01-01–2024-12-31");
    EXPECT_EQ(text("SVPERIOD(DATE(2024;1;1);DATE(2024;12;31);\"kort\")"), "jan-dec 2024");
    EXPECT_EQ(text("SVPERIOD(\"2024-01\";\"2024-08\";\"Lång\")"), "januari-augusti 2024");
    EXPECT_EQ(text("SVPERIOD(\"2024-12-31\";\"2024-12-31\";C1)"), "2024-12-31") << "one day";
    EXPECT_EQ(text("SVPERIOD(\"2024-07\";\"2025-06\";\"kort\")"), "juli 2024-juni 2025");
    EXPECT_EQ(error("SVPERIOD(\"2024-12-31\";\"2024-01-01\")"), 502);
    EXPECT_EQ(error("SVPERIOD(C1;\"2024-01-01\")"), 502) << "an empty cell";
    EXPECT_EQ(error("SVPERIOD(\"2024-01\";\"2024-12\";\"roman\")"), 502);
    EXPECT_EQ(error("SVPERIOD(D1;\"2024-12\")"), 532);
}

TEST_F(TextFunctions, OrganisationNumbers) {
    EXPECT_EQ(text("ORGNR(\"2220003095\")"), "222000-3095");
    EXPECT_EQ(text("ORGNR(2220003095)"), "222000-3095") << "a number";
    EXPECT_EQ(text("ORGNR(\"16222000-3095\")"), "222000-3095");
    EXPECT_EQ(text("ORGNR(C1)"), "");
    EXPECT_EQ(error("ORGNR(\"2220003096\")"), 502) << "the check digit";
    EXPECT_EQ(error("ORGNR(\"222000\")"), 502);
    EXPECT_EQ(error("ORGNR(D1)"), 532);
}

TEST_F(TextFunctions, AnArrayFormulaConvertsEachCell) {
    document_->set("A3", {{"1 000 tkr"}, {"fel"}, {3.0}});
    document_->set_array_formula("B3:B5", prefix + "SVTAL(A3:A5)");
    EXPECT_EQ(document_->value("B3"), 1000000.0);
    EXPECT_EQ(document_->error("B4"), 519) << "only the cell that is no number";
    EXPECT_EQ(document_->value("B5"), 3.0);
    document_->set_array_formula("D3:D4", prefix + "SVBELOPP({1500;2500};\"tkr\";1)");
    EXPECT_THAT(document_->texts("D3:D3"), ElementsAre("1,5" NBSP "tkr"));
}

} // namespace
} // namespace finsam::office
