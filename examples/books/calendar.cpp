#include "examples/books/calendar.hpp"

#include <array>
#include <chrono>

namespace finsam::example {

namespace {

namespace chr = std::chrono;

chr::sys_days to_days(Date date) noexcept {
    return chr::sys_days(chr::year(date.year) / chr::month(date.month) / chr::day(date.day));
}

Date from_days(chr::sys_days days) noexcept {
    const chr::year_month_day ymd(days);
    return Date{static_cast<std::int16_t>(static_cast<int>(ymd.year())),
                static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
                static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()))};
}

} // namespace

Date day_of(int year, int month, int day) noexcept {
    return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

Date month_end(int year, int month) noexcept {
    const auto last = chr::year(year) / chr::month(static_cast<unsigned>(month)) / chr::last;
    return from_days(chr::sys_days(last));
}

Date plus_days(Date date, int days) noexcept {
    return from_days(to_days(date) + chr::days(days));
}

Date weekday_near(Date date) noexcept {
    const unsigned iso = chr::weekday(to_days(date)).iso_encoding(); // 6 Saturday, 7 Sunday
    if (iso < 6)
        return date;
    const int back = static_cast<int>(iso) - 5;
    return date.day <= 15 ? plus_days(date, 3 - back) : plus_days(date, -back);
}

std::string_view month_name(int month) noexcept {
    static constexpr std::array<std::string_view, 12> names = {"januari",   "februari", "mars",     "april",
                                                               "maj",       "juni",     "juli",     "augusti",
                                                               "september", "oktober",  "november", "december"};
    return names[static_cast<std::size_t>(month - 1)];
}

} // namespace finsam::example
