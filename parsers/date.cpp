#include "parsers/date.hpp"

#include <chrono>
#include <fmt/format.h>

namespace finsam {
namespace {

/// The digits as a number, or -1 when one of them is no digit.
int digits(std::string_view text) noexcept {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return -1;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

std::chrono::year_month_day calendar_day(int year, int month, int day) noexcept {
    return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
           std::chrono::day(static_cast<unsigned>(day));
}

std::optional<Date> real_day(int year, int month, int day) noexcept {
    if (year < 0 || month < 0 || day < 0 || !calendar_day(year, month, day).ok()) {
        return std::nullopt;
    }
    return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

void write_digits(char* to, int count, unsigned value) noexcept {
    while (count-- > 0) {
        to[count] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

} // namespace

std::optional<Date> parse_sie_date(std::string_view text) noexcept {
    if (text.size() != 8) {
        return std::nullopt;
    }
    return real_day(digits(text.substr(0, 4)), digits(text.substr(4, 2)), digits(text.substr(6, 2)));
}

std::optional<Period> parse_sie_period(std::string_view text) noexcept {
    if (text.size() != 6) {
        return std::nullopt;
    }
    const int year = digits(text.substr(0, 4));
    const int month = digits(text.substr(4, 2));
    if (year < 0 || month < 1 || month > 12) {
        return std::nullopt;
    }
    return Period{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month)};
}

std::optional<Date> parse_iso_date(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    return real_day(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

std::string to_iso(Date date) {
    std::string text = "0000-00-00"; // by hand: an import writes one for every voucher
    write_digits(text.data(), 4, static_cast<unsigned>(date.year));
    write_digits(text.data() + 5, 2, date.month);
    write_digits(text.data() + 8, 2, date.day);
    return text;
}

std::string to_sie(Date date) {
    return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

std::string to_iso(Period period) {
    return fmt::format("{:04}-{:02}", period.year, period.month);
}

std::string to_sie(Period period) {
    return fmt::format("{:04}{:02}", period.year, period.month);
}

std::int32_t to_epoch_days(Date date) noexcept {
    const std::chrono::sys_days days = calendar_day(date.year, date.month, date.day);
    return static_cast<std::int32_t>(days.time_since_epoch().count());
}

} // namespace finsam
