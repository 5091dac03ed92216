// Every oddity of real files that must be tolerated: what is read, and which warning says so. The table follows the
// list of the reader's requirement.

#include "sie_fixture.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace finsam::sie {
namespace {

using testing::ElementsAre;

constexpr std::string_view voucher = "#VER A 1 20240101\n{\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n}\n";

struct Oddity {
    const char* name;
    std::string sie;   ///< after the seven lines of type4()
    std::string read;  ///< summary(), below
    std::string codes; ///< of warnings and errors, in order of name
};

void PrintTo(const Oddity& oddity, std::ostream* out) {
    *out << oddity.name;
}

/// Accounts, balances and vouchers as they were understood, a line of text.
std::string summary(const Document& document) {
    std::string text;
    const auto add = [&text](const std::string& item) { text += (text.empty() ? "" : "; ") + item; };
    const auto objects = [](const std::vector<ObjectRef>& list) {
        std::string found;
        for (const ObjectRef& object : list) {
            found += fmt::format(" {}:{}", object.dimension, object.code);
        }
        return found;
    };
    for (const Account& account : document.accounts) {
        add(fmt::format("konto {} {}", account.number, account.name));
    }
    for (const Balance& balance : document.balances) {
        add(fmt::format("{} {}{} {}", label(balance.kind), balance.account, objects(balance.objects),
                        to_decimal_kronor(balance.amount)));
    }
    for (const Voucher& ver : document.vouchers) {
        std::string rows;
        for (const TransactionRow& row : ver.rows) {
            rows += fmt::format(" [{} {}{} {}]", label(row.kind), row.account, objects(row.objects),
                                to_decimal_kronor(row.amount));
        }
        add(fmt::format("ver {}/{}{}", ver.series, ver.number, rows));
    }
    return text;
}

/// Which records a type may and must have is told too: sie_types_test.cpp.
std::string codes_told(const Document& document) {
    std::set<std::string_view> codes;
    for (const Diagnostic& item : document.result.diagnostics) {
        if (item.severity != Severity::info && item.code != DiagnosticCode::obligatorisk_post_saknas &&
            item.code != DiagnosticCode::post_ej_tillaten) {
            codes.insert(stable_name(item.code));
        }
    }
    return fmt::format("{}", fmt::join(codes, " "));
}

const std::string sale = "ver A/1 [TRANS 1930 5.00] [TRANS 3010 -5.00]";
const std::string seven = "konto 1930 Bank";

class Tolerated : public testing::TestWithParam<Oddity> {};

TEST_P(Tolerated, IsReadAndTold) {
    const Document document = read4(GetParam().sie);
    EXPECT_TRUE(document.result.accepted);
    EXPECT_EQ(summary(document), GetParam().read);
    EXPECT_EQ(codes_told(document), GetParam().codes);
}

std::string with(std::string text, std::string_view old, std::string_view now) {
    for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + now.size())) {
        text.replace(at, old.size(), now);
    }
    return text;
}

INSTANTIATE_TEST_SUITE_P(
    LinesAndBlanks, Tolerated,
    testing::Values(Oddity{"lf", std::string(voucher), sale, ""},
                    Oddity{"crlf", with(std::string(voucher), "\n", "\r\n"), sale, ""},
                    Oddity{"mixed", "#KONTO 1930 Bank\r\n#KONTO 3010 Bidrag\n" + std::string(voucher),
                           seven + "; konto 3010 Bidrag; " + sale, ""},
                    Oddity{"no_final_newline", std::string(voucher.substr(0, voucher.size() - 1)), sale, ""},
                    Oddity{"blank_lines", "\n\r\n  \n#KONTO 1930 Bank\n\n", seven, ""},
                    Oddity{"indented", with(std::string(voucher), "\n#TRANS", "\n \t#TRANS"), sale, ""},
                    Oddity{"indented_braces", with(std::string(voucher), "\n{", "\n  {"), sale, ""},
                    Oddity{"tabs", "#KONTO\t1930\t\"Bank\"\n", seven, ""}),
    [](const auto& instance) { return std::string(instance.param.name); });

INSTANTIATE_TEST_SUITE_P(
    ObjectLists, Tolerated,
    testing::Values(
        Oddity{"empty_with_blank", "#PSALDO 0 202401 3010 { } 5\n", "PSALDO 3010 5.00", ""},
        Oddity{"some_quoted", "#PSALDO 0 202401 3010 {1 \"2\" 10 \"12\"} 5\n", "PSALDO 3010 1:2 10:12 5.00", ""},
        Oddity{"blank_before_quotes", "#PSALDO 0 202401 3010 { \"1\" \"1010\"} 5\n", "PSALDO 3010 1:1010 5.00", ""},
        Oddity{"several_pairs", "#PSALDO 0 202401 3010 {1 2 6 P1 20 101} 5\n", "PSALDO 3010 1:2 6:P1 20:101 5.00", ""},
        Oddity{"budget_without_braces", "#PBUDGET 0 202401 3010 5\n", "PBUDGET 3010 5.00", "klammer_saknas"}),
    [](const auto& instance) { return std::string(instance.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Fields, Tolerated,
    testing::Values(
        Oddity{"inner_quote", "#KONTO 1480 \"F\"rskott\"\n", "konto 1480 F\"rskott", "citattecken_i_falt"},
        Oddity{"escaped_quote", "#KONTO 1480 \"A \\\"B\\\" C\"\n", "konto 1480 A \"B\" C", ""},
        Oddity{"literal_backslash", "#KONTO 1480 \"C:\\ProgramData\\x\"\n", "konto 1480 C:\\ProgramData\\x", ""},
        Oddity{"unterminated_quote", "#KONTO 1930 \"Bank\n#KONTO 1940 Sparbank\n", seven + "; konto 1940 Sparbank",
               "citattecken_ej_avslutat"},
        Oddity{"number_sign_in_field", "#VER # 1 20240101\n{\n}\n", "ver #/1", ""},
        Oddity{"quantity_zero", "#IB 0 1930 0.00 0\n#UB 0 1930 0.00 0.00\n", "IB 1930 0.00; UB 1930 0.00", ""},
        Oddity{"quantity_empty", "#IB 0 1930 0.00 \"\"\n", "IB 1930 0.00", ""},
        Oddity{"decimal_comma", "#IB 0 1930 0,00\n", "IB 1930 0.00", "decimalkomma"},
        Oddity{"extra_fields", "#KONTO 1930 Bank mer \"och mer\"\n", seven, ""},
        Oddity{"accounts_of_any_length", "#KONTO 19 a\n#KONTO 19300000 b\n", "konto 19 a; konto 19300000 b", ""},
        Oddity{"account_of_letters", "#KONTO DIFF x\n", "konto DIFF x", "nummer_ogiltigt"}),
    [](const auto& instance) { return std::string(instance.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Identification, Tolerated,
    testing::Values(Oddity{"orgnr_empty", "#ORGNR\n", "", ""}, Oddity{"orgnr_empty_field", "#ORGNR \"\"\n", "", ""},
                    Oddity{"orgnr_hyphenated", "#ORGNR 212000-0142\n", "", ""},
                    Oddity{"orgnr_plain", "#ORGNR 2120000142\n", "", ""},
                    Oddity{"orgnr_twelve", "#ORGNR 162120000142\n", "", ""},
                    Oddity{"orgnr_check_digit", "#ORGNR 212000-0143\n", "", "organisationsnummer_avviker"},
                    Oddity{"orgnr_short", "#ORGNR 21200001\n", "", "organisationsnummer_avviker"},
                    Oddity{"orgnr_letters", "#ORGNR SE2120000142\n", "", "organisationsnummer_avviker"},
                    Oddity{"year_shortened", "#RAR -1 20230901 20231231\n", "", ""},
                    Oddity{"years_overlap", "#RAR -1 20230101 20240331\n", "", "rakenskapsar_overlappar"}),
    [](const auto& instance) { return std::string(instance.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Declarations, Tolerated,
    testing::Values(Oddity{"groups_out_of_order", std::string(voucher) + "#KONTO 3010 Bidrag\n#KONTO 1930 Bank\n",
                           "konto 3010 Bidrag; " + seven + "; " + sale, ""},
                    Oddity{"account_never_declared", "#KONTO 1930 Bank\n" + std::string(voucher), seven + "; " + sale,
                           "konto_ej_deklarerat"},
                    Oddity{"dimension_and_object_never_declared", "#PSALDO 0 202401 3010 {25 7} 5\n",
                           "PSALDO 3010 25:7 5.00", ""},
                    Oddity{"unknown_label", "#MOMSKOD 1 a\n#KONTO 1930 Bank\n", seven, ""},
                    Oddity{"account_twice_same_name", "#KONTO 1930 Bank\n#KONTO 1930 Bank\n", seven + "; " + seven, ""},
                    Oddity{"account_twice", "#KONTO 1930 Bank\n#KONTO 1930 Kassa\n", seven + "; konto 1930 Kassa",
                           "konto_dubblett"},
                    Oddity{"year_twice", "#RAR 0 20230101 20231231\n", "", "rakenskapsar_dubblett"},
                    Oddity{"balance_twice", "#IB 0 1930 0\n#IB 0 1930 0.00\n", "IB 1930 0.00", "saldo_dubblett"},
                    Oddity{"opening_not_zero", "#IB 0 1930 7\n", "IB 1930 7.00", "ingaende_balans_obalanserad"}),
    [](const auto& instance) { return std::string(instance.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Vouchers, Tolerated,
    testing::Values(
        Oddity{"numbers_unordered", "#VER A 2 20240101\n{\n}\n#VER A 1 20240101\n{\n}\n", "ver A/2; ver A/1", ""},
        Oddity{"numbers_twice", "#VER A 1 20240101\n{\n}\n#VER A 1 20240101\n{\n}\n", "ver A/1; ver A/1",
               "verifikationsnummer_dubblett"},
        Oddity{"without_series_and_number", "#VER \"\" \"\" 20240101\n{\n}\n", "ver /", ""},
        Oddity{"empty", "#VER A 1 20240101\n{\n}\n", "ver A/1", ""},
        Oddity{"struck_rows_only", "#VER A 1 20240101\n{\n#BTRANS 1930 {} 5\n}\n", "ver A/1 [BTRANS 1930 5.00]", ""},
        Oddity{"no_twin", "#VER A 1 20240101\n{\n#RTRANS 1930 {} 5\n}\n", "ver A/1 [RTRANS 1930 5.00]",
               "rtrans_utan_trans"},
        Oddity{"brace_missing", with(std::string(voucher), "{\n", ""), sale, "klammer_saknas"},
        Oddity{"date_outside_year", "#VER A 1 20250101\n{\n}\n", "ver A/1", "datum_utanfor_rakenskapsar"}),
    [](const auto& instance) { return std::string(instance.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Characters, Tolerated,
    testing::Values(Oddity{"latin1_in_cp437", "#KONTO 3010 \"F\x94rs\x84ljning\"\n#KONTO 3011 \"f\xF6r\"\n",
                           "konto 3010 Försäljning; konto 3011 för", "tecken_reparerade"},
                    Oddity{"cp437_in_windows1252", "#KONTO 3010 \"F\xF6rs\xE4ljning\"\n#KONTO 3011 \"f\x94r\"\n",
                           "konto 3010 Försäljning; konto 3011 för", "tecken_reparerade teckenkodning_avviker"},
                    Oddity{"cp437_in_utf8", "#KONTO 3010 \"Försäljning\"\n#KONTO 3011 \"f\x94r\"\n",
                           "konto 3010 Försäljning; konto 3011 för", "tecken_reparerade teckenkodning_avviker"},
                    Oddity{"perhaps_a_letter", "#KONTO 3010 \"F\x94rs\x84ljning\"\n#KONTO 3011 \"\xF6 och \xF6x\"\n",
                           "konto 3010 Försäljning; konto 3011 ÷ och ÷x", "tecken_osakra"},
                    Oddity{"spoilt_before", "#KONTO 3010 \"Försäljning\"\n#KONTO 3011 \"fÃ¶r\"\n",
                           "konto 3010 Försäljning; konto 3011 fÃ¶r", "teckenkodning_avviker text_redan_forvanskad"},
                    Oddity{"byte_without_meaning", "#KONTO 3010 \"Försäljning\"\n#KONTO 3011 \"a \xFF b\"\n",
                           "konto 3010 Försäljning; konto 3011 a \uFFFD b", "tecken_ogiltiga teckenkodning_avviker"},
                    Oddity{"zero_byte", std::string("#KONTO 3011 \"a\0b\"\n", 19), "konto 3011 a\uFFFDb",
                           "nolltecken"}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(ToleratedFiles, RecordsThatMayBeMissing) {
    const Document document = read("#FLAGGA 0\n#SIETYP 2\n#KONTO 1930 Bank\n#UB 0 1930 5\n");
    EXPECT_TRUE(document.result.accepted);
    std::vector<std::string> missing;
    for (const Diagnostic& item : document.result.diagnostics) {
        if (item.code == DiagnosticCode::obligatorisk_post_saknas && item.severity == Severity::warning) {
            missing.push_back(item.concerned);
        }
    }
    EXPECT_THAT(missing, ElementsAre("#FNAMN", "#FORMAT", "#GEN", "#OMFATTN", "#PROGRAM", "#PSALDO", "#RAR"));
}

TEST(ToleratedFiles, ABomBeforeBytesOfCp437) {
    const Document document = read("\xEF\xBB\xBF#FLAGGA 0\n#KONTO 3010 \"F\x94rs\x84ljning\"\n");
    EXPECT_EQ(document.result.encoding, TextEncoding::cp437);
    EXPECT_EQ(summary(document), "konto 3010 Försäljning");
}

TEST(ToleratedFiles, CharactersAreToldOnceWithCountAndPlace) {
    const Document document =
        read4("#KONTO 1 \"F\x94rs\x84ljning \x86r \x94l\"\n#KONTO 2 \"f\xF6r p\xE5\"\n#KONTO 3 \"f\xF6r\"\n");
    EXPECT_EQ(count(document, DiagnosticCode::tecken_reparerade), 1u);
    EXPECT_EQ(place(document, DiagnosticCode::tecken_reparerade), "9:12 varning");
    EXPECT_THAT(text(document, DiagnosticCode::tecken_reparerade), testing::StartsWith("3 tecken"));
}

TEST(ToleratedFiles, AZeroByteIsToldWhereItStands) {
    const Document document = read4(std::string("#KONTO 1930 Bank\n#KONTO 3011 \"a\0b\"\n", 36));
    EXPECT_EQ(place(document, DiagnosticCode::nolltecken), "9:15 varning");
}

TEST(ToleratedFiles, TheFirstOfTwoBalancesCountsAndTheOtherIsRefused) {
    const Document document = read4("#UB 0 1930 5\n#UB 0 1930 7\n");
    EXPECT_EQ(summary(document), "UB 1930 5.00");
    EXPECT_EQ(place(document, DiagnosticCode::saldo_dubblett), "9:1 fel");
    EXPECT_EQ(tally(document, "UB"), "1/1");
}

TEST(ToleratedFiles, BalancesOfOtherYearsPeriodsAndObjectsAreOthers) {
    const Document document =
        read4("#UB 0 1930 5\n#UB -1 1930 5\n#IB 0 1930 5\n#PSALDO 0 202401 1930 {} 5\n#PSALDO 0 202402 1930 {} 5\n"
              "#PSALDO 0 202401 1930 {1 2} 5\n#PSALDO 0 202401 1930 {1 2 6 7} 5\n#PSALDO 0 202401 1930 {6 7 1 2} 5\n");
    EXPECT_EQ(count(document, DiagnosticCode::saldo_dubblett), 1u); // the objects of the last in another order
    EXPECT_EQ(place(document, DiagnosticCode::saldo_dubblett), "15:1 varning");
}

} // namespace
} // namespace finsam::sie
