// A full disk, a file or folder that may not be written: an error in words, nothing changed, nothing left behind.

#include "bridge/ledger/sie_import.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "child.hpp"
#include "fixtures.hpp"

#include <gmock/gmock.h>

namespace finsam {

namespace fs = std::filesystem;
using Kind = LedgerError::Kind;
using testing::HasSubstr;

namespace {

std::string small_file() {
    return head(2023, "20240110") + "#UB 0 1930 1\n";
}

/// About 300 kB in the ledger.
std::string large_file() {
    std::string sie = head(2024, "20250110") + chart() + "#UB 0 1930 10\n";
    for (int number = 1; number <= 2'000; ++number) {
        sie += "#VER A " + std::to_string(number) +
               " 20240301 \"Hyra för kansliet\"\n{\n#TRANS 5010 {20 A} 20\n#TRANS 1930 {} -20\n}\n";
    }
    return sie;
}

struct NoRoom : testing::Test {
    TemporaryFolder folder;
    fs::path path = folder / "L.db";

    void make_ledger() const {
        auto ledger = Ledger::open(path);
        ASSERT_TRUE(ledger.has_value());
        take(*ledger, small_file());
        compact(path);
    }
    [[nodiscard]] std::ptrdiff_t files() const {
        return std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
    }
    /// Imports as a user who is not root; the child's exit code: 0 imported, 1 refused with `words`, 2 otherwise.
    [[nodiscard]] int import_as_ordinary_user(const char* words) const {
        return run_child([&] {
            become_ordinary_user();
            auto ledger = Ledger::open(path);
            const auto outcome = ledger ? ledger->import_bytes(large_file(), "stor.se")
                                        : tl::expected<ImportOutcome, LedgerError>(tl::unexpected(ledger.error()));
            return outcome ? 0 : outcome.error().text.find(words) != std::string::npos ? 1 : 2;
        });
    }
};

enum Result : std::uint8_t { imported, disk_error, other_error };

/// In a child: opens (or makes) the ledger and imports, no file larger than `bytes`.
int import_with_room(const fs::path& path, rlim_t bytes) {
    limit_files_to(bytes);
    auto ledger = Ledger::open(path);
    if (!ledger) {
        return ledger.error().kind == Kind::disk ? disk_error : other_error;
    }
    const auto outcome = ledger->import_bytes(large_file(), "stor.se");
    return outcome ? imported : outcome.error().kind == Kind::disk ? disk_error : other_error;
}

} // namespace

TEST_F(NoRoom, AFullDiskIsNamedAndChangesNothing) {
    make_ledger();
    const std::string before = bytes_of(path);
    {
        sqlite::Database database(path.string(), sqlite::Access::read_write);
        ASSERT_TRUE(database.execute("PRAGMA max_page_count = 40")); // SQLite's own way to be full
        const auto outcome = import_sie(database, large_file(), "stor.se");
        ASSERT_FALSE(outcome.has_value());
        EXPECT_EQ(outcome.error().kind, Kind::disk);
        EXPECT_THAT(outcome.error().text, HasSubstr("Disken är full. Inget har ändrats i huvudboken"));
    }
    EXPECT_EQ(files(), 1);
    EXPECT_TRUE(bytes_of(path) == before);
}

TEST_F(NoRoom, WhereverTheDiskEndsTheLedgerIsAsBefore) {
    make_ledger();
    const std::string before = bytes_of(path);
    bool enough = false;
    for (rlim_t room = 0; !enough; room += 16 * 1024) {
        const int result = run_child([&] { return import_with_room(path, room); });
        enough = result == imported;
        ASSERT_LE(result, disk_error) << room;
        // Where not even what was there has room, undoing must wait for the next who opens it.
        ASSERT_TRUE(Ledger::open_existing(path).has_value()) << room;
        ASSERT_TRUE(enough || bytes_of(path) == before) << room;
        ASSERT_EQ(files(), 1) << room;
    }
    EXPECT_GT(fs::file_size(path), 200'000U);
}

TEST_F(NoRoom, ForANewLedgerLeavesNoneThatIsHalfMade) {
    const auto size_when_made = [&] {
        EXPECT_TRUE(Ledger::open(path).has_value());
        return fs::file_size(path);
    }();
    for (rlim_t room = 0; room < size_when_made; room += 8 * 1024) {
        fs::remove(path);
        ASSERT_EQ(run_child([&] { return import_with_room(path, room); }), disk_error) << room;
        ASSERT_EQ(files(), 0) << room;
    }
}

TEST_F(NoRoom, AReadOnlyFolderIsNamedAndStaysAsItIs) {
    make_ledger();
    const std::string before = bytes_of(path);
    fs::permissions(path, fs::perms(0666));
    fs::permissions(folder.path(), fs::perms(0555));
    EXPECT_EQ(import_as_ordinary_user("dess mapp är skrivskyddad"), 1);
    EXPECT_TRUE(bytes_of(path) == before);
    EXPECT_EQ(files(), 1);
}

TEST_F(NoRoom, AReadOnlyFolderGetsNoNewLedger) {
    fs::permissions(folder.path(), fs::perms(0555));
    EXPECT_EQ(import_as_ordinary_user("får skriva där"), 1);
    EXPECT_EQ(files(), 0);
}

TEST_F(NoRoom, AReadOnlyFileIsNamedAndStaysAsItIs) {
    make_ledger();
    const std::string before = bytes_of(path);
    fs::permissions(path, fs::perms(0444));
    fs::permissions(folder.path(), fs::perms(0777));
    EXPECT_EQ(import_as_ordinary_user("är skrivskyddad"), 1);
    EXPECT_TRUE(bytes_of(path) == before);
    EXPECT_EQ(files(), 1);
}

} // namespace finsam
