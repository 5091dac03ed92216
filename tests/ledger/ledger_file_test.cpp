// The file itself: where it is made, what is refused and left as it was.

#include "bridge/ledger/schema.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "fixtures.hpp"

#include <fstream>
#include <iterator>

namespace finsam {

namespace fs = std::filesystem;
using Kind = LedgerError::Kind;

static void write(const fs::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

TEST(LedgerFile, IsMadeWhereItIsFirstNeeded) {
    const TemporaryFolder folder;
    ASSERT_TRUE(Ledger::open(folder / "L.db").has_value());
    EXPECT_TRUE(fs::exists(folder / "L.db"));
    EXPECT_TRUE(Ledger::open_existing(folder / "L.db").has_value());
}

TEST(LedgerFile, IsAloneInItsFolder) {
    const TemporaryFolder folder;
    auto ledger = Ledger::open(folder / "L.db");
    ASSERT_TRUE(ledger.has_value());
    take(*ledger, head(2024, "20250110") + chart() + "#UB 0 1930 10\n#UB 0 2010 -10\n");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(LedgerFile, CarriesItsMarkAndVersion) {
    const TemporaryFolder folder;
    ASSERT_TRUE(Ledger::open(folder / "L.db").has_value());
    sqlite::Database database((folder / "L.db").string(), sqlite::Access::read_only);
    EXPECT_EQ(database.integer("PRAGMA application_id"), 0x46696E53);
    EXPECT_EQ(database.integer("PRAGMA user_version"), ledger_version());
}

TEST(LedgerFile, KeepsWhatItHoldsWhenOpenedAgain) {
    const TemporaryFolder folder;
    {
        auto ledger = Ledger::open(folder / "L.db");
        ASSERT_TRUE(ledger.has_value());
        take(*ledger, head(2024, "20250110") + "#UB 0 1930 10.50\n");
    }
    const auto again = Ledger::open_existing(folder / "L.db");
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(books_of(*again).years.at(0).closing->at("1930"), Ore(1050));
}

TEST(LedgerFile, IsNotMadeInAFolderThatIsMissing) {
    const TemporaryFolder folder;
    const auto ledger = Ledger::open(folder / "saknas/L.db");
    ASSERT_FALSE(ledger.has_value());
    EXPECT_EQ(ledger.error().kind, Kind::cannot_open);
    EXPECT_NE(ledger.error().text.find("saknas finns inte"), std::string::npos) << ledger.error().text;
    EXPECT_FALSE(fs::exists(folder / "saknas"));
}

TEST(LedgerFile, IsNotMadeWhereNothingMayBeWritten) {
    const auto ledger = Ledger::open("/proc/finsam-L.db"); // not even root can make files there
    ASSERT_FALSE(ledger.has_value());
    EXPECT_EQ(ledger.error().kind, Kind::cannot_open);
}

TEST(LedgerFile, OpenExistingMakesNothing) {
    const TemporaryFolder folder;
    const auto ledger = Ledger::open_existing(folder / "L.db");
    ASSERT_FALSE(ledger.has_value());
    EXPECT_EQ(ledger.error().kind, Kind::cannot_open);
    EXPECT_FALSE(fs::exists(folder / "L.db"));
}

TEST(LedgerFile, AnImportIntoOneOpenedForReadingIsAnError) {
    const TemporaryFolder folder;
    ASSERT_TRUE(Ledger::open(folder / "L.db").has_value());
    auto ledger = Ledger::open_existing(folder / "L.db");
    ASSERT_TRUE(ledger.has_value());
    const auto outcome = ledger->import_bytes(head(2024, "20250110") + "#UB 0 1930 10\n", "prov.se");
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().kind, Kind::disk);
    EXPECT_NE(outcome.error().text.find("skrivskyddad"), std::string::npos) << outcome.error().text;
}

TEST(LedgerFile, AnotherTextFileIsRefusedAndUntouched) {
    const TemporaryFolder folder;
    const std::string letter(5000, 'x');
    write(folder / "brev.txt", letter);
    const auto ledger = Ledger::open(folder / "brev.txt");
    ASSERT_FALSE(ledger.has_value());
    EXPECT_EQ(ledger.error().kind, Kind::not_a_ledger);
    EXPECT_EQ(bytes_of(folder / "brev.txt"), letter);
}

TEST(LedgerFile, AnotherProgramsDatabaseIsRefusedAndUntouched) {
    const TemporaryFolder folder;
    {
        sqlite::Database other((folder / "annan.db").string(), sqlite::Access::read_write_create);
        ASSERT_TRUE(other.execute("CREATE TABLE t (x)"));
    }
    const std::string before = bytes_of(folder / "annan.db");
    const auto ledger = Ledger::open(folder / "annan.db");
    ASSERT_FALSE(ledger.has_value());
    EXPECT_EQ(ledger.error().kind, Kind::not_a_ledger);
    EXPECT_EQ(bytes_of(folder / "annan.db"), before);
}

TEST(LedgerFile, AnEmptyFileBecomesALedger) {
    const TemporaryFolder folder;
    write(folder / "L.db", "");
    EXPECT_TRUE(Ledger::open(folder / "L.db").has_value());
}

TEST(LedgerFile, ANewerVersionIsRefusedByNameAndUntouched) {
    const TemporaryFolder folder;
    ASSERT_TRUE(Ledger::open(folder / "L.db").has_value());
    {
        sqlite::Database database((folder / "L.db").string(), sqlite::Access::read_write_create);
        ASSERT_TRUE(database.execute("PRAGMA user_version = 99"));
    }
    const std::string before = bytes_of(folder / "L.db");
    for (const auto& ledger : {Ledger::open(folder / "L.db"), Ledger::open_existing(folder / "L.db")}) {
        ASSERT_FALSE(ledger.has_value());
        EXPECT_EQ(ledger.error().kind, Kind::newer_version);
        EXPECT_NE(ledger.error().text.find("99"), std::string::npos) << ledger.error().text;
    }
    EXPECT_EQ(bytes_of(folder / "L.db"), before);
}

TEST(LedgerFile, AFolderIsNoLedger) {
    const TemporaryFolder folder;
    const auto ledger = Ledger::open(folder.path());
    ASSERT_FALSE(ledger.has_value());
    EXPECT_EQ(ledger.error().kind, Kind::cannot_open);
}

} // namespace finsam
