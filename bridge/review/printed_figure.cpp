#include "bridge/review/printed_figure.hpp"

#include "parsers/swedish_number.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace finsam::review {
namespace {

using Replacement = std::pair<std::string_view, char>;

constexpr std::array wide_characters = {
    Replacement{"\xC2\xA0", ' '},     // U+00A0
    Replacement{"\xE2\x80\x87", ' '}, // U+2007
    Replacement{"\xE2\x80\x89", ' '}, // U+2009
    Replacement{"\xE2\x80\x8A", ' '}, // U+200A
    Replacement{"\xE2\x80\xAF", ' '}, // U+202F
    Replacement{"\xE2\x80\x90", '-'}, // U+2010 and on: hyphens and dashes
    Replacement{"\xE2\x80\x91", '-'}, Replacement{"\xE2\x80\x92", '-'},
    Replacement{"\xE2\x80\x93", '-'}, Replacement{"\xE2\x80\x94", '-'},
    Replacement{"\xE2\x88\x92", '-'}, Replacement{"\xC2\xB9", '*'}, // superscript digits are marks of footnotes
    Replacement{"\xC2\xB2", '*'},     Replacement{"\xC2\xB3", '*'},
    Replacement{"\xE2\x81\xB4", '*'}, Replacement{"\xE2\x81\xB5", '*'},
    Replacement{"\xE2\x81\xB6", '*'}, Replacement{"\xE2\x81\xB7", '*'},
    Replacement{"\xE2\x81\xB8", '*'}, Replacement{"\xE2\x81\xB9", '*'},
    Replacement{"\xE2\x80\xA0", '*'}};

/// Wide spaces as ' ', wide minus signs as '-' and marks of footnotes as '*', so that the print can be looked at byte
/// by byte; small letters.
std::string plain(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto wide =
            std::ranges::find_if(wide_characters, [&](const auto& one) { return text.starts_with(one.first); });
        if (wide != wide_characters.end()) {
            out += wide->second;
            text.remove_prefix(wide->first.size());
        } else {
            const char c = text.front();
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\t' ? ' ' : c;
            text.remove_prefix(1);
        }
    }
    return out;
}

void trim(std::string& text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && blank(text.back())) {
        text.pop_back();
    }
    text.erase(text.begin(), std::ranges::find_if_not(text, blank));
}

bool take_suffix(std::string& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) {
        return false;
    }
    text.resize(text.size() - suffix.size());
    trim(text);
    return true;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "2 534**" and "2 534 1)".
void take_footnotes(std::string& text) {
    const std::size_t size = text.size();
    if (size > 3 && text.ends_with(')') && is_digit(text[size - 2]) && text[size - 3] == ' ' &&
        text.find('(') == std::string::npos) {
        text.resize(size - 3);
        trim(text);
    }
    while (take_suffix(text, "*")) {
    }
}

void take_unit(std::string& text, PrintedFigure& figure) {
    take_footnotes(text);
    static constexpr std::array units = {std::pair{"mnkr", Unit::mnkr}, std::pair{"mkr", Unit::mnkr},
                                         std::pair{"msek", Unit::mnkr}, std::pair{"tkr", Unit::tkr},
                                         std::pair{"tsek", Unit::tkr},  std::pair{"ksek", Unit::tkr},
                                         std::pair{"kkr", Unit::tkr},   std::pair{"kronor", Unit::kr},
                                         std::pair{"kr", Unit::kr},     std::pair{"sek", Unit::kr}};
    for (const auto& [suffix, unit] : units) {
        if (take_suffix(text, suffix)) {
            figure.unit = unit;
            break;
        }
    }
    figure.is_percent = take_suffix(text, "%") || figure.is_percent;
    take_footnotes(text);
}

/// "531-" as "-531".
void move_sign_to_front(std::string& text) {
    if (text.size() > 1 && text.back() == '-' && is_digit(text.front())) {
        text.pop_back();
        trim(text);
        text.insert(0, 1, '-');
    }
}

/// "1.662.665" as "1 662 665": at least two points with three digits behind each, so that none is a decimal mark.
void read_points_as_groups(std::string& text) {
    const std::size_t first = text.find('.');
    std::size_t points = 0;
    for (std::size_t at = first; at != std::string::npos; at = text.find('.', at + 1), ++points) {
        const std::size_t end = at + 4;
        const bool three = end <= text.size() && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                                             text.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
        if (!three || (end < text.size() && is_digit(text[end]))) {
            return;
        }
    }
    if (points >= 2) {
        std::ranges::replace(text, '.', ' ');
    }
}

/// Groups of digits before the decimal mark: right when none is grouped, or every group but the first has three digits
/// and the first at most three.
bool has_odd_groups(std::string_view digits) {
    const std::string_view whole = digits.substr(0, digits.find_first_of(",."));
    const std::size_t first = whole.find_first_of("0123456789"), blank = whole.find(' ', first);
    return first != std::string_view::npos && blank != std::string_view::npos && blank - first > 3 &&
           whole.find_first_of("0123456789", blank) != std::string_view::npos;
}

} // namespace

std::optional<PrintedFigure> read_printed_figure(std::string_view text) {
    PrintedFigure figure;
    std::string rest = plain(text);
    trim(rest);
    for (const std::string_view signs : {"-/+", "+/-", "\u00B1"}) {
        if (rest.starts_with(signs)) {
            rest.erase(0, signs.size());
            trim(rest);
        }
    }
    take_unit(rest, figure); // outside the parentheses, and inside
    if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')') {
        figure.in_parentheses = true;
        rest = rest.substr(1, rest.size() - 2);
        trim(rest);
        figure.may_be_minus = !rest.empty() && is_digit(rest.front());
    }
    take_unit(rest, figure);
    move_sign_to_front(rest);
    read_points_as_groups(rest);
    const auto number = parse_swedish_number(rest);
    if (!number) {
        return std::nullopt;
    }
    const auto amount = parse_swedish_amount(rest);
    figure.number = *number;
    const std::size_t mark = rest.find_first_of(",.");
    figure.decimals = mark == std::string::npos ? 0 : static_cast<int>(rest.size() - mark - 1);
    if (amount) {
        figure.hundredths = amount->count();
    } else if (std::abs(*number) < 1000 && figure.decimals > 2) { // a share with many decimals
        figure.hundredths = std::llround(*number * 100);
    } else {
        return std::nullopt;
    }
    figure.odd_groups = has_odd_groups(rest);
    return figure;
}

} // namespace finsam::review
