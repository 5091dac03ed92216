// What becomes of the elements of a complete file (Sie).

#include "tests/sie5/sie5_fixture.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using Code = DiagnosticCode;

TEST(Sie5FileInfo, TellsProgramCompanyDayAndCurrency) {
    const Document file = read5("<Accounts/>");
    const FileInfo& info = file.result.info;
    EXPECT_TRUE(file.result.accepted);
    EXPECT_EQ(info.sie_type, 5);
    EXPECT_EQ(info.program + " " + info.program_version, "Provbok 5.1");
    EXPECT_EQ(info.company_name, "Samordningsförbundet Sjön");
    EXPECT_EQ(info.organisation_number, "222000-1111");
    EXPECT_EQ(info.currency, "SEK");
    ASSERT_TRUE(info.generated);
    EXPECT_EQ(to_iso(*info.generated), "2025-01-10");
    EXPECT_EQ(file.result.encoding, TextEncoding::utf8);
}

TEST(Sie5FileInfo, WhoMadeTheFileIsNotKept) {
    EXPECT_EQ(read5("<Accounts/>").result.info.generated_by, "");
}

std::string years(std::string_view declared) {
    const Document file = read("<Sie xmlns=\"http://www.sie.se/sie5\">" + file_info(declared) + "</Sie>");
    std::string lines;
    for (const FiscalYear& year : file.fiscal_years) {
        lines += std::to_string(year.number) + " " + to_iso(year.from) + " " + to_iso(year.to) + "\n";
    }
    return lines;
}

TEST(Sie5Years, AreNumberedFromThePrimaryOne) {
    EXPECT_EQ(years("<FiscalYear start=\"2022-07\" end=\"2023-06\"/><FiscalYear start=\"2023-07\" end=\"2024-06\" "
                    "primary=\"true\"/><FiscalYear start=\"2024-07\" end=\"2025-06\"/>"),
              "1 2024-07-01 2025-06-30\n0 2023-07-01 2024-06-30\n-1 2022-07-01 2023-06-30\n");
}

TEST(Sie5Years, LastDayOfFebruaryFollowsTheLeapYear) {
    EXPECT_EQ(years("<FiscalYear start=\"2023-03\" end=\"2024-02\" primary=\"1\"/>"), "0 2023-03-01 2024-02-29\n");
}

TEST(Sie5Years, AYearLeftOutKeepsItsNumber) {
    EXPECT_EQ(years("<FiscalYear start=\"2024-01\" end=\"2024-12\" primary=\"true\"/>"
                    "<FiscalYear start=\"2022-01\" end=\"2022-12\"/>"),
              "0 2024-01-01 2024-12-31\n-2 2022-01-01 2022-12-31\n");
}

TEST(Sie5Accounts, TypesAreThoseOfSie4) {
    struct Types final : Handler {
        std::string all;
        void account_type(const AccountType& r) override { all += r.account + r.type + " "; }
    } types;
    (void)read_sie5(sie5("<Accounts><Account id=\"1930\" name=\"a\" type=\"asset\"/><Account id=\"2010\" name=\"a\" "
                         "type=\"equity\"/><Account id=\"2440\" name=\"a\" type=\"liability\"/><Account id=\"5010\" "
                         "name=\"a\" type=\"cost\"/><Account id=\"3010\" name=\"a\" type=\"income\"/></Accounts>"),
                    types);
    EXPECT_EQ(types.all, "1930T 2010S 2440S 5010K 3010I ");
}

TEST(Sie5Balances, OpeningAndClosingOfAYear) {
    const Document file =
        read5("<Accounts><Account id=\"1930\" name=\"Bank\" type=\"asset\"><OpeningBalance month=\"2024-01\" "
              "amount=\"100.5\"/><ClosingBalance month=\"2024-12\" amount=\"250\"/></Account>"
              "<Account id=\"5010\" name=\"Lokaler\" type=\"cost\"><ClosingBalance month=\"2024-12\" "
              "amount=\"30.05\"/></Account></Accounts>");
    EXPECT_EQ(balances(file), "IB 0 1930 100.50\nUB 0 1930 250.00\nRES 0 5010 30.05\n");
}

TEST(Sie5Balances, OfObjectsAreOibOubAndForResultAccountsPsaldo) {
    const Document file = read5(
        "<Accounts><Account id=\"1930\" name=\"Bank\" type=\"asset\"><OpeningBalance month=\"2024-01\" amount=\"1\">"
        "<ObjectReference dimId=\"20\" objectId=\"A\"/></OpeningBalance><ClosingBalanceMultidim month=\"2024-12\" "
        "amount=\"2\"><ObjectReference dimId=\"1\" objectId=\"100\"/><ObjectReference dimId=\"20\" objectId=\"A\"/>"
        "</ClosingBalanceMultidim></Account><Account id=\"5010\" name=\"Lokaler\" type=\"cost\"><ClosingBalance "
        "month=\"2024-12\" amount=\"30\"/><ClosingBalance month=\"2024-12\" amount=\"10\"><ObjectReference "
        "dimId=\"20\" objectId=\"A\"/></ClosingBalance></Account></Accounts>");
    EXPECT_EQ(balances(file), "OUB 0 1930 2.00 1:100 20:A\nOIB 0 1930 1.00 20:A\nRES 0 5010 30.00\n"
                              "PSALDO 0 5010 10.00 20:A 2024-12\n");
}

TEST(Sie5Balances, OfSeveralMonthsGiveTheChangeOfEach) {
    const Document file = read5(
        "<Accounts><Account id=\"1930\" name=\"Bank\" type=\"asset\"><OpeningBalance month=\"2024-01\" amount=\"5\"/>"
        "<ClosingBalance month=\"2024-01\" amount=\"7\"/><OpeningBalance month=\"2024-02\" amount=\"7\"/>"
        "<OpeningBalance month=\"2024-03\" amount=\"10\"/><ClosingBalance month=\"2024-03\" amount=\"9\"/></Account>"
        "</Accounts>");
    EXPECT_EQ(balances(file), "IB 0 1930 5.00\nUB 0 1930 9.00\nPSALDO 0 1930 2.00 2024-01\n"
                              "PSALDO 0 1930 3.00 2024-02\nPSALDO 0 1930 -1.00 2024-03\n");
}

TEST(Sie5Balances, TheOpeningOfALaterMonthIsNoClosingOfTheYear) {
    const auto of_account = [](std::string_view rest) {
        return balances(read5("<Accounts><Account id=\"1930\" name=\"Bank\" type=\"asset\"><OpeningBalance "
                              "month=\"2024-01\" amount=\"5\"/>" +
                              std::string(rest) + "</Account></Accounts>"));
    };
    EXPECT_EQ(of_account("<OpeningBalance month=\"2024-07\" amount=\"8\"/>"),
              "IB 0 1930 5.00\nPSALDO 0 1930 3.00 2024-06\n");
    EXPECT_EQ(of_account("<OpeningBalance month=\"2024-07\" amount=\"8\"/><ClosingBalance month=\"2024-12\" "
                         "amount=\"9\"/>"),
              "IB 0 1930 5.00\nUB 0 1930 9.00\nPSALDO 0 1930 3.00 2024-06\nPSALDO 0 1930 1.00 2024-12\n");
    EXPECT_EQ(of_account("<ClosingBalance month=\"2024-06\" amount=\"8\"/><OpeningBalance month=\"2024-10\" "
                         "amount=\"9\"/>"),
              "IB 0 1930 5.00\nUB 0 1930 8.00\nPSALDO 0 1930 3.00 2024-06\nPSALDO 0 1930 1.00 2024-09\n");
}

/// Two months' vouchers on a cost account with an object, told in SIE 5 only at the end of the year.
std::string moved_twice(std::string_view closings) {
    const auto entry = [](std::string_view id, std::string_view day, std::string_view amount) {
        return fmt::format("<JournalEntry id=\"{}\" journalDate=\"{}\"><EntryInfo date=\"{}\" by=\"x\"/>"
                           "<LedgerEntry accountId=\"5010\" amount=\"{}\"><ObjectReference dimId=\"20\" "
                           "objectId=\"A\"/></LedgerEntry><LedgerEntry accountId=\"1930\" amount=\"-{}\"/>"
                           "</JournalEntry>",
                           id, day, day, amount, amount);
    };
    return fmt::format("<Accounts><Account id=\"1930\" name=\"Bank\" type=\"asset\"><OpeningBalance "
                       "month=\"2024-01\" amount=\"100\"/><ClosingBalance month=\"2024-12\" amount=\"60\"/></Account>"
                       "<Account id=\"5010\" name=\"Lokaler\" type=\"cost\">{}</Account></Accounts><Journal id=\"A\" "
                       "name=\"A\">{}{}</Journal>",
                       closings, entry("1", "2024-02-01", "30"), entry("2", "2024-08-01", "10"));
}

std::vector<std::string> deviations(const std::string& file) {
    std::vector<std::string> found;
    for (const Deviation& item : reconcile(read5(file)).deviations) {
        found.push_back(fmt::format("{} {}{}: {} for {}", stable_name(item.tie), item.account,
                                    item.period ? " " + to_iso(*item.period) : "", to_decimal_kronor(item.stated),
                                    to_decimal_kronor(item.expected)));
    }
    return found;
}

TEST(Sie5Reconciliation, AClosingOfTheYearIsTheChangeOfAllItsMonths) {
    const std::string of_year = "<ClosingBalance month=\"2024-12\" amount=\"40\"/>";
    const auto of_object = [](std::string_view month, std::string_view amount) {
        return fmt::format("<ClosingBalance month=\"{}\" amount=\"{}\"><ObjectReference dimId=\"20\" objectId=\"A\"/>"
                           "</ClosingBalance>",
                           month, amount);
    };
    EXPECT_THAT(deviations(moved_twice(of_year + of_object("2024-12", "40"))), testing::IsEmpty());
    EXPECT_THAT(deviations(moved_twice(of_year + of_object("2024-06", "30") + of_object("2024-12", "40"))),
                testing::IsEmpty());
    EXPECT_THAT(deviations(moved_twice(of_year + of_object("2024-12", "41"))),
                testing::ElementsAre("PSALDO_OBJEKT 5010 2024-12: 41.00 for 40.00"));
    EXPECT_THAT(deviations(moved_twice("<ClosingBalance month=\"2024-06\" amount=\"31\"/>" + of_year)),
                testing::ElementsAre("PSALDO 5010 2024-06: 31.00 for 30.00", "PSALDO 5010 2024-12: 9.00 for 10.00"));
}

TEST(Sie5Budget, HasItsMonthOrIsOfTheWholeYear) {
    const Document file = read5(
        "<Accounts><Account id=\"5010\" name=\"Lokaler\" type=\"cost\"><Budget month=\"2024-03\" amount=\"10\"/>"
        "<Budget amount=\"100\"><ObjectReference dimId=\"20\" objectId=\"A\"/></Budget><BudgetMultidim "
        "month=\"2024-04\" amount=\"7\"><ObjectReference dimId=\"1\" objectId=\"100\"/><ObjectReference dimId=\"20\" "
        "objectId=\"A\"/></BudgetMultidim></Account></Accounts>");
    EXPECT_EQ(balances(file), "PBUDGET 0 5010 10.00 2024-03\nPBUDGET 0 5010 100.00 20:A 2024-12\n"
                              "PBUDGET 0 5010 7.00 1:100 20:A 2024-04\n");
}

constexpr std::string_view entry =
    "<Journal id=\"A\" name=\"Huvudjournal\"><JournalEntry id=\"7\" journalDate=\"2024-03-01\" text=\"Hyra\">"
    "<EntryInfo date=\"2024-03-02\" by=\"Greta Hemlig\"/>"
    "<LedgerEntry accountId=\"5010\" amount=\"402.9\" text=\"Kontor\" ledgerDate=\"2024-03-31\" quantity=\"2\">"
    "<ObjectReference dimId=\"20\" objectId=\"A\"/></LedgerEntry>"
    "<LedgerEntry accountId=\"1930\" amount=\"-402.90\"/></JournalEntry></Journal>";

TEST(Sie5Journal, EntryIsAVoucher) {
    const Document file = read5(entry);
    ASSERT_EQ(file.vouchers.size(), 1u);
    const Voucher& voucher = file.vouchers.front();
    EXPECT_EQ(voucher.series + " " + voucher.number, "A 7");
    EXPECT_EQ(to_iso(voucher.date), "2024-03-01");
    EXPECT_EQ(to_iso(voucher.registered.value_or(Date{})), "2024-03-02");
    EXPECT_EQ(voucher.text, "Hyra");
    EXPECT_EQ(voucher.signature, "");
    ASSERT_EQ(voucher.rows.size(), 2u);
    EXPECT_EQ(voucher.rows[0].amount, Ore(40290));
    EXPECT_EQ(voucher.rows[0].objects, (std::vector<ObjectRef>{{"20", "A"}}));
    EXPECT_EQ(to_iso(voucher.rows[0].date.value_or(Date{})), "2024-03-31");
    EXPECT_EQ(voucher.rows[0].text, "Kontor");
    EXPECT_EQ(voucher.rows[0].quantity, "2");
    EXPECT_EQ(tally(file, "JournalEntry"), "1/0");
    EXPECT_EQ(tally(file, "LedgerEntry"), "2/0");
}

TEST(Sie5Journal, ARowStruckIsHistory) {
    const Document file =
        read5("<Journal id=\"A\" name=\"a\"><JournalEntry id=\"1\" journalDate=\"2024-03-01\">"
              "<EntryInfo date=\"2024-03-01\" by=\"x\"/><LedgerEntry accountId=\"5010\" amount=\"9\">"
              "<Overstrike date=\"2024-03-05\" by=\"x\"/></LedgerEntry><LedgerEntry accountId=\"5010\" amount=\"8\">"
              "<EntryInfo date=\"2024-03-05\" by=\"x\"/></LedgerEntry><LedgerEntry accountId=\"1930\" "
              "amount=\"-8\"/></JournalEntry></Journal>");
    ASSERT_EQ(file.vouchers.size(), 1u);
    std::string rows;
    for (const TransactionRow& row : file.vouchers.front().rows) {
        rows += std::string(label(row.kind)) + " " + row.account + " " + to_decimal_kronor(row.amount) + "\n";
    }
    EXPECT_EQ(rows, "BTRANS 5010 9.00\nRTRANS 5010 8.00\nTRANS 5010 8.00\nTRANS 1930 -8.00\n");
    EXPECT_EQ(tally(file, "LedgerEntry"), "3/0");
}

TEST(Sie5Journal, RowsHoldNothingOfEarlierEntries) {
    std::string journal = "<Journal id=\"A\" name=\"a\">";
    for (int i = 1; i <= 4; ++i) { // with 5, 4, 3 and 2 rows, the first with an object
        const std::string number = std::to_string(i);
        journal += "<JournalEntry id=\"" + number + "\" journalDate=\"2024-03-01\">";
        for (int row = i; row < 5; ++row) {
            journal +=
                "<LedgerEntry accountId=\"5010\" amount=\"1\" text=\"t\"><ObjectReference dimId=\"20\" objectId=\"" +
                number + "\"/></LedgerEntry>";
        }
        journal += "<LedgerEntry accountId=\"1930\" amount=\"-" + std::to_string(5 - i) + "\"/></JournalEntry>";
    }
    const Document file = read5(journal + "</Journal>");
    ASSERT_EQ(file.vouchers.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& rows = file.vouchers[i].rows;
        ASSERT_EQ(rows.size(), 5 - i);
        EXPECT_EQ(rows.front().objects, (std::vector<ObjectRef>{{"20", file.vouchers[i].number}}));
        EXPECT_EQ(rows.back().account, "1930");
        EXPECT_TRUE(rows.back().objects.empty());
        EXPECT_EQ(rows.back().text, "");
    }
}

TEST(Sie5Journal, AnUnbalancedEntryIsRefusedAndNamed) {
    const Document file =
        read5("<Journal id=\"A\" name=\"a\">\n<JournalEntry id=\"8\" journalDate=\"2024-03-01\"><LedgerEntry "
              "accountId=\"5010\" amount=\"9\"/><LedgerEntry accountId=\"1930\" amount=\"-8.5\"/></JournalEntry>\n"
              "<JournalEntry id=\"9\" journalDate=\"2024-03-01\"><LedgerEntry accountId=\"5010\" amount=\"9\"/>"
              "<LedgerEntry accountId=\"1930\" amount=\"-9\"/></JournalEntry></Journal>");
    EXPECT_TRUE(file.result.accepted);
    ASSERT_EQ(file.vouchers.size(), 1u);
    EXPECT_EQ(file.vouchers.front().number, "9");
    EXPECT_EQ(file.result.unbalanced_vouchers, 1u);
    EXPECT_THAT(text(file, Code::verifikation_obalanserad), testing::HasSubstr("Verifikation A 8"));
    EXPECT_THAT(text(file, Code::verifikation_obalanserad), testing::HasSubstr("0,50"));
    EXPECT_EQ(tally(file, "JournalEntry"), "1/1");
}

TEST(Sie5Dimensions, AreNamedSoThatTheyAreNotTakenForThoseOfSie4) {
    const Document file = read5("<Dimensions><Dimension id=\"3\" name=\"Insats\"><Object id=\"A\" name=\"Steget\"/>"
                                "</Dimension><Dimension id=\"4\"/></Dimensions><Journal id=\"A\" name=\"a\">"
                                "<JournalEntry id=\"1\" journalDate=\"2024-03-01\"><LedgerEntry accountId=\"5010\" "
                                "amount=\"9\"><ObjectReference dimId=\"8\" objectId=\"x\"/></LedgerEntry><LedgerEntry "
                                "accountId=\"1930\" amount=\"-9\"/></JournalEntry></Journal>");
    std::string names;
    for (const Dimension& dimension : file.dimensions) {
        names += dimension.number + " " + dimension.name + "\n";
    }
    EXPECT_EQ(names, "3 Insats\n4 Verksamhetsgren\n8 Dimension 8\n");
}

TEST(Sie5Persons, ReachNeitherRecordsNorMessages) {
    const Document file =
        read5("<Dimensions><Dimension id=\"7\" name=\"Anställd\"><Object id=\"17\" name=\"Greta Hemlig\"/></Dimension>"
              "</Dimensions><Customers><Customer id=\"1\" name=\"Greta Hemlig\" address1=\"Hemlig\"/></Customers>" +
              std::string(entry) +
              "<Journal id=\"B\" name=\"b\"><JournalEntry id=\"1\" journalDate=\"2024-02-30\">"
              "<EntryInfo date=\"x\" by=\"Greta Hemlig\"/></JournalEntry></Journal>");
    ASSERT_EQ(file.objects.size(), 1u);
    EXPECT_EQ(file.objects.front().name, "");
    EXPECT_EQ(tally(file, "Customer"), "1/0");
    for (const Diagnostic& diagnostic : file.result.diagnostics) {
        EXPECT_THAT(diagnostic.text, testing::Not(testing::HasSubstr("Hemlig")));
    }
}

} // namespace
} // namespace finsam::sie
