#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "bridge/ledger/sqlite/transaction.hpp"

#include <gtest/gtest.h>

namespace finsam::sqlite {

struct Sqlite : testing::Test {
    Database database{":memory:", Access::read_write_create};
    Sqlite() { database.execute("CREATE TABLE t (number INTEGER, word TEXT)"); }
    std::int64_t rows() { return database.integer("SELECT count(*) FROM t").value_or(-1); }
};

TEST_F(Sqlite, ForeignKeysAreOn) {
    EXPECT_EQ(database.integer("PRAGMA foreign_keys"), 1);
}

TEST_F(Sqlite, GivesBackWhatWasBound) {
    EXPECT_TRUE(Statement(database, "INSERT INTO t VALUES (?, ?)").run(std::int64_t{-7}, "Sjön"));
    Statement query(database, "SELECT number, word FROM t");
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.integer(0), -7);
    EXPECT_EQ(query.text(1), "Sjön");
    EXPECT_FALSE(query.step());
}

TEST_F(Sqlite, AnEmptyTextIsNotNull) {
    Statement(database, "INSERT INTO t VALUES (?, ?)").run(std::nullopt, std::string_view());
    Statement query(database, "SELECT number, word FROM t");
    ASSERT_TRUE(query.step());
    EXPECT_TRUE(query.is_null(0));
    EXPECT_FALSE(query.is_null(1));
}

TEST_F(Sqlite, TheFirstErrorSticksAndStopsWhatFollows) {
    EXPECT_FALSE(database.execute("INSERT INTO missing VALUES (1)"));
    EXPECT_FALSE(database.execute("INSERT INTO t VALUES (1, 'x')"));
    EXPECT_NE(database.take_error().text.find("missing"), std::string::npos);
    EXPECT_EQ(rows(), 0);
}

TEST_F(Sqlite, ATransactionThatIsNotCommittedLeavesNothing) {
    {
        const Transaction transaction(database, Transaction::Kind::write);
        database.execute("INSERT INTO t VALUES (1, 'x')");
        EXPECT_EQ(rows(), 1);
    }
    EXPECT_EQ(rows(), 0);
}

TEST_F(Sqlite, ATransactionAfterAnErrorIsNotCommitted) {
    {
        Transaction transaction(database, Transaction::Kind::write);
        database.execute("INSERT INTO t VALUES (1, 'x')");
        database.execute("INSERT INTO missing VALUES (1)");
        EXPECT_FALSE(transaction.commit());
    }
    (void)database.take_error();
    EXPECT_EQ(rows(), 0);
}

TEST_F(Sqlite, ACommittedTransactionStays) {
    {
        Transaction transaction(database, Transaction::Kind::write);
        database.execute("INSERT INTO t VALUES (1, 'x')");
        EXPECT_TRUE(transaction.commit());
    }
    EXPECT_EQ(rows(), 1);
}

} // namespace finsam::sqlite
