// Files of vouchers alone (SIE 4I): they add to each other, none is counted twice, and a year's own file takes their
// place.

#include "bridge/ledger/sqlite/database.hpp"
#include "fixtures.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sstream>

namespace finsam {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using Kind = ImportOutcome::Kind;

std::string voucher(std::string_view number, std::string_view day, std::string_view amount,
                    std::string_view text = "\"\"") {
    return fmt::format("#VER {} {} {}\n{{\n#TRANS 5010 {{20 A}} {}\n#TRANS 1930 {{}} -{}\n}}\n", number, day, text,
                       amount, amount);
}

struct VoucherBatches : testing::Test {
    TemporaryFolder folder;
    std::filesystem::path path = folder / "L.db";
    Ledger ledger = std::move(*Ledger::open(path));

    void TearDown() override { EXPECT_EQ(number("SELECT count(*) FROM pragma_foreign_key_check"), 0); }

    std::int64_t number(const char* sql) const {
        sqlite::Database database(path.string(), sqlite::Access::read_only);
        return database.integer(sql).value_or(-1);
    }
    ImportOutcome import(const std::string& records, std::string_view name, std::string_view generated = "20240401") {
        auto outcome = ledger.import_bytes(head(2024, generated) + records, name);
        EXPECT_TRUE(outcome.has_value()) << outcome.error().text;
        return outcome ? std::move(*outcome) : ImportOutcome();
    }
    /// "A 1 20.00", a line each, the cost rows of the year.
    std::string costs() const {
        BooksQuery query;
        query.with_vouchers = true;
        std::string lines;
        const auto books = ledger.books(query);
        for (const VoucherRow& row : books ? books->vouchers : std::vector<VoucherRow>()) {
            if (row.account == "5010") {
                lines += fmt::format("{} {} {}\n", row.series, row.number, to_decimal_kronor(row.amount));
            }
        }
        return lines;
    }
};

std::vector<std::string> told(const ImportOutcome& outcome, DiagnosticCode code, Severity severity) {
    std::vector<std::string> texts;
    for (const Diagnostic& item : outcome.reading.diagnostics) {
        if (item.code == code && item.severity == severity) {
            texts.push_back(item.text);
        }
    }
    return texts;
}

const std::string whole_year = "#UB 0 1930 -20\n#RES 0 5010 20\n";

TEST_F(VoucherBatches, OfOneYearAddToEachOther) {
    EXPECT_EQ(import(voucher("L 1", "20240131", "10"), "januari.si").added_to, "");
    const auto second = import(voucher("L 2", "20240229", "20"), "februari.si");
    const auto third = import(voucher("L 3", "20240331", "30"), "mars.si");
    EXPECT_EQ(second.kind, Kind::imported);
    EXPECT_EQ(second.replaced, "");
    EXPECT_EQ(second.added_to, "januari.si");
    EXPECT_EQ(third.added_to, "januari.si, februari.si");
    EXPECT_THAT(told(third, DiagnosticCode::laggs_till_fil, Severity::info),
                ElementsAre(HasSubstr("antal tillagda: 1.")));
    EXPECT_EQ(costs(), "L 1 10.00\nL 2 20.00\nL 3 30.00\n");
    EXPECT_EQ(books_of(ledger).imports.size(), 3U); // each figure has its file
}

TEST_F(VoucherBatches, WhateverTheOrderAndAgeOfTheFiles) {
    import(voucher("L 2", "20240229", "20"), "februari.si", "20240301");
    import(voucher("L 1", "20240131", "10"), "januari.si", "20240201");
    EXPECT_EQ(costs(), "L 2 20.00\nL 1 10.00\n");
}

TEST_F(VoucherBatches, ReadTwiceAreNotDoubled) {
    const std::string january = voucher("L 1", "20240131", "10");
    import(january, "januari.si");
    EXPECT_EQ(import(january, "januari.si").kind, Kind::already_present); // the same bytes
    const auto again = import(january, "januari igen.si", "20240402");    // the same batch, written a day later
    EXPECT_EQ(again.kind, Kind::rejected);
    EXPECT_THAT(told(again, DiagnosticCode::importfil_ej_inlast, Severity::error),
                ElementsAre(AllOf(HasSubstr("Filens verifikationer (1)"), HasSubstr("januari.si"))));
    EXPECT_EQ(costs(), "L 1 10.00\n");
    EXPECT_EQ(number("SELECT count(*) FROM import"), 1);
}

TEST_F(VoucherBatches, ThatOverlapGiveEachVoucherOnceAndSayWhich) {
    import(voucher("L 1", "20240131", "10") + voucher("L 2", "20240229", "20"), "vinter.si");
    const auto outcome = import(voucher("L 2", "20240229", "20.00") + voucher("L 3", "20240331", "30"), "vår.si");
    EXPECT_EQ(outcome.kind, Kind::imported);
    EXPECT_THAT(told(outcome, DiagnosticCode::laggs_till_fil, Severity::warning),
                ElementsAre(HasSubstr("1 av filens verifikationer finns redan i vinter.si och lades inte till en gång "
                                      "till: L 2.")));
    EXPECT_EQ(costs(), "L 1 10.00\nL 2 20.00\nL 3 30.00\n");
    EXPECT_EQ(number("SELECT vouchers FROM import WHERE file_name = 'vår.si'"), 1);
    EXPECT_EQ(number("SELECT transactions FROM import WHERE file_name = 'vår.si'"), 2);
    EXPECT_EQ(number("SELECT count(*) FROM voucher_row"), 6);
}

TEST_F(VoucherBatches, WithTheSameNumberForSomethingElseAreKeptAndTold) {
    import(voucher("L 1", "20240131", "10"), "januari.si");
    const auto outcome = import(voucher("L 1", "20240131", "11"), "rättad.si");
    EXPECT_THAT(told(outcome, DiagnosticCode::verifikationsnummer_dubblett, Severity::warning),
                ElementsAre(AllOf(HasSubstr("ett annat innehåll: L 1."), HasSubstr("januari.si"))));
    EXPECT_EQ(costs(), "L 1 10.00\nL 1 11.00\n");
}

TEST_F(VoucherBatches, WithoutNumbersAreToldApartByTheirTextAndRows) {
    import(voucher("\"\" \"\"", "20240131", "10", "Kassa"), "ett.si");
    import(voucher("\"\" \"\"", "20240131", "10", "Kassa") + voucher("\"\" \"\"", "20240131", "10", "Kassa") +
               voucher("\"\" \"\"", "20240131", "10", "Dagskassa"),
           "två.si");
    EXPECT_EQ(number("SELECT count(*) FROM voucher"), 3); // two alike are two
}

TEST_F(VoucherBatches, GiveWayToTheYearsOwnFileWhateverItsAge) {
    import(voucher("L 1", "20240131", "20"), "januari.si", "20240401");
    const auto year = import(whole_year + voucher("A 17", "20240131", "20"), "bokslut.se", "20240301");
    EXPECT_EQ(year.kind, Kind::imported);
    EXPECT_EQ(year.replaced, "januari.si");
    EXPECT_THAT(told(year, DiagnosticCode::ersatter_fil, Severity::warning), testing::IsEmpty()); // it has got a number
    EXPECT_EQ(costs(), "A 17 20.00\n");
    EXPECT_EQ(books_of(ledger).years[0].result->at("5010"), kr(20));
}

TEST_F(VoucherBatches, ThatTheYearsOwnFileLacksAreNamed) {
    import(voucher("L 1", "20240131", "20") + voucher("L 2", "20240131", "7"), "januari.si");
    import(voucher("L 3", "20240229", "8"), "februari.si");
    const auto year = import(whole_year + voucher("A 17", "20240131", "20"), "bokslut.se");
    EXPECT_EQ(year.replaced, "januari.si, februari.si");
    EXPECT_THAT(told(year, DiagnosticCode::ersatter_fil, Severity::warning),
                ElementsAre(HasSubstr("2 av de 3 verifikationer som fanns i januari.si, februari.si finns inte i filen "
                                      "och räknas inte längre: L 2, L 3.")));
    EXPECT_EQ(number("SELECT count(*) FROM import WHERE superseded_by IS NOT NULL"), 2);
}

TEST_F(VoucherBatches, AreRefusedBesideTheYearsOwnFileWhichIsAskedForAgain) {
    import(whole_year + voucher("A 17", "20240131", "20"), "bokslut.se");
    const auto known = import(voucher("L 1", "20240131", "20"), "januari.si");
    EXPECT_EQ(known.kind, Kind::rejected);
    EXPECT_THAT(known.reading.diagnostics.back().text,
                AllOf(HasSubstr("1 av filens 1 verifikationer finns där"), HasSubstr("Ingenting behöver göras")));
    const auto unknown = import(voucher("L 1", "20240131", "20") + voucher("L 2", "20240229", "5"), "februari.si");
    EXPECT_EQ(unknown.kind, Kind::rejected);
    EXPECT_THAT(unknown.reading.diagnostics.back().text,
                AllOf(HasSubstr("1 av filens 2"), HasSubstr("läs sedan in året på nytt som SIE 4E")));
    EXPECT_EQ(costs(), "A 17 20.00\n");
    EXPECT_EQ(books_of(ledger).years[0].result->at("5010"), kr(20));
}

TEST_F(VoucherBatches, DoNotGiveWayToBalancesAlone) {
    import(voucher("L 1", "20240131", "20"), "januari.si");
    EXPECT_EQ(import(whole_year, "saldon.se").kind, Kind::rejected);
    EXPECT_EQ(costs(), "L 1 20.00\n");
}

TEST_F(VoucherBatches, AYearsFileStillGivesWayToANewerOne) {
    import(voucher("L 1", "20240131", "20"), "januari.si");
    import(whole_year + voucher("A 1", "20240131", "20"), "preliminär.se", "20250110");
    const auto newer = import(whole_year + voucher("A 2", "20240131", "20"), "slutlig.se", "20250220");
    EXPECT_EQ(newer.replaced, "preliminär.se");
    EXPECT_EQ(costs(), "A 2 20.00\n");
}

TEST_F(VoucherBatches, OfOtherYearsAreLeftAlone) {
    import(voucher("L 1", "20240131", "20"), "januari.si");
    ASSERT_TRUE(ledger.import_bytes(head(2023, "20240110") + voucher("L 1", "20230131", "20"), "2023.si"));
    EXPECT_EQ(number("SELECT count(*) FROM voucher"), 2);
}

TEST_F(VoucherBatches, AreNotExportedAsIfTheyWereOneFile) {
    import(voucher("L 1", "20240131", "10"), "januari.si");
    import(voucher("L 2", "20240229", "20"), "februari.si");
    SieExportQuery query;
    query.type = SieExportType::type4i;
    query.generated = Date{2025, 1, 1};
    std::ostringstream out;
    const auto written = ledger.export_sie(query, out);
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().text, AllOf(HasSubstr("januari.si"), HasSubstr("februari.si")));
    EXPECT_EQ(out.str(), "");
}

} // namespace
} // namespace finsam
