#include "parsers/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

namespace finsam {
namespace {

constexpr char32_t missing = 0xFFFD;

/// The code point at `at`, negative when the bytes are not UTF-8; moves `at` past it.
UChar32 next_code_point(std::string_view bytes, std::size_t& at) noexcept {
    UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // inside ICU's macro
    U8_NEXT(bytes.data(), at, bytes.size(), c);
#pragma GCC diagnostic pop
    return c;
}

void append_utf8(std::string& out, char32_t code_point) {
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(code_point));
    out.append(bytes, static_cast<std::size_t>(length));
}

/// The meaning of each byte of a single byte character set, asked of ICU once. A table is some ten times faster than a
/// converter for the short fields of SIE, and may be shared by threads.
class ByteTable {
public:
    explicit ByteTable(const char* converter_name) {
        UErrorCode status = U_ZERO_ERROR;
        UConverter* converter = ucnv_open(converter_name, &status);
        for (unsigned byte = 0; byte < 256; ++byte) {
            set(static_cast<unsigned char>(byte), byte < 0x80 ? byte : convert(converter, static_cast<char>(byte)));
        }
        ucnv_close(converter);
    }

    static constexpr std::size_t longest_text = 3; ///< UTF-8 of anything these character sets hold
    struct Text {
        std::array<char, longest_text + 1> bytes{}; ///< a size that is copied at once
        std::uint8_t length = 0;
        bool missing = false;
    };

    void set(unsigned char byte, char32_t code_point) {
        std::string text;
        append_utf8(text, code_point);
        code_points_[byte] = code_point;
        texts_[byte].length = static_cast<std::uint8_t>(text.copy(texts_[byte].bytes.data(), longest_text));
        texts_[byte].missing = code_point == missing;
    }
    [[nodiscard]] const Text& text(unsigned char byte) const noexcept { return texts_[byte]; }
    [[nodiscard]] char32_t operator[](unsigned char byte) const noexcept { return code_points_[byte]; }

private:
    static char32_t convert(UConverter* converter, char byte) noexcept {
        UErrorCode status = U_ZERO_ERROR;
        const char* source = &byte;
        const UChar32 c = converter ? ucnv_getNextUChar(converter, &source, source + 1, &status) : missing;
        const bool control = c >= 0x80 && c < 0xA0; // ICU's stand-in for a byte without meaning
        return U_FAILURE(status) || control ? missing : static_cast<char32_t>(c);
    }

    std::array<char32_t, 256> code_points_{};
    std::array<Text, 256> texts_{};
};

const ByteTable& cp437_table() {
    static const ByteTable table = [] {
        ByteTable made("ibm-437_P100-1995");
        made.set(0x15, U'§'); // the graphic of the code page; ICU gives the control character
        return made;
    }();
    return table;
}

const ByteTable& windows1252_table() {
    static const ByteTable table("ibm-5348_P100-1997");
    return table;
}

const std::map<char32_t, char>& cp437_reverse() {
    static const std::map<char32_t, char> reverse = [] {
        std::map<char32_t, char> made;
        for (unsigned byte = 0; byte < 256; ++byte) {
            made.emplace(cp437_table()[static_cast<unsigned char>(byte)], static_cast<char>(byte));
        }
        made.erase(missing);
        made.emplace(U'µ', '\xE6'); // the code page has one for this sign and for the Greek letter
        return made;
    }();
    return reverse;
}

constexpr std::uint64_t high_bits = 0x8080808080808080u;

std::uint64_t word_at(const char* bytes) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// The high bits of bytes above 0x7F or below 0x20. The lowest is exact, those above it may be false.
std::uint64_t odd_bits(std::uint64_t word) noexcept {
    return (word | (word - 0x2020202020202020u)) & high_bits;
}

/// Length of the leading run of bytes below 0x80.
std::size_t ascii_prefix(std::string_view bytes) noexcept {
    const auto high = [&](std::size_t at) { return word_at(bytes.data() + at) & high_bits; };
    std::size_t at = 0;
    while (at + 32 <= bytes.size() && (high(at) | high(at + 8) | high(at + 16) | high(at + 24)) == 0) {
        at += 32;
    }
    while (at + 8 <= bytes.size() && high(at) == 0) {
        at += 8;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) {
        ++at;
    }
    return at;
}

void append_table(std::string& out, std::string_view bytes, const ByteTable& table, std::size_t& replaced) {
    constexpr std::size_t at_a_time = 64;
    std::array<char, at_a_time * ByteTable::longest_text + 1> texts;
    while (!bytes.empty()) {
        char* to = texts.data();
        for (const char byte : bytes.substr(0, at_a_time)) {
            const ByteTable::Text& text = table.text(static_cast<unsigned char>(byte));
            std::memcpy(to, text.bytes.data(), text.bytes.size());
            to += text.length;
            replaced += text.missing ? 1 : 0;
        }
        out.append(texts.data(), to);
        bytes.remove_prefix(std::min(bytes.size(), at_a_time));
    }
}

void append_checked_utf8(std::string& out, std::string_view bytes, std::size_t& replaced) {
    for (std::size_t at = 0; at < bytes.size();) {
        const UChar32 c = next_code_point(bytes, at);
        replaced += c < 0 ? 1 : 0;
        append_utf8(out, c < 0 ? missing : static_cast<char32_t>(c));
    }
}

struct HighBytes {
    std::uint64_t utf8_sequences = 0;
    std::uint64_t broken_utf8 = 0;
    std::uint64_t cp437_letters = 0;
    std::uint64_t latin1_letters = 0;
};

using ByteSet = std::array<bool, 256>;

constexpr ByteSet byte_set(std::string_view members) noexcept {
    ByteSet set{};
    for (const char byte : members) {
        set[static_cast<unsigned char>(byte)] = true;
    }
    return set;
}

void count_letter(HighBytes& found, char byte) noexcept {
    static constexpr ByteSet cp437 = byte_set("\x86\x84\x94\x8F\x8E\x99"); // å ä ö Å Ä Ö
    static constexpr ByteSet latin1 = byte_set("\xE5\xE4\xF6\xC5\xC4\xD6");
    found.cp437_letters += cp437[static_cast<unsigned char>(byte)];
    found.latin1_letters += latin1[static_cast<unsigned char>(byte)];
}

HighBytes count_high_bytes(std::string_view bytes) noexcept {
    HighBytes found;
    for (std::size_t at = ascii_prefix(bytes); at < bytes.size(); at += ascii_prefix(bytes.substr(at))) {
        const std::size_t start = at;
        const UChar32 c = next_code_point(bytes, at);
        ++(c < 0 ? found.broken_utf8 : found.utf8_sequences);
        for (std::size_t i = start; i < at && c < 0; ++i) {
            count_letter(found, bytes[i]);
        }
    }
    return found;
}

} // namespace

std::size_t plain_prefix(std::string_view bytes) noexcept {
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        if (const std::uint64_t odd = odd_bits(word_at(bytes.data() + at)); odd != 0) {
            return at + static_cast<std::size_t>(std::countr_zero(odd)) / 8;
        }
    }
    while (at < bytes.size() && static_cast<signed char>(bytes[at]) >= 0x20) {
        ++at;
    }
    return at;
}

std::string_view swedish_name(TextEncoding encoding) noexcept {
    switch (encoding) {
    case TextEncoding::cp437: return "cp437";
    case TextEncoding::utf8: return "utf-8";
    case TextEncoding::windows1252: return "windows-1252";
    case TextEncoding::iso8859_1: return "iso-8859-1";
    }
    return "";
}

TextEncoding detect_encoding(std::string_view bytes) noexcept {
    const HighBytes found = count_high_bytes(bytes); // the mark itself is a sequence
    // Stray bytes of another encoding occur in UTF-8 files, and a mark before text that is not UTF-8 in others. Text in
    // single bytes hardly ever forms sequences.
    if (found.utf8_sequences > found.broken_utf8) {
        return TextEncoding::utf8;
    }
    return found.latin1_letters > found.cp437_letters ? TextEncoding::windows1252 : TextEncoding::cp437;
}

void append_decoded(std::string& out, std::string_view bytes, TextEncoding encoding, std::size_t& replaced) {
    const std::size_t plain = plain_prefix(bytes);
    out.append(bytes.substr(0, plain));
    bytes.remove_prefix(plain);
    if (bytes.empty()) {
        return;
    }
    switch (encoding) {
    case TextEncoding::cp437: return append_table(out, bytes, cp437_table(), replaced);
    case TextEncoding::windows1252:
    case TextEncoding::iso8859_1: // differs only in control characters, which no text has
        return append_table(out, bytes, windows1252_table(), replaced);
    case TextEncoding::utf8: return append_checked_utf8(out, bytes, replaced);
    }
}

std::string decode(std::string_view bytes, TextEncoding encoding, std::size_t* replaced) {
    std::string text;
    std::size_t count = 0;
    append_decoded(text, bytes, encoding, count);
    if (replaced != nullptr) {
        *replaced = count;
    }
    return text;
}

std::optional<std::string> encode_cp437(std::string_view utf8) {
    std::string bytes;
    bytes.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const UChar32 c = next_code_point(utf8, at);
        const auto found = c < 0 ? cp437_reverse().end() : cp437_reverse().find(static_cast<char32_t>(c));
        if (found == cp437_reverse().end()) {
            return std::nullopt;
        }
        bytes.push_back(found->second);
    }
    return bytes;
}

} // namespace finsam
