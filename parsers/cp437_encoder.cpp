#include "parsers/cp437_encoder.hpp"

#include "parsers/text_encoding.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>
#include <utility>

namespace finsam {
namespace {

constexpr std::size_t most_examples = 3;

struct LookAlike {
    char32_t character;
    std::string_view text;
};

// What ICU's Latin-ASCII does not know, or knows otherwise than a Swedish reader expects.
constexpr LookAlike look_alikes[] = {
    {U'€', "EUR"},
    {U'‘', "'"},
    {U'’', "'"},
    {U'‚', "'"},
    {U'‛', "'"},
    {U'“', "\""},
    {U'”', "\""},
    {U'„', "\""},
    {U'‟', "\""},
    {U'‹', "<"},
    {U'›', ">"},
    {U'‐', "-"},
    {U'‑', "-"},
    {U'‒', "-"},
    {U'–', "-"},
    {U'—', "-"},
    {U'―', "-"},
    {U'−', "-"},
    {U'…', "..."},
    {U'•', "-"},
    {U'×', "x"},
    {U'™', "TM"},
    {U'©', "(c)"},
    {U'®', "(r)"},
    {U'‰', "o/oo"},
    {U'´', "'"},
    {U'¨', "\""},
    {U'¯', "-"},
    {U'¸', ","},
    {U'¹', "1"},
    {U'³', "3"},
    {U'¾', "3/4"},
    {U'\u2003', " "},
    {U'\u2009', " "},
    {U'\u202F', " "}, // the narrow non-breaking
                      // space of Swedish thousands
    {U'\uFFFD', "?"},
    {U'÷', "/"},
    {U'─', "-"},
    {U'═', "="},
    {U'│', "|"},
    {U'║', "|"},
};

/// Their bytes in code page 437 are those of ä å ö é ü in Windows-1252 (Σ σ ÷ Θ ⁿ), or begin characters of UTF-8 (the
/// lines and blocks): a reader that decides the encoding from the bytes, as real files make it do, could take them for
/// those.
bool misleads_readers(char32_t character) noexcept {
    return character == U'Σ' || character == U'σ' || character == U'÷' || character == U'Θ' || character == U'ⁿ' ||
           (character >= 0x2500 && character <= 0x259F);
}

bool is_control(char32_t character) noexcept {
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

/// Printable ASCII is the same byte everywhere.
std::size_t printable_prefix(std::string_view text) noexcept {
    const auto plain = [](char c) { return c >= 0x20 && c < 0x7F; };
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), plain) - text.begin());
}

/// The code point at the front, U+FFFD where the bytes are not UTF-8, and its length.
std::pair<char32_t, std::size_t> first_character(std::string_view text) noexcept {
    UChar32 character = 0;
    std::size_t length = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // inside ICU's macro
    U8_NEXT(text.data(), length, text.size(), character);
#pragma GCC diagnostic pop
    return {character < 0 ? U'\uFFFD' : static_cast<char32_t>(character), length};
}

bool is_combining_mark(char32_t character) noexcept {
    return u_charType(static_cast<UChar32>(character)) == U_NON_SPACING_MARK;
}

std::size_t combining_marks(std::string_view text) noexcept {
    std::size_t count = 0;
    for (text.remove_prefix(printable_prefix(text)); !text.empty(); text.remove_prefix(printable_prefix(text))) {
        const auto [character, length] = first_character(text);
        count += is_combining_mark(character) ? 1 : 0;
        text.remove_prefix(length);
    }
    return count;
}

/// Unicode's normal form C: a letter and its accents as one character where there is one.
std::string in_composed_form(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    const auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    std::string composed;
    if (U_SUCCESS(status)) {
        form->normalize(text, status).toUTF8String(composed);
    }
    return U_SUCCESS(status) ? composed : std::string(utf8);
}

void add_example(Cp437Encoder::Outcome& outcome, char32_t character, std::string_view utf8) {
    if (++outcome.replaced > most_examples) {
        return;
    }
    const bool shown = u_isgraph(static_cast<UChar32>(character)) != 0 && character != U'\uFFFD';
    const std::string text = shown ? std::string(utf8) : fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
    if (outcome.examples.find(text) == std::string::npos) {
        outcome.examples += (outcome.examples.empty() ? "" : ", ") + text;
    }
}

} // namespace

/// ICU's way from any script to ASCII.
class Cp437Encoder::Latin {
public:
    Latin() {
        UErrorCode status = U_ZERO_ERROR;
        rules_.reset(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    }
    /// "" when there is no such text.
    [[nodiscard]] std::string operator()(char32_t character) const {
        icu::UnicodeString text(static_cast<UChar32>(character));
        if (rules_) {
            rules_->transliterate(text);
        }
        std::string utf8;
        text.toUTF8String(utf8);
        return printable_prefix(utf8) == utf8.size() ? utf8 : std::string();
    }

private:
    std::unique_ptr<icu::Transliterator> rules_;
};

Cp437Encoder::Cp437Encoder() = default;
Cp437Encoder::~Cp437Encoder() = default;

Cp437Encoder::Outcome Cp437Encoder::append(std::string& out, std::string_view utf8) {
    // An accent may stand after its letter (texts from macOS do that): together they may have a byte.
    const std::size_t accents = combining_marks(utf8);
    const std::string composed = accents == 0 ? std::string() : in_composed_form(utf8);
    if (accents == 0) {
        return append_composed(out, utf8);
    }
    Outcome outcome = append_composed(out, composed);
    const std::size_t joined = accents - combining_marks(composed);
    if (joined > 0) {
        outcome.examples += outcome.examples.empty() ? "accent efter bokstav" : ", accent efter bokstav";
        outcome.replaced += joined;
    }
    return outcome;
}

Cp437Encoder::Outcome Cp437Encoder::append_composed(std::string& out, std::string_view utf8) {
    Outcome outcome;
    for (;;) {
        const std::size_t plain = printable_prefix(utf8);
        out.append(utf8.substr(0, plain));
        utf8.remove_prefix(plain);
        if (utf8.empty()) {
            return outcome;
        }
        const auto [character, length] = first_character(utf8);
        const std::string_view bytes = utf8.substr(0, length);
        const bool writable = !is_control(character) && !misleads_readers(character);
        const auto encoded = writable ? encode_cp437(bytes) : std::nullopt;
        if (encoded) {
            out += *encoded;
        } else {
            append_replacement(out, character);
            add_example(outcome, character, bytes);
        }
        utf8.remove_prefix(length);
    }
}

void Cp437Encoder::append_replacement(std::string& out, char32_t character) {
    if (is_control(character)) {
        out += ' ';
        return;
    }
    const auto* known = std::find_if(std::begin(look_alikes), std::end(look_alikes),
                                     [&](const LookAlike& entry) { return entry.character == character; });
    if (known != std::end(look_alikes)) {
        out += known->text;
        return;
    }
    if (is_combining_mark(character) || u_charType(static_cast<UChar32>(character)) == U_FORMAT_CHAR) {
        return; // without width: accents left over, joiners, byte order marks
    }
    if (!latin_) {
        latin_ = std::make_unique<Latin>();
    }
    const std::string text = (*latin_)(character);
    out += text.empty() ? "?" : text;
}

} // namespace finsam
