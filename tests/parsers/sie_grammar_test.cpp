#include "parsers/sie_grammar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace finsam::sie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Label and fields; a list is shown as its fields joined with '+' in braces.
std::vector<std::string> parts(std::string_view text) {
    Line line;
    parse_line(text, line);
    std::vector<std::string> found{std::string(line.label)};
    for (const Field& field : line.fields) {
        if (!field.is_list) {
            found.emplace_back(field.bytes);
            continue;
        }
        std::string list = "{";
        for (std::uint32_t i = 0; i < field.count; ++i) {
            list.append(i > 0 ? "+" : "").append(line.list_fields[field.first + i].bytes);
        }
        found.push_back(list + "}");
    }
    return found;
}

Line parsed(std::string_view text) {
    Line line;
    parse_line(text, line);
    return line;
}

std::string content(std::string_view bytes) {
    std::string text;
    for_each_piece(bytes, true, [&](std::string_view piece) { text += piece; });
    return text;
}

TEST(Grammar, FieldsAreSeparatedBySpacesOrTabs) {
    EXPECT_THAT(parts("#RAR 0\t20240101   20241231 "), ElementsAre("RAR", "0", "20240101", "20241231"));
    EXPECT_THAT(parts("\t  #RAR 0"), ElementsAre("RAR", "0"));
    EXPECT_THAT(parts("#KSUMMA"), ElementsAre("KSUMMA"));
}

TEST(Grammar, AFieldMayBeQuotedAndEmpty) {
    EXPECT_THAT(parts("#KONTO \"1930\" \"Bank och giro\""), ElementsAre("KONTO", "1930", "Bank och giro"));
    EXPECT_THAT(parts("#VER \"\" \"\" 20240101"), ElementsAre("VER", "", "", "20240101"));
}

TEST(Grammar, BackslashQuoteIsAQuoteOfTheText) {
    const auto found = parts(R"(#PROGRAM "\"Norstedts Revision\"" 2010)");
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(content(found[1]), "\"Norstedts Revision\"");
    EXPECT_EQ(found[2], "2010");
}

TEST(Grammar, NoOtherEscapeExists) {
    EXPECT_THAT(parts(R"(#PROSA "C:\ProgramData\x")"), ElementsAre("PROSA", R"(C:\ProgramData\x)"));
    EXPECT_EQ(content(R"(C:\ProgramData\x)"), R"(C:\ProgramData\x)");
    const Line line = parsed(R"(#PROSA "C:\ProgramData\")");
    EXPECT_EQ(line.fields.at(0).bytes, R"(C:\ProgramData\)");
    EXPECT_THAT(line.remarks, IsEmpty());
}

TEST(Grammar, AQuoteClosesOnlyBeforeBlankBraceOrEnd) {
    const std::string text = R"(#KONTO 1480 "F"rskott" x)";
    const Line line = parsed(text);
    EXPECT_THAT(parts(text), ElementsAre("KONTO", "1480", R"(F"rskott)", "x"));
    ASSERT_EQ(line.remarks.size(), 1u);
    EXPECT_EQ(line.remarks[0].code, DiagnosticCode::citattecken_i_falt);
    EXPECT_EQ(line.remarks[0].at - text.data(), 14);
}

TEST(Grammar, AQuoteInsideAFieldWithoutQuotesIsTextTold) {
    const std::string text = R"(#KONTO 2440 Leverant"rs"skulder a\"b {1 x"y})";
    const Line line = parsed(text);
    EXPECT_THAT(parts(text), ElementsAre("KONTO", "2440", R"(Leverant"rs"skulder)", R"(a\"b)", R"({1+x"y})"));
    ASSERT_EQ(line.remarks.size(), 3u); // not the escaped one
    EXPECT_EQ(line.remarks[0].at - text.data(), 20);
    EXPECT_EQ(line.remarks[1].at - text.data(), 23);
    EXPECT_EQ(line.remarks[2].code, DiagnosticCode::citattecken_i_falt);
}

TEST(Grammar, AnUnterminatedQuoteRunsToTheEndOfTheLine) {
    const std::string text = "#FNAMN \"Bolaget AB";
    const Line line = parsed(text);
    EXPECT_THAT(parts(text), ElementsAre("FNAMN", "Bolaget AB"));
    ASSERT_EQ(line.remarks.size(), 1u);
    EXPECT_EQ(line.remarks[0].code, DiagnosticCode::citattecken_ej_avslutat);
    EXPECT_EQ(line.remarks[0].at - text.data(), 7);
}

TEST(Grammar, ObjectListsTakeAnySpacingAndQuoting) {
    EXPECT_THAT(parts("#TRANS 1930 {} 1"), ElementsAre("TRANS", "1930", "{}", "1"));
    EXPECT_THAT(parts("#TRANS 1930 { } 1"), ElementsAre("TRANS", "1930", "{}", "1"));
    EXPECT_THAT(parts("#TRANS 1930 {1 \"2\" 10 \"12\"} 1"), ElementsAre("TRANS", "1930", "{1+2+10+12}", "1"));
    EXPECT_THAT(parts("#TRANS 1930 { \"1\" \"1010\"} 1"), ElementsAre("TRANS", "1930", "{1+1010}", "1"));
    EXPECT_THAT(parts("#TRANS 1930{\"1\" \"10\"}1"), ElementsAre("TRANS", "1930", "{1+10}", "1"));
    EXPECT_THAT(parts("#TRANS 1930 {\"1\" \"}\"} 1"), ElementsAre("TRANS", "1930", "{1+}}", "1"));
}

TEST(Grammar, AFieldMayBeginWithAHash) {
    EXPECT_THAT(parts("#VER # 1 20090731"), ElementsAre("VER", "#", "1", "20090731"));
}

TEST(Grammar, LinesHaveKinds) {
    EXPECT_EQ(parsed("").kind, LineKind::blank);
    EXPECT_EQ(parsed(" \t").kind, LineKind::blank);
    EXPECT_EQ(parsed(" { ").kind, LineKind::open);
    EXPECT_EQ(parsed("}").kind, LineKind::close);
    EXPECT_EQ(parsed("text").kind, LineKind::other);
    EXPECT_EQ(parsed("{ x").kind, LineKind::other);
    EXPECT_EQ(parsed("#VER").kind, LineKind::record);
}

TEST(Grammar, WrongBracesAreSeen) {
    const std::string nested = "#TRANS 1 {1 {2}} 3";
    EXPECT_EQ(parsed(nested).misplaced_brace, nested.data() + 12);
    const std::string stray = "#TRANS 1 } 3";
    EXPECT_EQ(parsed(stray).misplaced_brace, stray.data() + 9);
    const std::string unclosed = "#TRANS 1 {1 2";
    EXPECT_EQ(parsed(unclosed).unclosed_list, unclosed.data() + unclosed.size());
    EXPECT_EQ(parsed("#TRANS 1 {} 3").misplaced_brace, nullptr);
    EXPECT_TRUE(parsed("#VER A 1 20240101 \"x\" {").ends_with_open_brace());
    EXPECT_FALSE(parsed("#VER A 1 20240101 \"x\"").ends_with_open_brace());
}

TEST(Grammar, ALineIsReusedWithoutRests) {
    Line line;
    parse_line("#TRANS 1 {1 {2} \"x", line);
    parse_line("#UB 0 1930 5", line);
    EXPECT_EQ(line.label, "UB");
    EXPECT_EQ(line.fields.size(), 3u);
    EXPECT_THAT(line.list_fields, IsEmpty());
    EXPECT_THAT(line.remarks, IsEmpty());
    EXPECT_EQ(line.misplaced_brace, nullptr);
}

} // namespace
} // namespace finsam::sie
