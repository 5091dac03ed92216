#pragma once
// The kinds of attribute value in SIE 5: months, days, amounts and flags as XML Schema writes them.

#include "parsers/date.hpp"
#include "parsers/sie_fields.hpp"

#include <optional>
#include <string_view>

namespace finsam::sie {

/// xsd:gYearMonth, "2024-12"; a time zone after it says nothing of a month and is passed over.
[[nodiscard]] std::optional<Period> parse_xml_month(std::string_view text) noexcept;
/// xsd:date or xsd:dateTime, "2024-12-31" or "2024-12-31T10:00:00+01:00": the day where it was written.
[[nodiscard]] std::optional<Date> parse_xml_date(std::string_view text) noexcept;
/// xsd:decimal, exact to the öre, up to `largest_amount`: "402.9", "+402.90", ".5". Zeros after the öre are no
/// decimals.
[[nodiscard]] ParsedAmount parse_xml_amount(std::string_view text);
/// xsd:boolean; anything else is false.
[[nodiscard]] bool parse_xml_flag(std::string_view text) noexcept;

[[nodiscard]] constexpr Period month_of(Date day) noexcept {
    return {day.year, day.month};
}
[[nodiscard]] constexpr Date first_day(Period month) noexcept {
    return {month.year, month.month, 1};
}
[[nodiscard]] Date last_day(Period month) noexcept;
[[nodiscard]] constexpr Period month_before(Period month) noexcept {
    return month.month > 1 ? Period{month.year, static_cast<std::uint8_t>(month.month - 1)}
                           : Period{static_cast<std::int16_t>(month.year - 1), 12};
}
[[nodiscard]] constexpr Period month_after(Period month) noexcept {
    return month.month < 12 ? Period{month.year, static_cast<std::uint8_t>(month.month + 1)}
                            : Period{static_cast<std::int16_t>(month.year + 1), 1};
}
/// Whole months from one to the other; negative when `to` is the earlier.
[[nodiscard]] constexpr int months_between(Period from, Period to) noexcept {
    return (to.year - from.year) * 12 + (to.month - from.month);
}

} // namespace finsam::sie
