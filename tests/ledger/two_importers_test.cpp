// Two programs at one ledger: one waits, or says that the ledger is busy. Neither takes what the other wrote.

#include "bridge/ledger/sie_import.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "child.hpp"
#include "fixtures.hpp"

#include <gmock/gmock.h>
#include <iostream>
#include <sqlite3.h>

namespace finsam {

namespace fs = std::filesystem;

namespace {

std::string closing(int year) {
    return head(year, std::to_string(year + 1) + "0110") + "#UB 0 1930 " + std::to_string(year) + "\n";
}

/// In a child: as `finsam importera` does it. 0: imported.
int import_year(const fs::path& path, int year) {
    auto ledger = Ledger::open(path);
    if (!ledger) {
        std::cerr << ledger.error().text << '\n';
        return 1;
    }
    const auto outcome = ledger->import_bytes(closing(year), "prov.se");
    if (!outcome) {
        std::cerr << outcome.error().text << '\n';
    }
    return outcome && outcome->kind == ImportOutcome::Kind::imported ? 0 : 1;
}

void stop(void*, int, const char*, const char*, sqlite3_int64) {
    (void)std::raise(SIGSTOP);
}

/// In a child: imports, and stops in the middle until SIGCONT comes.
int import_with_a_pause(const fs::path& path, int year) {
    sqlite::Database database(path.string(), sqlite::Access::read_write);
    sqlite3_update_hook(database.handle(), stop, nullptr);
    const auto outcome = import_sie(database, closing(year), "prov.se");
    return outcome && outcome->kind == ImportOutcome::Kind::imported ? 0 : 1;
}

} // namespace

TEST(TwoImporters, IntoANewLedgerBothGetTheirTurn) {
    for (int round = 0; round < 10; ++round) {
        const TemporaryFolder folder;
        const fs::path path = folder / "L.db";
        const pid_t first = start_child([&] { return import_year(path, 2022); });
        const pid_t second = start_child([&] { return import_year(path, 2023); });
        EXPECT_EQ(wait_for(first), 0);
        EXPECT_EQ(wait_for(second), 0);
        const auto ledger = Ledger::open_existing(path);
        ASSERT_TRUE(ledger.has_value()) << ledger.error().text;
        EXPECT_EQ(books_of(*ledger, {.year = 2022}).years.at(0).closing->at("1930"), kr(2022));
        EXPECT_EQ(books_of(*ledger, {.year = 2023}).years.at(0).closing->at("1930"), kr(2023));
    }
}

TEST(TwoImporters, TheOneThatWaitsTooLongSaysBusyAndCanTryAgain) {
    const TemporaryFolder folder;
    const fs::path path = folder / "L.db";
    auto ledger = Ledger::open(path);
    ASSERT_TRUE(ledger.has_value());
    const pid_t other = start_child([&] { return import_with_a_pause(path, 2022); });
    int status = 0;
    ASSERT_EQ(waitpid(other, &status, WUNTRACED), other);
    ASSERT_TRUE(WIFSTOPPED(status));

    const auto busy = ledger->import_bytes(closing(2023), "prov.se");
    ASSERT_FALSE(busy.has_value());
    EXPECT_EQ(busy.error().kind, LedgerError::Kind::busy);
    EXPECT_THAT(busy.error().text, testing::HasSubstr("används av ett annat program just nu. Inget har ändrats."));

    while (WIFSTOPPED(status)) { // at each of its rows
        kill(other, SIGCONT);
        ASSERT_EQ(waitpid(other, &status, WUNTRACED), other);
    }
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    take(*ledger, closing(2023));
    EXPECT_EQ(books_of(*ledger, {.year = 2022}).years.at(0).closing->at("1930"), kr(2022));
}

TEST(UnusedLedger, IsRemovedWhenNothingWasReadIn) {
    const TemporaryFolder folder;
    ASSERT_TRUE(Ledger::open(folder / "L.db").has_value());
    Ledger::remove_unused(folder / "L.db");
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(UnusedLedger, StaysWhenAnotherProgramReadSomethingIn) {
    const TemporaryFolder folder;
    const fs::path path = folder / "L.db";
    ASSERT_EQ(run_child([&] { return import_year(path, 2023); }), 0);
    Ledger::remove_unused(path);
    const auto ledger = Ledger::open_existing(path);
    ASSERT_TRUE(ledger.has_value());
    EXPECT_EQ(books_of(*ledger).years.at(0).closing->at("1930"), kr(2023));
}

TEST(UnusedLedger, RemovedUnderAnImporterIsToldBeforeAnythingIsWritten) {
    const TemporaryFolder folder;
    auto ledger = Ledger::open(folder / "L.db");
    ASSERT_TRUE(ledger.has_value());
    Ledger::remove_unused(folder / "L.db");
    const auto outcome = ledger->import_bytes(closing(2023), "prov.se");
    ASSERT_FALSE(outcome.has_value());
    EXPECT_THAT(outcome.error().text, testing::HasSubstr("tagits bort"));
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

} // namespace finsam
