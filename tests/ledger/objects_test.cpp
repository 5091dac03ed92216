// Outcome and budget by insats: from which rows, and never twice.

#include "fixtures.hpp"

#include <gmock/gmock.h>

namespace finsam {

using testing::HasSubstr;

static const std::string vouchers = "#VER A 1 20240301 \"Hyra\"\n{\n#TRANS 5010 {1 \"100\" 20 \"A\"} 20 \"\" \"Mars\"\n"
                                    "#TRANS 5010 {1 \"100\"} 5\n#TRANS 1930 {20 \"A\"} -25\n}\n"
                                    "#VER A 2 20240401 \"Lön\"\n{\n#TRANS 7010 {20 \"B\"} 40\n#TRANS 1930 {} -40\n}\n";
static const std::string result = "#RES 0 5010 25\n#RES 0 7010 40\n";

TEST(Objects, ComeFromTransactionsAndTheRestStandsWithoutObject) {
    const Books books = books_of(head(2024, "20250110") + chart() + result + vouchers);
    EXPECT_EQ(books.insats_dimension, "20");
    const auto& objects = books.years[0].objects.value();
    EXPECT_EQ(amount_of(objects, "A", "5010"), kr(20));
    EXPECT_EQ(amount_of(objects, "", "5010"), kr(5));
    EXPECT_EQ(amount_of(objects, "B", "7010"), kr(40));
    EXPECT_EQ(objects.size(), 3U); // no balance accounts, no rows of zero
}

TEST(Objects, ComeFromPeriodBalancesSummedOverTheYear) {
    const Books books = books_of(head(2024, "20250110") + chart() + result +
                                 "#PSALDO 0 202401 5010 {20 \"A\"} 12\n#PSALDO 0 202402 5010 {20 \"A\"} 9\n"
                                 "#PSALDO 0 202401 7010 {20 \"B\"} 40\n#PSALDO 0 202401 1930 {20 \"A\"} -12\n");
    const auto& objects = books.years[0].objects.value();
    EXPECT_EQ(amount_of(objects, "A", "5010"), kr(21));
    EXPECT_EQ(amount_of(objects, "", "5010"), kr(4));
    EXPECT_EQ(amount_of(objects, "B", "7010"), kr(40));
    EXPECT_EQ(amount_of(objects, "A", "1930"), kr(0));
}

TEST(Objects, PeriodBalancesAndTransactionsAreNeverAdded) {
    const Books books = books_of(head(2024, "20250110") + chart() + result +
                                 "#PSALDO 0 202403 5010 {} 25\n#PSALDO 0 202403 5010 {20 \"A\"} 20\n"
                                 "#PSALDO 0 202404 7010 {20 \"B\"} 40\n" +
                                 vouchers);
    const auto& objects = books.years[0].objects.value();
    EXPECT_EQ(amount_of(objects, "A", "5010"), kr(20));
    EXPECT_EQ(amount_of(objects, "", "5010"), kr(5));
    EXPECT_EQ(amount_of(objects, "B", "7010"), kr(40));
}

TEST(Objects, PeriodTotalsAloneLeaveTheTransactionsToTell) {
    const Books books =
        books_of(head(2024, "20250110") + chart() + result + "#PSALDO 0 202403 5010 {} 25\n" + vouchers);
    EXPECT_EQ(amount_of(*books.years[0].objects, "A", "5010"), kr(20));
}

TEST(Objects, AreAbsentWithoutObjectBalancesAndTransactions) {
    const Books books = books_of(head(2024, "20250110") + chart() + result + "#PSALDO 0 202403 5010 {} 25\n");
    EXPECT_FALSE(books.years[0].objects.has_value());
}

TEST(Objects, OfTheYearBeforeComeFromALaterFile) {
    const Books books = books_of(head(2024, "20250110") + chart() +
                                 "#RES -1 5010 30\n#PSALDO -1 202305 5010 {20 \"A\"} 18\n" + vouchers);
    EXPECT_EQ(amount_of(*books.years[1].objects, "A", "5010"), kr(18));
    EXPECT_EQ(amount_of(*books.years[1].objects, "", "5010"), kr(12));
}

TEST(Objects, OfADivisionDoNotCount) {
    const Books books = books_of(head(2024, "20250110") + chart() +
                                 "#UNDERDIM 21 \"Delinsats\" 20\n#OBJEKT 21 \"A1\" \"Del\"\n#RES 0 5010 20\n"
                                 "#VER A 1 20240301\n{\n#TRANS 5010 {21 \"A1\"} 20\n#TRANS 1930 {} -20\n}\n");
    EXPECT_EQ(books.insats_dimension, "20");
    EXPECT_EQ(amount_of(*books.years[0].objects, "", "5010"), kr(20));
    EXPECT_EQ(books.years[0].objects->size(), 1U);
}

TEST(Objects, SumToTheResultEvenWhereResultLacksTheAccount) {
    const Books books = books_of(head(2024, "20250110") + chart() + "#RES 0 7010 40\n" + vouchers);
    EXPECT_EQ(amount_of(*books.years[0].objects, "A", "5010"), kr(20));
    EXPECT_EQ(amount_of(*books.years[0].objects, "", "5010"), kr(-20));
}

TEST(Objects, OfAChosenDimension) {
    const Books books = books_of(head(2024, "20250110") + chart() + result + vouchers, {.dimension = "1"});
    EXPECT_EQ(books.insats_dimension, "1");
    EXPECT_EQ(amount_of(*books.years[0].objects, "100", "5010"), kr(25));
    EXPECT_EQ(books.insats_names.at("100"), "Kansli");
}

TEST(Objects, AnUnknownDimensionIsAnErrorThatListsThoseThereAre) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250110") + chart() + result);
    const auto books = ledger.books({.dimension = "7"});
    ASSERT_FALSE(books.has_value());
    EXPECT_EQ(books.error().kind, LedgerError::Kind::not_found);
    EXPECT_THAT(books.error().text, HasSubstr("1 (Ansvar), 20 (Insats)"));
}

TEST(Objects, WithoutInsatsDimensionAllStandsWithoutObject) {
    const Books books = books_of(head(2024, "20250110") + "#DIM 30 \"Motpart\"\n#RES 0 5010 20\n"
                                                          "#VER A 1 20240301\n{\n#TRANS 5010 {30 \"K\"} 20\n"
                                                          "#TRANS 1930 {} -20\n}\n");
    EXPECT_EQ(books.insats_dimension, "");
    EXPECT_EQ(amount_of(*books.years[0].objects, "", "5010"), kr(20));
}

TEST(Budget, IsTheAccountsTotalsSummedOverThePeriods) {
    const Books books = books_of(head(2024, "20250110") + chart() +
                                 "#PBUDGET 0 202401 5010 {} 30\n#PBUDGET 0 202402 5010 {} 30\n"
                                 "#PBUDGET 0 202401 5010 {20 \"A\"} 25\n#PBUDGET 0 202402 5010 {20 \"B\"} 15\n");
    const YearBooks& year = books.years[0];
    EXPECT_EQ(year.budget->at("5010"), kr(60));
    EXPECT_EQ(amount_of(*year.object_budget, "A", "5010"), kr(25));
    EXPECT_EQ(amount_of(*year.object_budget, "B", "5010"), kr(15));
    EXPECT_EQ(amount_of(*year.object_budget, "", "5010"), kr(20));
}

TEST(Budget, IsTheSumOfObjectsWhereAnAccountHasOnlyThese) {
    const Books books = books_of(head(2024, "20250110") + chart() +
                                 "#PBUDGET 0 202401 5010 {20 \"A\"} 25\n#PBUDGET 0 202402 5010 {20 \"B\"} 15\n"
                                 "#PBUDGET 0 202401 7010 {} 50\n");
    EXPECT_EQ(books.years[0].budget, (AccountAmounts{{"5010", kr(40)}, {"7010", kr(50)}}));
    EXPECT_EQ(amount_of(*books.years[0].object_budget, "", "7010"), kr(50));
}

TEST(Budget, OfTwoDimensionsIsNotAdded) {
    const Books books = books_of(head(2024, "20250110") + chart() +
                                 "#PBUDGET 0 202401 5010 {1 \"100\"} 40\n#PBUDGET 0 202401 5010 {20 \"A\"} 25\n"
                                 "#PBUDGET 0 202401 5010 {20 \"B\"} 15\n");
    EXPECT_EQ(books.years[0].budget->at("5010"), kr(40));
}

TEST(Budget, WithoutInsatserHasNoBudgetByInsats) {
    const Books books = books_of(head(2024, "20250110") + chart() + "#PBUDGET 0 202401 5010 {} 30\n");
    EXPECT_EQ(books.years[0].budget->at("5010"), kr(30));
    EXPECT_FALSE(books.years[0].object_budget.has_value());
}

TEST(Vouchers, AreGivenOnRequestOnly) {
    const std::string sie = head(2024, "20250110") + chart() + result + vouchers;
    EXPECT_TRUE(books_of(sie).vouchers.empty());
    EXPECT_EQ(books_of(sie, {.with_vouchers = true}).vouchers.size(), 5U);
}

TEST(Vouchers, CarryTextObjectAndSource) {
    const Books books = books_of(head(2024, "20250110") + chart() + result + vouchers, {.with_vouchers = true});
    const VoucherRow& first = books.vouchers.at(0);
    EXPECT_EQ(first.series, "A");
    EXPECT_EQ(first.number, "1");
    EXPECT_EQ(first.date, (Date{2024, 3, 1}));
    EXPECT_EQ(first.text, "Mars"); // the row's own
    EXPECT_EQ(first.account, "5010");
    EXPECT_EQ(first.object, "A");
    EXPECT_EQ(first.amount, kr(20));
    EXPECT_EQ(first.file_name, "prov.se");
    EXPECT_EQ(first.line, 24U);                   // 9 lines of head, 10 of chart, 2 of result, #VER, {
    EXPECT_EQ(books.vouchers.at(1).text, "Hyra"); // the voucher's
    EXPECT_EQ(books.vouchers.at(1).object, "");
}

TEST(Vouchers, OfTheReportYearAndTheYearBefore) {
    Ledger ledger = empty_ledger();
    for (const int year : {2022, 2023, 2024}) {
        const std::string y = std::to_string(year);
        take(ledger, head(year, std::to_string(year + 1) + "0110") + "#UB 0 1930 1\n#VER A 1 " + y + "0301 T" + y +
                         "\n{\n#TRANS 5010 {} 1\n#TRANS 1930 {} -1\n}\n");
    }
    const Books books = books_of(ledger, {.with_vouchers = true});
    ASSERT_EQ(books.vouchers.size(), 4U);
    EXPECT_EQ(books.vouchers[0].text, "T2024");
    EXPECT_EQ(books.vouchers[2].text, "T2023");
}

TEST(Vouchers, TextsAreOneLine) {
    const Books books = books_of(head(2024, "20250110") + "#UB 0 1930 1\n#VER A 1 20240301 \"Rad\rett\"\n{\n"
                                                          "#TRANS 5010 {} 1\n#TRANS 1930 {} -1\n}\n",
                                 {.with_vouchers = true});
    EXPECT_EQ(books.vouchers.at(0).text, "Rad ett");
}

} // namespace finsam
