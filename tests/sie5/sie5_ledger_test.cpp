// The ledger gives the same books of SIE 5 as of the same content in SIE 4, öre by öre.

#include "bridge/ledger/ledger.hpp"
#include "tests/sie5/sie5_fixture.hpp"
#include "tests/sie5/signing.hpp"

#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

const std::string in_sie4 =
    "#FLAGGA 0\n#PROGRAM \"Provbok\" 5.1\n#FORMAT PC8\n#GEN 20250110\n#SIETYP 4\n#ORGNR 222000-1111\n"
    "#FNAMN \"Sjon\"\n#RAR 0 20240101 20241231\n#RAR -1 20230101 20231231\n#KONTO 1930 \"Bank\"\n#KTYP 1930 T\n"
    "#KONTO 2010 \"Eget kapital\"\n#KTYP 2010 S\n#KONTO 5010 \"Lokaler\"\n#KTYP 5010 K\n#DIM 20 \"Insats\"\n"
    "#OBJEKT 20 \"A\" \"Steget\"\n#IB 0 1930 1000.50\n#IB 0 2010 -1000.50\n#UB 0 1930 597.60\n#UB 0 2010 -1000.50\n"
    "#RES 0 5010 402.90\n#UB -1 1930 1000.50\n#PSALDO 0 202412 5010 {20 \"A\"} 402.90\n"
    "#PBUDGET 0 202403 5010 {20 \"A\"} 500\n"
    "#VER A 7 20240301 \"Hyra\"\n{\n#TRANS 5010 {20 \"A\"} 402.90\n#BTRANS 5010 {} 1\n#TRANS 1930 {} -402.90\n}\n";

const std::string in_sie5 =
    "<Sie xmlns=\"http://www.sie.se/sie5\"><FileInfo><SoftwareProduct name=\"Provbok\" version=\"5.1\"/><FileCreation "
    "time=\"2025-01-10T08:30:00Z\" by=\"x\"/><Company organizationId=\"222000-1111\" name=\"Sjon\"/><FiscalYears>"
    "<FiscalYear start=\"2023-01\" end=\"2023-12\"/><FiscalYear start=\"2024-01\" end=\"2024-12\" primary=\"true\"/>"
    "</FiscalYears><AccountingCurrency currency=\"SEK\"/></FileInfo><Accounts>"
    "<Account id=\"1930\" name=\"Bank\" type=\"asset\"><OpeningBalance month=\"2024-01\" amount=\"1000.50\"/>"
    "<ClosingBalance month=\"2024-12\" amount=\"597.60\"/><ClosingBalance month=\"2023-12\" amount=\"1000.50\"/>"
    "</Account><Account id=\"2010\" name=\"Eget kapital\" type=\"equity\"><OpeningBalance month=\"2024-01\" "
    "amount=\"-1000.50\"/><ClosingBalance month=\"2024-12\" amount=\"-1000.50\"/></Account>"
    "<Account id=\"5010\" name=\"Lokaler\" type=\"cost\"><ClosingBalance month=\"2024-12\" amount=\"402.90\"/>"
    "<ClosingBalance month=\"2024-12\" amount=\"402.90\"><ObjectReference dimId=\"20\" objectId=\"A\"/>"
    "</ClosingBalance><Budget month=\"2024-03\" amount=\"500\"><ObjectReference dimId=\"20\" objectId=\"A\"/></Budget>"
    "</Account></Accounts><Dimensions><Dimension id=\"20\" name=\"Insats\"><Object id=\"A\" name=\"Steget\"/>"
    "</Dimension></Dimensions><Journal id=\"A\" name=\"A\"><JournalEntry id=\"7\" journalDate=\"2024-03-01\" "
    "text=\"Hyra\"><EntryInfo date=\"2024-03-01\" by=\"x\"/><LedgerEntry accountId=\"5010\" amount=\"402.9\">"
    "<ObjectReference dimId=\"20\" objectId=\"A\"/></LedgerEntry><LedgerEntry accountId=\"5010\" amount=\"1\">"
    "<Overstrike date=\"2024-03-02\" by=\"x\"/></LedgerEntry><LedgerEntry accountId=\"1930\" amount=\"-402.9\"/>"
    "</JournalEntry></Journal></Sie>";

Books books_of(const std::string& file) {
    auto ledger = Ledger::in_memory();
    EXPECT_TRUE(ledger);
    const auto outcome = ledger->import_bytes(file, "prov");
    EXPECT_TRUE(outcome);
    EXPECT_EQ(outcome->kind, ImportOutcome::Kind::imported);
    BooksQuery query;
    query.with_vouchers = true;
    auto books = ledger->books(query);
    EXPECT_TRUE(books);
    return std::move(*books);
}

std::string lines(const std::optional<AccountAmounts>& amounts) {
    std::string text;
    for (const auto& [account, amount] : amounts.value_or(AccountAmounts())) {
        text += account + " " + to_decimal_kronor(amount) + "\n";
    }
    return text;
}

std::string lines(const std::optional<std::vector<ObjectAmount>>& amounts) {
    std::string text;
    for (const auto& row : amounts.value_or(std::vector<ObjectAmount>())) {
        text += row.object + " " + row.account + " " + to_decimal_kronor(row.amount) + "\n";
    }
    return text;
}

TEST(Sie5InTheLedger, GivesTheSameBooksAsSie4) {
    const Books four = books_of(in_sie4), five = books_of(in_sie5);
    EXPECT_EQ(five.company_name, four.company_name);
    EXPECT_EQ(five.insats_dimension, "20");
    EXPECT_EQ(five.insats_names, four.insats_names);
    ASSERT_EQ(five.years.size(), four.years.size());
    for (std::size_t i = 0; i < four.years.size(); ++i) {
        EXPECT_EQ(to_iso(five.years[i].from), to_iso(four.years[i].from));
        EXPECT_EQ(to_iso(five.years[i].to), to_iso(four.years[i].to));
        EXPECT_EQ(lines(five.years[i].opening), lines(four.years[i].opening));
        EXPECT_EQ(lines(five.years[i].closing), lines(four.years[i].closing));
        EXPECT_EQ(lines(five.years[i].result), lines(four.years[i].result));
        EXPECT_EQ(lines(five.years[i].budget), lines(four.years[i].budget));
        EXPECT_EQ(lines(five.years[i].objects), lines(four.years[i].objects));
        EXPECT_EQ(lines(five.years[i].object_budget), lines(four.years[i].object_budget));
    }
    EXPECT_EQ(lines(five.years[0].closing), "1930 597.60\n2010 -1000.50\n");
    EXPECT_EQ(lines(five.years[0].objects), "A 5010 402.90\n");
    ASSERT_EQ(five.vouchers.size(), 2u);
    ASSERT_EQ(four.vouchers.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(five.vouchers[i].account, four.vouchers[i].account);
        EXPECT_EQ(five.vouchers[i].amount, four.vouchers[i].amount);
        EXPECT_EQ(five.vouchers[i].text, four.vouchers[i].text);
    }
    ASSERT_EQ(five.imports.size(), 1u);
    EXPECT_EQ(five.imports[0].sie_type, 5);
}

TEST(Sie5InTheLedger, AFileForImportHasNoYearAndIsRejected) {
    auto ledger = Ledger::in_memory();
    ASSERT_TRUE(ledger);
    const auto outcome =
        ledger->import_bytes("<SieEntry xmlns=\"http://www.sie.se/sie5\">" + file_info("") + "</SieEntry>", "prov");
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->kind, ImportOutcome::Kind::rejected);
}

TEST(Sie5InLedger, KeepsTheStateOfTheSignature) {
    const std::string file = sign(in_sie5);
    const std::pair<SignatureVerifier, std::string> cases[] = {
        {{}, "ej prövad"},
        {[](std::string_view) { return SignatureState::valid; }, "giltig"},
        {[](std::string_view) { return SignatureState::weak; }, "svag"},
    };
    for (const auto& [verifier, name] : cases) {
        auto ledger = Ledger::in_memory();
        ASSERT_TRUE(ledger);
        ASSERT_TRUE(ledger->import_bytes(file, "prov.sie", verifier));
        const auto books = ledger->books({});
        ASSERT_TRUE(books) << books.error().text;
        EXPECT_EQ(books->imports.at(0).signature, name);
    }
    auto ledger = Ledger::in_memory();
    const auto changed =
        ledger->import_bytes(file, "prov.sie", [](std::string_view) { return SignatureState::invalid; });
    EXPECT_EQ(changed->kind, ImportOutcome::Kind::rejected); // so that no ledger has a file with an invalid one
    EXPECT_EQ(books_of(in_sie5).imports.at(0).signature, "saknas");
    EXPECT_EQ(books_of(in_sie4).imports.at(0).signature, "");
}

} // namespace
} // namespace finsam::sie
