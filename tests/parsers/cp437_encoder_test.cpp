// Texts into code page 437: exact where it has the character, told where it has not.

#include "parsers/cp437_encoder.hpp"

#include "parsers/text_encoding.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

struct Encoded {
    std::string bytes;
    Cp437Encoder::Outcome outcome;
};

Encoded encoded(std::string_view text) {
    Cp437Encoder encoder;
    Encoded result;
    result.outcome = encoder.append(result.bytes, text);
    return result;
}

TEST(Cp437Encoder, KeepsSwedishLetters) {
    const Encoded result = encoded("åäö ÅÄÖ éüñ");
    EXPECT_EQ(result.bytes, "\x86\x84\x94 \x8F\x8E\x99 \x82\x81\xA4"); // the code page's own table
    EXPECT_EQ(result.outcome.replaced, 0u);
    EXPECT_EQ(result.outcome.examples, "");
}

TEST(Cp437Encoder, WritesTheSectionSignAndTheHardBlankAsTheCodePageHasThem) {
    EXPECT_EQ(encoded("§ 4").bytes, "\x15 4");
    EXPECT_EQ(encoded("1\u00A0000").bytes, "1\xFF"
                                           "000");
}

TEST(Cp437Encoder, KnowsLookAlikes) {
    const Encoded result = encoded("”50 €” – det är ’allt’…");
    EXPECT_EQ(result.bytes, "\"50 EUR\" - det \x84r 'allt'...");
    EXPECT_EQ(result.outcome.replaced, 7u);
    EXPECT_EQ(result.outcome.examples, "”, €");
}

TEST(Cp437Encoder, TakesAccentsOffLettersThatTheCodePageLacks) {
    EXPECT_EQ(encoded("Šćołø Ýþ").bytes, "Scolo Yth");
}

TEST(Cp437Encoder, WritesOtherScriptsInLatinLetters) {
    EXPECT_EQ(encoded("Иван").bytes, "Ivan");
}

TEST(Cp437Encoder, JoinsAnAccentWithTheLetterBeforeIt) {
    const Encoded result = encoded("A\u030Ar o\u0308"); // Å and ö in two characters each
    EXPECT_EQ(result.bytes, "\x8Fr \x94");
    EXPECT_EQ(result.outcome.replaced, 2u);
}

TEST(Cp437Encoder, WritesBlanksForControlCharacters) {
    const Encoded result = encoded(std::string_view("a\nb\tc\x01\x7F\0d", 9));
    EXPECT_EQ(result.bytes, "a b c   d");
    EXPECT_EQ(result.outcome.replaced, 5u);
    EXPECT_EQ(result.outcome.examples, "U+000A, U+0009, U+0001");
}

TEST(Cp437Encoder, LeavesOutWhatHasNoWidth) {
    EXPECT_EQ(encoded("a\u200Bb\uFEFFc\u00ADd").bytes, "abcd");
}

TEST(Cp437Encoder, AsksWhereNothingElseIsLeft) {
    EXPECT_EQ(encoded("😀").bytes, "?");
    EXPECT_EQ(encoded("a\xFFz").bytes, "a?z"); // no UTF-8
    EXPECT_EQ(encoded("\uFFFD").bytes, "?");
}

TEST(Cp437Encoder, GivesBackTheCharactersOfTheCodePage) {
    for (int byte = 0x80; byte < 0x100; ++byte) {
        const bool line_or_block = byte >= 0xB0 && byte <= 0xDF;
        const bool swedish_elsewhere =
            byte == 0xE4 || byte == 0xE5 || byte == 0xE9 || byte == 0xF6 || byte == 0xFC; // Σ σ Θ ÷ ⁿ
        const std::string original(1, static_cast<char>(byte));
        const Encoded result = encoded(decode(original, TextEncoding::cp437));
        const bool exact = !line_or_block && !swedish_elsewhere;
        EXPECT_EQ(result.bytes == original, exact) << byte;
        EXPECT_EQ(result.outcome.replaced, exact ? 0u : 1u) << byte;
    }
}

TEST(Cp437Encoder, WritesNoByteThatIsAnotherLetterInWindows1252) {
    const Encoded result = encoded("ΣσΩ 8÷2 ├─┤ ■");
    EXPECT_EQ(result.bytes, "Ss\xEA 8/2 ?-? \xFE");
    EXPECT_EQ(result.outcome.replaced, 6u);
}

} // namespace
} // namespace finsam
