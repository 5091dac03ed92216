// KONTOSALDO, PERIODSALDO, OBJEKTSALDO, BUDGETSALDO and VERIFIKATIONER.

#include "tests/office/office_test.hpp"
#include "tests/office/text.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/util/Date.hpp>
#include <gmock/gmock.h>

namespace finsam::office {
namespace {

using testing::Each;
using testing::ElementsAre;

const std::string prefix = "=SE.FINSAM.CALC.FUNCTIONS.";

class AccountFunctions : public OfficeTest {
protected:
    /// A:F balances with headings as on the sheet Saldon; G:K vouchers' rows.
    static void fill(Document& document) {
        document.set("A1", {{"konto", "Benämning", "IB 2024", "UB 2024", "Resultat 2024", "Budget 2024", "UB 2023"},
                            {"1930", "Bank", 100.5, 300.75, {}, {}, 100.5},
                            {"2081", "Eget kapital", -100.5, -100.5, {}, {}, -100.5},
                            {"3011", "Bidrag", {}, {}, -1000.0, -900.0, {}},
                            {3990.0, "Övrigt", {}, {}, -0.1, {}, {}},
                            {"349999", "Sex siffror", {}, {}, -0.2, {}, {}},
                            {"5010", "Lokal", {}, {}, 800.55, 750.0, {}},
                            {"8310", "Ränta", {}, {}, -0.5, {}, {}}});
        document.set("I1", {{"Datum", "Konto", "Insats", "Belopp", "Text"},
                            {"=DATE(2024;1;1)", "5010", "10", 400.0, "a"},
                            {"=DATE(2024;8;31)", "5010", "20", 50.25, "b"},
                            {"=DATE(2024;9;1)", "5020", "10", 7.0, "c"},
                            {"2024-12-31", "1930", {}, -457.25, "d"}});
    }
    /// The value of a formula in a cell of its own.
    static double value(Document& document, const std::string& formula) {
        document.set_formula("Z1", prefix + formula);
        EXPECT_EQ(document.error("Z1"), 0) << formula;
        return document.value("Z1");
    }
    static int error(Document& document, const std::string& formula) {
        document.set_formula("Z1", prefix + formula);
        return document.error("Z1");
    }
};

TEST_F(AccountFunctions, SumsTheExpressionsAccounts) {
    Document document(office());
    fill(document);
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"30-34;3990;8*\")"), -1000.8);
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"3990\")"), -0.1) << "an account that is a number in its cell";
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;3990)"), -0.1) << "and in the argument";
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"34\")"), 0.0) << "no such account";
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"*\")"), 0.0) << "closing balances and results sum to zero";
}

TEST_F(AccountFunctions, ClosingBalancesAndResultsOfTheFirstYear) {
    Document document(office());
    fill(document);
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"1*\")"), 300.75);
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"5010\")"), 800.55);
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"1*\";\"IB\")"), 100.5) << "beginning of a heading";
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"1*\";\"ub 2023\")"), 100.5) << "a heading in small letters";
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"1*\";2023)"), 100.5) << "a year";
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"1*\";Y1)"), 300.75) << "an empty cell is left out";
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"1*\";\"\")"), 300.75) << "empty text too";
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"5010\";\"Budget\")"), 750.0);
    EXPECT_EQ(value(document, "KONTOSALDO(I1:M5;\"5*\")"), 457.25) << "a column belopp";
    EXPECT_EQ(error(document, "KONTOSALDO(A1:G8;\"1*\";2022)"), 502);
}

TEST_F(AccountFunctions, WholeColumnsAreReadOnlyWhereTheyAreUsed) {
    Document document(office());
    fill(document);
    EXPECT_EQ(value(document, "KONTOSALDO(A:G;\"30-34;3990;8*\")"), -1000.8);
    EXPECT_EQ(value(document, "PERIODSALDO(I:M;\"5*\")"), 457.25);
    EXPECT_EQ(error(document, "KONTOSALDO(AA:AC;\"*\")"), 502) << "nothing stands there";
}

TEST_F(AccountFunctions, HeadingsMayStandBelowATitle) {
    Document document(office());
    document.set("A1", {{"Saldon"}, {}, {}, {"konto", "UB 2024"}, {"1930", 5.0}});
    EXPECT_EQ(error(document, "KONTOSALDO(A1:B5;\"1930\")"), 502) << "the first row in use is the header row";
    EXPECT_EQ(value(document, "KONTOSALDO(A2:B5;\"1930\")"), 5.0) << "empty rows above it are passed over";
}

TEST_F(AccountFunctions, ErrorsAndTextMatterOnlyInRowsThatCount) {
    Document document(office());
    fill(document);
    document.set("D2", {{"=1/0"}});
    EXPECT_EQ(error(document, "KONTOSALDO(A1:G8;\"1*\")"), 532);
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"2*\")"), -100.5) << "the error is in another row";
    document.set("D2", {{"trehundra"}});
    EXPECT_EQ(error(document, "KONTOSALDO(A1:G8;\"1*\")"), 502);
    EXPECT_EQ(value(document, "KONTOSALDO(A1:G8;\"2*\")"), -100.5);
    document.set("A8", {{"=NA()"}});
    EXPECT_EQ(error(document, "KONTOSALDO(A1:G8;\"2*\")"), 32767) << "an account that is not known may be any";
}

TEST_F(AccountFunctions, ArgumentsThatDoNotFit) {
    Document document(office());
    fill(document);
    for (const char* accounts : {"\"34-30\"", "\"konto\"", "\"\"", "Y1"}) {
        EXPECT_EQ(error(document, std::string("KONTOSALDO(A1:G8;") + accounts + ")"), 502) << accounts;
    }
    EXPECT_EQ(error(document, "KONTOSALDO(B1:G8;\"1*\")"), 502) << "no column konto";
    EXPECT_EQ(error(document, "KONTOSALDO(A1:B8;\"1*\")"), 502) << "no column of amounts";
    EXPECT_EQ(error(document, "KONTOSALDO({1;2};\"1*\")"), 504) << "an array is no range";
    EXPECT_EQ(error(document, "KONTOSALDO(A1:G8)"), 504) << "the accounts are missing";
    EXPECT_EQ(error(document, "KONTOSALDO(A1:G8;1/0)"), 532);
}

TEST_F(AccountFunctions, AnArrayFormulaAsksForEachCell) {
    Document document(office());
    fill(document);
    document.set("O1", {{"1*"}, {"30-34"}, {3990.0}});
    document.set_array_formula("P1:P3", prefix + "KONTOSALDO(A1:G8;O1:O3)");
    EXPECT_EQ(document.value("P1"), 300.75);
    EXPECT_EQ(document.value("P2"), -1000.2);
    EXPECT_EQ(document.value("P3"), -0.1);
}

TEST_F(AccountFunctions, FollowTheCellsOfTheirRanges) {
    Document document(office());
    fill(document);
    document.set_formula("Y5", prefix + "KONTOSALDO(A1:G8;\"1*\")");
    document.set("D2", {{400.0}});
    EXPECT_EQ(document.value("Y5"), 400.0);
    document.set("A3", {{"1940"}});
    EXPECT_EQ(document.value("Y5"), 299.5);
}

TEST_F(AccountFunctions, PeriodsHaveBothTheirEnds) {
    Document document(office());
    fill(document);
    EXPECT_EQ(value(document, "PERIODSALDO(I1:M5;\"5*\";\"2024-01-01\";\"2024-08-31\")"), 450.25);
    EXPECT_EQ(value(document, "PERIODSALDO(I1:M5;\"5*\";\"2024-01\";\"2024-08\")"), 450.25) << "months";
    EXPECT_EQ(value(document, "PERIODSALDO(I1:M5;\"5*\";DATE(2024;8;31);DATE(2024;9;1))"), 57.25);
    EXPECT_EQ(value(document, "PERIODSALDO(I1:M5;\"5*\";202409)"), 7.0);
    EXPECT_EQ(value(document, "PERIODSALDO(I1:M5;\"5*\";;\"2024-08-30\")"), 400.0);
    EXPECT_EQ(value(document, "PERIODSALDO(I1:M5;\"5*\";Y1;Y1)"), 457.25) << "empty cells";
    EXPECT_EQ(value(document, "PERIODSALDO(I1:M5;\"1*\";\"1 dec 2024\")"), -457.25) << "a date that is text";
    EXPECT_EQ(error(document, "PERIODSALDO(I1:M5;\"5*\";\"i fjol\")"), 502);
    EXPECT_EQ(error(document, "PERIODSALDO(A1:G8;\"5*\";\"2024-01\")"), 502) << "no column datum";
    document.set("I3", {{""}});
    EXPECT_EQ(error(document, "PERIODSALDO(I1:M5;\"5*\";\"2024-01\")"), 502) << "a row without date";
    EXPECT_EQ(value(document, "PERIODSALDO(I1:M5;\"5*\")"), 457.25) << "that does not matter without a period";
}

TEST_F(AccountFunctions, PeriodsOfWholeMonths) {
    Document document(office());
    document.set(
        "A1",
        {{"period", "konto", "belopp"}, {202401.0, "5010", 1.0}, {"2024-08", "5010", 20.0}, {"202409", "5010", 300.0}});
    EXPECT_EQ(value(document, "PERIODSALDO(A1:C4;\"5*\";\"2024-01\";\"2024-08\")"), 21.0);
    EXPECT_EQ(value(document, "PERIODSALDO(A1:C4;\"5*\";\"2024-08-01\")"), 320.0);
    EXPECT_EQ(error(document, "PERIODSALDO(A1:C4;\"5*\";\"2024-08-15\")"), 502) << "half a month";
}

TEST_F(AccountFunctions, DaysCountFromTheDocumentsOwnZero) {
    Document document(office());
    com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>(document.model(),
                                                                        com::sun::star::uno::UNO_QUERY_THROW)
        ->setPropertyValue("NullDate", com::sun::star::uno::Any(com::sun::star::util::Date(1, 1, 1904)));
    fill(document);
    EXPECT_EQ(value(document, "PERIODSALDO(I1:M5;\"5*\";\"2024-01-01\";\"2024-08-31\")"), 450.25);
    EXPECT_EQ(value(document, "SVDATUM(\"2024-08-31\")-DATE(2024;8;31)"), 0.0);
}

TEST_F(AccountFunctions, ObjectsByTheirCode) {
    Document document(office());
    fill(document);
    EXPECT_EQ(value(document, "OBJEKTSALDO(I1:M5;\"10\")"), 407.0);
    EXPECT_EQ(value(document, "OBJEKTSALDO(I1:M5;10;\"5010\")"), 400.0);
    EXPECT_EQ(value(document, "OBJEKTSALDO(I1:M5;\"\")"), -457.25) << "what no insats carries";
    EXPECT_EQ(value(document, "OBJEKTSALDO(I1:M5;\"99\")"), 0.0);
    EXPECT_EQ(error(document, "OBJEKTSALDO(A1:G8;\"10\")"), 502) << "no column insats";
}

TEST_F(AccountFunctions, Budget) {
    Document document(office());
    fill(document);
    EXPECT_EQ(value(document, "BUDGETSALDO(A1:G8;\"3*\")"), -900.0);
    EXPECT_EQ(value(document, "BUDGETSALDO(A1:G8;\"3*\";2024)"), -900.0);
    EXPECT_EQ(error(document, "BUDGETSALDO(A1:G8;\"3*\";2023)"), 502);
    EXPECT_EQ(value(document, "BUDGETSALDO(I1:M5;\"5*\")"), 457.25) << "a list with belopp";
}

TEST_F(AccountFunctions, VouchersRows) {
    Document document(office());
    fill(document);
    document.set_array_formula("P1:T2", prefix + "VERIFIKATIONER(I1:M5;\"5010\")");
    EXPECT_THAT(document.texts("Q1:T2"), ElementsAre("5010", "10", "400", "a", "5010", "20", "50.25", "b"));
    EXPECT_EQ(document.value("P2"), 45535.0) << "2024-08-31";
    document.set_array_formula("P11:T13", prefix + "VERIFIKATIONER(I:M;\"*\";\"2024-09\";\"2024-12\")");
    EXPECT_THAT(document.texts("P12:T12"), ElementsAre("2024-12-31", "1930", "", "-457.25", "d"))
        << "an empty cell stays so";
    EXPECT_EQ(document.error("P13"), 32767);
    document.set_array_formula("P21:T22", prefix + "VERIFIKATIONER(I1:M5;\"9*\")");
    EXPECT_THAT(document.texts("P21:T22"), Each("")) << "no rows";
    document.set("M2", {{"=1/0"}});
    EXPECT_EQ(document.error("T1"), 532) << "an error stays in its cell";
    EXPECT_EQ(document.error("S1"), 0);
}

} // namespace
} // namespace finsam::office
