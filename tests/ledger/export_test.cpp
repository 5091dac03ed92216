// A year written as SIE: the exact file of each type, what is computed, and what is refused.

#include "export_fixtures.hpp"

#include <gmock/gmock.h>

namespace finsam {

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// A type 4 file with something of everything, its groups out of order.
constexpr const char* everything =
    "#FLAGGA 0\n#PROGRAM \"Provbok\" 1.2\n#FORMAT PC8\n#GEN 20250115 \"Hemlig Person\"\n#SIETYP 4\n"
    "#PROSA \"Bokslut 1\"\n#PROSA \"\"\n#FTYP AB\n#FNR \"Bolag 1\"\n#ORGNR 2220001111 2 7\n#BKOD 88101\n"
    "#ADRESS \"Hemlig Person\" \"Storgatan 1\" \"123 45 ORT\" \"010-123 45\"\n#FNAMN \"Sjo & Co\"\n"
    "#RAR -1 20230101 20231231\n#RAR 0 20240101 20241231\n#TAXAR 2025\n#OMFATTN 20241130\n#KPTYP EUBAS97\n#VALUTA SEK\n"
    "#KONTO 3010 \"Bidrag\"\n#KONTO 1930 \"Bank\"\n#KTYP 1930 T\n#ENHET 1930 st\n#SRU 1930 7281\n#SRU 1930 \"72 99\"\n"
    "#UNDERDIM 21 \"Del\" 20\n#DIM 20 \"Insats\"\n#DIM 7 \"Personal\"\n"
    "#OBJEKT 20 B \"Steget\"\n#OBJEKT 20 A \"Unga \\\"vuxna\\\"\"\n#OBJEKT 7 \"4711\" \"Hemlig Person\"\n"
    "#IB 0 1930 100\n#IB 0 2010 -100.00\n#UB 0 1930 150.5 3\n#UB 0 2010 -100\n#RES 0 3010 -50.5\n#UB -1 1930 100\n"
    "#OIB 0 1930 {20 A} 1\n#OUB 0 1930 {20 A} 2\n"
    "#PBUDGET 0 202401 3010 {} -70\n#PBUDGET 0 202402 3010 {20 A} -7\n"
    "#VER A 1 20240110 \"Insättning\" 20240111 \"Hemlig Person\"\n{\n"
    "#TRANS 1930 {} 20 20240109 \"rad\" 1.5 \"Hemlig Person\"\n#TRANS 3010 {20 A 7 4711} -20\n}\n"
    "#VER \"\" \"\" 20240230x\n{\n#TRANS 1930 {} 1\n#TRANS 1930 {} -1\n}\n"
    "#VER \"\" \"\" 20240229\n{\n#TRANS 1930 {} 30.50\n#BTRANS 3010 {20 B} -1\n#RTRANS 3010 {20 A} -30.50\n"
    "#TRANS 3010 {20 A} -30.50\n}\n";

/// What each type begins with, but for #SIETYP and the records that not every type may hold.
std::string opening(std::string_view type, std::string_view trade_code, std::string_view until) {
    return "#FLAGGA 0\r\n#PROGRAM \"finsam\" \"9.9\"\r\n#FORMAT PC8\r\n#GEN 20250301\r\n#SIETYP " + std::string(type) +
           "\r\n#PROSA \"Bokslut 1\"\r\n#PROSA \"\"\r\n#PROSA \"prov.se hade 2 fel, 1 avvisad verifikation n\x84r "
           "den l\x84stes in; det som avvisades saknas h\x84r.\"\r\n#FTYP AB\r\n#FNR \"Bolag 1\"\r\n#ORGNR 222000-1111 "
           "2 7\r\n" +
           std::string(trade_code) +
           "#ADRESS \"\" \"Storgatan 1\" \"123 45 ORT\" \"\"\r\n#FNAMN \"Sjo & Co\"\r\n"
           "#RAR 0 20240101 20241231\r\n#RAR -1 20230101 20231231\r\n#TAXAR 2025\r\n" +
           std::string(until) +
           "#KPTYP EUBAS97\r\n#VALUTA SEK\r\n"
           "#KONTO 3010 \"Bidrag\"\r\n#KONTO 1930 \"Bank\"\r\n#KTYP 1930 T\r\n#ENHET 1930 \"st\"\r\n#SRU 1930 "
           "7281\r\n#SRU 1930 \"72 99\"\r\n";
}

constexpr const char* trade_code = "#BKOD 88101\r\n";
constexpr const char* until = "#OMFATTN 20241130\r\n";
constexpr const char* dimensions =
    "#DIM 20 \"Insats\"\r\n#UNDERDIM 21 \"Del\" 20\r\n#DIM 7 \"Personal\"\r\n#OBJEKT 20 \"B\" \"Steget\"\r\n"
    "#OBJEKT 20 \"A\" \"Unga \\\"vuxna\\\"\"\r\n#OBJEKT 7 \"4711\" \"4711\"\r\n";
constexpr const char* year_balances =
    "#IB 0 1930 100.00\r\n#IB 0 2010 -100.00\r\n#UB 0 1930 150.50 3\r\n#UB 0 2010 -100.00\r\n#UB -1 1930 100.00\r\n"
    "#RES 0 3010 -50.50\r\n";
constexpr const char* object_balances = "#OIB 0 1930 {20 \"A\"} 1.00\r\n#OUB 0 1930 {20 \"A\"} 2.00\r\n";
constexpr const char* period_totals =
    "#PSALDO 0 202401 1930 {} 20.00\r\n#PSALDO 0 202401 3010 {} -20.00\r\n#PSALDO 0 202402 1930 {} 30.50\r\n"
    "#PSALDO 0 202402 3010 {} -30.50\r\n";
constexpr const char* period_objects =
    "#PSALDO 0 202401 3010 {20 \"A\"} -20.00\r\n#PSALDO 0 202401 3010 {7 \"4711\"} -20.00\r\n"
    "#PSALDO 0 202402 3010 {20 \"A\"} -30.50\r\n";
constexpr const char* budget_total = "#PBUDGET 0 202401 3010 {} -70.00\r\n";
constexpr const char* budget_object = "#PBUDGET 0 202402 3010 {20 \"A\"} -7.00\r\n";
constexpr const char* vouchers =
    "#VER A 1 20240110 \"Ins\x84ttning\" 20240111\r\n{\r\n  #TRANS 1930 {} 20.00 20240109 \"rad\" 1.5\r\n"
    "  #TRANS 3010 {20 \"A\" 7 \"4711\"} -20.00\r\n}\r\n"
    "#VER \"\" \"\" 20240229\r\n{\r\n  #TRANS 1930 {} 30.50\r\n  #BTRANS 3010 {20 \"B\"} -1.00\r\n"
    "  #RTRANS 3010 {20 \"A\"} -30.50\r\n  #TRANS 3010 {20 \"A\"} -30.50\r\n}\r\n";

Ledger full_ledger() {
    Ledger ledger = empty_ledger();
    take(ledger, everything);
    return ledger;
}

std::string bytes(SieExportType type) {
    return exported(full_ledger(), export_query(type)).bytes;
}

std::string notes_of(const SieExport& result) {
    std::string text;
    for (const Diagnostic& item : result.notes) {
        text += std::string(stable_name(item.code)) + ": " + item.text + "\n";
    }
    return text;
}

} // namespace

TEST(SieExport, Type1HasYearBalances) {
    EXPECT_EQ(bytes(SieExportType::type1), opening("1", trade_code, "") + year_balances);
}

TEST(SieExport, Type2HasPeriodTotalsToo) {
    EXPECT_EQ(bytes(SieExportType::type2),
              opening("2", trade_code, until) + year_balances + period_totals + budget_total);
}

TEST(SieExport, Type3HasObjectsToo) {
    EXPECT_EQ(bytes(SieExportType::type3), opening("3", trade_code, until) + dimensions + year_balances +
                                               object_balances + period_totals + period_objects + budget_total +
                                               budget_object);
}

TEST(SieExport, Type4EHasEverything) {
    EXPECT_EQ(bytes(SieExportType::type4e), opening("4", trade_code, until) + dimensions + year_balances +
                                                object_balances + budget_total + budget_object + vouchers);
}

TEST(SieExport, Type4IHasVouchersAlone) {
    EXPECT_EQ(bytes(SieExportType::type4i), opening("4", "", "") + dimensions + vouchers);
}

TEST(SieExport, HoldsNoPersonalData) {
    for (const auto type : {SieExportType::type3, SieExportType::type4e, SieExportType::type4i}) {
        EXPECT_THAT(bytes(type), AllOf(Not(HasSubstr("Hemlig")), Not(HasSubstr("010-123"))));
    }
}

TEST(SieExport, TellsWhatWasComputedAndWhatTheTypeCannotHold) {
    const Ledger ledger = full_ledger();
    EXPECT_THAT(notes_of(exported(ledger, export_query(SieExportType::type1)).result),
                AllOf(HasSubstr("2 verifikationer hör inte"), HasSubstr("4 saldon per period eller objekt"),
                      HasSubstr("3 objekt hör inte")));
    EXPECT_THAT(notes_of(exported(ledger, export_query(SieExportType::type3)).result),
                AllOf(HasSubstr("uppgift_beraknad: 7 periodsaldon"), HasSubstr("1 objekt har inget namn"),
                      HasSubstr("1 konto används men har inget namn")));
    EXPECT_THAT(notes_of(exported(ledger, export_query(SieExportType::type4i)).result),
                HasSubstr("10 saldon hör inte"));
}

TEST(SieExport, ClosesWithTheChecksumThatTheReaderFinds) {
    const Exported made = exported(full_ledger(), export_query(SieExportType::type4e, true));
    EXPECT_TRUE(made.bytes.starts_with("#FLAGGA 0\r\n#KSUMMA\r\n#PROGRAM"));
    ASSERT_TRUE(made.result.written.ksumma.has_value());
    EXPECT_TRUE(made.bytes.ends_with("#KSUMMA " + std::to_string(*made.result.written.ksumma) + "\r\n"));
    sie::Handler ignore;
    EXPECT_EQ(sie::read_sie(made.bytes, ignore).ksumma, KsummaState::correct);
}

TEST(SieExport, UsesThePeriodBalancesOfTheFileWhereItHasThem) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250115") + chart() +
                     "#IB 0 1930 0\n#PSALDO 0 202401 1930 {} 99\n#VER A 1 20240110\n{\n#TRANS 1930 {} 5\n"
                     "#TRANS 3010 {20 A} -5\n}\n");
    EXPECT_THAT(exported(ledger, export_query(SieExportType::type2)).bytes,
                AllOf(HasSubstr("#PSALDO 0 202401 1930 {} 99.00"), Not(HasSubstr("5.00"))));
    EXPECT_THAT(exported(ledger, export_query(SieExportType::type3)).bytes,
                AllOf(HasSubstr("99.00\r\n#PSALDO 0 202401 3010 {20 \"A\"} -5.00\r\n"), Not(HasSubstr("{} -5.00"))));
}

TEST(SieExport, ClosesThePeriodWithTheYearWhenTheFileDoesNotSay) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250115") + chart() + "#IB 0 1930 0\n");
    const Exported made = exported(ledger, export_query(SieExportType::type2));
    EXPECT_THAT(made.bytes, HasSubstr("#OMFATTN 20241231\r\n"));
    EXPECT_THAT(notes_of(made.result), HasSubstr("uppgift_beraknad: #OMFATTN"));
    EXPECT_THAT(exported(ledger, export_query(SieExportType::type4e)).bytes, Not(HasSubstr("#OMFATTN")));
}

TEST(SieExport, RefusesVouchersThatTheFileDidNotHave) {
    Ledger ledger = empty_ledger();
    take(ledger,
         "#FLAGGA 0\n#PROGRAM a b\n#FORMAT PC8\n#GEN 20250115\n#SIETYP 1\n#FNAMN Sjo\n"
         "#RAR 0 20240101 20241231\n#KONTO 1930 Bank\n#UB 0 1930 5\n",
         "arsbokslut.se");
    for (const auto type : {SieExportType::type4e, SieExportType::type4i}) {
        EXPECT_THAT(refusal_of(ledger, export_query(type)),
                    AllOf(HasSubstr("arsbokslut.se är SIE typ 1"), HasSubstr("Läs in en SIE 4E-fil")));
    }
    EXPECT_THAT(refusal_of(ledger, export_query(SieExportType::type2)), HasSubstr("periodsaldon"));
    EXPECT_THAT(exported(ledger, export_query(SieExportType::type1)).bytes, HasSubstr("#UB 0 1930 5.00\r\n"));
}

TEST(SieExport, RefusesObjectsThatTheFileDidNotHave) {
    Ledger ledger = empty_ledger();
    take(ledger, "#FLAGGA 0\n#PROGRAM a b\n#FORMAT PC8\n#GEN 20250115\n#SIETYP 2\n#FNAMN Sjo\n#OMFATTN 20241231\n"
                 "#RAR 0 20240101 20241231\n#KONTO 1930 Bank\n#UB 0 1930 5\n#PSALDO 0 202401 1930 {} 5\n");
    EXPECT_THAT(refusal_of(ledger, export_query(SieExportType::type3)), HasSubstr("saldon per objekt"));
    EXPECT_THAT(exported(ledger, export_query(SieExportType::type2)).bytes,
                HasSubstr("#PSALDO 0 202401 1930 {} 5.00\r\n"));
}

TEST(SieExport, RefusesBalancesThatAFileOfVouchersDoesNotHave) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250115") + "#VER A 1 20240110\n{\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n}\n");
    for (const auto type : {SieExportType::type1, SieExportType::type2, SieExportType::type3, SieExportType::type4e}) {
        EXPECT_THAT(refusal_of(ledger, export_query(type)), HasSubstr("bara verifikationer (SIE 4I)"));
    }
    EXPECT_THAT(exported(ledger, export_query(SieExportType::type4i)).bytes, HasSubstr("#TRANS 3010 {} -5.00\r\n"));
}

TEST(SieExport, RefusesAYearOfWhichOnlyALaterFileTells) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250115") + chart() + "#UB 0 1930 5\n#UB -1 1930 5\n", "2024.se");
    SieExportQuery query = export_query(SieExportType::type1);
    query.year = 2023;
    EXPECT_THAT(refusal_of(ledger, query), HasSubstr("bara som jämförelseår i 2024.se"));
    query.year = 2019;
    EXPECT_THAT(refusal_of(ledger, query), AllOf(HasSubstr("2019"), HasSubstr("Där finns 2024")));
}

TEST(SieExport, TakesTheYearAskedForElseTheLatest) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2023, "20240115") + chart() + "#UB 0 1930 23\n", "2023.se");
    take(ledger, head(2024, "20250115") + chart() + "#UB 0 1930 24\n", "2024.se");
    SieExportQuery query = export_query(SieExportType::type1);
    EXPECT_THAT(exported(ledger, query).bytes, HasSubstr("#UB 0 1930 24.00"));
    query.year = 2023;
    EXPECT_THAT(exported(ledger, query).bytes, HasSubstr("#UB 0 1930 23.00"));
}

TEST(SieExport, RefusesKeysThatTheCodePageWouldMakeOne) {
    Ledger ledger = empty_ledger();
    take(ledger, "\xEF\xBB\xBF" + head(2024, "20250115") +
                     "#DIM 20 Insats\n#OBJEKT 20 \"5€\" a\n#OBJEKT 20 5EUR b\n"
                     "#UB 0 1930 5\n");
    EXPECT_THAT(refusal_of(ledger, export_query(SieExportType::type3)), HasSubstr("kan inte hållas isär"));
}

TEST(SieExport, NamesBothKeysThatWouldBeOne) {
    const auto refused = [](SieExportType type, const std::string& records) {
        Ledger ledger = empty_ledger();
        take(ledger, "\xEF\xBB\xBF" + head(2024, "20250115") + records + "#UB 0 1930 5\n");
        return refusal_of(ledger, export_query(type));
    };
    const auto voucher = [](const std::string& key) {
        return "#VER " + key + " 20240110\n{\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n}\n";
    };
    EXPECT_THAT(refused(SieExportType::type1, "#KONTO 19€ a\n#KONTO 19EUR b\n"),
                HasSubstr("Kontona ”19€” och ”19EUR” skiljer sig"));
    EXPECT_THAT(refused(SieExportType::type3, "#DIM 20€ a\n#DIM 20EUR b\n"),
                HasSubstr("Dimensionerna ”20€” och ”20EUR”"));
    EXPECT_THAT(refused(SieExportType::type3, "#DIM 20 Insats\n#OBJEKT 20 5€ a\n#OBJEKT 20 5EUR b\n"),
                HasSubstr("Objekten ”20 5€” och ”20 5EUR”"));
    EXPECT_THAT(refused(SieExportType::type4e, voucher("L€ 1") + voucher("LEUR 2")),
                HasSubstr("Verifikationsserierna ”L€” och ”LEUR”"));
    EXPECT_THAT(refused(SieExportType::type4e, voucher("L 1€") + voucher("L 1EUR")),
                HasSubstr("Verifikationerna ”L 1€” och ”L 1EUR”"));
}

TEST(SieExport, SeesThatKeysOfWhichNothingIsLeftAreAlike) {
    Ledger ledger = empty_ledger(); // a zero-width joiner and a zero-width space: both are written "?"
    take(ledger, "\xEF\xBB\xBF" + head(2024, "20250115") +
                     "#DIM 20 Insats\n#OBJEKT 20 \"\u200D\" a\n#OBJEKT 20 \"\u200B\" b\n#UB 0 1930 5\n");
    EXPECT_THAT(refusal_of(ledger, export_query(SieExportType::type3)), HasSubstr("kan inte hållas isär"));
}

TEST(SieExport, ComparesOnlyKeysThatTheTypeWrites) {
    Ledger ledger = empty_ledger();
    take(ledger, "\xEF\xBB\xBF" + head(2024, "20250115") +
                     "#DIM 20 Insats\n#OBJEKT 20 5€ a\n#OBJEKT 20 5EUR b\n#UB 0 1930 5\n");
    EXPECT_THAT(exported(ledger, export_query(SieExportType::type1)).bytes, HasSubstr("#UB 0 1930 5.00\r\n"));
}

TEST(SieExport, SaysInTheFileWhatTheReadingOfItsSourceRefused) {
    Ledger ledger = empty_ledger();
    const std::string one_sided =
        "#VER A 1 20240101\n{\n#TRANS 1930 {} 1\n}\n#VER A 2 20240101\n{\n#TRANS 1930 {} 2\n}\n";
    take(ledger, head(2024, "20250115") + "#PROSA egen\n#UB 0 1930 5\n" + one_sided, "fel.se");
    for (const auto type : {SieExportType::type1, SieExportType::type4e}) {
        EXPECT_THAT(exported(ledger, export_query(type)).bytes,
                    HasSubstr("#PROSA \"egen\"\r\n#PROSA \"fel.se hade 2 fel, 2 avvisade verifikationer n\x84r den "
                              "l\x84stes in; det som avvisades saknas h\x84r.\"\r\n"));
    }
    take(ledger, head(2024, "20250116") + "#UB 0 1930 5\n#VER A 1 20240101\n{\n}\n", "hel.se");
    EXPECT_THAT(exported(ledger, export_query(SieExportType::type1)).bytes, Not(HasSubstr("avvisades")));
}

/// Vouchers before and after a year that does not begin with January.
const std::string outside_the_year =
    "#FLAGGA 0\n#PROGRAM a b\n#FORMAT PC8\n#GEN 20250801\n#SIETYP 4\n#FNAMN Sjo\n#RAR 0 20240701 20250630\n"
    "#KONTO 1930 Bank\n#KONTO 3010 Bidrag\n#DIM 20 Insats\n#OBJEKT 20 A Unga\n"
    "#UB 0 1930 60\n#RES 0 3010 -60\n"
    "#VER A 1 20240615\n{\n#TRANS 1930 {} 10\n#TRANS 3010 {20 A} -10\n}\n"
    "#VER A 2 20240715\n{\n#TRANS 1930 {} 20\n#TRANS 3010 {20 A} -20\n}\n"
    "#VER A 3 20250701\n{\n#TRANS 1930 {} 30\n#TRANS 3010 {20 A} -30\n}\n";

TEST(SieExport, KeepsComputedPeriodsInsideTheYear) {
    Ledger ledger = empty_ledger();
    take(ledger, outside_the_year);
    const Exported made = exported(ledger, export_query(SieExportType::type3));
    EXPECT_THAT(made.bytes,
                HasSubstr("#PSALDO 0 202407 1930 {} 30.00\r\n#PSALDO 0 202407 3010 {} -30.00\r\n"
                          "#PSALDO 0 202506 1930 {} 30.00\r\n#PSALDO 0 202506 3010 {} -30.00\r\n"
                          "#PSALDO 0 202407 3010 {20 \"A\"} -30.00\r\n#PSALDO 0 202506 3010 {20 \"A\"} -30.00\r\n"));
    EXPECT_THAT(notes_of(made.result), HasSubstr("2 verifikationer har datum utanför räkenskapsåret"));
}

TEST(SieExport, GivesTheYearsOutcomeAgainThoughVouchersAreDatedOutsideIt) {
    Ledger ledger = empty_ledger();
    take(ledger, outside_the_year);
    const Books again = books_of(exported(ledger, export_query(SieExportType::type3)).bytes);
    ASSERT_TRUE(again.years.at(0).objects.has_value());
    EXPECT_EQ(amount_of(*again.years[0].objects, "A", "3010"), kr(-60));
}

TEST(SieExport, DoesNotTellOfPeriodsWhenNoneWereComputed) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250115") + chart() + "#UB 0 1930 5\n");
    EXPECT_THAT(notes_of(exported(ledger, export_query(SieExportType::type3)).result), Not(HasSubstr("periodsald")));
}

TEST(SieExport, DeclaresOnlyYearsThatTheFileDeclared) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250115") + chart() + "#UB 0 1930 5\n#PBUDGET 1 202501 3010 {} -7\n");
    EXPECT_THAT(exported(ledger, export_query(SieExportType::type4e)).bytes,
                AllOf(HasSubstr("#RAR 0 20240101 20241231\r\n#RAR -1 20230101 20231231\r\n#KONTO"),
                      HasSubstr("#PBUDGET 1 202501 3010 {} -7.00\r\n"), Not(HasSubstr("#RAR 1 "))));
}

TEST(SieExport, UsesTheSingularOfOne) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250115") + chart() +
                     "#UB 0 1930 0\n#PBUDGET 0 202401 3010 {} 1\n#VER A 1 20231231\n{\n#TRANS 1930 {} 5\n"
                     "#TRANS 1930 {} -5\n#TRANS 3010 {20 A} 0\n}\n");
    EXPECT_THAT(notes_of(exported(ledger, export_query(SieExportType::type1)).result),
                AllOf(HasSubstr("1 verifikation hör inte"), HasSubstr("1 saldo per period eller objekt")));
}

TEST(SieExport, TellsTextsThatTheCodePageLacks) {
    Ledger ledger = empty_ledger();
    take(ledger, "\xEF\xBB\xBF" + head(2024, "20250115") + "#KONTO 1930 \"Konto i €\"\n#UB 0 1930 5\n");
    const Exported made = exported(ledger, export_query(SieExportType::type1));
    EXPECT_THAT(made.bytes, HasSubstr("#KONTO 1930 \"Konto i EUR\"\r\n"));
    EXPECT_EQ(made.result.written.replaced_texts, 1u);
}

TEST(SieExport, NamesTheRecordWhoseTextWasChanged) {
    Ledger ledger = empty_ledger();
    take(ledger, "\xEF\xBB\xBF" + head(2024, "20250115", "Sjön €") + "#PROSA \"Nu – då\"\n#UB 0 1930 5\n");
    const auto told = exported(ledger, export_query(SieExportType::type1)).result.written.diagnostics;
    ASSERT_EQ(told.size(), 2u);
    EXPECT_EQ(told[0].text, "#PROSA: 1 tecken som cp437 saknar skrevs på annat sätt (–).");
    EXPECT_EQ(told[1].text, "#FNAMN: 1 tecken som cp437 saknar skrevs på annat sätt (€).");
    EXPECT_EQ(told[1].concerned, "#FNAMN");
}

TEST(SieExport, ForgetsTheTextsOfAReplacedFile) {
    Ledger ledger = empty_ledger();
    take(ledger, head(2024, "20250115") + chart() + "#PROSA gammal\n#SRU 1930 1\n#UB 0 1930 5\n", "gammal.se");
    take(ledger, head(2024, "20250116") + chart() + "#PROSA ny\n#SRU 1930 2\n#UB 0 1930 5\n", "ny.se");
    EXPECT_THAT(exported(ledger, export_query(SieExportType::type1)).bytes,
                AllOf(HasSubstr("#PROSA \"ny\""), HasSubstr("#SRU 1930 2\r\n"), Not(HasSubstr("gammal")),
                      Not(HasSubstr("#SRU 1930 1\r\n"))));
}

} // namespace finsam
