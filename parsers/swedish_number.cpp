#include "parsers/swedish_number.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <utility>

namespace finsam {
namespace {

constexpr std::size_t longest_number = 64;

/// ASCII in `out`: every kind of space becomes ' ', every kind of minus '-'. False when something else is not ASCII.
bool to_ascii(std::string_view text, std::string& out) {
    static constexpr std::array<std::pair<std::string_view, char>, 5> wide = {{
        {"\xC2\xA0", ' '},     // U+00A0
        {"\xE2\x80\xAF", ' '}, // U+202F
        {"\xE2\x80\x89", ' '}, // U+2009
        {"\xE2\x80\x93", '-'}, // U+2013
        {"\xE2\x88\x92", '-'}, // U+2212
    }};
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            out.push_back(text.front() == '\t' ? ' ' : text.front());
            text.remove_prefix(1);
            continue;
        }
        bool found = false;
        for (const auto& [bytes, ascii] : wide) {
            if (text.starts_with(bytes)) {
                out.push_back(ascii);
                text.remove_prefix(bytes.size());
                found = true;
                break;
            }
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// Takes a suffix off; its factor in whole units.
std::int64_t take_unit(std::string_view& text) noexcept {
    static constexpr std::array<std::pair<std::string_view, std::int64_t>, 3> units = {
        {{"mnkr", 1'000'000}, {"tkr", 1'000}, {"kr", 1}}};
    for (const auto& [suffix, factor] : units) {
        if (text.ends_with(suffix)) {
            text.remove_suffix(suffix.size());
            text = trim(text);
            return factor;
        }
    }
    return 1;
}

/// Digits without groups, and how many of them are decimals.
struct Digits {
    bool negative = false;
    std::string all;
    int decimals = 0;
};

/// "1662 665" is grouped; "1 2" is two numbers.
bool read_whole(std::string_view text, std::string& digits) {
    std::size_t group = 0;
    bool first = true;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_digit(text[i])) {
            digits.push_back(text[i]);
            ++group;
        } else if (i == text.size() || text[i] == ' ') {
            if (group != 0) {
                if (!first && group != 3) {
                    return false;
                }
                first = false;
                group = 0;
            }
        } else {
            return false;
        }
    }
    return !digits.empty();
}

/// "1.500" may be 1500 or 1,5; "1234.567", "0.125" and "1.1254" are no groups, so their point is a decimal mark.
bool may_be_grouped(std::string_view whole, std::string_view after_point) noexcept {
    return after_point.size() == 3 && whole.size() <= 3 && whole.front() != '0';
}

std::optional<Digits> read_digits(std::string_view text) {
    Digits out;
    text = trim(text);
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        out.negative = text.front() == '-';
        const bool lone_dash = out.negative && text.size() == 1;
        text = trim(text.substr(1));
        if (lone_dash) {
            return Digits{false, "0", 0};
        }
    }
    const std::size_t mark = text.find_first_of(",.");
    if (!read_whole(text.substr(0, mark), out.all)) {
        return std::nullopt;
    }
    if (mark == std::string_view::npos) {
        return out;
    }
    const std::string_view decimals = text.substr(mark + 1);
    if (decimals.empty() || (text[mark] == '.' && may_be_grouped(out.all, decimals))) {
        return std::nullopt;
    }
    for (const char c : decimals) {
        if (!is_digit(c)) {
            return std::nullopt;
        }
        out.all.push_back(c);
        ++out.decimals;
    }
    return out;
}

/// The text without the parentheses of "(-75)", which published tables put round the parts of a row. "(75)" is left:
/// it may mean either sign, and is no number here.
std::string_view without_parentheses(std::string_view text) noexcept {
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        const std::string_view inside = trim(text.substr(1, text.size() - 2));
        if (!inside.empty() && (inside.front() == '-' || inside.front() == '+')) {
            return inside;
        }
    }
    return text;
}

/// digits * factor / 10^decimals as a whole number; nothing when it is none or does not fit.
std::optional<std::int64_t> scaled(const Digits& digits, std::int64_t factor) noexcept {
    std::int64_t value = 0;
    for (const char c : digits.all) {
        if (__builtin_mul_overflow(value, std::int64_t{10}, &value) ||
            __builtin_add_overflow(value, std::int64_t{c - '0'}, &value)) {
            return std::nullopt;
        }
    }
    int decimals = digits.decimals;
    for (; decimals > 0 && factor % 10 == 0; --decimals) {
        factor /= 10;
    }
    for (; decimals > 0; --decimals) {
        if (value % 10 != 0) {
            return std::nullopt;
        }
        value /= 10;
    }
    if (__builtin_mul_overflow(value, digits.negative ? -factor : factor, &value)) {
        return std::nullopt;
    }
    return value;
}

} // namespace

std::optional<Ore> parse_swedish_amount(std::string_view text) {
    std::string ascii;
    if (text.size() > longest_number || !to_ascii(text, ascii)) {
        return std::nullopt;
    }
    std::string_view rest = without_parentheses(trim(ascii));
    const std::int64_t factor = take_unit(rest);
    const auto digits = read_digits(rest);
    const auto ore = digits ? scaled(*digits, factor * 100) : std::nullopt;
    return ore && is_credible(Ore(*ore)) ? std::optional<Ore>(Ore(*ore)) : std::nullopt;
}

std::optional<double> parse_swedish_number(std::string_view text) {
    std::string ascii;
    if (text.size() > longest_number || !to_ascii(text, ascii)) {
        return std::nullopt;
    }
    std::string_view rest = trim(ascii);
    const bool percent = rest.ends_with('%');
    if (percent) {
        rest.remove_suffix(1);
    }
    const auto digits = read_digits(rest);
    if (!digits) {
        return std::nullopt;
    }
    // One conversion from decimal text, so that "82%" is the double nearest to 0.82.
    const std::string decimal =
        (digits->negative ? "-" : "") + digits->all + "e-" + std::to_string(digits->decimals + (percent ? 2 : 0));
    double value = 0.0;
    const auto end = decimal.data() + decimal.size();
    const auto parsed = std::from_chars(decimal.data(), end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end) {
        return std::nullopt;
    }
    return value;
}

} // namespace finsam
