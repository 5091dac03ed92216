// The writer's bytes: quotes, order, line ends, checksum. And that the reader gets back what was written.

#include "parsers/sie_text_writer.hpp"

#include "parsers/sie_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <sstream>

namespace finsam::sie {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

FileInfo info() {
    FileInfo info;
    info.sie_type = 4;
    info.program = "finsam";
    info.program_version = "1.0";
    info.generated = Date{2025, 1, 31};
    info.company_name = "Sjön";
    return info;
}

const std::vector<FiscalYear> one_year = {{0, {2024, 1, 1}, {2024, 12, 31}}};

struct Written {
    std::string bytes;
    WriteResult result;
};

template <class Records>
Written written(Records records, bool checksum = false) {
    std::ostringstream out;
    TextWriter writer(out, checksum);
    writer.identification(info(), one_year);
    records(writer);
    Written made;
    made.result = writer.finish();
    made.bytes = out.str();
    return made;
}

/// What stands after #RAR.
template <class Records>
std::string lines(Records records) {
    const std::string bytes = written(records).bytes;
    constexpr std::string_view last = "#RAR 0 20240101 20241231\r\n";
    return bytes.substr(bytes.find(last) + last.size());
}

TEST(TextWriter, BeginsAsTheStandardOrders) {
    EXPECT_EQ(written([](TextWriter&) {}).bytes,
              "#FLAGGA 0\r\n#PROGRAM \"finsam\" \"1.0\"\r\n#FORMAT PC8\r\n#GEN 20250131\r\n#SIETYP 4\r\n"
              "#FNAMN \"Sj\x94n\"\r\n#RAR 0 20240101 20241231\r\n");
}

TEST(TextWriter, WritesEachKindOfRecord) {
    EXPECT_EQ(lines([](TextWriter& writer) {
                  writer.account({"1930", "Bank"});
                  writer.account_type({"1930", 'T'});
                  writer.account_unit({"1930", "st"});
                  writer.sru_code({"1930", "7281"});
                  writer.dimension({"20", "Insats", ""});
                  writer.dimension({"21", "Del", "20"});
                  writer.object({"20", "A", "Unga vuxna"});
                  writer.balance({BalanceKind::ib, -1, {}, "1930", {}, Ore(-150), "2"});
                  writer.balance({BalanceKind::oub, 0, {}, "1930", {{"20", "A"}}, Ore(5), ""});
                  writer.balance({BalanceKind::psaldo, 0, Period{2024, 3}, "3010", {}, Ore(-100000), ""});
              }),
              "#KONTO 1930 \"Bank\"\r\n#KTYP 1930 T\r\n#ENHET 1930 \"st\"\r\n#SRU 1930 7281\r\n"
              "#DIM 20 \"Insats\"\r\n#UNDERDIM 21 \"Del\" 20\r\n#OBJEKT 20 \"A\" \"Unga vuxna\"\r\n"
              "#IB -1 1930 -1.50 2\r\n#OUB 0 1930 {20 \"A\"} 0.05\r\n#PSALDO 0 202403 3010 {} -1000.00\r\n");
}

TEST(TextWriter, LeavesOutTrailingFieldsOnly) {
    EXPECT_EQ(
        lines([](TextWriter& writer) {
            Voucher voucher{"", "", {2024, 5, 6}, "", {}, "hemlig", {}};
            voucher.rows.push_back({RowKind::trans, "1930", {}, Ore(100), {}, "", "", "hemlig"});
            voucher.rows.push_back({RowKind::btrans, "1930", {}, Ore(200), {}, "text", "", ""});
            voucher.rows.push_back({RowKind::rtrans, "1930", {}, Ore(300), Date{2024, 5, 7}, "", "", ""});
            voucher.rows.push_back({RowKind::trans, "1930", {{"1", "9"}, {"20", "A"}}, Ore(-100), {}, "", "4", ""});
            writer.voucher(voucher);
            writer.voucher({"A", "1", {2024, 5, 6}, "", Date{2024, 6, 1}, "", {}});
        }),
        "#VER \"\" \"\" 20240506\r\n{\r\n  #TRANS 1930 {} 1.00\r\n  #BTRANS 1930 {} 2.00 \"\" \"text\"\r\n"
        "  #RTRANS 1930 {} 3.00 20240507\r\n  #TRANS 1930 {1 \"9\" 20 \"A\"} -1.00 \"\" \"\" 4\r\n}\r\n"
        "#VER A 1 20240506 \"\" 20240601\r\n{\r\n}\r\n");
}

TEST(TextWriter, QuotesWhatWouldBeTakenForSomethingElse) {
    EXPECT_EQ(lines([](TextWriter& writer) {
                  writer.sru_code({"a b", "#1"});
                  writer.sru_code({"{x}", "1\"2"});
              }),
              "#SRU \"a b\" \"#1\"\r\n#SRU \"{x}\" \"1\\\"2\"\r\n");
}

TEST(TextWriter, LetsNoBackslashEscapeAClosingQuote) {
    EXPECT_EQ(lines([](TextWriter& writer) {
                  writer.account({"1", "C:\\"});               // last: `\"` before the line's end closes
                  writer.dimension({"20", "C:\\", "1"});       // inner, without quotes
                  writer.object({"20", "A\\", "C:\\a b\\\\"}); // a key: readers take it without the blank
              }),
              "#KONTO 1 \"C:\\\"\r\n#UNDERDIM 20 C:\\ 1\r\n#OBJEKT 20 \"A\\ \" \"C:\\a b\\\\\"\r\n");
}

TEST(TextWriter, TellsTheOneTextThatTheFormatCannotHold) {
    const Written made = written([](TextWriter& writer) { writer.dimension({"20", "C:\\a b\\", "1"}); });
    EXPECT_THAT(made.bytes, HasSubstr("#UNDERDIM 20 \"C:\\a b\\ \" 1\r\n"));
    EXPECT_EQ(made.result.replaced_texts, 1u);
    ASSERT_EQ(made.result.diagnostics.size(), 1u);
    EXPECT_THAT(made.result.diagnostics[0].text, HasSubstr("Dimension 20"));
}

TEST(TextWriter, TellsReplacedCharactersByTheirPlace) {
    const Written made = written([](TextWriter& writer) {
        writer.account({"1930", "Konto i €"});
        Voucher voucher{"B", "17", {2024, 5, 6}, "", {}, "", {}};
        voucher.rows.push_back({RowKind::trans, "1930", {}, Ore(0), {}, "“x”", "", ""});
        writer.voucher(voucher);
    });
    EXPECT_EQ(made.result.replaced_texts, 2u);
    ASSERT_EQ(made.result.diagnostics.size(), 2u);
    EXPECT_EQ(made.result.diagnostics[0].code, DiagnosticCode::tecken_ersatta);
    EXPECT_EQ(made.result.diagnostics[0].severity, Severity::warning);
    EXPECT_THAT(made.result.diagnostics[0].text, HasSubstr("Konto 1930: 1 tecken"));
    EXPECT_THAT(made.result.diagnostics[1].text, HasSubstr("Verifikation B 17: 2 tecken"));
}

TEST(TextWriter, TellsNoMorePlacesThanCanBeRead) {
    const Written made = written([](TextWriter& writer) {
        for (int i = 0; i < 250; ++i) {
            writer.account({std::to_string(1000 + i), "€"});
        }
    });
    EXPECT_EQ(made.result.replaced_texts, 250u);
    ASSERT_EQ(made.result.diagnostics.size(), most_places_told + 1);
    EXPECT_THAT(made.result.diagnostics.back().text, HasSubstr("150 texter"));
}

TEST(TextWriter, ClosesWithTheChecksumOfWhatStandsBetween) {
    std::ostringstream out;
    TextWriter writer(out, true);
    FileInfo small;
    small.sie_type = 1;
    small.program = "a";
    small.program_version = "b\"c";
    writer.identification(small, {});
    const WriteResult result = writer.finish();
    // zlib's CRC-32 of: #PROGRAMab"c#FORMATPC8#SIETYP1
    EXPECT_EQ(result.ksumma, 3850771863u);
    EXPECT_EQ(out.str(), "#FLAGGA 0\r\n#KSUMMA\r\n#PROGRAM \"a\" \"b\\\"c\"\r\n#FORMAT PC8\r\n#SIETYP 1\r\n#KSUMMA "
                         "3850771863\r\n");
}

TEST(TextWriter, CountsRecordsAndBytes) {
    const Written made = written([](TextWriter& writer) {
        writer.account({"1", "a"});
        writer.account({"2", "b"});
    });
    EXPECT_EQ(made.result.counts.at("KONTO"), 2u);
    EXPECT_EQ(made.result.counts.at("RAR"), 1u);
    EXPECT_FALSE(made.result.counts.contains("KSUMMA"));
    EXPECT_EQ(made.result.bytes, made.bytes.size());
}

/// Texts of the characters that mean something to SIE, and some that do not.
std::string odd_text(std::mt19937_64& random) {
    static constexpr std::string_view pieces[] = {"\"", "\\", "{", "}",      "#", " ",   "a",
                                                  "1",  "-",  "å", "\u00A0", "§", "\\\""};
    std::string text;
    for (auto length = random() % 9; length > 0; --length) {
        text += pieces[random() % std::size(pieces)];
    }
    return text;
}

/// Readers take keys without blanks around; one of blanks alone is written as a question mark, so that it is not lost.
std::string as_key(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) {
        return text.empty() ? "" : "?";
    }
    return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// The one text that the format cannot hold gets a blank.
std::string expected_inner(const std::string& text) {
    const bool quoted = text.find_first_of(" \"{}") != std::string::npos || text.find("\u00A0") != std::string::npos ||
                        text.find("§") != std::string::npos || text.starts_with('#') || text.empty();
    return text.ends_with('\\') && quoted ? text + " " : text;
}

TEST(TextWriterProperty, OddTextsSurviveOnceWrittenAndRead) {
    std::mt19937_64 random(20241231);
    for (int round = 0; round < 5000; ++round) {
        const std::string name = odd_text(random), text = odd_text(random), row_text = odd_text(random);
        const std::string series = odd_text(random), number = odd_text(random);
        const std::string code = odd_text(random) + "x", account = odd_text(random) + "y\\";
        const bool registered = random() % 2 == 0;
        const bool quantity = random() % 2 == 0;
        const Written made = written(
            [&](TextWriter& writer) {
                writer.account({account, name});
                Voucher voucher{series, number, {2024, 5, 6}, text, {}, "", {}};
                if (registered) {
                    voucher.registered = Date{2024, 5, 7};
                }
                voucher.rows.push_back({RowKind::trans,
                                        account,
                                        {{"20", code}, {code, account}},
                                        Ore(0),
                                        {},
                                        row_text,
                                        quantity ? "1.5" : "",
                                        ""});
                writer.voucher(voucher);
            },
            true);
        const Document read = read_document(std::string_view(made.bytes));
        ASSERT_EQ(read.result.ksumma, KsummaState::correct) << made.bytes;
        ASSERT_FALSE(read.result.has_errors()) << made.bytes;
        ASSERT_EQ(read.accounts.size(), 1u) << made.bytes;
        EXPECT_EQ(read.accounts[0].number, as_key(account)) << made.bytes;
        EXPECT_EQ(read.accounts[0].name, name) << made.bytes;
        ASSERT_EQ(read.vouchers.size(), 1u) << made.bytes;
        const Voucher& voucher = read.vouchers[0];
        EXPECT_EQ(voucher.series, as_key(series)) << made.bytes;
        EXPECT_EQ(voucher.number, as_key(number)) << made.bytes;
        EXPECT_EQ(voucher.text, registered ? expected_inner(text) : text) << made.bytes;
        ASSERT_EQ(voucher.rows.size(), 1u) << made.bytes;
        EXPECT_EQ(voucher.rows[0].text, quantity ? expected_inner(row_text) : row_text) << made.bytes;
        EXPECT_EQ(voucher.rows[0].quantity, quantity ? "1.5" : "") << made.bytes;
        EXPECT_EQ(voucher.rows[0].objects,
                  (std::vector<ObjectRef>{{"20", as_key(code)}, {as_key(code), as_key(account)}}))
            << made.bytes;
        EXPECT_EQ(read.result.encoding, TextEncoding::cp437);
    }
}

} // namespace
} // namespace finsam::sie
