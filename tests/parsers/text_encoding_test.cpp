#include "parsers/text_encoding.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

constexpr std::string_view cp437_letters = "\x86\x84\x94\x8F\x8E\x99";
constexpr std::string_view letters = "åäöÅÄÖ";

TEST(TextEncoding, DecodesTheSwedishLetters) {
    EXPECT_EQ(decode(cp437_letters, TextEncoding::cp437), letters);
    EXPECT_EQ(decode("\xE5\xE4\xF6\xC5\xC4\xD6", TextEncoding::windows1252), letters);
    EXPECT_EQ(decode(letters, TextEncoding::utf8), letters);
}

TEST(TextEncoding, SectionSignIsFifteenInCp437) {
    EXPECT_EQ(decode("8 kap 5 \x15", TextEncoding::cp437), "8 kap 5 §");
    EXPECT_EQ(encode_cp437("8 kap 5 §"), "8 kap 5 \x15");
    EXPECT_EQ(encode_cp437("5 µm"), "5 \xE6" "m");
}

TEST(TextEncoding, EncodesWhatItDecodes) {
    for (int byte = 0; byte < 256; ++byte) {
        const std::string one(1, static_cast<char>(byte));
        EXPECT_EQ(encode_cp437(decode(one, TextEncoding::cp437)), one) << byte;
    }
    EXPECT_EQ(encode_cp437("100 €"), std::nullopt); // code page 437 has no euro sign
}

TEST(TextEncoding, CountsBytesWithoutMeaning) {
    std::size_t replaced = 0;
    EXPECT_EQ(decode("a\x81z", TextEncoding::windows1252, &replaced), "a\uFFFDz");
    EXPECT_EQ(replaced, 1u);
    EXPECT_EQ(decode("a\xE5z", TextEncoding::utf8, &replaced), "a\uFFFDz");
    EXPECT_EQ(replaced, 1u);
    EXPECT_EQ(decode("abc", TextEncoding::utf8, &replaced), "abc");
    EXPECT_EQ(replaced, 0u);
}

TEST(TextEncoding, DetectsFromTheBytes) {
    EXPECT_EQ(detect_encoding("#FLAGGA 0"), TextEncoding::cp437);
    EXPECT_EQ(detect_encoding("\xEF\xBB\xBF#FLAGGA 0"), TextEncoding::utf8);
    EXPECT_EQ(detect_encoding("Hyra f\xC3\xB6r lokal"), TextEncoding::utf8);
    EXPECT_EQ(detect_encoding("Hyra f\x94r lokal p\x86 orten"), TextEncoding::cp437);
    EXPECT_EQ(detect_encoding("Hyra f\xF6r lokal p\xE5 orten"), TextEncoding::windows1252);
}

TEST(TextEncoding, AStrayByteDoesNotDecide) {
    std::string text;
    for (int i = 0; i < 20; ++i) {
        text += "f\xC3\xB6r ";
    }
    EXPECT_EQ(detect_encoding(text + "\x94"), TextEncoding::utf8);
    EXPECT_EQ(detect_encoding("\x94\x94\x86 \xE5"), TextEncoding::cp437);
}

TEST(TextEncoding, HasNames) {
    EXPECT_EQ(swedish_name(TextEncoding::cp437), "cp437");
    EXPECT_EQ(swedish_name(TextEncoding::utf8), "utf-8");
    EXPECT_EQ(swedish_name(TextEncoding::windows1252), "windows-1252");
}

} // namespace
} // namespace finsam
