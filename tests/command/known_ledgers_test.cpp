#include "bridge/workbook/known_ledgers.hpp"

#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::HasSubstr;

class KnownLedgers : public testing::Test {
protected:
    std::filesystem::path ledger(const std::string& name) {
        const auto path = folder / name;
        EXPECT_EQ(make_ledger(path), "");
        return path;
    }
    command_test::Folder folder;
    const ImportGoOn always = [](double) { return true; };
};

TEST_F(KnownLedgers, FilesGoIntoALedgerAndItsYearsAreListedLatestFirst) {
    const auto books = command_test::example_books();
    const auto path = ledger("a.db");
    const std::vector<std::filesystem::path> files = {books.year_2023, books.year_2024, folder.write("brev.se", "Hej")};
    const LedgerImport import = import_into(path, files, always);
    ASSERT_EQ(import.lines.size(), 3u);
    EXPECT_FALSE(import.all_read);
    EXPECT_THAT(import.lines[0], testing::AllOf(HasSubstr("insjoriket-2023.se: inläst"), HasSubstr("verifikationer")));
    EXPECT_THAT(import.lines[2], HasSubstr("brev.se: lästes inte in"));
    const std::vector<std::filesystem::path> ledgers = {path};
    const auto years = known_years(ledgers);
    ASSERT_EQ(years.size(), 2u);
    EXPECT_EQ(years[0].year.to, "2024-12-31");
    EXPECT_EQ(years[1].year.from, "2023-01-01");
    EXPECT_THAT(years[0].year.company_name, HasSubstr("Insjöriket"));
    EXPECT_EQ(years[1].year.files, 1u);
    EXPECT_EQ(years[1].query().year, 2023);
    EXPECT_TRUE(Ledger::open_existing(path)->books(years[1].query()));
}

TEST_F(KnownLedgers, TheSameFileAgainChangesNothing) {
    const std::vector<std::filesystem::path> files = {command_test::example_books().year_2024};
    const auto path = ledger("a.db");
    ASSERT_TRUE(import_into(path, files, always).all_read);
    const LedgerImport again = import_into(path, files, always);
    EXPECT_TRUE(again.all_read);
    EXPECT_THAT(again.lines.at(0), HasSubstr("redan inläst"));
}

TEST_F(KnownLedgers, WhatIsEmptyMissingOrNoLedgerIsOneLine) {
    const std::vector<std::filesystem::path> ledgers = {ledger("tom.db"), folder / "borta.db",
                                                        folder.write("brev.db", "Hej")};
    const auto years = known_years(ledgers);
    ASSERT_EQ(years.size(), 3u);
    EXPECT_FALSE(years[0].has_books());
    EXPECT_EQ(years[0].problem, "");
    EXPECT_THAT(years[1].problem, HasSubstr("finns inte"));
    EXPECT_THAT(years[2].problem, HasSubstr("är ingen huvudbok"));
    EXPECT_THAT(make_ledger(ledgers[2]), HasSubstr("är ingen huvudbok"));
}

TEST_F(KnownLedgers, AUserWhoStopsLeavesTheRestUnread) {
    const auto books = command_test::example_books();
    const std::vector<std::filesystem::path> files = {books.year_2023, books.year_2024};
    int asked = 0;
    const auto path = ledger("a.db");
    const LedgerImport import = import_into(path, files, [&](double) { return ++asked == 1; });
    EXPECT_FALSE(import.all_read);
    EXPECT_THAT(import.lines.at(1), HasSubstr("avbrutet"));
    EXPECT_EQ(known_years(std::vector{path}).size(), 1u);
}

} // namespace
} // namespace finsam
