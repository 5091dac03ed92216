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

} // namespace finsam
