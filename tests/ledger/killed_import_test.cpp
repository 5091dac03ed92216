// A program killed in the middle of an import: the ledger is as before, for readers and writers.

#include "bridge/ledger/sie_import.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "fixtures.hpp"

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <random>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

namespace finsam {

namespace fs = std::filesystem;

namespace {

constexpr int vouchers = 3'000;
constexpr int rows_written = 3 * vouchers; // each voucher and its two rows

/// A year of vouchers, several pages of them.
std::string large_file() {
    std::string sie = head(2024, "20250110") + chart() + "#UB 0 1930 80\n#RES 0 5010 20\n";
    for (int number = 1; number <= vouchers; ++number) {
        sie += "#VER A " + std::to_string(number) +
               " 20240301 \"Hyra\"\n{\n#TRANS 5010 {20 A} 20\n#TRANS 1930 {} -20\n}\n";
    }
    return sie;
}

std::string closing_2023(int kronor) {
    return head(2023, "20240110") + "#UB 0 1930 " + std::to_string(kronor) + "\n";
}

void kill_at_zero(void* countdown, int, const char*, const char*, sqlite3_int64) {
    if (--*static_cast<int*>(countdown) == 0) {
        (void)std::raise(SIGKILL);
    }
}

int kill_now(void*) {
    return std::raise(SIGKILL);
}

/// In the child: imports with so small a cache that rows soon stand in the file, and dies after `rows` of them (-1:
/// when all are written and the commit begins).
[[noreturn]] void import_and_die(const fs::path& path, const std::string& sie, int rows) {
    sqlite::Database database(path.string(), sqlite::Access::read_write);
    database.execute("PRAGMA cache_size = 5");
    sqlite3_update_hook(database.handle(), kill_at_zero, &rows);
    if (rows < 0) {
        sqlite3_commit_hook(database.handle(), kill_now, nullptr);
    }
    (void)import_sie(database, sie, "stor.se");
    _exit(1); // not reached: the test sees that nothing killed the child
}

/// Returns when a child has died in the middle of an import.
void kill_an_import(const fs::path& path, const std::string& sie, int rows) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        import_and_die(path, sie, rows);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "row " << rows;
}

/// A ledger with 2023 in it, and places to die at.
struct KilledImport : testing::Test {
    TemporaryFolder folder;
    fs::path path = folder / "L.db";
    fs::path journal = folder / "L.db-journal";
    std::string sie = large_file();

    void SetUp() override {
        auto ledger = Ledger::open(path);
        ASSERT_TRUE(ledger.has_value());
        take(*ledger, closing_2023(1));
    }
    static std::vector<int> places() {
        std::mt19937 random(20241231); // always the same places
        std::vector<int> rows = {1, rows_written, -1};
        while (rows.size() < 20) {
            rows.push_back(std::uniform_int_distribution<int>(1, rows_written)(random));
        }
        return rows;
    }
};

} // namespace

TEST_F(KilledImport, LeavesWhatWasThereToReadersAndTheNextImportWorks) {
    int hot = 0;
    int kronor = 1;
    for (const int rows : places()) {
        ASSERT_NO_FATAL_FAILURE(kill_an_import(path, sie, rows));
        hot += fs::exists(journal) ? 1 : 0;
        {
            const auto reader = Ledger::open_existing(path);
            ASSERT_TRUE(reader.has_value()) << "row " << rows << ": " << reader.error().text;
            const Books books = books_of(*reader, {.with_vouchers = true});
            ASSERT_EQ(books.years.at(0).to.year, 2023);
            ASSERT_EQ(books.years.at(0).closing->at("1930"), kr(kronor));
            ASSERT_TRUE(books.vouchers.empty());
            ASSERT_EQ(books.imports.size(), 1U);
        }
        auto writer = Ledger::open(path);
        ASSERT_TRUE(writer.has_value());
        ASSERT_NO_FATAL_FAILURE(take(*writer, closing_2023(++kronor)));
    }
    EXPECT_GE(hot, 15); // it is the case that it should be
    auto ledger = Ledger::open(path);
    ASSERT_TRUE(ledger.has_value());
    take(*ledger, sie);
    EXPECT_EQ(books_of(*ledger).imports.at(0).vouchers, static_cast<std::uint64_t>(vouchers));
    sqlite::Database database(path.string(), sqlite::Access::read_only);
    EXPECT_EQ(database.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
}

TEST_F(KilledImport, IsUndoneByTheNextImport) {
    ASSERT_NO_FATAL_FAILURE(kill_an_import(path, sie, rows_written / 2));
    ASSERT_TRUE(fs::exists(journal));
    auto ledger = Ledger::open(path);
    ASSERT_TRUE(ledger.has_value());
    take(*ledger, sie);
    EXPECT_EQ(books_of(*ledger).years.at(1).closing->at("1930"), kr(1));
}

TEST_F(KilledImport, UnderAReaderIsSaidInItsOwnWords) {
    const auto reader = Ledger::open_existing(path);
    ASSERT_TRUE(reader.has_value());
    ASSERT_NO_FATAL_FAILURE(kill_an_import(path, sie, rows_written / 2));
    const auto books = reader->books({});
    ASSERT_FALSE(books.has_value());
    EXPECT_EQ(books.error().kind, LedgerError::Kind::interrupted);
    EXPECT_THAT(books.error().text, testing::HasSubstr("avbrutits"));
}

} // namespace finsam
