#include "bridge/workbook/books_update.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

YearBooks year(std::int16_t number, AccountAmounts closing, AccountAmounts result) {
    YearBooks out;
    out.from = {number, 1, 1}, out.to = {number, 12, 31};
    out.closing = std::move(closing);
    out.closing_source = ClosingSource::closing;
    out.result = std::move(result);
    return out;
}

ImportedFile file(std::string name, int fiscal_year) {
    ImportedFile out;
    out.file_name = std::move(name);
    out.fiscal_year = fiscal_year;
    return out;
}

/// Income 100, cost 40; the year before has a file of its own.
Books two_years() {
    Books books;
    books.company_name = "Provet";
    books.organisation_number = "222000-0000";
    books.years = {year(2024, {{"1930", Ore(6000)}}, {{"3011", Ore(-10000)}, {"5010", Ore(4000)}}),
                   year(2023, {{"1930", Ore(900)}}, {{"3011", Ore(-900)}})};
    books.imports = {file("nytt.se", 2024), file("gammalt.se", 2023)};
    books.vouchers = {{"A", "1", {2024, 1, 2}, "Bidrag", "3011", "", Ore(-10000), "nytt.se", 1},
                      {"A", "1", {2024, 1, 2}, "Bidrag", "1930", "", Ore(10000), "nytt.se", 2},
                      {"A", "2", {2024, 2, 2}, "Hyra", "5010", "", Ore(4000), "nytt.se", 3},
                      {"B", "1", {2023, 3, 3}, "Bidrag", "3011", "", Ore(-900), "gammalt.se", 4}};
    return books;
}

/// A newer file of 2024 alone: the rent is 45, and a voucher has come.
Books newer() {
    Books books = two_years();
    books.years.pop_back();
    books.years[0].result->at("5010") = Ore(4500);
    (*books.years[0].result)["6110"] = Ore(250);
    books.account_names = {{"6110", "Papper"}};
    books.imports = {file("nyare.se", 2024)};
    books.vouchers.pop_back();
    books.vouchers[2].amount = Ore(4500);
    books.vouchers.push_back({"A", "3", {2024, 3, 2}, "Papper", "6110", "", Ore(250), "nyare.se", 9});
    return books;
}

struct Reports {
    Layout layout = Layout::built_in("kr").value();
    AccountMap map = AccountMap::built_in("bas").value();
    Report of(const Books& books) const { return evaluate(layout, map, books, {}); }
};

TEST(BooksUpdate, AYearWithoutANewFileStaysAsItWas) {
    const auto books = updated_books(two_years(), newer());
    ASSERT_TRUE(books) << books.error();
    ASSERT_EQ(books->years.size(), 2U);
    EXPECT_EQ(books->years[0].result->at("5010"), Ore(4500));
    EXPECT_EQ(books->years[1].result->at("3011"), Ore(-900));
    EXPECT_EQ(books->vouchers.size(), 5U);
    ASSERT_EQ(books->imports.size(), 2U);
    EXPECT_EQ(books->imports[0].file_name, "nyare.se");
    EXPECT_EQ(books->imports[1].file_name, "gammalt.se");
}

TEST(BooksUpdate, AYearKnownOnlyAsHistoryFollowsTheNewFile) {
    Books before = two_years(), fresh = newer();
    before.imports.pop_back(); // 2023 came as the previous year of the file of 2024
    fresh.years.push_back(year(2023, {{"1930", Ore(950)}}, {{"3011", Ore(-950)}}));
    EXPECT_EQ(updated_books(before, fresh)->years[1].result->at("3011"), Ore(-950));
    EXPECT_EQ(updated_books(two_years(), fresh)->years[1].result->at("3011"), Ore(-900)) << "it has its own file";
}

TEST(BooksUpdate, AYearOfWhichANewFileKnowsOnlyTheClosingKeepsItsResult) {
    Books before = two_years(), fresh = newer();
    before.imports.pop_back(); // 2023 came as the previous year of the file of 2024
    fresh.years.push_back(year(2023, {{"1930", Ore(900)}}, {}));
    fresh.years.back().result.reset(); // the balances that 2024 began with
    fresh.years.back().closing_source = ClosingSource::next_opening;
    const auto books = updated_books(before, fresh);
    ASSERT_TRUE(books) << books.error();
    ASSERT_TRUE(books->years[1].result);
    EXPECT_EQ(books->years[1].result->at("3011"), Ore(-900));
}

TEST(BooksUpdate, AnotherForbundOrYearIsRefused) {
    Books other = newer();
    other.organisation_number = "222000-1111";
    EXPECT_THAT(updated_books(two_years(), other).error(), HasSubstr("222000-1111"));
    Books nameless = newer();
    nameless.organisation_number.clear();
    nameless.company_name = "Ett annat";
    EXPECT_THAT(updated_books(two_years(), nameless).error(), HasSubstr("Ett annat"));
    EXPECT_TRUE(updated_books(two_years(), nameless, true)) << "the name was typed";
    Books later = newer();
    later.years.insert(later.years.begin(), year(2025, {}, {}));
    EXPECT_THAT(updated_books(two_years(), later).error(), HasSubstr("2025-12-31"));
    EXPECT_FALSE(updated_books(two_years(), Books()));
}

TEST(BooksUpdate, VouchersAccountsAndFiguresThatChangeAreTold) {
    const Reports reports;
    const Books before = two_years(), after = updated_books(before, newer()).value();
    const BooksChanges changes = changes_between(before, reports.of(before), after, reports.of(after));
    ASSERT_EQ(changes.vouchers_added.size(), 1U);
    EXPECT_EQ(changes.vouchers_added[0].name, "A 3 2024-03-02");
    ASSERT_EQ(changes.vouchers_changed.size(), 1U);
    EXPECT_EQ(changes.vouchers_changed[0].name, "A 2 2024-02-02");
    EXPECT_THAT(changes.vouchers_removed, IsEmpty());
    EXPECT_THAT(changes.accounts_new, ElementsAre("6110 Papper"));
    const auto costs = std::ranges::find_if(changes.figures, [](const ChangedFigure& one) {
        return one.table == "Resultaträkning" && one.row == "Verksamhetens kostnader";
    });
    ASSERT_NE(costs, changes.figures.end());
    EXPECT_EQ(costs->before, Value(Ore(-4000)));
    EXPECT_EQ(costs->after, Value(Ore(-4750)));
    EXPECT_THAT(changes_text(changes, false), HasSubstr("Nya verifikationer: 1\n  A 3 2024-03-02  Papper (1 rad)"));
    EXPECT_THAT(changes_text(changes, true), HasSubstr("Vouchers changed: 1"));
}

TEST(BooksUpdate, TheSameFilesChangeNothing) {
    const Reports reports;
    const Books books = two_years();
    EXPECT_TRUE(changes_between(books, reports.of(books), books, reports.of(books)).nothing());
}

TEST(BooksUpdate, VouchersWithoutNumberAreWhatTheyHold) {
    const Reports reports;
    Books before = two_years();
    for (VoucherRow& row : before.vouchers) {
        row.number.clear();
    }
    Books after = before;
    std::ranges::reverse(after.vouchers);
    EXPECT_TRUE(changes_between(before, reports.of(before), after, reports.of(after)).nothing());
    after.vouchers.pop_back();
    EXPECT_EQ(changes_between(before, reports.of(before), after, reports.of(after)).vouchers_removed.size(), 1U);
}

} // namespace
} // namespace finsam
