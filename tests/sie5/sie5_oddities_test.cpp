// Records that cannot be read, and odd ones that can: each told, none costs more than itself.

#include "tests/sie5/sie5_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using Code = DiagnosticCode;

Document with_balance(std::string_view balance) {
    return read5("<Accounts>\n<Account id=\"1930\" name=\"Bank\" type=\"asset\">\n" + std::string(balance) +
                 "\n<ClosingBalance month=\"2024-12\" amount=\"7\"/></Account></Accounts>");
}

TEST(Sie5Amounts, AreDecimalsOfXmlSchema) {
    for (const std::string_view amount : {"402.9", "+402.90", "402.900", " 402.90 ", "0402.9"}) {
        EXPECT_THAT(
            balances(with_balance("<OpeningBalance month=\"2024-01\" amount=\"" + std::string(amount) + "\"/>")),
            testing::StartsWith("IB 0 1930 402.90\n"))
            << amount;
    }
    EXPECT_THAT(balances(with_balance("<OpeningBalance month=\"2024-01\" amount=\"-.5\"/>")),
                testing::StartsWith("IB 0 1930 -0.50\n"));
    EXPECT_THAT(balances(with_balance("<OpeningBalance month=\"2024-01\" amount=\"5.\"/>")),
                testing::StartsWith("IB 0 1930 5.00\n"));
}

TEST(Sie5Amounts, ThatAreNoneAreRefusedAndTheRestIsRead) {
    for (const std::string_view amount : {"1.005", "1,50", "1e3", "", "abc", ".", "+", "--1", "99999999999999999999"}) {
        const Document file =
            with_balance("<OpeningBalance month=\"2024-01\" amount=\"" + std::string(amount) + "\"/>");
        EXPECT_TRUE(file.result.accepted) << amount;
        EXPECT_EQ(balances(file), "UB 0 1930 7.00\n") << amount;
        EXPECT_EQ(tally(file, "OpeningBalance"), "0/1") << amount;
        EXPECT_EQ(place(file, amount.empty() ? Code::post_saknar_falt : Code::belopp_ogiltigt), "11:1 fel") << amount;
    }
}

std::string concerned(const Document& file, Code code) {
    for (const Diagnostic& item : file.result.diagnostics) {
        if (item.code == code) {
            return item.concerned;
        }
    }
    return "none";
}

TEST(Sie5Diagnostics, NameWhatTheyConcern) {
    const auto with_opening = [](std::string_view month, std::string_view amount) {
        return with_balance("<OpeningBalance month=\"" + std::string(month) + "\" amount=\"" + std::string(amount) +
                            "\"/>");
    };
    EXPECT_EQ(concerned(with_opening("2024-01", "1.005"), Code::belopp_ogiltigt), "1.005");
    EXPECT_EQ(concerned(with_opening("2024-13", "1"), Code::period_ogiltig), "2024-13");
    EXPECT_EQ(concerned(with_opening("2019-01", "1"), Code::period_ogiltig), "1930"); // the account
    EXPECT_EQ(concerned(with_opening("2024-01", ""), Code::post_saknar_falt), "OpeningBalance");
    EXPECT_EQ(concerned(with_balance("<Nytt/>"), Code::okand_post), "Nytt");
}

TEST(Sie5Diagnostics, NeverNameWhatMayBeAPerson) {
    EXPECT_EQ(concerned(with_balance("<OpeningBalance month=\"2024-01\" amount=\"Greta\"/>"), Code::belopp_ogiltigt),
              "OpeningBalance");
}

TEST(Sie5Balances, OfAMonthThatIsNoneOrInNoYearAreRefused) {
    for (const std::string_view month : {"2024-13", "2024", "202401", "2019-01"}) {
        const Document file = with_balance("<OpeningBalance month=\"" + std::string(month) + "\" amount=\"1\"/>");
        EXPECT_EQ(place(file, Code::period_ogiltig), "11:1 fel") << month;
        EXPECT_EQ(balances(file), "UB 0 1930 7.00\n") << month;
    }
}

TEST(Sie5Balances, ToldTwiceTheFirstCounts) {
    const Document file = with_balance("<OpeningBalance month=\"2024-01\" amount=\"1\"/><OpeningBalance "
                                       "month=\"2024-01\" amount=\"2\"/>");
    EXPECT_EQ(balances(file), "IB 0 1930 1.00\nUB 0 1930 7.00\n");
    EXPECT_EQ(count(file, Code::saldo_dubblett), 1u);
    EXPECT_EQ(tally(file, "OpeningBalance"), "1/1");
}

TEST(Sie5Balances, WithAnObjectReferenceThatLacksItsObjectAreRefused) {
    const Document file =
        with_balance("<OpeningBalance month=\"2024-01\" amount=\"1\"><ObjectReference dimId=\"20\"/></OpeningBalance>");
    EXPECT_EQ(balances(file), "UB 0 1930 7.00\n");
    EXPECT_EQ(count(file, Code::post_saknar_falt), 1u);
}

TEST(Sie5Accounts, WithoutNumberTakeTheirBalancesWithThem) {
    const Document file = read5("<Accounts><Account name=\"Bank\" type=\"asset\"><OpeningBalance month=\"2024-01\" "
                                "amount=\"1\"/></Account><Account id=\"1930\" name=\"b\" type=\"odd\"/></Accounts>");
    EXPECT_TRUE(file.result.accepted);
    EXPECT_EQ(balances(file), "");
    EXPECT_EQ(tally(file, "Account"), "1/1");
    EXPECT_EQ(place(file, Code::nummer_ogiltigt).substr(0, 2), "9:"); // the type
}

std::string voucher(std::string_view attributes,
                    std::string_view row = "<LedgerEntry accountId=\"5010\" amount=\"9\"/>") {
    return "<Journal id=\"A\" name=\"a\">\n<JournalEntry " + std::string(attributes) + ">" + std::string(row) +
           "<LedgerEntry accountId=\"1930\" amount=\"-9\"/></JournalEntry>\n<JournalEntry id=\"2\" "
           "journalDate=\"2024-01-01\"><LedgerEntry accountId=\"5010\" amount=\"1\"/><LedgerEntry "
           "accountId=\"1930\" amount=\"-1\"/></JournalEntry></Journal>";
}

TEST(Sie5Vouchers, WithoutDateOrNumberOrWithABrokenRowAreRefusedAloneAndNamed) {
    for (const std::string& journal :
         {voucher("id=\"1\""), voucher("id=\"1\" journalDate=\"2024-02-30\""), voucher("journalDate=\"2024-01-01\""),
          voucher("id=\"1\" journalDate=\"2024-01-01\"", "<LedgerEntry accountId=\"5010\" amount=\"9.001\"/>"),
          voucher("id=\"1\" journalDate=\"2024-01-01\"", "<LedgerEntry amount=\"9\"/>")}) {
        const Document file = read5(journal);
        EXPECT_TRUE(file.result.accepted);
        EXPECT_EQ(tally(file, "JournalEntry"), "1/1");
        EXPECT_EQ(count(file, Code::verifikation_avvisad), 1u);
    }
    EXPECT_THAT(text(read5(voucher("id=\"1\"")), Code::verifikation_avvisad), testing::HasSubstr("Verifikation A 1"));
}

TEST(Sie5Vouchers, OutsideTheYearAndWithUsedNumbersAreReadAndTold) {
    const Document file = read5(voucher("id=\"2\" journalDate=\"2023-12-31\""));
    EXPECT_EQ(tally(file, "JournalEntry"), "2/0");
    EXPECT_EQ(count(file, Code::datum_utanfor_rakenskapsar), 1u);
    EXPECT_EQ(count(file, Code::verifikationsnummer_dubblett), 1u);
}

TEST(Sie5Years, OddOnesAreToldAndTheRestRead) {
    const auto read_years = [](std::string_view years) {
        return read("<Sie xmlns=\"http://www.sie.se/sie5\">" + file_info(years) + "</Sie>");
    };
    EXPECT_EQ(count(read_years("<FiscalYear start=\"2024-12\" end=\"2024-01\"/>"), Code::rakenskapsar_ogiltigt), 1u);
    EXPECT_EQ(count(read_years("<FiscalYear start=\"2024-01\"/>"), Code::post_saknar_falt), 1u);
    const Document whole_days = read_years("<FiscalYear start=\"2024-01-01\" end=\"2024-12-31\" primary=\"true\"/>");
    ASSERT_EQ(whole_days.fiscal_years.size(), 1u);
    EXPECT_EQ(to_iso(whole_days.fiscal_years[0].to), "2024-12-31");
    const Document none = read_years("<FiscalYear start=\"2023-01\" end=\"2023-12\"/><FiscalYear start=\"2024-01\" "
                                     "end=\"2024-12\"/>");
    ASSERT_EQ(none.fiscal_years.size(), 2u);
    EXPECT_EQ(none.fiscal_years[0].number, 0);
    EXPECT_EQ(to_iso(none.fiscal_years[0].from), "2024-01-01"); // the latest
    EXPECT_EQ(count(none, Code::rakenskapsar_dubblett), 1u);
}

TEST(Sie5File, MissingPartsAreTold) {
    const Document file = read("<Sie xmlns=\"http://www.sie.se/sie5\"/>");
    EXPECT_TRUE(file.result.accepted);
    EXPECT_EQ(count(file, Code::obligatorisk_post_saknas), 6u);
    const Document entries = read("<SieEntry xmlns=\"http://www.sie.se/sie5\"/>");
    EXPECT_EQ(count(entries, Code::obligatorisk_post_saknas), 3u);
}

TEST(Sie5File, OpeningBalancesThatDoNotSumToZeroAreTold) {
    EXPECT_EQ(
        count(with_balance("<OpeningBalance month=\"2024-01\" amount=\"1\"/>"), Code::ingaende_balans_obalanserad), 1u);
}

TEST(Sie5File, WhatIsUsedButNotDeclaredIsToldWithTheNamesOfSie5) {
    const Document file = read5("<Accounts><Account id=\"1930\" name=\"Bank\" type=\"asset\"/></Accounts>" +
                                voucher("id=\"1\" journalDate=\"2024-01-01\""));
    EXPECT_EQ(text(file, Code::konto_ej_deklarerat), "Konto 5010 används men saknar Account; posterna lästes ändå.");
}

TEST(Sie5EntryFile, NeedsNoNumbersAndNoBalances) {
    const Document file =
        read("<SieEntry xmlns=\"http://www.sie.se/sie5\">" + file_info("") +
             "<Journal><JournalEntry journalDate=\"2024-01-01\"><OriginalEntryInfo date=\"2024-01-02\" "
             "by=\"x\"/><LedgerEntry accountId=\"5010\" amount=\"1\"/><LedgerEntry "
             "accountId=\"1930\" amount=\"-1\"/></JournalEntry></Journal></SieEntry>");
    ASSERT_EQ(file.vouchers.size(), 1u);
    EXPECT_EQ(file.vouchers[0].series + file.vouchers[0].number, "");
    EXPECT_EQ(to_iso(file.vouchers[0].registered.value_or(Date{})), "2024-01-02");
    EXPECT_FALSE(file.result.has_errors());
}

} // namespace
} // namespace finsam::sie
