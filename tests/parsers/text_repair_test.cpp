#include "parsers/text_repair.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

constexpr auto cp437 = TextEncoding::cp437, utf8 = TextEncoding::utf8, windows = TextEncoding::windows1252;

/// "text|invalid repaired uncertain spoilt"
std::string reading(std::string_view bytes, TextEncoding encoding) {
    std::string text;
    TextFindings found;
    append_repaired(text, bytes, encoding, found);
    return fmt::format("{}|{} {} {} {}", text, found.invalid.count, found.repaired.count, found.uncertain.count,
                       found.spoilt.count);
}

TEST(TextRepair, LeavesSoundTextAlone) {
    EXPECT_EQ(reading("Ers\x84ttning f\x94r \x86r, \x8Frsavgift", cp437), "Ersättning för år, Årsavgift|0 0 0 0");
    EXPECT_EQ(reading("Ers\xE4ttning f\xF6r \xE5r", windows), "Ersättning för år|0 0 0 0");
    EXPECT_EQ(reading("Ersättning för år – é €", utf8), "Ersättning för år – é €|0 0 0 0");
    EXPECT_EQ(reading("", utf8), "|0 0 0 0");
}

TEST(TextRepair, Latin1LettersInWordsOfCp437) {
    EXPECT_EQ(reading("f\xF6r", cp437), "för|0 1 0 0");
    EXPECT_EQ(reading("p\xE5 \x84ngen", cp437), "på ängen|0 1 0 0");
    EXPECT_EQ(reading("F\xD6RS\xC4LJNING", cp437), "FÖRSÄLJNING|0 2 0 0");
    EXPECT_EQ(reading("\xC5rsavgift", cp437), "Årsavgift|0 1 0 0");
    EXPECT_EQ(reading("Caf\xE9", cp437), "Café|0 1 0 0");
}

TEST(TextRepair, SignsOfCp437AreNoLetters) {
    EXPECT_EQ(reading("10\xF6"
                      "5",
                      cp437),
              "10÷5|0 0 0 0");
    EXPECT_EQ(reading("\xE4 100", cp437), "Σ 100|0 0 0 0");
    EXPECT_EQ(reading("\xC4\xC4\xC4\xC4", cp437), "────|0 0 0 0");
}

TEST(TextRepair, WhatMayBeEitherIsKeptAndCounted) {
    EXPECT_EQ(reading("\xF6"
                      "avdrag",
                      cp437),
              "÷avdrag|0 0 1 0");
    EXPECT_EQ(reading("A\xF6"
                      "B",
                      cp437),
              "A÷B|0 0 1 0");
    EXPECT_EQ(reading("\xC4kap", cp437), "─kap|0 0 1 0");
    EXPECT_EQ(reading("\xC5"
                      "1",
                      cp437),
              "┼1|0 0 1 0"); // an object's code
    EXPECT_EQ(reading("\xE4"
                      "100 \xC4"
                      "5",
                      cp437),
              "Σ100 ─5|0 0 0 0");
}

TEST(TextRepair, Cp437LettersInWordsOfWindows1252) {
    EXPECT_EQ(reading("f\x94r v\x86ra \x8Frsavgifter", windows), "för våra Årsavgifter|0 3 0 0");
    EXPECT_EQ(reading("\x94ja\x94", windows), "”ja”|0 0 2 0");
    EXPECT_EQ(reading("Varum\xE4rket\x99", windows), "Varumärket™|0 0 1 0");
}

TEST(TextRepair, StrayBytesInUtf8) {
    EXPECT_EQ(reading("f\xF6r \xE5ret och f\x94r på", utf8), "för året och för på|0 3 0 0");
    EXPECT_EQ(reading("a \xE5 b", utf8), "a \uFFFD b|1 0 0 0");
}

TEST(TextRepair, Utf8InFilesOfSingleBytes) {
    EXPECT_EQ(reading("f\xC3\xB6r \x86r", cp437), "för år|0 1 0 0");
    EXPECT_EQ(reading("f\xC3\xB6r \xE5r", windows), "för år|0 1 0 0");
}

TEST(TextRepair, TextSpoiltBeforeIsKept) {
    EXPECT_EQ(reading("fÃ¶r", utf8), "fÃ¶r|0 0 0 1");
    EXPECT_EQ(reading("f├╢r", utf8), "f├╢r|0 0 0 1");
    EXPECT_EQ(reading("f”r", utf8), "f”r|0 0 0 1"); // CP437 read as Windows-1252
    EXPECT_EQ(reading("f÷r", utf8), "f÷r|0 0 0 1"); // Latin-1 read as CP437
    EXPECT_EQ(reading("f\uFFFDr", utf8), "f\uFFFDr|0 0 0 1");
    EXPECT_EQ(reading("”ja”, 10÷5, Σ 100 Ñandú", utf8), "”ja”, 10÷5, Σ 100 Ñandú|0 0 0 0");
    EXPECT_EQ(reading("f\xEF\xBF\xBDr", windows), "fï¿½r|0 0 0 1");
}

TEST(TextRepair, BytesWithoutMeaning) {
    EXPECT_EQ(reading("10 \x9D 5", windows), "10 \uFFFD 5|1 0 0 0");
    EXPECT_EQ(reading("x\xFFy", utf8), "x\uFFFDy|1 0 0 0");
}

TEST(TextRepair, TellsWhereTheFirstStands) {
    std::string text;
    TextFindings found;
    append_repaired(text, "f\x94rst f\xF6r p\xE5", cp437, found);
    EXPECT_EQ(found.repaired.count, 2u);
    EXPECT_EQ(found.repaired.first, 7u);
}

} // namespace
} // namespace finsam
