// The checksum of a file, whether bytes look like one, and what ties in one.

#include "sie_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Code = DiagnosticCode;

/// The checksum 2413452062 is worked out with zlib over:
/// #PROGRAM|A "B" C|1.0|#GEN|20240101|#TRANS|1930|20|101|-5.00|F(0x94)rbund
std::string with_checksum(std::string_view value) {
    return "#FLAGGA 0\r\n#KSUMMA\r\n#PROGRAM  \"A \\\"B\\\" C\"\t1.0\r\n\r\n#GEN 20240101\r\n"
           "#TRANS 1930 { \"20\" 101 } -5.00 \"F\x94rbund\"\r\n#KSUMMA " +
           std::string(value) + "\r\n";
}

TEST(WholeFile, AChecksumThatIsRight) {
    const Document document = read(with_checksum("2413452062"));
    EXPECT_EQ(document.result.ksumma, KsummaState::correct);
    EXPECT_TRUE(document.result.accepted);
    EXPECT_EQ(tally(document, "KSUMMA"), "2/0");
}

TEST(WholeFile, AChecksumThatIsNotRight) {
    EXPECT_EQ(read(with_checksum("2413452063")).result.ksumma, KsummaState::wrong);
    EXPECT_EQ(read("#FLAGGA 0\n#KSUMMA\n#PROGRAM X 1\n").result.ksumma, KsummaState::interrupted);
}

TEST(WholeFile, NoChecksumIsFine) {
    const Document document = read4("");
    EXPECT_EQ(document.result.ksumma, KsummaState::absent);
    EXPECT_TRUE(document.result.accepted);
}

TEST(WholeFile, AFileThatIsNotThere) {
    const Document document = read_document(std::filesystem::path("/finns/inte.se"));
    EXPECT_FALSE(document.result.accepted);
    EXPECT_EQ(place(document, Code::filen_kan_inte_lasas), "0:0 fel");
}

TEST(WholeFile, LooksLikeSie) {
    EXPECT_TRUE(looks_like_sie("#FLAGGA 0\r\n"));
    EXPECT_TRUE(looks_like_sie("\xEF\xBB\xBF\r\n  #FLAGGA 0"));
    EXPECT_TRUE(looks_like_sie("#SIETYP 4\n#FLAGGA 0"));
    for (const char* text : {"", "Konto", "<html>\n#FLAGGA 0", "#SIETYP 4\n", "# a comment\nx #FLAGGA"}) {
        EXPECT_FALSE(looks_like_sie(text)) << text;
    }
}

constexpr std::string_view books = "#KONTO 1930 a\n#KONTO 2010 b\n#KONTO 3010 c\n"
                                   "#IB 0 1930 100\n#IB 0 2010 -100\n#IB -1 1930 80\n#UB 0 1930 150\n#UB 0 2010 -100\n";
constexpr std::string_view sale = "#VER A 1 20240101\n{\n#TRANS 1930 {} 50\n#TRANS 3010 {} -50\n}\n";

TEST(Reconciliation, BooksThatTie) {
    const Reconciliation found = reconcile(read4(std::string(books) + "#RES 0 3010 -50\n" + std::string(sale)));
    EXPECT_EQ(found.opening_sum, Ore(0));
    EXPECT_EQ(found.closing_and_result_sum, Ore(0));
    EXPECT_EQ(found.unbalanced_vouchers, 0u);
    EXPECT_THAT(found.deviating_accounts, IsEmpty());
}

TEST(Reconciliation, AccountsThatDeviateAreNamed) {
    const Reconciliation found =
        reconcile(read4(std::string(books) + "#RES 0 3010 -51\n#UB 0 1940 3\n" + std::string(sale)));
    EXPECT_EQ(found.closing_and_result_sum, Ore::from_kronor(2)); // 150 - 100 + 3 - 51
    EXPECT_THAT(found.deviating_accounts, ElementsAre("1940", "3010"));
}

TEST(Reconciliation, BalancesWithoutVouchersAreNotJudged) {
    EXPECT_THAT(reconcile(read4(books)).deviating_accounts, IsEmpty());
}

TEST(Reconciliation, HostileAmountsDoNotOverflow) {
    std::string sie(sale);
    for (int row = 0; row < 9'224; ++row) { // 64 bits hold 9 223 of the largest amount
        sie += "#IB 0 " + std::to_string(row) + " 10000000000000\n";
    }
    const Document document = read4(sie);
    const Reconciliation found = reconcile(document);
    EXPECT_THAT(text(document, DiagnosticCode::ingaende_balans_obalanserad), testing::HasSubstr("för stora"));
    EXPECT_EQ(found.opening_sum, Ore(INT64_MAX));
}

} // namespace
} // namespace finsam::sie
