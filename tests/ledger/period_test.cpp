// Books until a day, for a delårsrapport, and a year that is only planned. Figures are added up by hand in comments.

#include "fixtures.hpp"

#include <gmock/gmock.h>

namespace finsam {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// 60 paid on 31 August and 40 on 1 September; 100 of contributions in January.
std::string vouchers_of_2024() {
    return head(2024, "20250110") + chart() +
           "#IB 0 1930 100\n#IB 0 2010 -100\n#UB 0 1930 100\n#UB 0 2010 -100\n#RES 0 3010 -100\n#RES 0 5010 100\n"
           "#PBUDGET 0 202401 5010 {} 50\n#PBUDGET 0 202408 5010 {} 15\n#PBUDGET 0 202409 5010 {} 55\n"
           "#VER A 1 20240115\n{\n#TRANS 1930 {} 100\n#TRANS 3010 {} -100\n}\n"
           "#VER A 2 20240831\n{\n#TRANS 5010 {20 \"A\"} 60\n#TRANS 1930 {} -60\n}\n"
           "#VER A 3 20240901\n{\n#TRANS 5010 {20 \"B\"} 40\n#TRANS 1930 {} -40\n}\n";
}

/// The same year as months, of every account.
std::string months_of_2024() {
    return head(2024, "20250110") + chart() +
           "#IB 0 1930 100\n#IB 0 2010 -100\n#UB 0 1930 100\n#UB 0 2010 -100\n#RES 0 3010 -100\n#RES 0 5010 100\n"
           "#PSALDO 0 202401 1930 {} 100\n#PSALDO 0 202401 3010 {} -100\n"
           "#PSALDO 0 202408 1930 {} -60\n#PSALDO 0 202408 5010 {} 60\n#PSALDO 0 202408 5010 {20 \"A\"} 60\n"
           "#PSALDO 0 202409 1930 {} -40\n#PSALDO 0 202409 5010 {} 40\n#PSALDO 0 202409 5010 {20 \"B\"} 40\n";
}

BooksQuery until(Date day) {
    BooksQuery query;
    query.with_vouchers = true;
    query.period_end = day;
    return query;
}

std::string refused(const std::string& sie, Date day) {
    Ledger ledger = empty_ledger();
    take(ledger, sie);
    const auto books = ledger.books(until(day));
    return books ? std::string() : books.error().text;
}

TEST(Period, VouchersUntilTheDayMakeResultClosingAndInsatser) {
    const Books books = books_of(vouchers_of_2024(), until({2024, 8, 31}));
    const YearBooks& year = books.years[0];
    EXPECT_EQ(year.until(), (Date{2024, 8, 31}));
    EXPECT_EQ(year.to, (Date{2024, 12, 31}));
    EXPECT_EQ(year.result, (AccountAmounts{{"3010", kr(-100)}, {"5010", kr(60)}}));
    EXPECT_EQ(year.closing->at("1930"), kr(140)); // 100 + 100 - 60
    EXPECT_EQ(year.closing->at("2010"), kr(-100));
    EXPECT_EQ(amount_of(*year.objects, "A", "5010"), kr(60));
    EXPECT_EQ(amount_of(*year.objects, "B", "5010"), kr(0));
    EXPECT_EQ(books.vouchers.size(), 4U); // the rows of September are not of the period
}

TEST(Period, TheBudgetIsOfTheYearAndOfThePeriod) {
    const YearBooks year = books_of(vouchers_of_2024(), until({2024, 8, 31})).years[0];
    EXPECT_EQ(year.budget->at("5010"), kr(120));                                             // 50 + 15 + 55
    EXPECT_EQ(year.period_budget->at("5010"), kr(65));                                       // 50 + 15
    EXPECT_FALSE(books_of(vouchers_of_2024(), until({2024, 8, 15})).years[0].period_budget); // inside a month
}

TEST(Period, ADayInsideAMonthCountsTheVouchersUntilIt) {
    EXPECT_EQ(books_of(vouchers_of_2024(), until({2024, 8, 30})).years[0].result, (AccountAmounts{{"3010", kr(-100)}}));
    EXPECT_EQ(books_of(vouchers_of_2024(), until({2024, 9, 1})).years[0].closing->at("1930"), kr(100));
}

TEST(Period, MonthsMakeTheSameWhereThereAreNoVouchers) {
    const YearBooks year = books_of(months_of_2024(), until({2024, 8, 31})).years[0];
    EXPECT_EQ(year.result, (AccountAmounts{{"3010", kr(-100)}, {"5010", kr(60)}}));
    EXPECT_EQ(year.closing->at("1930"), kr(140));
    EXPECT_EQ(amount_of(*year.objects, "A", "5010"), kr(60));
}

TEST(Period, MonthsGiveNoDayInsideAMonth) {
    EXPECT_THAT(refused(months_of_2024(), {2024, 8, 30}), HasSubstr("bara ge en månads sista dag"));
}

TEST(Period, TheWholeYearIsTheYear) {
    const Books whole = books_of(vouchers_of_2024());
    const Books period = books_of(vouchers_of_2024(), until({2024, 12, 31}));
    EXPECT_EQ(period.years[0].result, whole.years[0].result);
    EXPECT_EQ(period.years[0].closing, whole.years[0].closing);
    EXPECT_EQ(period.years[0].period_budget, whole.years[0].budget);
}

TEST(Period, VouchersThatDoNotExplainTheYearAreNotUsed) {
    const std::string sie = head(2024, "20250110") + chart() +
                            "#IB 0 1930 100\n#IB 0 2010 -100\n#UB 0 1930 90\n#UB 0 2010 -100\n#RES 0 5010 10\n"
                            "#VER A 1 20240115\n{\n#TRANS 1930 {} -7\n#TRANS 5010 {} 7\n}\n";
    EXPECT_THAT(refused(sie, {2024, 8, 31}), HasSubstr("konto 5010"));
}

TEST(Period, AFileWithoutVouchersAndMonthsGivesNoPeriod) {
    const std::string sie = head(2024, "20250110") + chart() + "#IB 0 1930 100\n#UB 0 1930 90\n#RES 0 5010 10\n";
    EXPECT_THAT(refused(sie, {2024, 8, 31}), HasSubstr("varken verifikationer eller månadssaldon"));
}

TEST(Period, MonthsOfResultsAloneGiveTheResultAndSayThatBalancesAreMissing) {
    const std::string sie = head(2024, "20250110") + chart() +
                            "#IB 0 1930 100\n#IB 0 2010 -100\n#UB 0 1930 0\n#UB 0 2010 -100\n#RES 0 5010 100\n"
                            "#PSALDO 0 202408 5010 {} 60\n#PSALDO 0 202409 5010 {} 40\n";
    const Books books = books_of(sie, until({2024, 8, 31}));
    EXPECT_EQ(books.years[0].result->at("5010"), kr(60));
    EXPECT_FALSE(books.years[0].closing);
    EXPECT_EQ(books.years[0].closing_source, ClosingSource::none);
    ASSERT_FALSE(books.notes.empty());
    EXPECT_THAT(books.notes[0], HasSubstr("konto 1930"));
}

TEST(Period, AFileMadeBeforeTheDayIsRefused) {
    const std::string sie = head(2024, "20240815") + chart() +
                            "#IB 0 1930 100\n#IB 0 2010 -100\n#RES 0 5010 5\n"
                            "#VER A 1 20240115\n{\n#TRANS 1930 {} -5\n#TRANS 5010 {} 5\n}\n";
    EXPECT_THAT(refused(sie, {2024, 8, 31}), HasSubstr("2024-08-15"));
}

TEST(Period, AFileWithTheBalancesOfTheDayNeedsNothingMore) {
    const std::string sie = head(2024, "20240915") + "#OMFATTN 20240831\n" + chart() +
                            "#IB 0 1930 100\n#IB 0 2010 -100\n#UB 0 1930 40\n#UB 0 2010 -100\n#RES 0 5010 60\n";
    const YearBooks year = books_of(sie, until({2024, 8, 31})).years[0];
    EXPECT_EQ(year.result->at("5010"), kr(60));
    EXPECT_EQ(year.closing->at("1930"), kr(40));
    EXPECT_EQ(year.until(), (Date{2024, 8, 31}));
}

TEST(Period, TheSamePeriodOfLastYearIsThere) {
    Ledger ledger = empty_ledger();
    take(ledger, vouchers_of_2024(), "2024.se");
    take(ledger,
         head(2023, "20240110") + chart() +
             "#IB 0 1930 130\n#IB 0 2010 -130\n#UB 0 1930 100\n#UB 0 2010 -130\n#RES 0 5010 30\n"
             "#VER A 1 20230228\n{\n#TRANS 1930 {} -20\n#TRANS 5010 {} 20\n}\n"
             "#VER A 2 20231031\n{\n#TRANS 1930 {} -10\n#TRANS 5010 {} 10\n}\n",
         "2023.se");
    const Books books = books_of(ledger, until({2024, 8, 31}));
    ASSERT_TRUE(books.same_period);
    EXPECT_EQ(books.same_period->until(), (Date{2023, 8, 31}));
    EXPECT_EQ(books.same_period->result->at("5010"), kr(20));
    EXPECT_EQ(books.same_period->closing->at("1930"), kr(110)); // 130 - 20
    EXPECT_EQ(books.years[1].result->at("5010"), kr(30));       // the year before is whole
    EXPECT_THAT(books.notes, IsEmpty());
    // The last of February is the last of February, in a leap year too.
    EXPECT_EQ(books_of(ledger, until({2024, 2, 29})).same_period->until(), (Date{2023, 2, 28}));
}

TEST(Period, WithoutLastYearsVouchersTheComparisonIsMissingAndTold) {
    const Books books = books_of(vouchers_of_2024() + "#RES -1 5010 44\n", until({2024, 8, 31}));
    EXPECT_FALSE(books.same_period);
    ASSERT_EQ(books.notes.size(), 1U);
    EXPECT_THAT(books.notes[0], HasSubstr("2023-08-31"));
}

TEST(Period, ADayOutsideTheBooksIsRefused) {
    EXPECT_THAT(refused(vouchers_of_2024(), {2026, 8, 31}), HasSubstr("2026-08-31"));
}

BooksQuery planned(int year) {
    BooksQuery query;
    query.plan_year = year;
    return query;
}

TEST(PlannedYear, StandsBeforeTheLatestYearOfTheBooks) {
    const Books books = books_of(vouchers_of_2024(), planned(2025));
    ASSERT_GE(books.years.size(), 2U);
    EXPECT_EQ(books.years[0].from, (Date{2025, 1, 1}));
    EXPECT_EQ(books.years[0].to, (Date{2025, 12, 31}));
    EXPECT_FALSE(books.years[0].result);
    EXPECT_FALSE(books.years[0].opening);
    EXPECT_EQ(books.years[1].result->at("5010"), kr(100));
    EXPECT_EQ(books.years[1].budget->at("5010"), kr(120));
}

TEST(PlannedYear, ThatTheBooksHaveIsTaken) {
    const Books books = books_of(vouchers_of_2024(), planned(2024));
    EXPECT_EQ(books.years[0].to, (Date{2024, 12, 31}));
    EXPECT_EQ(books.years[0].budget->at("5010"), kr(120));
}

TEST(PlannedYear, MustFollowTheBooks) {
    Ledger ledger = empty_ledger();
    take(ledger, vouchers_of_2024());
    const auto books = ledger.books(planned(2027));
    ASSERT_FALSE(books);
    EXPECT_THAT(books.error().text, HasSubstr("2024-12-31"));
}

} // namespace
} // namespace finsam
