// What must be an error, with its place and what is still read of the file: the whole file, one record or one voucher.
// Lines and columns are counted by hand.

#include "sie_fixture.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

struct Fault {
    const char* name;
    std::string bytes;
    bool accepted;
    const char* errors;  ///< all of them, in order: "line:column code, ..."
    const char* tallies; ///< read/refused, but for the records that begin every file
    const char* says = "";
};

void PrintTo(const Fault& fault, std::ostream* out) {
    *out << fault.bytes;
}

/// What follows the fault, and must be read in spite of it.
constexpr std::string_view rest = "#KONTO 9999 Sist\n#VER B 99 20240102\n{\n#TRANS 9999 {} 5\n#TRANS 9999 {} -5\n}\n";

/// A record or voucher with a fault, on line 8.
Fault in_file(const char* name, std::string_view lines, const char* errors, const char* tallies,
              const char* says = "") {
    return {name, type4(lines) + "\n" + std::string(rest), true, errors, tallies, says};
}

/// A file of which nothing may be used.
Fault whole(const char* name, std::string bytes, const char* errors, const char* tallies, const char* says = "") {
    return {name, std::move(bytes), false, errors, tallies, says};
}

std::string utf16(std::string_view ascii, bool big_endian) {
    std::string bytes = big_endian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii) {
        bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
    }
    return bytes;
}

std::vector<Fault> whole_files() {
    const std::string sum = "#FLAGGA 0\n#KSUMMA\n#KONTO 1 a\n";
    const auto voucher = [](std::string_view end) { return type4("#VER A 17 20240101\n" + std::string(end)); };
    return {
        whole("empty", "", "0:0 inte_sie", ""),
        whole("blank", " \r\n\n", "0:0 inte_sie", ""),
        whole("html", "<html><body>#FLAGGA 0</body>", "0:0 inte_sie", ""),
        whole("html_with_doctype", "<!DOCTYPE html>\n<html>\n#FLAGGA 0\n</html>\n", "0:0 inte_sie", ""),
        whole("utf16_little_endian", utf16("#FLAGGA 0\n", false), "0:0 inte_sie", "", "UTF-16"),
        whole("utf16_big_endian", utf16("#FLAGGA 0\n", true), "0:0 inte_sie", "", "UTF-16"),
        whole("zip", "PK\x03\x04#FLAGGA 0\n", "0:0 inte_sie", "", "ZIP-arkiv"),
        whole("no_records", "Konto;Belopp\n1930;5\n", "0:0 inte_sie", ""),
        whole("no_flagga", "#SIETYP 4\n#KONTO 1 a\n", "0:0 inte_sie", "KONTO 1/0", "#FLAGGA"),
        whole("type_0", "#FLAGGA 0\n#SIETYP 0\n#KONTO 1 a\n", "2:9 sietyp_okand", "KONTO 1/0, SIETYP 0/1"),
        whole("type_5", "#FLAGGA 0\n#SIETYP 5\n", "2:9 sietyp_okand", "SIETYP 0/1", "”5”"),
        whole("type_negative", "#FLAGGA 0\n#SIETYP -1\n", "2:9 sietyp_okand", "SIETYP 0/1"),
        whole("type_4E", "#FLAGGA 0\n#SIETYP 4E\n", "2:9 sietyp_okand", "SIETYP 0/1"),
        whole("checksum_wrong", sum + "#KSUMMA 123456789\n", "4:9 ksumma_fel", "KONTO 1/0, KSUMMA 2/0"),
        whole("checksum_no_number", sum + "#KSUMMA abc\n", "4:9 ksumma_fel", "KONTO 1/0, KSUMMA 2/0"),
        whole("checksum_too_long", sum + "#KSUMMA 99999999999999\n", "4:9 ksumma_fel", "KONTO 1/0, KSUMMA 2/0"),
        whole("checksum_never_closed", sum, "0:0 ksumma_avbruten", "KONTO 1/0, KSUMMA 1/0"),
        whole("ends_after_ver", voucher(""), "8:1 filen_avbruten", "VER 0/1", "A 17"),
        whole("ends_after_brace", voucher("{\n"), "8:1 filen_avbruten", "VER 0/1", "A 17"),
        whole("ends_after_rows", voucher("{\n#TRANS 1 {} 5\n#TRANS 2 {} -5\n"), "8:1 filen_avbruten",
              "TRANS 0/2, VER 0/1", "A 17"),
        whole("ends_without_braces", voucher("#TRANS 1 {} 5\n#BTRANS 2 {} -5\n"), "8:1 filen_avbruten",
              "BTRANS 0/1, TRANS 0/1, VER 0/1", "A 17"),
    };
}

std::vector<Fault> records() {
    constexpr auto ib = "IB 0/1, KONTO 1/0, TRANS 2/0, VER 1/0";
    constexpr auto ub = "KONTO 1/0, TRANS 2/0, UB 0/1, VER 1/0";
    constexpr auto psaldo = "KONTO 1/0, PSALDO 0/1, TRANS 2/0, VER 1/0";
    constexpr auto konto = "KONTO 1/1, TRANS 2/0, VER 1/0";
    return {
        in_file("amount_of_letters", "#IB 0 1930 abc", "8:12 belopp_ogiltigt", ib),
        in_file("amount_with_plus", "#IB 0 1930 +5", "8:12 belopp_ogiltigt", ib),
        in_file("amount_that_overflows", "#RES 0 3010 99999999999999999999", "8:13 belopp_ogiltigt",
                "KONTO 1/0, RES 0/1, TRANS 2/0, VER 1/0"),
        in_file("amount_above_the_largest", "#IB 0 2010 -10000000000000.01", "8:12 belopp_ogiltigt", ib,
                "är för stort"),
        in_file("three_decimals", "#UB 0 1930 1.234", "8:12 belopp_ogiltigt", ub),
        in_file("day_that_is_not", "#OMFATTN 20240230", "8:10 datum_ogiltigt",
                "KONTO 1/0, OMFATTN 0/1, TRANS 2/0, VER 1/0"),
        in_file("month_13", "#PSALDO 0 202413 3010 {} 5", "8:11 period_ogiltig", psaldo),
        in_file("year_reversed", "#RAR -1 20231231 20230101", "8:9 rakenskapsar_ogiltigt",
                "KONTO 1/0, RAR 1/1, TRANS 2/0, VER 1/0"),
        in_file("year_of_letters", "#IB nu 1930 5", "8:5 nummer_ogiltigt", ib),
        in_file("objects_odd", "#PSALDO 0 202412 3010 {20} 5", "8:23 objektlista_ogiltig", psaldo),
        in_file("objects_nested", "#PSALDO 0 202412 3010 {20 {1}} 5", "8:27 klammer_ogiltig", psaldo),
        in_file("objects_not_closed", "#PSALDO 0 202412 3010 {20 1 5", "8:30 klammer_ogiltig", psaldo),
        in_file("amount_missing", "#IB 0 1930", "8:11 post_saknar_falt", ib),
        in_file("amount_empty", "#IB 0 1930 \"\"", "8:13 post_saknar_falt", ib),
        in_file("account_empty", "#KONTO \"\" Namn", "8:9 post_saknar_falt", konto),
        in_file("name_missing", "#KONTO 1930", "8:12 post_saknar_falt", konto),
        in_file("sru_code_blank", "#SRU 1930 \" \"", "8:12 post_saknar_falt", "KONTO 1/0, SRU 0/1, TRANS 2/0, VER 1/0"),
        in_file("account_type", "#KTYP 1930 X", "8:12 nummer_ogiltigt", "KONTO 1/0, KTYP 0/1, TRANS 2/0, VER 1/0"),
        in_file("tax_year", "#TAXAR CCMXVIII", "8:8 nummer_ogiltigt", "KONTO 1/0, TAXAR 0/1, TRANS 2/0, VER 1/0"),
        in_file("row_outside_voucher", "#TRANS 1930 {} 5", "8:1 trans_utan_verifikation",
                "KONTO 1/0, TRANS 2/1, VER 1/0"),
        in_file("history_outside_voucher", "#BTRANS 1930 {} 5", "8:1 trans_utan_verifikation",
                "BTRANS 0/1, KONTO 1/0, TRANS 2/0, VER 1/0"),
        in_file("brace_that_closes_nothing", "}", "8:1 klammer_ogiltig", "KONTO 1/0, TRANS 2/0, VER 1/0"),
        in_file("braces_of_nothing", "  {\n}", "8:3 klammer_ogiltig", "KONTO 1/0, TRANS 2/0, VER 1/0"),
    };
}

std::vector<Fault> vouchers() {
    constexpr auto two_rows = "KONTO 1/0, TRANS 2/2, VER 1/1";
    constexpr auto three_rows = "KONTO 1/0, TRANS 2/3, VER 1/1";
    return {
        in_file("unbalanced", "#VER A 7 20240101\n{\n#TRANS 1930 {} 100\n#TRANS 3010 {} -99.98\n}",
                "8:1 verifikation_obalanserad", two_rows,
                "Verifikation A 7 balanserar inte och lästes inte; "
                "skillnaden är 0,02 kr."),
        // 0.1 + 0.2 - 0.3 is not zero in binary fractions, but is in whole öre.
        in_file("exact_in_ore", "#VER A 7 20240101\n{\n#TRANS 1 {} 0.1\n#TRANS 2 {} 0.2\n#TRANS 3 {} -0.3\n}", "",
                "KONTO 1/0, TRANS 5/0, VER 2/0"),
        in_file("amount_in_a_row", "#VER A 1 20240101\n{\n#TRANS 1930 {} 0.001\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n}",
                "8:1 verifikation_avvisad, 10:16 belopp_ogiltigt", three_rows),
        in_file("objects_in_a_row", "#VER A 1 20240101\n{\n#TRANS 1930 {20} 5\n#TRANS 3010 {} -5\n}",
                "8:1 verifikation_avvisad, 10:13 objektlista_ogiltig", two_rows),
        in_file("date", "#VER A 1 20240230\n{\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n}",
                "8:1 verifikation_avvisad, 8:10 datum_ogiltigt", two_rows),
        in_file("date_missing", "#VER A 1\n{\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n}",
                "8:1 verifikation_avvisad, 8:9 post_saknar_falt", two_rows),
        in_file("nested_braces", "#VER A 1 20240101\n{\n#TRANS 1 {} 5\n{\n#TRANS 2 {} -5\n}\n}",
                "8:1 verifikation_avvisad, 11:1 klammer_ogiltig", two_rows),
    };
}

std::string errors(const Document& document) {
    std::vector<std::string> found;
    for (const Diagnostic& d : document.result.diagnostics) {
        if (d.severity == Severity::error) {
            found.push_back(fmt::format("{}:{} {}", d.line, d.column, stable_name(d.code)));
        }
    }
    return fmt::format("{}", fmt::join(found, ", "));
}

std::string tallies(const Document& document) {
    constexpr std::string_view beginning = "FLAGGA PROGRAM FORMAT GEN SIETYP FNAMN RAR";
    std::vector<std::string> found;
    for (const auto& [label, counts] : document.result.counts) {
        const bool of_beginning = beginning.find(label) != std::string_view::npos;
        if (!of_beginning || counts.read != 1 || counts.refused != 0) {
            found.push_back(fmt::format("{} {}/{}", label, counts.read, counts.refused));
        }
    }
    return fmt::format("{}", fmt::join(found, ", "));
}

class MustBeAnError : public testing::TestWithParam<Fault> {};

TEST_P(MustBeAnError, WithItsPlaceAndTheRestAsIs) {
    const Fault& fault = GetParam();
    const Document document = read(fault.bytes);
    EXPECT_EQ(document.result.accepted, fault.accepted);
    EXPECT_EQ(errors(document), fault.errors);
    EXPECT_EQ(tallies(document), fault.tallies);
    if (*fault.says != '\0') {
        EXPECT_THAT(document.result.diagnostics,
                    testing::Contains(testing::Field(&Diagnostic::text, testing::HasSubstr(fault.says))));
    }
    if (fault.accepted) {
        ASSERT_FALSE(document.accounts.empty());
        EXPECT_EQ(document.accounts.back().number, "9999");
        ASSERT_FALSE(document.vouchers.empty());
        EXPECT_EQ(document.vouchers.back().number, "99");
        EXPECT_EQ(document.vouchers.back().rows.size(), 2u);
    } else {
        EXPECT_TRUE(document.vouchers.empty());
    }
}

const auto name_of = [](const auto& instance) { return std::string(instance.param.name); };
INSTANTIATE_TEST_SUITE_P(WholeFile, MustBeAnError, testing::ValuesIn(whole_files()), name_of);
INSTANTIATE_TEST_SUITE_P(Record, MustBeAnError, testing::ValuesIn(records()), name_of);
INSTANTIATE_TEST_SUITE_P(Voucher, MustBeAnError, testing::ValuesIn(vouchers()), name_of);

} // namespace
} // namespace finsam::sie
