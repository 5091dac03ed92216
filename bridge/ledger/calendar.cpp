#include "bridge/ledger/calendar.hpp"

#include <chrono>

namespace finsam {

namespace {

std::chrono::year_month_day to_chrono(Date date) noexcept {
    return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

Date from_chrono(std::chrono::year_month_day date) noexcept {
    return {static_cast<std::int16_t>(static_cast<int>(date.year())),
            static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

} // namespace

Date add_days(Date date, int days) noexcept {
    return from_chrono(std::chrono::sys_days(to_chrono(date)) + std::chrono::days(days));
}

Date add_years(Date date, int years) noexcept {
    const auto moved = to_chrono(date) + std::chrono::years(years);
    return from_chrono(moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last);
}

bool is_month_end(Date date) noexcept {
    return add_days(date, 1).day == 1;
}

Date same_day_last_year(Date date) noexcept {
    return is_month_end(date) ? add_days(add_years(add_days(date, 1), -1), -1) : add_years(date, -1);
}

} // namespace finsam
