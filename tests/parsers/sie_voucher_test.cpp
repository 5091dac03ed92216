#include "sie_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using Code = DiagnosticCode;

TEST(Vouchers, AreReadWholeAndExact) {
    const Document document = read4("#VER LEV1 567 20240315 \"Hyra mars\" 20240320 KALLE\n{\n"
                                    "#TRANS 5010 {20 \"101\"} 1000.50 20240314 \"Lokal\" 2 OLLE\n"
                                    "\t#TRANS 1930 {} -1000.50\n}\n");
    ASSERT_EQ(document.vouchers.size(), 1u);
    const Voucher& voucher = document.vouchers[0];
    EXPECT_EQ(voucher.series, "LEV1");
    EXPECT_EQ(voucher.number, "567");
    EXPECT_EQ(voucher.date, (Date{2024, 3, 15}));
    EXPECT_EQ(voucher.text, "Hyra mars");
    EXPECT_EQ(voucher.registered, (Date{2024, 3, 20}));
    EXPECT_EQ(voucher.signature, "KALLE");
    EXPECT_EQ(voucher.line, 8u);
    ASSERT_EQ(voucher.rows.size(), 2u);
    const TransactionRow& row = voucher.rows[0];
    EXPECT_EQ(row.kind, RowKind::trans);
    EXPECT_EQ(row.account, "5010");
    EXPECT_THAT(row.objects, ElementsAre(ObjectRef{"20", "101"}));
    EXPECT_EQ(row.amount, Ore(100050));
    EXPECT_EQ(row.date, (Date{2024, 3, 14}));
    EXPECT_EQ(row.text, "Lokal");
    EXPECT_EQ(row.quantity, "2");
    EXPECT_EQ(row.signature, "OLLE");
    EXPECT_EQ(row.line, 10u);
    EXPECT_EQ(voucher.rows[1].amount, Ore(-100050));
    EXPECT_FALSE(document.result.has_errors());
}

TEST(Vouchers, NothingIsLeftFromTheVoucherBefore) {
    const Document document =
        read4("#VER A 1 20240101 \"En lang text som inte ryms\" 20240102 KALLE\n{\n"
              "#RTRANS 1 {1 2} 5 20240101 \"text\" 3 OLLE\n#TRANS 1 {1 2} 5 20240101 \"text\" 3 OLLE\n"
              "#TRANS 2 {1 2 3 4} -5\n}\n#VER \"\" \"\" 20240103\n{\n#TRANS 3 {} 7\n#TRANS 4 {} -7\n}\n");
    ASSERT_EQ(document.vouchers.size(), 2u);
    const Voucher& second = document.vouchers[1];
    EXPECT_EQ(second.series + second.number + second.text + second.signature, "");
    EXPECT_EQ(second.registered, std::nullopt);
    ASSERT_EQ(second.rows.size(), 2u);
    for (const TransactionRow& row : second.rows) {
        EXPECT_EQ(row.kind, RowKind::trans);
        EXPECT_THAT(row.objects, IsEmpty());
        EXPECT_EQ(row.date, std::nullopt);
        EXPECT_EQ(row.text + row.quantity + row.signature, "");
    }
}

TEST(Vouchers, OnlyThoseThatDoNotBalanceAreCountedAsUnbalanced) {
    const std::string unbalanced = "#VER A 7 20240101\n{\n#TRANS 1930 {} 100\n#TRANS 3010 {} -99.98\n}\n";
    const std::string unreadable = "#VER A 8 20240101\n{\n#TRANS 1930 {} x\n#TRANS 3010 {} -1\n}\n";
    EXPECT_EQ(read4(unbalanced + unreadable).result.unbalanced_vouchers, 1u);
}

TEST(Vouchers, HistoryRowsDoNotCount) {
    const Document document =
        read4("#VER A 1 20240101\n{\n#TRANS 1930 {} 100\n#BTRANS 3010 {} -55\n#RTRANS 3011 {} -100\n"
              "#TRANS 3011 {} -100\n}\n");
    ASSERT_EQ(document.vouchers.size(), 1u);
    EXPECT_EQ(document.vouchers[0].rows[1].kind, RowKind::btrans);
    EXPECT_EQ(document.vouchers[0].rows[2].kind, RowKind::rtrans);
    EXPECT_THAT(document.result.diagnostics,
                Not(testing::Contains(testing::Field(&Diagnostic::severity, Severity::error))));
    EXPECT_EQ(count(document, Code::rtrans_utan_trans), 0u);
}

TEST(Vouchers, AnAddedRowWithoutItsTwinIsTold) {
    const Document document =
        read4("#VER A 1 20240101\n{\n#RTRANS 3011 {} -99\n#TRANS 1 {} 100\n#TRANS 3011 {} -100\n}\n");
    EXPECT_EQ(document.vouchers.size(), 1u);
    EXPECT_EQ(place(document, Code::rtrans_utan_trans), "10:1 varning");
}

TEST(Vouchers, ABadHistoryRowIsLeftOutAlone) {
    const Document document =
        read4("#VER A 1 20240101\n{\n#BTRANS 1930 {} x\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n}\n");
    ASSERT_EQ(document.vouchers.size(), 1u);
    EXPECT_EQ(document.vouchers[0].rows.size(), 2u);
    EXPECT_EQ(tally(document, "BTRANS"), "0/1");
}

TEST(Vouchers, ASumThatOverflowsIsRefused) {
    const Document document =
        read4("#VER A 1 20240101\n{\n#TRANS 1 {} 90000000000000000\n#TRANS 2 {} 90000000000000000\n}\n");
    EXPECT_THAT(document.vouchers, IsEmpty());
    EXPECT_EQ(place(document, Code::verifikation_avvisad), "8:1 fel");
}

TEST(Vouchers, EmptyOnesKeepTheirNumber) {
    const Document document = read4("#VER A 1 20240101\n{\n}\n#VER A 2 20240101\n{\n#BTRANS 1 {} 5\n}\n");
    EXPECT_EQ(document.vouchers.size(), 2u);
    EXPECT_EQ(count(document, Code::verifikation_tom), 2u);
    EXPECT_FALSE(document.result.has_errors());
}

TEST(Vouchers, AMissingOpeningBraceIsForgiven) {
    const Document document = read4("#VER A 1 20240101\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n}\n");
    EXPECT_EQ(document.vouchers.size(), 1u);
    EXPECT_EQ(place(document, Code::klammer_saknas), "9:1 varning");
}

TEST(Vouchers, AnOpeningBraceMayEndTheLineOfVer) {
    const Document document = read4("#VER A 1 20240101 \"x\" {\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n}\n");
    EXPECT_EQ(document.vouchers.size(), 1u);
    EXPECT_FALSE(document.result.has_errors());
}

TEST(Vouchers, AMissingClosingBraceEndsAtTheNextVoucher) {
    const Document document = read4("#VER A 1 20240101\n{\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n"
                                    "#VER A 2 20240101\n{\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n}\n");
    EXPECT_EQ(document.vouchers.size(), 2u);
    EXPECT_EQ(place(document, Code::klammer_saknas), "12:1 varning");
}

TEST(Vouchers, TheSameNumberTwiceIsTold) {
    const Document document =
        read4("#VER A 1 20240101\n{\n}\n#VER A 3 20240101\n{\n}\n#VER A 2 20240101\n{\n}\n"
              "#VER B 2 20240101\n{\n}\n#VER A 2 20240101\n{\n}\n#VER A x 20240101\n{\n}\n"
              "#VER A x 20240101\n{\n}\n#VER \"\" \"\" 20240101\n{\n}\n#VER \"\" \"\" 20240101\n{\n}\n");
    EXPECT_EQ(document.vouchers.size(), 9u);
    EXPECT_EQ(count(document, Code::verifikationsnummer_dubblett), 2u);
    EXPECT_EQ(place(document, Code::verifikationsnummer_dubblett), "20:1 varning");
}

TEST(Vouchers, ADateOutsideTheYearIsTold) {
    const Document document = read4("#VER A 1 20230101\n{\n}\n#VER A 2 20241231\n{\n}\n");
    EXPECT_EQ(document.vouchers.size(), 2u);
    EXPECT_EQ(count(document, Code::datum_utanfor_rakenskapsar), 1u);
}

TEST(Vouchers, SubRecordsOfAnUnknownRecordAreNoVoucher) {
    const Document document = read4("#NYTT x\n{\n#TRANS 1 {} 5\n}\n#VER A 1 20240101\n{\n}\n");
    EXPECT_EQ(document.vouchers.size(), 1u);
    EXPECT_EQ(count(document, Code::okand_post), 2u);
    EXPECT_FALSE(document.result.has_errors());
}

} // namespace
} // namespace finsam::sie
