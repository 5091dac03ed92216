#include "bridge/review/printed_figure.hpp"

#include "parsers/swedish_number.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace finsam::review {
namespace {

/// Wide spaces as ' ' and wide minus signs as '-', so that the print can be looked at byte by byte.
std::string plain(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 5> wide = {{{"\xC2\xA0", ' '},
                                                                               {"\xE2\x80\xAF", ' '},
                                                                               {"\xE2\x80\x89", ' '},
                                                                               {"\xE2\x80\x93", '-'},
                                                                               {"\xE2\x88\x92", '-'}}};
    std::string out(text);
    for (const auto& [from, to] : wide) {
        for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + 1)) {
            out.replace(at, from.size(), 1, to);
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

void take_unit(std::string& text, PrintedFigure& figure) {
    while (take_suffix(text, "*")) {
    }
    for (const auto& [suffix, unit] :
         {std::pair{"mnkr", Unit::mnkr}, std::pair{"tkr", Unit::tkr}, std::pair{"kr", Unit::kr}}) {
        if (take_suffix(text, suffix)) {
            figure.unit = unit;
            break;
        }
    }
    figure.is_percent = take_suffix(text, "%");
    while (take_suffix(text, "*")) {
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
    for (const std::string_view signs : {"-/+", "+/-"}) {
        if (rest.starts_with(signs)) {
            rest.erase(0, signs.size());
            trim(rest);
        }
    }
    if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')') {
        figure.in_parentheses = true;
        rest = rest.substr(1, rest.size() - 2);
        trim(rest);
    }
    take_unit(rest, figure);
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
