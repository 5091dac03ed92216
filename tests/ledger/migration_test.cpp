// Older ledgers: brought up to this version with what they hold.

#include "bridge/ledger/schema.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <sstream>

namespace finsam {

namespace {

/// A ledger as version 1 wrote it: one file of 2024 with a bank balance, an insats, an employee and three vouchers.
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
INSERT INTO account VALUES (2, 1, '5010', 'Lokaler', NULL, NULL, 16);
INSERT INTO object_list VALUES (1, 1), (2, 1);
INSERT INTO object_list_member VALUES (1, 0, 3), (1, 1, 2), (1, 2, 1), (2, 0, 2);
INSERT INTO voucher VALUES (4, 1, 'A', '1', '2024-03-01', 'Hyra', NULL, 17), (5, 1, 'A', '2', '2024-03-02', NULL, NULL, 22),
                           (6, 1, 'B', '1', '2024-04-01', 'El', '2024-04-02', 23);
INSERT INTO transaction_row VALUES
    (7, 4, 'trans', 2, 1, 2000, '2024-03-01', NULL, NULL, 19), (8, 4, 'trans', 1, NULL, -2000, NULL, 'Bank', '1.5', 20),
    (9, 6, 'rtrans', 2, NULL, 300, NULL, NULL, NULL, 25), (10, 6, 'btrans', 2, NULL, 400, NULL, NULL, NULL, 26),
    (11, 6, 'trans', 2, 2, 500, '2024-04-03', NULL, NULL, 27), (12, 6, 'trans', 1, NULL, -500, NULL, NULL, NULL, 28);
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
        EXPECT_EQ(books.years.at(0).result, (AccountAmounts{{"5010", Ore(2500)}}));
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

TEST_F(Version1, KeepsTheRowsOfItsVouchers) {
    const auto ledger = Ledger::open_existing(path);
    ASSERT_TRUE(ledger.has_value()) << ledger.error().text;
    const auto rows = books_of(*ledger, {.dimension = "20", .with_vouchers = true}).vouchers;
    ASSERT_EQ(rows.size(), 4U); // history does not count
    EXPECT_EQ(rows[0].account, "5010");
    EXPECT_EQ(rows[0].object, "A");
    EXPECT_EQ(rows[0].amount, Ore(2000));
    EXPECT_EQ(rows[2].object, "A");
    EXPECT_EQ(rows[0].text, "Hyra");
    EXPECT_EQ(rows[1].text, "Bank");
    EXPECT_EQ(rows[2].number, "1");
    EXPECT_EQ(rows[2].line, 27U);
    EXPECT_EQ(rows[3].amount, Ore(-500));
    sqlite::Database database(path.string(), sqlite::Access::read_only);
    EXPECT_EQ(database.integer("SELECT voucher FROM transaction_row WHERE kind = 'rtrans' AND line = 25"), 6);
    EXPECT_EQ(database.integer("SELECT count(*) FROM transaction_row WHERE quantity = '1.5' AND voucher = 4"), 1);
    EXPECT_EQ(database.integer("SELECT count(*) FROM transaction_row WHERE day IS NOT NULL"),
              1); // others: the voucher's
    EXPECT_EQ(database.integer("SELECT line FROM transaction_row WHERE day = '2024-04-03'"), 27);
    EXPECT_EQ(database.integer("SELECT count(*) FROM transaction_row WHERE voucher = 5"), 0);
    EXPECT_EQ(database.integer("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

TEST_F(Version1, KeepsTheOrderOfItsObjectLists) {
    ASSERT_TRUE(Ledger::open(path).has_value());
    sqlite::Database database(path.string(), sqlite::Access::read_only);
    const auto object_of = [&](const std::string& list) {
        return database.integer(("SELECT object FROM object_list WHERE id = " + list).c_str());
    };
    const std::string second = "(SELECT rest FROM object_list WHERE id = 1)";
    EXPECT_EQ(object_of("1"), 3);
    EXPECT_EQ(object_of(second), 2);
    EXPECT_EQ(object_of("(SELECT rest FROM object_list WHERE id = " + second + ")"), 1);
    EXPECT_EQ(database.integer("SELECT count(*) FROM object_list WHERE rest IS NULL"), 2);
    EXPECT_EQ(object_of("2"), 2);
}

TEST_F(Version1, GivesWayToANewerFileOfTheYear) {
    auto ledger = Ledger::open(path);
    ASSERT_TRUE(ledger.has_value()) << ledger.error().text;
    take(*ledger, head(2024, "20250201", "Sjön") + "#UB 0 1930 10\n#VER B 1 20240301\n{\n}\n");
    sqlite::Database database(path.string(), sqlite::Access::read_only);
    EXPECT_EQ(database.integer("SELECT count(*) FROM voucher_row"), 0);
    EXPECT_EQ(database.integer("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

TEST_F(Version1, SaysInAnExportWhatItNeverKept) {
    auto ledger = Ledger::open(path);
    ASSERT_TRUE(ledger.has_value()) << ledger.error().text;
    const auto said_of_old = [&] {
        std::ostringstream out;
        SieExportQuery query;
        query.type = SieExportType::type1;
        const auto made = ledger->export_sie(query, out);
        EXPECT_TRUE(made.has_value());
        return made && std::ranges::any_of(made->notes, [](const Diagnostic& note) {
                   return note.text.find("äldre version av Finsam, som inte sparade #SRU") != std::string::npos;
               });
    };
    EXPECT_TRUE(said_of_old());
    take(*ledger, head(2024, "20250201", "Sjön") + "#UB 0 1930 10\n#VER B 1 20240301\n{\n}\n");
    EXPECT_FALSE(said_of_old());
}

TEST(Version5, KnowsByItsRowsThatTextsWereKept) {
    sqlite::Database database(":memory:", sqlite::Access::read_write_create);
    ASSERT_TRUE(migrate(database, 5));
    ASSERT_TRUE(database.execute("INSERT INTO import (id, file_name, sha256, read_at) VALUES (1, 'a', 'a', ''), "
                                 "(2, 'b', 'b', ''), (3, 'c', 'c', '');"
                                 "INSERT INTO account (id, import, number, line) VALUES (1, 3, '1930', 1);"
                                 "INSERT INTO sru (account, code) VALUES (1, '7281');"
                                 "INSERT INTO import_text VALUES (2, 'PROSA', 0, 'x')"));
    ASSERT_TRUE(migrate(database));
    EXPECT_EQ(database.integer("SELECT ledger_version FROM import WHERE id = 1"), 3); // perhaps by an older program
    EXPECT_EQ(database.integer("SELECT ledger_version FROM import WHERE id = 2"), 5);
    EXPECT_EQ(database.integer("SELECT ledger_version FROM import WHERE id = 3"), 5);
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
