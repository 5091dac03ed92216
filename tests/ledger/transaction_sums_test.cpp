// A statement's figures come from stored sums of the vouchers, and are the same when the vouchers have to be read.

#include "bridge/ledger/sqlite/database.hpp"
#include "fixtures.hpp"

namespace finsam {
namespace {

std::string with_vouchers_alone_to_sum() {
    return head(2024, "20250110") + chart() +
           "#IB 0 1930 100\n#IB 0 2010 -100\n"
           "#VER A 1 20240301 Hyra\n{\n#TRANS 5010 {20 A} 20\n#TRANS 5010 {20 A 1 100} 5\n#TRANS 1930 {} -25\n}\n"
           "#VER A 2 20240302 Bidrag\n{\n#TRANS 3010 {20 B} -7\n#BTRANS 3010 {} -1\n#TRANS 1930 {} 7\n}\n";
}

void expect_books(const Books& books) {
    const YearBooks& year = books.years.at(0);
    EXPECT_EQ(year.movement, (AccountAmounts{{"1930", kr(-18)}, {"3010", kr(-7)}, {"5010", kr(25)}}));
    EXPECT_EQ(year.result, (AccountAmounts{{"3010", kr(-7)}, {"5010", kr(25)}}));
    EXPECT_EQ(year.closing, (AccountAmounts{{"1930", kr(82)}, {"2010", kr(-100)}}));
    ASSERT_TRUE(year.objects.has_value());
    EXPECT_EQ(amount_of(*year.objects, "A", "5010"), kr(25));
    EXPECT_EQ(amount_of(*year.objects, "B", "3010"), kr(-7));
}

Books after(const char* change) {
    const TemporaryFolder folder;
    const auto path = folder / "L.db";
    {
        auto ledger = Ledger::open(path);
        take(*ledger, with_vouchers_alone_to_sum());
    }
    {
        sqlite::Database database(path.string(), sqlite::Access::read_write);
        EXPECT_TRUE(database.execute(change));
    }
    return books_of(*Ledger::open_existing(path));
}

TEST(TransactionSums, AreEnoughWithoutTheVouchersRows) {
    expect_books(after("DELETE FROM voucher_row"));
}

TEST(TransactionSums, AreMadeOfTheVouchersWhereTheyAreMissing) {
    expect_books(after("DELETE FROM transaction_sum"));
}

TEST(TransactionSums, GoWithTheFileThatTheyAreOf) {
    Ledger ledger = empty_ledger();
    take(ledger, with_vouchers_alone_to_sum(), "forst.se");
    take(ledger,
         head(2024, "20250111") + chart() + "#IB 0 1930 1\n#VER A 1 20240301 El\n{\n#TRANS 5010 {} 3\n" +
             "#TRANS 1930 {} -3\n}\n",
         "sedan.se");
    EXPECT_EQ(books_of(ledger).years.at(0).movement, (AccountAmounts{{"1930", kr(-3)}, {"5010", kr(3)}}));
}

/// 20 000 rows of 1 kr, each with a project of its own.
std::string with_nearly_as_many_lists_as_rows() {
    std::string file = head(2024, "20250110") + chart() + "#IB 0 1930 1\n";
    for (int voucher = 0; voucher < 200; ++voucher) {
        file += "#VER A " + std::to_string(voucher + 1) + " 20240301 Hyra\n{\n";
        for (int row = 0; row < 100; ++row) {
            const std::string number = std::to_string(voucher * 100 + row);
            file += "#TRANS 5010 {20 A 1 " + number + "} 1\n";
        }
        file += "#TRANS 1930 {} -100\n}\n";
    }
    return file;
}

TEST(TransactionSums, AreNotKeptWhereTheySaveNothing) {
    const TemporaryFolder folder;
    const auto path = folder / "L.db";
    {
        auto ledger = Ledger::open(path);
        take(*ledger, with_nearly_as_many_lists_as_rows());
    }
    EXPECT_EQ(
        sqlite::Database(path.string(), sqlite::Access::read_only).integer("SELECT count(*) FROM transaction_sum"), 0);
    const Books books = books_of(*Ledger::open_existing(path));
    EXPECT_EQ(books.years.at(0).movement, (AccountAmounts{{"1930", kr(-20'000)}, {"5010", kr(20'000)}}));
    EXPECT_EQ(amount_of(*books.years.at(0).objects, "A", "5010"), kr(20'000));
}

TEST(TransactionSums, AFileWithoutVouchersHasNone) {
    EXPECT_FALSE(books_of(head(2024, "20250110") + "#UB 0 1930 1\n").years.at(0).movement.has_value());
}

} // namespace
} // namespace finsam
