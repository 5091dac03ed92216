// A program killed in the middle of an import: the ledger is as before, for readers and writers.

#include "bridge/ledger/sie_import.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "child.hpp"
#include "fixtures.hpp"

#include <chrono>
#include <csignal>
#include <gmock/gmock.h>
#include <random>
#include <sqlite3.h>
#include <thread>

namespace finsam {

namespace fs = std::filesystem;
using std::chrono::microseconds;

namespace {

/// Half of the places are rows, half are moments. Fewer under sanitizers, where a child costs ten times as much.
#ifdef __SANITIZE_ADDRESS__
constexpr int places_of_a_kind = 10;
#else
constexpr int places_of_a_kind = 100;
#endif

constexpr int vouchers = 1'000;
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

/// With so small a cache that rows soon stand in the file, long before the commit.
constexpr const char* small_cache = "PRAGMA cache_size = 5";

/// In the child: imports and dies after `rows` written (-1: when all are written and the commit begins). 1: did not.
int import_and_die(const fs::path& path, const std::string& sie, int rows) {
    sqlite::Database database(path.string(), sqlite::Access::read_write);
    database.execute(small_cache);
    sqlite3_update_hook(database.handle(), kill_at_zero, &rows);
    if (rows < 0) {
        sqlite3_commit_hook(database.handle(), kill_now, nullptr);
    }
    (void)import_sie(database, sie, "stor.se");
    return 1;
}

/// In the child: imports until another process ends it. 0: imported.
int import_whole(const fs::path& path, const std::string& sie, bool with_small_cache) {
    sqlite::Database database(path.string(), sqlite::Access::read_write);
    if (with_small_cache) {
        database.execute(small_cache);
    }
    return import_sie(database, sie, "stor.se").has_value() ? 0 : 1;
}

/// How long `work` takes in a child.
template <class Work>
microseconds duration_of(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(run_child(work), 0);
    return std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - start);
}

/// Ends `work` with SIGKILL after a while; -SIGKILL, or 0 when it was done before.
template <class Work>
int kill_after(microseconds delay, const Work& work) {
    const pid_t child = start_child(work);
    std::this_thread::sleep_for(delay);
    kill(child, SIGKILL);
    return wait_for(child);
}

bool is_sound(const fs::path& path) {
    sqlite::Database database(path.string(), sqlite::Access::read_only);
    return database.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1 &&
           database.integer("SELECT count(*) FROM pragma_foreign_key_check") == 0;
}

/// A ledger with 2023 in it, which every kill gets a copy of.
struct KilledImport : testing::Test {
    TemporaryFolder folder;
    fs::path base = folder / "orörd.db";
    fs::path path = folder / "L.db";
    fs::path journal = folder / "L.db-journal";
    std::string sie = large_file();
    std::mt19937 random{20241231}; // always the same places

    void SetUp() override {
        {
            auto ledger = Ledger::open(base);
            ASSERT_TRUE(ledger.has_value());
            take(*ledger, closing_2023(1));
        }
        compact(base);
        start_again();
    }
    void start_again() const { fs::copy_file(base, path, fs::copy_options::overwrite_existing); }

    /// A reader finds what was there, to the byte; then a writer can work.
    void expect_old_content() const {
        {
            const auto reader = Ledger::open_existing(path);
            ASSERT_TRUE(reader.has_value()) << reader.error().text;
            const Books books = books_of(*reader, {.with_vouchers = true});
            EXPECT_EQ(books.years.at(0).to.year, 2023);
            EXPECT_EQ(books.years.at(0).closing->at("1930"), kr(1));
            EXPECT_TRUE(books.vouchers.empty());
            EXPECT_EQ(books.imports.size(), 1U);
        }
        EXPECT_TRUE(bytes_of(path) == bytes_of(base));
        EXPECT_TRUE(is_sound(path));
    }
    void expect_new_content() const {
        const auto reader = Ledger::open_existing(path);
        ASSERT_TRUE(reader.has_value()) << reader.error().text;
        const Books books = books_of(*reader, {.with_vouchers = true});
        EXPECT_EQ(books.imports.at(0).vouchers, static_cast<std::uint64_t>(vouchers));
        EXPECT_EQ(books.vouchers.size(), 2U * vouchers);
        EXPECT_TRUE(is_sound(path));
    }
    void expect_next_import() const {
        auto writer = Ledger::open(path);
        ASSERT_TRUE(writer.has_value()) << writer.error().text;
        ASSERT_NO_FATAL_FAILURE(take(*writer, closing_2023(2)));
        EXPECT_EQ(books_of(*writer, {.year = 2023}).years.at(0).closing->at("1930"), kr(2));
        EXPECT_FALSE(fs::exists(journal));
    }
};

} // namespace

TEST_F(KilledImport, AtAnyRowLeavesWhatWasThereAndTheNextImportWorks) {
    std::uniform_int_distribution<int> any_row(2, rows_written - 1);
    int hot = 0;
    for (int place = 0; place < places_of_a_kind; ++place) {
        const int row = place == 0 ? 1 : place == 1 ? rows_written : place == 2 ? -1 : any_row(random);
        SCOPED_TRACE("row " + std::to_string(row));
        start_again();
        ASSERT_EQ(run_child([&] { return import_and_die(path, sie, row); }), -SIGKILL);
        hot += fs::exists(journal) ? 1 : 0;
        ASSERT_NO_FATAL_FAILURE(expect_old_content());
        ASSERT_NO_FATAL_FAILURE(expect_next_import());
    }
    EXPECT_GE(hot, places_of_a_kind * 3 / 4); // it is the case that it should be
}

TEST_F(KilledImport, AtAnyMomentLeavesAllOrNothingAndTheNextImportWorks) {
    const auto whole = duration_of([&] { return import_whole(path, sie, true); });
    std::uniform_int_distribution<std::int64_t> any_moment(0, whole.count());
    int killed = 0;
    for (int place = 0; place < places_of_a_kind; ++place) {
        const microseconds delay(any_moment(random));
        SCOPED_TRACE("after " + std::to_string(delay.count()) + " of " + std::to_string(whole.count()) + " µs");
        start_again();
        const int exit = kill_after(delay, [&] { return import_whole(path, sie, place % 2 == 0); });
        ASSERT_TRUE(exit == -SIGKILL || exit == 0);
        killed += exit == 0 ? 0 : 1;
        const bool undone = fs::exists(journal) || bytes_of(path) == bytes_of(base);
        ASSERT_NO_FATAL_FAILURE(undone ? expect_old_content() : expect_new_content());
        ASSERT_NO_FATAL_FAILURE(expect_next_import());
    }
    EXPECT_GE(killed, places_of_a_kind / 4); // a busy machine runs some to their end
}

TEST_F(KilledImport, IsUndoneByTheNextImport) {
    ASSERT_EQ(run_child([&] { return import_and_die(path, sie, rows_written / 2); }), -SIGKILL);
    ASSERT_TRUE(fs::exists(journal));
    auto ledger = Ledger::open(path);
    ASSERT_TRUE(ledger.has_value());
    take(*ledger, sie);
    EXPECT_EQ(books_of(*ledger).years.at(1).closing->at("1930"), kr(1));
    expect_new_content();
}

TEST_F(KilledImport, UnderAReaderIsSaidInItsOwnWords) {
    const auto reader = Ledger::open_existing(path);
    ASSERT_TRUE(reader.has_value());
    ASSERT_EQ(run_child([&] { return import_and_die(path, sie, rows_written / 2); }), -SIGKILL);
    const auto books = reader->books({});
    ASSERT_FALSE(books.has_value());
    EXPECT_EQ(books.error().kind, LedgerError::Kind::interrupted);
    EXPECT_THAT(books.error().text, testing::HasSubstr("avbrutits"));
}

TEST_F(KilledImport, WhileTheLedgerIsMadeLeavesOneThatCanBeOpened) {
    const auto make = [&] { return Ledger::open(path).has_value() ? 0 : 1; };
    fs::remove(path);
    const auto whole = duration_of(make);
    std::uniform_int_distribution<std::int64_t> any_moment(0, whole.count());
    for (int place = 0; place < places_of_a_kind / 2; ++place) {
        fs::remove(path);
        fs::remove(journal);
        const int exit = kill_after(microseconds(any_moment(random)), make);
        ASSERT_TRUE(exit == -SIGKILL || exit == 0);
        auto ledger = Ledger::open(path);
        ASSERT_TRUE(ledger.has_value()) << ledger.error().text;
        ASSERT_NO_FATAL_FAILURE(take(*ledger, closing_2023(1)));
        EXPECT_TRUE(is_sound(path));
    }
}

} // namespace finsam
