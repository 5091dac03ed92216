#include "bridge/ledger/checks/bank_holidays.hpp"

#include "bridge/ledger/calendar.hpp"

#include <array>

namespace finsam {

namespace {

struct FixedHoliday {
    int month, day;
    std::string_view name;
};
constexpr std::array<FixedHoliday, 6> fixed_holidays = {{{1, 1, "nyårsdagen"},
                                                         {1, 6, "trettondedag jul"},
                                                         {5, 1, "första maj"},
                                                         {6, 6, "nationaldagen"},
                                                         {12, 25, "juldagen"},
                                                         {12, 26, "annandag jul"}}};

struct EasterHoliday {
    int days; ///< after Easter Sunday
    std::string_view name;
};
constexpr std::array<EasterHoliday, 3> easter_holidays = {
    {{-2, "långfredagen"}, {1, "annandag påsk"}, {39, "Kristi himmelsfärdsdag"}}};

} // namespace

/// The anonymous Gregorian algorithm (Meeus, Jones and Butcher).
Date easter_sunday(int year) noexcept {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month_and_day = h + l - 7 * m + 114;
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month_and_day / 31),
            static_cast<std::uint8_t>(month_and_day % 31 + 1)};
}

std::string_view day_off(Date date) noexcept {
    for (const FixedHoliday& holiday : fixed_holidays) {
        if (date.month == holiday.month && date.day == holiday.day) {
            return holiday.name;
        }
    }
    const Date easter = easter_sunday(date.year);
    for (const EasterHoliday& holiday : easter_holidays) {
        if (date == add_days(easter, holiday.days)) {
            return holiday.name;
        }
    }
    const int weekday = ((to_epoch_days(date) + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday; Monday is 0
    return weekday == 5 ? "lördag" : weekday == 6 ? "söndag" : "";
}

} // namespace finsam
