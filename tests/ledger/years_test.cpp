// Which years the books hold, and where each figure of a year comes from.

#include "fixtures.hpp"

#include <gmock/gmock.h>

namespace finsam {

using testing::HasSubstr;

static std::string file_2024() {
    return head(2024, "20250110") + chart() +
           "#IB 0 1930 100\n#IB 0 2010 -100\n#UB 0 1930 80\n#UB 0 2010 -100\n#RES 0 3010 -30\n#RES 0 5010 50\n";
}

TEST(Years, OneFileGivesItsYearAndTheClosingBefore) {
    const Books books = books_of(file_2024());
    ASSERT_EQ(books.years.size(), 2U);
    const YearBooks& year = books.years[0];
    EXPECT_EQ(year.from, (Date{2024, 1, 1}));
    EXPECT_EQ(year.to, (Date{2024, 12, 31}));
    EXPECT_EQ(year.opening->at("1930"), kr(100));
    EXPECT_EQ(year.closing->at("1930"), kr(80));
    EXPECT_EQ(year.closing_source, ClosingSource::closing);
    EXPECT_EQ(year.result->at("3010"), kr(-30));
    EXPECT_FALSE(year.budget.has_value());
    EXPECT_FALSE(year.objects.has_value());

    const YearBooks& before = books.years[1];
    EXPECT_EQ(before.from, (Date{2023, 1, 1}));
    EXPECT_EQ(before.to, (Date{2023, 12, 31}));
    EXPECT_EQ(before.closing->at("1930"), kr(100));
    EXPECT_EQ(before.closing_source, ClosingSource::next_opening);
    EXPECT_FALSE(before.result.has_value());
    EXPECT_FALSE(before.opening.has_value());
}

TEST(Years, ComparativeFiguresOfOneFileAreTaken) {
    const Books books = books_of(file_2024() + "#IB -1 1930 70\n#UB -1 1930 99\n#RES -1 5010 44\n");
    ASSERT_EQ(books.years.size(), 3U);
    EXPECT_EQ(books.years[1].result->at("5010"), kr(44));
    EXPECT_EQ(books.years[1].closing->at("1930"), kr(99));
    EXPECT_EQ(books.years[1].closing_source, ClosingSource::closing);
    EXPECT_EQ(books.years[2].closing->at("1930"), kr(70));
    EXPECT_EQ(books.years[2].closing_source, ClosingSource::next_opening);
}

TEST(Years, AYearsOwnFileGoesBeforeALaterFilesComparatives) {
    Ledger ledger = empty_ledger();
    take(ledger, file_2024() + "#RES -1 5010 44\n#UB -1 1930 99\n", "2024.se");
    take(ledger, head(2023, "20240110") + "#UB 0 1930 98\n#RES 0 5010 45\n", "2023.se");
    const Books books = books_of(ledger);
    EXPECT_EQ(books.years[1].result->at("5010"), kr(45));
    EXPECT_EQ(books.years[1].closing->at("1930"), kr(98));
    ASSERT_EQ(books.imports.size(), 2U);
    EXPECT_EQ(books.imports[0].file_name, "2024.se");
    EXPECT_EQ(books.imports[1].file_name, "2023.se");
}

TEST(Years, WhatAYearsOwnFileLacksComesFromALaterFile) {
    Ledger ledger = empty_ledger();
    take(ledger, file_2024() + "#PBUDGET -1 202301 5010 {} 46\n");
    take(ledger, head(2023, "20240110") + "#UB 0 1930 98\n#RES 0 5010 45\n");
    const Books books = books_of(ledger);
    EXPECT_EQ(books.years[1].result->at("5010"), kr(45));
    EXPECT_EQ(books.years[1].budget->at("5010"), kr(46));
}

TEST(Years, WithoutClosingItIsOpeningPlusTransactions) {
    const Books books = books_of(head(2024, "20250110") + chart() +
                                 "#IB 0 1930 100\n#IB 0 2010 -100\n#RES 0 5010 20\n"
                                 "#VER A 1 20240301\n{\n#TRANS 5010 {} 20\n#TRANS 1930 {} -20\n}\n");
    EXPECT_EQ(books.years[0].closing, (AccountAmounts{{"1930", kr(80)}, {"2010", kr(-100)}}));
    EXPECT_EQ(books.years[0].closing_source, ClosingSource::closing);
}

TEST(Years, WithoutClosingAndTransactionsItIsTheNextOpening) {
    Ledger ledger = empty_ledger();
    take(ledger, file_2024());
    take(ledger, head(2023, "20240110") + "#RES 0 5010 45\n");
    const Books books = books_of(ledger, {.year = 2023});
    EXPECT_EQ(books.years[0].closing->at("1930"), kr(100));
    EXPECT_EQ(books.years[0].closing_source, ClosingSource::next_opening);
    EXPECT_EQ(books.imports.size(), 2U); // the later file lent its opening balances
}

TEST(Years, WithoutResultItIsTheTransactions) {
    const Books books = books_of(head(2024, "20250110") + chart() +
                                 "#IB 0 1930 100\n#UB 0 1930 80\n"
                                 "#VER A 1 20240301\n{\n#TRANS 5010 {} 20\n#TRANS 1930 {} -20\n}\n");
    EXPECT_EQ(books.years[0].result, (AccountAmounts{{"5010", kr(20)}}));
}

/// Vouchers alone of 2024, and a later file that has the year's figures.
static Ledger with_vouchers_of_2024_alone(const std::string& later) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250110") + chart() + "#VER A 1 20240301 Hyra\n{\n#TRANS 5010 {20 A} 20\n" +
                     "#TRANS 1930 {} -20\n}\n");
    take(ledger, head(2025, "20260110") + chart() + "#UB 0 1930 1\n" + later);
    return ledger;
}

TEST(Years, VouchersAloneDoNotGoBeforeALaterFilesFigures) {
    const Books books = books_of(with_vouchers_of_2024_alone("#IB -1 1930 500\n#UB -1 1930 400\n#RES -1 5010 100\n"
                                                             "#PSALDO -1 202401 5010 {20 A} 90\n"),
                                 {.with_vouchers = true});
    const YearBooks& year = books.years.at(1);
    EXPECT_EQ(year.result, (AccountAmounts{{"5010", kr(100)}}));
    EXPECT_EQ(year.closing, (AccountAmounts{{"1930", kr(400)}}));
    EXPECT_EQ(amount_of(*year.objects, "A", "5010"), kr(90));
    EXPECT_EQ(books.vouchers.size(), 2U); // they are shown all the same
}

TEST(Years, VouchersAloneAreNoYearsFigures) {
    const Books books = books_of(with_vouchers_of_2024_alone(""));
    const YearBooks& year = books.years.at(1);
    EXPECT_FALSE(year.result.has_value());
    EXPECT_FALSE(year.closing.has_value());
    EXPECT_FALSE(year.objects.has_value());
}

TEST(Years, GoBackOverAYearThatIsMissing) {
    Ledger ledger = empty_ledger();
    for (const int year : {2024, 2023, 2021}) {
        take(ledger, head(year, std::to_string(year + 1) + "0110") + "#UB 0 1930 1\n#RES 0 5010 1\n");
    }
    const Books books = books_of(ledger);
    ASSERT_EQ(books.years.size(), 4U);
    EXPECT_EQ(books.years[1].to.year, 2023);
    const YearBooks& missing = books.years[2];
    EXPECT_EQ(missing.from, (Date{2022, 1, 1}));
    EXPECT_EQ(missing.to, (Date{2022, 12, 31}));
    EXPECT_FALSE(missing.opening || missing.closing || missing.result || missing.movement || missing.budget);
    EXPECT_EQ(books.years[3].to.year, 2021);
    EXPECT_EQ(books.years[3].result->at("5010"), kr(1));
}

TEST(Years, OfAMissingYearTheBooksHaveWhatTheNextBeganWith) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250110") + "#IB 0 1930 7\n#UB 0 1930 8\n#RES 0 5010 1\n");
    take(ledger, head(2021, "20220110") + "#UB 0 1930 5\n#RES 0 5010 1\n");
    const Books books = books_of(ledger);
    ASSERT_EQ(books.years.size(), 4U);
    EXPECT_EQ(books.years[1].closing, (AccountAmounts{{"1930", kr(7)}}));
    EXPECT_EQ(books.years[1].closing_source, ClosingSource::next_opening);
    EXPECT_FALSE(books.years[1].result.has_value());
    EXPECT_EQ(books.years[2].closing_source, ClosingSource::none);
    EXPECT_EQ(books.years[3].closing, (AccountAmounts{{"1930", kr(5)}}));
}

TEST(Years, AGapThatLeavesNoRoomForTheYearBeforeItEndsTheBooks) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250110") + "#IB 0 1930 7\n#UB 0 1930 8\n");
    take(ledger, head(2021, "20220110") + "#UB 0 1930 5\n");
    EXPECT_EQ(books_of(ledger, {.years_back = 2}).years.size(), 2U);
    EXPECT_EQ(books_of(ledger, {.years_back = 3}).years.size(), 4U);
}

TEST(Years, AnEarlierYearOfTheLedgerHasItsOwnEarlierYears) {
    Ledger ledger = empty_ledger();
    for (int year = 2018; year <= 2025; ++year) {
        take(ledger, head(year, std::to_string(year + 1) + "0110") + "#UB 0 1930 " + std::to_string(year) +
                         "\n#RES 0 5010 1\n");
    }
    const Books books = books_of(ledger, {.year = 2024});
    ASSERT_EQ(books.years.size(), 6U);
    for (int back = 0; back < 6; ++back) {
        EXPECT_EQ(books.years[static_cast<std::size_t>(back)].closing->at("1930"), kr(2024 - back));
    }
}

TEST(Years, GoBackNoFurtherThanAsked) {
    Ledger ledger = empty_ledger();
    for (const int year : {2024, 2023, 2022, 2021}) {
        take(ledger, head(year, std::to_string(year + 1) + "0110") + "#IB 0 1930 1\n#UB 0 1930 1\n");
    }
    EXPECT_EQ(books_of(ledger, {.years_back = 0}).years.size(), 1U);
    EXPECT_EQ(books_of(ledger, {.years_back = 2}).years.size(), 3U);
    EXPECT_EQ(books_of(ledger).years.size(), 5U); // four files and the closing before the first
}

TEST(Years, AnUndeclaredYearBeforeIsTwelveMonths) {
    std::string sie = head(2024, "20250110") + "#RES 0 5010 1\n#RES -2 5010 3\n";
    const Books books = books_of(sie + "#RES -1 5010 2\n");
    ASSERT_EQ(books.years.size(), 3U);
    EXPECT_EQ(books.years[2].from, (Date{2022, 1, 1}));
    EXPECT_EQ(books.years[2].to, (Date{2022, 12, 31}));
    EXPECT_EQ(books.years[2].result->at("5010"), kr(3));
}

TEST(Years, ABrokenFiscalYearIsNamedByItsEnd) {
    const std::string sie = "#FLAGGA 0\n#PROGRAM P 1\n#FORMAT PC8\n#GEN 20240910\n#SIETYP 4\n#FNAMN F\n"
                            "#RAR 0 20230701 20240630\n#IB 0 1930 5\n#UB 0 1930 6\n";
    const Books books = books_of(sie, {.year = 2024});
    EXPECT_EQ(books.years[0].from, (Date{2023, 7, 1}));
    EXPECT_EQ(books.years[1].from, (Date{2022, 7, 1}));
    EXPECT_EQ(books.years[1].to, (Date{2023, 6, 30}));
}

TEST(Years, TheLatestIsTheReportYearUnlessAsked) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250110") + "#UB 0 1930 1\n");
    take(ledger, head(2023, "20240110") + "#UB 0 1930 2\n");
    EXPECT_EQ(books_of(ledger).years[0].to.year, 2024);
    EXPECT_EQ(books_of(ledger, {.year = 2023}).years[0].to.year, 2023);
}

TEST(Years, AYearThatIsMissingIsAnErrorThatListsThoseThereAre) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250110") + "#UB 0 1930 1\n");
    take(ledger, head(2023, "20240110") + "#UB 0 1930 2\n");
    const auto books = ledger.books({.year = 2019});
    ASSERT_FALSE(books.has_value());
    EXPECT_EQ(books.error().kind, LedgerError::Kind::not_found);
    EXPECT_THAT(books.error().text, HasSubstr("2019"));
    EXPECT_THAT(books.error().text, HasSubstr("2024, 2023"));
}

TEST(Forbund, AnEmptyLedgerSaysSo) {
    const auto books = empty_ledger().books({});
    ASSERT_FALSE(books.has_value());
    EXPECT_EQ(books.error().kind, LedgerError::Kind::not_found);
    EXPECT_THAT(books.error().text, HasSubstr("tom"));
}

TEST(Forbund, SeveralAreAnErrorThatListsThem) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250110", "Åsen", "222000-1111") + "#UB 0 1930 1\n");
    take(ledger, head(2024, "20250110", "Dalen", "222000-2222") + "#UB 0 1930 2\n");
    const auto books = ledger.books({});
    ASSERT_FALSE(books.has_value());
    EXPECT_EQ(books.error().kind, LedgerError::Kind::ambiguous);
    EXPECT_THAT(books.error().text, HasSubstr("Åsen"));
    EXPECT_THAT(books.error().text, HasSubstr("2220002222"));
}

TEST(Forbund, IsChosenByNumberNameOrPartOfTheNameWhateverTheCase) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250110", "Samordningsförbundet Åsen", "222000-1111") + "#UB 0 1930 1\n");
    take(ledger, head(2024, "20250110", "Samordningsförbundet Dalen", "222000-2222") + "#UB 0 1930 2\n");
    EXPECT_EQ(books_of(ledger, {.company = "222000-2222"}).years[0].closing->at("1930"), kr(2));
    EXPECT_EQ(books_of(ledger, {.company = "samordningsförbundet åsen"}).years[0].closing->at("1930"), kr(1));
    EXPECT_EQ(books_of(ledger, {.company = "ÅSEN"}).years[0].closing->at("1930"), kr(1));
    EXPECT_EQ(ledger.books({.company = "förbundet"}).error().kind, LedgerError::Kind::ambiguous);
    EXPECT_EQ(ledger.books({.company = "Fjället"}).error().kind, LedgerError::Kind::not_found);
}

} // namespace finsam
