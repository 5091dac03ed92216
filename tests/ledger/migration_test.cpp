// Older ledgers: brought up to this version with what they hold.

#include "bridge/ledger/schema.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "fixtures.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <iterator>

namespace finsam {

namespace {

/// A ledger as version 1 wrote it: one file of 2024 with a bank balance, an insats and an employee.
constexpr const char* rows_of_version_1 = R"sql(
INSERT INTO forbund VALUES (1, '2220001111', 'Sjön', 'sjön');
INSERT INTO import (id, forbund, file_name, sha256, generated, sie_type, company_name, year_from, year_to, vouchers,
                    read_at)
VALUES (1, 1, 'gammal.se', 'abc', '2025-01-10', 4, 'Sjön', '2024-01-01', '2024-12-31', 3, '2025-01-11T08:00:00Z');
INSERT INTO fiscal_year VALUES (1, 0, '2024-01-01', '2024-12-31', 7);
INSERT INTO account VALUES (1, 1, '1930', 'Bank', NULL, NULL, 8);
INSERT INTO balance VALUES (1, 1, 'ub', 0, NULL, 1, NULL, 1050, NULL, 9);
INSERT INTO dimension VALUES (1, 1, '7', 'Anställd', NULL, 10), (2, 1, '20', 'Insats', NULL, 11),
                             (3, 1, '21', 'Vikarie', '7', 12);
INSERT INTO object VALUES (1, 1, '4711', 'Hemligt Namn', 13), (2, 2, 'A', 'Unga vuxna', 14),
                          (3, 3, '4712', 'Hemligt Namn', 15);
)sql";

struct Version1 : testing::Test {
    TemporaryFolder folder;
    std::filesystem::path path = folder / "L.db";

    void SetUp() override {
        sqlite::Database database(path.string(), sqlite::Access::read_write_create);
        ASSERT_TRUE(migrate(database, 1));
        ASSERT_TRUE(database.execute(rows_of_version_1));
        ASSERT_EQ(database.integer("PRAGMA user_version"), 1);
    }

    void expect_content(const Ledger& ledger) const {
        const Books books = books_of(ledger);
        EXPECT_EQ(books.years.at(0).closing, (AccountAmounts{{"1930", Ore(1050)}}));
        EXPECT_EQ(books.insats_names.at("A"), "Unga vuxna");
        EXPECT_EQ(books.imports.at(0).file_name, "gammal.se");
        EXPECT_EQ(books.imports.at(0).vouchers, 3U);
        EXPECT_EQ(books.imports.at(0).refused_vouchers, 0U);
        EXPECT_TRUE(books_of(ledger, {.dimension = "7"}).insats_names.empty());
        sqlite::Database database(path.string(), sqlite::Access::read_only);
        EXPECT_EQ(database.integer("PRAGMA user_version"), ledger_version());
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        EXPECT_THAT(bytes, testing::Not(testing::HasSubstr("Hemligt Namn")));
    }
};

} // namespace

TEST_F(Version1, KeepsItsContentWhenOpened) {
    auto ledger = Ledger::open(path);
    ASSERT_TRUE(ledger.has_value()) << ledger.error().text;
    expect_content(*ledger);
    take(*ledger, head(2025, "20260110") + "#UB 0 1930 10\n");
}

TEST_F(Version1, KeepsItsContentWhenOpenedForReading) {
    const auto ledger = Ledger::open_existing(path);
    ASSERT_TRUE(ledger.has_value()) << ledger.error().text;
    expect_content(*ledger);
}

TEST_F(Version1, HasTheSameTablesAsANewLedgerAfterwards) {
    const auto columns = [](sqlite::Database& database) {
        return database.integer("SELECT count(*) FROM sqlite_schema JOIN pragma_table_info(sqlite_schema.name)");
    };
    ASSERT_TRUE(Ledger::open(path).has_value());
    sqlite::Database old(path.string(), sqlite::Access::read_only);
    sqlite::Database fresh(":memory:", sqlite::Access::read_write_create);
    ASSERT_TRUE(migrate(fresh));
    EXPECT_EQ(columns(old), columns(fresh));
}

} // namespace finsam
