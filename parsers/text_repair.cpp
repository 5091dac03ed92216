#include "parsers/text_repair.hpp"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <vector>

namespace finsam {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// A letter as a byte of one character set, and what the byte means in the one it is mistaken for. Inside a word the
/// letter is certain; at an end of one only where the other meaning has no business there (”, ™ and ÷ may have).
struct Stray {
    unsigned char byte;
    char32_t letter;
    char32_t mistaken_for; ///< 0 when the byte is unused there
    bool first_in_word;
    bool last_in_word;
};

constexpr Stray latin1_in_cp437[] = {
    {0xE5, U'å', U'σ', true, true},  {0xE4, U'ä', U'Σ', true, true},   {0xF6, U'ö', U'÷', false, false},
    {0xC5, U'Å', U'┼', true, false}, {0xC4, U'Ä', U'─', false, false}, {0xD6, U'Ö', U'╓', true, false},
    {0xE9, U'é', U'Θ', true, true},  {0xFC, U'ü', U'ⁿ', false, false}, {0xC9, U'É', U'╔', true, false},
};
constexpr Stray cp437_in_windows1252[] = {
    {0x86, U'å', U'†', true, true},  {0x84, U'ä', U'„', false, true},  {0x94, U'ö', U'”', false, false},
    {0x8F, U'Å', 0, true, true},     {0x8E, U'Ä', U'Ž', false, false}, {0x99, U'Ö', U'™', true, false},
    {0x82, U'é', U'‚', false, true}, {0x81, U'ü', 0, true, true},      {0x90, U'É', 0, true, true},
};

/// Second bytes of å ä ö Å Ä Ö é ü É in UTF-8, after 0xC3.
constexpr unsigned char utf8_lead = 0xC3;
constexpr std::string_view utf8_seconds = "\xA5\xA4\xB6\x85\x84\x96\xA9\xBC\x89";
/// The same seen through Windows-1252 after Ã, through Latin-1, and through CP437 after ├. The last of each are the
/// beginnings of what has been through it twice.
constexpr std::u32string_view after_a_tilde = U"¥¤¶…„–©¼‰\u0085\u0084\u0096\u0089ƒ\u0083";
constexpr std::u32string_view after_branch = U"Ññ╢àäû⌐╝ëâ";

template <std::size_t n>
const Stray* find_byte(const Stray (&table)[n], unsigned char byte) noexcept {
    const auto* const found = std::find_if(table, table + n, [byte](const Stray& s) { return s.byte == byte; });
    return found == table + n ? nullptr : found;
}

template <std::size_t n>
const Stray* find_mistaken(const Stray (&table)[n], char32_t seen) noexcept {
    const auto* const found = std::find_if(table, table + n, [seen](const Stray& s) { return s.mistaken_for == seen; });
    return found == table + n ? nullptr : found;
}

/// One character as it would be read without repair.
struct Unit {
    char32_t code_point = 0;
    const Stray* stray = nullptr; ///< what else it may be
    std::size_t offset = 0;
    bool repaired = false; ///< UTF-8 in a file of single bytes
    bool invalid = false;
};

std::vector<Unit> utf8_units(std::string_view bytes) {
    std::vector<Unit> units;
    for (std::size_t at = 0; at < bytes.size();) {
        Unit unit;
        unit.offset = at;
        UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // inside ICU's macro
        U8_NEXT(bytes.data(), at, bytes.size(), c);
#pragma GCC diagnostic pop
        unit.invalid = c < 0;
        unit.code_point = c < 0 ? replacement : static_cast<char32_t>(c);
        const auto byte = static_cast<unsigned char>(bytes[unit.offset]);
        if (c < 0) {
            unit.stray = find_byte(latin1_in_cp437, byte);
            unit.stray = unit.stray != nullptr ? unit.stray : find_byte(cp437_in_windows1252, byte);
        } else if (c >= 0x80) {
            unit.stray = find_mistaken(latin1_in_cp437, unit.code_point);
            unit.stray = unit.stray != nullptr ? unit.stray : find_mistaken(cp437_in_windows1252, unit.code_point);
        }
        units.push_back(unit);
    }
    return units;
}

char32_t code_point_of(std::string_view utf8) noexcept {
    UChar32 c = 0;
    U8_GET_UNSAFE(utf8.data(), 0, c);
    return static_cast<char32_t>(c);
}

std::vector<Unit> single_byte_units(std::string_view bytes, TextEncoding encoding) {
    std::vector<Unit> units;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        Unit unit;
        unit.offset = at;
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte == utf8_lead && at + 1 < bytes.size() && utf8_seconds.find(bytes[at + 1]) != std::string_view::npos) {
            unit.code_point = code_point_of(bytes.substr(at, 2));
            unit.repaired = true;
            ++at;
        } else {
            std::size_t replaced = 0;
            unit.code_point = code_point_of(decode(bytes.substr(at, 1), encoding, &replaced));
            unit.invalid = replaced > 0;
            unit.stray = encoding == TextEncoding::cp437 ? find_byte(latin1_in_cp437, byte)
                                                         : find_byte(cp437_in_windows1252, byte);
        }
        units.push_back(unit);
    }
    return units;
}

bool is_letter(const Unit* unit) noexcept {
    constexpr char32_t end_of_latin = 0x250;
    return unit != nullptr && unit->stray == nullptr && unit->code_point < end_of_latin &&
           u_isalpha(static_cast<UChar32>(unit->code_point)) != 0;
}

bool is_digit(const Unit* unit) noexcept {
    return unit != nullptr && unit->code_point >= U'0' && unit->code_point <= U'9';
}

bool has_case_of(const Unit* unit, char32_t letter) noexcept {
    return u_isupper(static_cast<UChar32>(unit->code_point)) == u_isupper(static_cast<UChar32>(letter));
}

enum class Verdict : std::uint8_t { symbol, uncertain, letter };

/// Is the stray really a letter of another character set?
Verdict judge(const Stray& stray, const Unit* before, const Unit* after) noexcept {
    const bool left = is_letter(before), right = is_letter(after);
    const bool upper = u_isupper(static_cast<UChar32>(stray.letter)) != 0;
    if (!left && !right) { // the code Å1, seen as ┼1; not Σ100 or ─5
        return upper && stray.first_in_word && is_digit(after) ? Verdict::uncertain : Verdict::symbol;
    }
    bool certain = false;
    if (left && right) { // Förbund, FÖRBUND; not A÷B or Östersund─Åre
        certain = upper ? has_case_of(before, stray.letter) && has_case_of(after, stray.letter)
                        : has_case_of(after, stray.letter);
    } else if (right) {
        certain = stray.first_in_word && (upper || has_case_of(after, stray.letter));
    } else {
        certain = stray.last_in_word && has_case_of(before, stray.letter);
    }
    return certain ? Verdict::letter : Verdict::uncertain;
}

/// Does a character of a single encoding show that the text was spoilt before?
bool is_spoilt(char32_t code_point, const Unit* after) noexcept {
    const bool control = code_point >= 0x80 && code_point < 0xA0; // Latin-1 that was read from CP437
    const char32_t next = after == nullptr ? 0 : after->code_point;
    return code_point == replacement || control ||
           (code_point == U'Ã' && after_a_tilde.find(next) != std::u32string_view::npos) ||
           (code_point == U'├' && after_branch.find(next) != std::u32string_view::npos) ||
           ((code_point == U'Â' && next == U'§') || (code_point == U'┬' && next == U'º')) ||
           (code_point == U'ï' && next == U'¿') || (code_point == U'∩' && next == U'┐');
}

void append(std::string& out, char32_t code_point) {
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(code_point));
    out.append(bytes, static_cast<std::size_t>(length));
}

/// What stands for the unit, told in `findings`.
char32_t settle(const Unit& unit, const Unit* before, const Unit* after, TextEncoding encoding,
                TextFindings& findings) {
    const Verdict verdict = unit.stray == nullptr ? Verdict::symbol : judge(*unit.stray, before, after);
    const bool readable_utf8 = encoding == TextEncoding::utf8 && !unit.invalid;
    if (unit.repaired) {
        findings.repaired.add(unit.offset);
    } else if (verdict == Verdict::letter && !readable_utf8) {
        findings.repaired.add(unit.offset);
        return unit.stray->letter;
    } else if (verdict == Verdict::letter || (!unit.invalid && is_spoilt(unit.code_point, after))) {
        findings.spoilt.add(unit.offset);
    } else if (unit.invalid) {
        findings.invalid.add(unit.offset);
    } else if (verdict == Verdict::uncertain && !readable_utf8) {
        findings.uncertain.add(unit.offset);
    }
    return unit.code_point;
}

/// The bytes of a character set that may need a closer look. CP437's own å, ä and ö do not.
class ByteSet {
public:
    explicit ByteSet(TextEncoding encoding) {
        const auto add = [this](unsigned char byte) { members_[byte] = true; };
        for (const Stray& stray : latin1_in_cp437) {
            members_[stray.byte] = encoding == TextEncoding::cp437;
        }
        for (const Stray& stray : cp437_in_windows1252) {
            members_[stray.byte] = members_[stray.byte] || encoding == TextEncoding::windows1252;
        }
        for (const unsigned char byte : {utf8_lead, std::uint8_t{0xC2}, std::uint8_t{0xEF}}) {
            add(byte);
        }
        for (unsigned byte = 0x80; byte < 0x100 && encoding == TextEncoding::windows1252; ++byte) {
            const char one = static_cast<char>(byte);
            std::size_t replaced = 0;
            (void)decode({&one, 1}, encoding, &replaced);
            members_[byte] = members_[byte] || replaced > 0;
        }
    }
    [[nodiscard]] bool holds_one_of(std::string_view bytes) const noexcept {
        return std::any_of(bytes.begin(), bytes.end(),
                           [this](char byte) { return members_[static_cast<unsigned char>(byte)]; });
    }

private:
    std::array<bool, 256> members_{};
};

/// Nothing but ASCII and letters of the Latin-1 block.
bool is_plain_utf8(std::string_view bytes) noexcept {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            continue;
        }
        const auto second = static_cast<unsigned char>(at + 1 < bytes.size() ? bytes[at + 1] : '\0');
        constexpr unsigned char a_circumflex = 0x82, a_tilde = 0x83, i_diaeresis = 0xAF, division = 0xB7;
        if (static_cast<unsigned char>(bytes[at]) != utf8_lead || (second & 0xC0u) != 0x80 || second == a_circumflex ||
            second == a_tilde || second == i_diaeresis || second == division) {
            return false;
        }
        ++at;
    }
    return true;
}

bool needs_closer_look(std::string_view bytes, TextEncoding encoding) noexcept {
    if (encoding == TextEncoding::utf8) {
        return !is_plain_utf8(bytes);
    }
    static const ByteSet cp437(TextEncoding::cp437), windows1252(TextEncoding::windows1252);
    return (encoding == TextEncoding::cp437 ? cp437 : windows1252).holds_one_of(bytes);
}

} // namespace

void append_repaired(std::string& out, std::string_view bytes, TextEncoding encoding, TextFindings& findings) {
    const std::size_t plain = plain_prefix(bytes);
    if (!needs_closer_look(bytes.substr(plain), encoding)) {
        std::size_t replaced = 0;
        append_decoded(out, bytes, encoding, replaced);
        return;
    }
    const std::vector<Unit> units =
        encoding == TextEncoding::utf8 ? utf8_units(bytes) : single_byte_units(bytes, encoding);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Unit* before = i == 0 ? nullptr : &units[i - 1];
        const Unit* after = i + 1 == units.size() ? nullptr : &units[i + 1];
        append(out, settle(units[i], before, after, encoding, findings));
    }
}

} // namespace finsam
