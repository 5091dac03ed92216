// Reading files in: all or nothing, twice, in place of an older one.

#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "fixtures.hpp"

#include <gmock/gmock.h>

namespace finsam {

using testing::HasSubstr;
using testing::Not;

namespace {

/// A ledger in a file, and a second look into the file.
struct Import : testing::Test {
    TemporaryFolder folder;
    std::filesystem::path path = folder / "L.db";
    Ledger ledger = std::move(*Ledger::open(path));

    /// The importer does not let SQLite look up what rows refer to; here it does.
    void TearDown() override { EXPECT_EQ(number("SELECT count(*) FROM pragma_foreign_key_check"), 0); }

    std::int64_t number(const char* sql) const {
        sqlite::Database database(path.string(), sqlite::Access::read_only);
        return database.integer(sql).value_or(-1);
    }
    ImportOutcome import(const std::string& sie, std::string_view name = "prov.se") {
        auto outcome = ledger.import_bytes(sie, name);
        EXPECT_TRUE(outcome.has_value()) << outcome.error().text;
        return outcome ? std::move(*outcome) : ImportOutcome();
    }
};

const std::string balances = "#IB 0 1930 100\n#IB 0 2010 -100\n#UB 0 1930 80\n#UB 0 2010 -100\n#RES 0 5010 20\n";
const std::string voucher = "#VER A 1 20240301 \"Hyra mars\" 20240302 \"hemligsignatur\"\n{\n"
                            "#TRANS 5010 {1 \"100\" 20 \"A\"} 20 \"\" \"Lokalhyra\" 1.5 \"hemligsignatur\"\n"
                            "#TRANS 1930 {} -20\n}\n";

} // namespace

TEST_F(Import, TellsWhatTheFileIs) {
    const auto outcome = import(head(2024, "20250110") + chart() + balances + voucher, "år2024.se");
    EXPECT_EQ(outcome.kind, ImportOutcome::Kind::imported);
    EXPECT_EQ(outcome.sha256.size(), 64U);
    EXPECT_EQ(outcome.reading.counts.at("TRANS").read, 2U);
    const Books books = books_of(ledger);
    ASSERT_EQ(books.imports.size(), 1U);
    EXPECT_EQ(books.imports[0].file_name, "år2024.se");
    EXPECT_EQ(books.imports[0].sha256, outcome.sha256);
    EXPECT_EQ(books.imports[0].program, "Provbok 1.2");
    EXPECT_EQ(books.imports[0].generated, (Date{2025, 1, 10}));
    EXPECT_EQ(books.imports[0].sie_type, 4);
    EXPECT_EQ(books.imports[0].fiscal_year, 2024);
    EXPECT_EQ(books.imports[0].encoding, "utf-8");
    EXPECT_EQ(books.imports[0].ksumma, "saknas");
    EXPECT_EQ(books.imports[0].vouchers, 1U);
    EXPECT_EQ(books.imports[0].transactions, 2U);
    EXPECT_THAT(books.imports[0].read_at, testing::MatchesRegex("....-..-..T..:..:..Z"));
    EXPECT_EQ(books.company_name, "Samordningsförbundet Sjön");
    EXPECT_EQ(books.organisation_number, "222000-1111");
    EXPECT_EQ(books.account_names.at("7010"), "Löner");
}

TEST_F(Import, KeepsTheSourceLineOfEverything) {
    const std::string sie = head(2024, "20250110") + chart() + balances + voucher;
    import(sie); // 9 lines of head, 10 of chart, 5 balances, then the voucher
    EXPECT_EQ(number("SELECT line FROM account WHERE number = '1930'"), 10);
    EXPECT_EQ(number("SELECT line FROM dimension WHERE number = '1'"), 15);
    EXPECT_EQ(number("SELECT line FROM object WHERE code = 'A'"), 18);
    EXPECT_EQ(number("SELECT line FROM balance WHERE kind = 'res'"), 24);
    EXPECT_EQ(number("SELECT line FROM voucher"), 25);
    EXPECT_EQ(number("SELECT line FROM transaction_row WHERE amount = 2000"), 27);
}

TEST_F(Import, TellsHowMuchIsReadAndStopsWhereItIsAskedTo) {
    std::string sie = head(2024, "20250110") + chart() + balances;
    for (int number = 0; number < 5000; ++number) {
        sie += voucher;
    }
    std::vector<double> told;
    const auto stopped = ledger.import_bytes(sie, "prov.se", {}, [&](double share) {
        told.push_back(share);
        return share < 0.5;
    });
    ASSERT_TRUE(stopped) << stopped.error().text;
    EXPECT_EQ(stopped->kind, ImportOutcome::Kind::stopped);
    EXPECT_THAT(told, testing::ElementsAre(testing::DoubleNear(0.205, 0.005), testing::DoubleNear(0.410, 0.005),
                                           testing::DoubleNear(0.615, 0.005)));
    EXPECT_EQ(number("SELECT (SELECT count(*) FROM import) + (SELECT count(*) FROM voucher_row)"), 0);
    const auto whole = ledger.import_bytes(sie, "prov.se", {}, [](double) { return true; });
    ASSERT_TRUE(whole) << whole.error().text;
    EXPECT_EQ(whole->kind, ImportOutcome::Kind::imported);
    EXPECT_EQ(number("SELECT count(*) FROM voucher"), 5000);
}

TEST_F(Import, StoresNoSignatures) {
    import(head(2024, "20250110") + chart() + balances + voucher);
    EXPECT_THAT(bytes_of(path), HasSubstr("Lokalhyra"));
    EXPECT_THAT(bytes_of(path), Not(HasSubstr("hemligsignatur")));
}

TEST_F(Import, KeepsQuantitiesAndObjectLists) {
    import(head(2024, "20250110") + chart() + balances + voucher);
    EXPECT_EQ(number("SELECT count(*) FROM transaction_row WHERE quantity = '1.5'"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM object_list"), 2); // {1 100 20 A}, and its rest {20 A}
    EXPECT_EQ(number("SELECT count(*) FROM object_list JOIN object ON object.id = object WHERE code = '100' "
                     "AND rest IS NOT NULL"),
              1);
    EXPECT_EQ(number("SELECT count(*) FROM object_list JOIN object ON object.id = object WHERE code = 'A' "
                     "AND rest IS NULL"),
              1);
}

TEST_F(Import, ADayIsKeptOfRowsThatHaveAnotherThanTheirVoucher) {
    import(head(2024, "20250110") + chart() +
           "#VER A 1 20240301\n{\n#TRANS 1930 {} -20 20240301\n#TRANS 5010 {} 15 20240302\n#TRANS 5010 {} 5\n}\n");
    EXPECT_EQ(number("SELECT count(*) FROM transaction_row WHERE day IS NOT NULL"), 1);
    EXPECT_EQ(number("SELECT amount FROM transaction_row WHERE day = '2024-03-02'"), 1500);
}

TEST_F(Import, EveryRowBelongsToOneVoucher) {
    import(head(2023, "20240110") + chart() + voucher);
    import(head(2024, "20250110") + chart() + "#VER A 2 20240301\n{\n}\n" + voucher);
    EXPECT_EQ(number("SELECT count(*) FROM voucher_row"), 4);
    EXPECT_EQ(number("SELECT count(*) FROM transaction_row"), 4);
    EXPECT_EQ(number("SELECT count(DISTINCT voucher) FROM transaction_row"), 2);
    EXPECT_EQ(number("SELECT count(DISTINCT import) FROM transaction_row"), 2);
}

TEST_F(Import, HistoryRowsAreKeptAndNotSummed) {
    import(head(2024, "20250110") + chart() + "#IB 0 1930 100\n#IB 0 2010 -100\n" +
           "#VER A 1 20240301\n{\n#BTRANS 7010 {} 20\n#TRANS 1930 {} -20\n"
           "#RTRANS 5010 {20 \"A\"} 20\n#TRANS 5010 {20 \"A\"} 20\n}\n");
    EXPECT_EQ(number("SELECT count(*) FROM transaction_row WHERE kind = 'btrans'"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM transaction_row WHERE kind = 'rtrans'"), 1);
    const Books books = books_of(ledger, {.with_vouchers = true});
    EXPECT_EQ(amount_of(*books.years[0].objects, "A", "5010"), kr(20));
    EXPECT_EQ(amount_of(*books.years[0].objects, "", "7010"), kr(0));
    EXPECT_EQ(books.vouchers.size(), 2U);
    EXPECT_EQ(books.imports[0].transactions, 2U);
}

TEST_F(Import, UndeclaredAccountsAndObjectsAreKept) {
    import(head(2024, "20250110") + "#UB 0 1930 10\n#PSALDO 0 202401 5010 {6 \"P1\"} 5\n#RES 0 5010 5\n");
    const Books books = books_of(ledger);
    EXPECT_EQ(books.years[0].closing->at("1930"), kr(10));
    EXPECT_EQ(amount_of(*books.years[0].objects, "P1", "5010"), kr(5));
    EXPECT_EQ(books.account_names.count("1930"), 0U);
}

TEST_F(Import, NamesThatComeAfterTheirUseAreTaken) {
    import(head(2024, "20250110") + "#UB 0 1930 10\n#PSALDO 0 202401 5010 {20 \"A\"} 5\n#RES 0 5010 5\n" + chart());
    const Books books = books_of(ledger);
    EXPECT_EQ(books.account_names.at("1930"), "Bank");
    EXPECT_EQ(books.insats_names.at("A"), "Unga vuxna");
}

TEST_F(Import, ARejectedFileLeavesTheLedgerByteEqual) {
    import(head(2023, "20240110") + chart() + balances);
    const std::string before = bytes_of(path);
    const auto outcome =
        import(head(2024, "20250110") + chart() + balances + "#VER A 1 20240301\n{\n#TRANS 1930 {} 1\n");
    EXPECT_EQ(outcome.kind, ImportOutcome::Kind::rejected); // the file ends inside a voucher
    EXPECT_TRUE(outcome.reading.has_errors());
    EXPECT_EQ(bytes_of(path), before);
}

TEST_F(Import, WhatIsNotSieIsRejected) {
    const auto outcome = import("<html></html>");
    EXPECT_EQ(outcome.kind, ImportOutcome::Kind::rejected);
    EXPECT_TRUE(outcome.reading.has_errors());
    EXPECT_EQ(number("SELECT count(*) FROM import"), 0);
}

TEST_F(Import, AFileWithoutFiscalYearIsRejected) {
    const auto outcome = import("#FLAGGA 0\n#PROGRAM P 1\n#FORMAT PC8\n#GEN 20250110\n#SIETYP 4\n#FNAMN F\n" + voucher);
    EXPECT_EQ(outcome.kind, ImportOutcome::Kind::rejected);
    EXPECT_FALSE(outcome.reading.accepted);
    EXPECT_THAT(outcome.reading.diagnostics.back().text, HasSubstr("#RAR 0"));
    EXPECT_EQ(number("SELECT count(*) FROM import"), 0);
}

TEST_F(Import, AMissingFileIsRejectedWithItsReason) {
    const auto outcome = ledger.import_file(folder / "saknas.se");
    ASSERT_TRUE(outcome.has_value());
    EXPECT_EQ(outcome->kind, ImportOutcome::Kind::rejected);
    ASSERT_EQ(outcome->reading.diagnostics.size(), 1U);
    EXPECT_EQ(outcome->reading.diagnostics[0].code, DiagnosticCode::filen_kan_inte_lasas);
}

TEST_F(Import, TheSameBytesAgainChangeNothing) {
    const std::string sie = head(2024, "20250110") + chart() + balances + voucher;
    import(sie, "första.se");
    const std::string before = bytes_of(path);
    const auto outcome = import(sie, "andra.se");
    EXPECT_EQ(outcome.kind, ImportOutcome::Kind::already_present);
    EXPECT_EQ(outcome.reading.counts.at("VER").read, 1U);
    EXPECT_EQ(bytes_of(path), before);
}

TEST_F(Import, ANewerFileTakesTheYearsPlaceAndTheOlderRecordStays) {
    import(head(2024, "20250110") + chart() + balances + voucher, "preliminär.se");
    import(head(2024, "20250220") + chart() +
               "#UB 0 1930 75\n#UB 0 2010 -100\n#RES 0 5010 25\n"
               "#VER B 1 20240301\n{\n#TRANS 5010 {} 25\n#TRANS 1930 {} -25\n}\n",
           "slutlig.se");
    const Books books = books_of(ledger);
    EXPECT_EQ(books.years[0].result->at("5010"), kr(25));
    ASSERT_EQ(books.imports.size(), 1U);
    EXPECT_EQ(books.imports[0].file_name, "slutlig.se");
    EXPECT_EQ(number("SELECT count(*) FROM import"), 2);
    EXPECT_EQ(number("SELECT superseded_by FROM import WHERE file_name = 'preliminär.se'"),
              number("SELECT id FROM import WHERE file_name = 'slutlig.se'"));
    EXPECT_EQ(number("SELECT count(*) FROM voucher"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM voucher WHERE series = 'B'"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM voucher_row"), 2);
    EXPECT_EQ(number("SELECT count(*) FROM account"), 5);
}

TEST_F(Import, TheLaterGeneratedFileCountsWhateverTheOrder) {
    import(head(2024, "20250220") + "#UB 0 1930 75\n", "slutlig.se");
    const auto outcome = import(head(2024, "20250110") + "#UB 0 1930 80\n", "preliminär.se");
    EXPECT_THAT(outcome.reading.diagnostics.back().text, HasSubstr("slutlig.se"));
    EXPECT_EQ(outcome.reading.diagnostics.back().severity, Severity::warning);
    EXPECT_EQ(books_of(ledger).years[0].closing->at("1930"), kr(75));
    EXPECT_EQ(number("SELECT count(*) FROM import WHERE superseded_by IS NOT NULL"), 1);
}

TEST_F(Import, OfTheSameDayTheFileReadLastCounts) {
    import(head(2024, "20250110") + "#UB 0 1930 80\n", "ett.se");
    import(head(2024, "20250110") + "#UB 0 1930 75\n", "två.se");
    EXPECT_EQ(books_of(ledger).years[0].closing->at("1930"), kr(75));
}

TEST_F(Import, VouchersAloneDoNotTakeThePlaceOfAYearsBalances) {
    import(head(2024, "20250110") + chart() + balances, "bokslut.se");
    const auto outcome = import(head(2024, "20250111") + voucher, "lön.si");
    EXPECT_EQ(outcome.kind, ImportOutcome::Kind::rejected);
    EXPECT_THAT(outcome.reading.diagnostics.back().text, HasSubstr("bokslut.se"));
    EXPECT_EQ(books_of(ledger).years[0].closing->at("1930"), kr(80));
}

TEST_F(Import, BalancesAloneDoNotTakeThePlaceOfAYearsVouchers) {
    import(head(2024, "20250110") + chart() + balances + voucher, "alla.se");
    const auto outcome = import(head(2024, "20250111") + chart() + balances, "saldon.se");
    EXPECT_EQ(outcome.kind, ImportOutcome::Kind::rejected);
    EXPECT_THAT(outcome.reading.diagnostics.back().text, HasSubstr("ersätta alla.se"));
    EXPECT_EQ(number("SELECT count(*) FROM voucher"), 1);
}

TEST_F(Import, OtherYearsAreLeftAlone) {
    import(head(2023, "20240110") + "#UB 0 1930 100\n");
    import(head(2024, "20250110") + "#UB 0 1930 80\n");
    import(head(2024, "20250111") + "#UB 0 1930 81\n");
    const Books books = books_of(ledger);
    EXPECT_EQ(books.years[0].closing->at("1930"), kr(81));
    EXPECT_EQ(books.years[1].closing->at("1930"), kr(100));
}

TEST_F(Import, AForbundIsTheSameByItsNumberHoweverWritten) {
    import(head(2023, "20240110", "Sjön", "222000-1111") + "#UB 0 1930 1\n");
    import(head(2024, "20250110", "Samordningsförbundet Sjön", "162220001111") + "#UB 0 1930 2\n");
    EXPECT_EQ(number("SELECT count(*) FROM forbund"), 1);
    EXPECT_EQ(books_of(ledger).company_name, "Samordningsförbundet Sjön");
}

TEST_F(Import, AForbundWithoutNumberIsTheSameByItsName) {
    import(head(2023, "20240110", "SAMORDNINGSFÖRBUNDET SJÖN", "\"\"") + "#UB 0 1930 1\n");
    import(head(2024, "20250110", "Samordningsförbundet Sjön", "222000-1111") + "#UB 0 1930 2\n");
    EXPECT_EQ(number("SELECT count(*) FROM forbund"), 1);
}

TEST_F(Import, AFileThatNamesNoForbundIsRejected) {
    import(head(2024, "20250110", "", "222000-1111") + "#UB 0 1930 1\n"); // the number names it
    const auto outcome = import(head(2024, "20250220", " ", "\"\"") + "#UB 0 1930 2\n");
    EXPECT_EQ(outcome.kind, ImportOutcome::Kind::rejected);
    EXPECT_FALSE(outcome.reading.accepted);
    EXPECT_EQ(outcome.reading.diagnostics.back().severity, Severity::error);
    EXPECT_THAT(outcome.reading.diagnostics.back().text, HasSubstr("#FNAMN"));
    EXPECT_EQ(books_of(ledger).years[0].closing->at("1930"), kr(1));
}

TEST_F(Import, ForbundWithoutNameAreToldApartByTheirNumbers) {
    import(head(2024, "20250110", "", "222000-1111") + "#UB 0 1930 1\n");
    const auto outcome = import(head(2024, "20250220", "", "222000-2222") + "#UB 0 1930 2\n");
    EXPECT_EQ(outcome.replaced, "");
    EXPECT_EQ(number("SELECT count(*) FROM forbund"), 2);
}

TEST_F(Import, AFileThatTakesAnOlderOnesPlaceSaysSo) {
    import(head(2024, "20250110") + "#UB 0 1930 80\n", "preliminär.se");
    const auto outcome = import(head(2024, "20250220") + "#UB 0 1930 75\n", "slutlig.se");
    EXPECT_EQ(outcome.replaced, "preliminär.se");
    EXPECT_EQ(outcome.superseded_by, "");
    const Diagnostic& said = outcome.reading.diagnostics.back();
    EXPECT_EQ(said.code, DiagnosticCode::ersatter_fil);
    EXPECT_EQ(said.severity, Severity::info);
    EXPECT_THAT(said.text, HasSubstr("preliminär.se, framställd 2025-01-10"));
}

TEST_F(Import, ASupersededFileReadAgainNamesTheFileThatCounts) {
    const std::string oldest = head(2024, "20250110") + "#UB 0 1930 80\n";
    EXPECT_EQ(import(oldest, "januari.se").replaced, "");
    import(head(2024, "20250220") + "#UB 0 1930 75\n", "februari.se");
    import(head(2024, "20250320") + "#UB 0 1930 70\n", "mars.se");
    const auto again = import(oldest, "januari.se");
    EXPECT_EQ(again.kind, ImportOutcome::Kind::already_present);
    EXPECT_EQ(again.superseded_by, "mars.se"); // not the one that came between
    EXPECT_EQ(books_of(ledger).years[0].closing->at("1930"), kr(70));
}

TEST_F(Import, AFileThatCountsReadAgainIsSupersededByNone) {
    const std::string sie = head(2024, "20250110") + "#UB 0 1930 80\n";
    import(sie);
    EXPECT_EQ(import(sie).superseded_by, "");
}

TEST_F(Import, AnOlderFileNamesTheNewerThatCounts) {
    import(head(2024, "20250220") + "#UB 0 1930 75\n", "slutlig.se");
    const auto outcome = import(head(2024, "20250110") + "#UB 0 1930 80\n", "preliminär.se");
    EXPECT_EQ(outcome.superseded_by, "slutlig.se");
    EXPECT_EQ(outcome.replaced, "");
}

TEST_F(Import, WhatTheReaderRefusedIsTold) {
    import(head(2024, "20250110") + chart() + balances + "#UB 0 1940 x\n" + voucher + // an amount that is none
           "#VER A 2 20240302\n{\n#TRANS 5010 {} 20\n#TRANS 1930 {} -19\n}\n");
    const Books books = books_of(ledger);
    EXPECT_EQ(books.imports[0].vouchers, 1U);
    EXPECT_EQ(books.imports[0].refused_vouchers, 1U);
    EXPECT_EQ(books.imports[0].errors, 2U);
}

TEST_F(Import, OfAFileWithoutErrorsNothingWasRefused) {
    import(head(2024, "20250110") + chart() + balances + voucher);
    const Books books = books_of(ledger);
    EXPECT_EQ(books.imports[0].refused_vouchers, 0U);
    EXPECT_EQ(books.imports[0].errors, 0U);
}

TEST_F(Import, NamesOfEmployeesAreNotKept) { // SIE 4C §8: dimension 7
    import(head(2024, "20250110") + chart() + balances + "#OBJEKT 7 \"4711\" \"Hemligt Namn\"\n" +
           "#PSALDO 0 202401 5010 {7 \"4711\"} 20\n#OBJEKT 7 4712 \"Hemligt Namn\"\n");
    const Books books = books_of(ledger, {.dimension = "7"});
    EXPECT_EQ(amount_of(*books.years[0].objects, "4711", "5010"), kr(20));
    EXPECT_TRUE(books.insats_names.empty());
    EXPECT_EQ(number("SELECT count(*) FROM object WHERE code = '4712'"), 1);
    EXPECT_THAT(bytes_of(path), Not(HasSubstr("Hemligt Namn")));
}

TEST_F(Import, NamesInADivisionOfEmployeesAreNotKept) {
    import(head(2024, "20250110") + balances + "#OBJEKT 21 1 \"Hemligt Namn\"\n#UNDERDIM 21 \"Vikarie\" 7\n" +
           "#OBJEKT 21 2 \"Hemligt Namn\"\n");
    EXPECT_EQ(number("SELECT count(*) FROM object"), 2);
    EXPECT_THAT(bytes_of(path), Not(HasSubstr("Hemligt Namn")));
}

TEST_F(Import, NamesInADivisionThatComesBeforeItsOwnParentAreNotKept) {
    import(head(2024, "20250110") + balances + "#UNDERDIM 31 \"Sjuk\" 30\n#OBJEKT 31 1 \"Hemligt Namn\"\n" +
           "#UNDERDIM 30 \"Vikarie\" 7\n#DIM 07 \"Anställd\"\n#OBJEKT 07 2 \"Hemligt Namn\"\n");
    EXPECT_EQ(number("SELECT count(*) FROM object"), 2);
    EXPECT_THAT(bytes_of(path), Not(HasSubstr("Hemligt Namn")));
}

/// So many rows of the largest amount that a file may have: 64 bits hold 9 223 of them. '%' is each row's number, for
/// records that a file has one of for an account.
std::string largest_rows(int count, std::string_view row) {
    std::string rows;
    for (int i = 0; i < count; ++i) {
        for (const char c : row) {
            c == '%' ? rows += std::to_string(i) : rows += c;
        }
    }
    return rows;
}

struct Overflow : Import, testing::WithParamInterface<const char*> {};

TEST_P(Overflow, IsAnErrorNotAWrongFigure) {
    import(head(2024, "20250110") + largest_rows(9'224, GetParam()));
    const auto books = ledger.books({.with_vouchers = true});
    ASSERT_FALSE(books.has_value());
    EXPECT_EQ(books.error().kind, LedgerError::Kind::rejected);
    EXPECT_THAT(books.error().text, HasSubstr("för stora"));
}

INSTANTIATE_TEST_SUITE_P(
    EachKindOfRow, Overflow,
    testing::Values("#IB 0 19% 10000000000000\n", "#UB 0 19% 10000000000000\n", "#RES 0 50% 10000000000000\n",
                    "#PBUDGET 0 202401 50% {} 10000000000000\n",
                    "#DIM 20 \"Insats\"\n#RES 0 50% 0\n#PSALDO 0 202401 50% {20 A} -10000000000000\n",
                    "#UB 0 1930 0\n#VER A \"\" 20240101\n{\n#TRANS 5010 {} 10000000000000\n"
                    "#TRANS 1930 {} -10000000000000\n}\n"));

TEST_F(Import, BooksTooLargeToAddUpElsewhereAreAnError) {
    std::string sie = head(2024, "20250110");
    for (int account = 1; account <= 11; ++account) { // 11 * 10^13 kronor; books hold 10^14
        sie += "#UB 0 19" + std::to_string(10 + account) + " -10000000000000\n";
    }
    import(sie);
    const auto books = ledger.books({});
    ASSERT_FALSE(books.has_value());
    EXPECT_EQ(books.error().kind, LedgerError::Kind::rejected);
}

} // namespace finsam
