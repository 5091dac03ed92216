#include "sie_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using testing::HasSubstr;
using Code = DiagnosticCode;

TEST(Diagnostics, DecimalCommaIsReadAndTold) {
    const Document document = read4("#IB 0 1930 12,50\n");
    EXPECT_EQ(document.balances.at(0).amount, Ore(1250));
    EXPECT_EQ(place(document, Code::decimalkomma), "8:12 varning");
}

TEST(Diagnostics, AQuantityThatIsNoNumberIsLeftOut) {
    const Document document = read4("#IB 0 1930 12.50 st\n#IB 0 1940 1 1,5\n");
    EXPECT_EQ(document.balances.at(0).quantity, "");
    EXPECT_EQ(place(document, Code::nummer_ogiltigt), "8:18 varning");
    EXPECT_EQ(document.balances.at(1).quantity, "1.5");
}

TEST(Diagnostics, UnknownLabelsAreToldAndCounted) {
    const Document document = read4("#MOMSKOD 1 a\n#MOMSKOD 2 b\nfri text\n");
    EXPECT_EQ(tally(document, "MOMSKOD"), "0/2");
    EXPECT_EQ(count(document, Code::okand_post), 3u);
    EXPECT_EQ(place(document, Code::okand_post), "8:1 info");
}

TEST(Diagnostics, QuotesAreToldWhereTheyStand) {
    EXPECT_EQ(place(read4("#KONTO 1480 \"F\"rskott\"\n"), Code::citattecken_i_falt), "8:15 varning");
    EXPECT_EQ(place(read4("#KONTO 1480 \"Rest\n"), Code::citattecken_ej_avslutat), "8:13 varning");
}

TEST(Diagnostics, UndeclaredNamesAreToldAtTheirFirstUse) {
    const Document document = read4("#IB 0 1930 0\n#KONTO 1910 Kassa\n#DIM 20 Insats\n#OBJEKT 20 101 X\n"
                                    "#PSALDO 0 202401 1910 {20 102 31 7 6 1} 0\n#PSALDO 0 202402 1930 {20 101} 0\n");
    EXPECT_EQ(count(document, Code::konto_ej_deklarerat), 1u);
    EXPECT_EQ(place(document, Code::konto_ej_deklarerat), "8:1 varning");
    EXPECT_EQ(count(document, Code::dimension_ej_deklarerad), 1u); // 6 is reserved: projekt
    EXPECT_THAT(text(document, Code::dimension_ej_deklarerad), HasSubstr("31"));
    EXPECT_EQ(count(document, Code::objekt_ej_deklarerat), 3u);
}

TEST(Diagnostics, GroupsMayComeInAnyOrder) {
    const Document document = read4("#IB 0 1930 0\n#KONTO 1930 Bank\n");
    EXPECT_EQ(count(document, Code::konto_ej_deklarerat), 0u);
}

TEST(Diagnostics, MandatoryRecordsThatAreMissing) {
    const Document document = read("#FLAGGA 0\n#SIETYP 2\n");
    // PROGRAM FORMAT GEN FNAMN RAR KONTO OMFATTN UB PSALDO; IB RES SRU PBUDGET may have nothing to tell
    EXPECT_EQ(count(document, Code::obligatorisk_post_saknas), 13u);
    EXPECT_EQ(std::count_if(document.result.diagnostics.begin(), document.result.diagnostics.end(),
                            [](const Diagnostic& d) { return d.severity == Severity::warning; }),
              9);
    const Document import_file = read4("#VER A 1 20240101\n{\n}\n");
    EXPECT_EQ(count(import_file, Code::obligatorisk_post_saknas), 0u);
}

TEST(Diagnostics, TheLargestAmountIsRead) {
    EXPECT_EQ(tally(read4("#IB 0 1930 10000000000000\n#IB 0 2010 -10000000000000\n"), "IB"), "2/0");
}

TEST(Diagnostics, AVoucherWhoseSumDoesNotFitIsRefused) {
    std::string voucher = "#VER A 1 20240101\n{\n";
    for (int row = 0; row < 9'224; ++row) { // 64 bits hold 9 223 of the largest amount
        voucher += "#TRANS 1930 {} 10000000000000\n";
    }
    const Document document = read4(voucher + "}\n");
    EXPECT_EQ(place(document, Code::verifikation_avvisad), "8:1 fel");
    EXPECT_THAT(text(document, Code::verifikation_avvisad), HasSubstr("för stor"));
    EXPECT_TRUE(document.vouchers.empty());
}

TEST(Diagnostics, OpeningBalancesThatDoNotSumToZero) {
    const Document document = read4("#KONTO 1930 a\n#KONTO 2010 b\n#IB 0 1930 100\n#IB 0 2010 -90\n#IB -1 1930 7\n");
    EXPECT_EQ(place(document, Code::ingaende_balans_obalanserad), "0:0 varning");
    EXPECT_THAT(text(document, Code::ingaende_balans_obalanserad), HasSubstr("10,00 kr"));
}

TEST(Diagnostics, OverlappingYears) {
    EXPECT_EQ(place(read4("#RAR -1 20230101 20240101\n"), Code::rakenskapsar_overlappar), "8:1 varning");
    EXPECT_EQ(place(read4("#RAR -1 20230701 20231231\n"), Code::rakenskapsar_overlappar), "none");
}

TEST(Diagnostics, AlreadyReadAndOtherFormat) {
    EXPECT_EQ(place(read("#FLAGGA 1\n"), Code::redan_inlast), "1:9 varning");
    EXPECT_EQ(place(read("#FLAGGA 0\n#FORMAT UTF8\n"), Code::format_avviker), "2:9 info");
}

TEST(Diagnostics, ABraceThatIsToldWhereItOpensIsNotToldAgainWhereItCloses) {
    EXPECT_EQ(count(read4("{\n}\n"), Code::klammer_ogiltig), 1u);
}

TEST(Diagnostics, SignaturesAreNeverShown) {
    const Document document = read("#FLAGGA 0\n#GEN KALLE KALLE\n#VER A 1 KALLE KALLE KALLE KALLE\n{\n"
                                   "#TRANS 1 {} KALLE KALLE KALLE KALLE KALLE\n}\n"
                                   "#VER A 2 20240101 x KALLE\n{\n#TRANS 1 {} 5 KALLE x KALLE\n}\n");
    ASSERT_GE(document.result.diagnostics.size(), 6u);
    for (const Diagnostic& d : document.result.diagnostics) {
        EXPECT_THAT(d.text, testing::Not(HasSubstr("KALLE")));
    }
}

TEST(Diagnostics, ComeInTheOrderOfTheFile) {
    const Document document = read4("#IB 0 1930 5\n#KONTO 1 a\n#IB 0 1 x\n#IB 0 1 y\n");
    const auto& all = document.result.diagnostics;
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.line < b.line; }));
}

// Found by fuzzing: the counts of #TRANS were lost behind those of a label that only looks like it.
TEST(Diagnostics, AnUnknownLabelThatLooksLikeAKnownOneDoesNotHideItsCounts) {
    const auto document = read4("#VER A 1 20240110\n{\n#TRANS 1930 {} 1\n#TRANS 3010 {} -1\n}\n#TR\x14"
                                "ANS 1 2\n");
    EXPECT_EQ(tally(document, "TRANS"), "2/1");
}

} // namespace
} // namespace finsam::sie
