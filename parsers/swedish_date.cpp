#include "parsers/swedish_date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <vector>

namespace finsam {
namespace {

using MonthNames = std::array<std::string, 12>;

MonthNames month_names(icu::DateFormatSymbols::DtWidthType width) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale("sv", "SE"), status);
    std::int32_t count = 0;
    const icu::UnicodeString* names = symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, width);
    MonthNames out;
    for (std::int32_t i = 0; i < count && i < 12; ++i) {
        names[i].toUTF8String(out[static_cast<std::size_t>(i)]);
    }
    return out;
}

const MonthNames& long_names() {
    static const MonthNames names = month_names(icu::DateFormatSymbols::WIDE);
    return names;
}

/// "jan", "juli": CLDR's abbreviations without their point.
const MonthNames& short_names() {
    static const MonthNames names = [] {
        MonthNames out = month_names(icu::DateFormatSymbols::ABBREVIATED);
        for (std::string& name : out) {
            std::erase(name, '.');
        }
        return out;
    }();
    return names;
}

/// 1-12, or 0: the name of a month, or its beginning from three letters on ("sept").
int month_number(std::string_view word) {
    if (word.size() < 3) {
        return 0;
    }
    const MonthNames& names = long_names();
    const auto found = std::ranges::find_if(names, [&](const std::string& name) { return name.starts_with(word); });
    return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// Digits and words in small letters, without what stands between them; nothing when there is anything else.
std::optional<std::vector<std::string>> words(std::string_view text) {
    icu::UnicodeString small = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    small.toLower(icu::Locale("sv", "SE"));
    std::vector<std::string> out;
    char before = ' ';
    for (std::int32_t i = 0; i < small.length(); ++i) {
        const char16_t c = small[i];
        const auto type = u_charType(c);
        const bool between =
            c == '/' || c == '.' || c == '\t' || type == U_SPACE_SEPARATOR || type == U_DASH_PUNCTUATION || c == 0x2212;
        const bool known = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!between && !known) {
            return std::nullopt;
        }
        const char now = between ? ' ' : static_cast<char>(c);
        if (now != ' ') {
            if (before == ' ' || is_digit(before) != is_digit(now)) {
                out.emplace_back();
            }
            out.back() += now;
        }
        before = now;
    }
    return out;
}

/// The number of one or two digits, else -1.
int small_number(std::string_view word) noexcept {
    return word.empty() || word.size() > 2 || !std::ranges::all_of(word, is_digit) ? -1 : std::stoi(std::string(word));
}

bool is_year(std::string_view word) noexcept {
    return word.size() == 4 && std::ranges::all_of(word, is_digit);
}

std::optional<Date> real_day(std::string_view year, int month, int day) {
    return month < 1 || day < 1 ? std::nullopt : parse_iso_date(fmt::format("{}-{:02}-{:02}", year, month, day));
}

/// The month of a word or of digits, else -1.
int month_of(std::string_view word) {
    const int number = month_number(word);
    return number > 0 ? number : small_number(word);
}

std::string day_text(Date date, const MonthNames& names) {
    return fmt::format("{} {}", date.day, names[date.month - 1U]);
}

} // namespace

std::optional<Date> parse_swedish_date(std::string_view text) {
    auto parts = words(text);
    if (!parts) {
        return std::nullopt;
    }
    if (parts->size() > 1 && parts->front() == "den") {
        parts->erase(parts->begin());
    }
    if (parts->size() == 1) {
        return parse_sie_date(parts->front());
    }
    if (parts->size() != 3) {
        return std::nullopt;
    }
    if (is_year(parts->at(0))) {
        return real_day(parts->at(0), small_number(parts->at(1)), small_number(parts->at(2)));
    }
    if (is_year(parts->at(2))) {
        return real_day(parts->at(2), month_of(parts->at(1)), small_number(parts->at(0)));
    }
    return std::nullopt;
}

std::optional<Period> parse_swedish_month(std::string_view text) {
    const auto parts = words(text);
    if (!parts || parts->empty() || parts->size() > 2) {
        return std::nullopt;
    }
    if (parts->size() == 1) {
        return parse_sie_period(parts->front());
    }
    const bool year_first = is_year(parts->front());
    const std::string& year = parts->at(year_first ? 0 : 1);
    const int month = year_first ? small_number(parts->at(1)) : month_number(parts->at(0));
    return is_year(year) && month > 0 ? parse_sie_period(fmt::format("{}{:02}", year, month)) : std::nullopt;
}

Date first_day(Period month) noexcept {
    return {month.year, month.month, 1};
}

Date last_day(Period month) noexcept {
    const std::chrono::year_month_day day =
        std::chrono::sys_days(std::chrono::year(month.year) / std::chrono::month(month.month) / std::chrono::last);
    return {month.year, month.month, static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

std::string format_period(Date from, Date to, PeriodForm form) {
    if (form == PeriodForm::dates) {
        return from == to ? to_iso(to) : to_iso(from) + "–" + to_iso(to);
    }
    const MonthNames& names = form == PeriodForm::long_months ? long_names() : short_names();
    const bool whole_months = from.day == 1 && to == last_day({to.year, to.month});
    const auto end = [&](Date date) { return whole_months ? names[date.month - 1U] : day_text(date, names); };
    if (from.year != to.year) {
        return fmt::format("{} {}-{} {}", end(from), from.year, end(to), to.year);
    }
    const bool one = from == to || (whole_months && from.month == to.month);
    return one ? fmt::format("{} {}", end(to), to.year) : fmt::format("{}-{} {}", end(from), end(to), to.year);
}

} // namespace finsam
