#pragma once
// Calendar days and months as SIE writes them (SIE 4C §5: YYYYMMDD and YYYYMM).

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace finsam {

/// A day of the Gregorian calendar; always a real day.
struct Date {
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    friend constexpr auto operator<=>(const Date&, const Date&) noexcept = default;
};

/// A month.
struct Period {
    std::int16_t year = 0;
    std::uint8_t month = 0;
    friend constexpr auto operator<=>(const Period&, const Period&) noexcept = default;
};

/// Parses "20241231"; nothing when it is no real day.
[[nodiscard]] std::optional<Date> parse_sie_date(std::string_view text) noexcept;
/// Parses "202412"; nothing when the month is outside 1-12.
[[nodiscard]] std::optional<Period> parse_sie_period(std::string_view text) noexcept;
/// Parses "2024-12-31".
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text) noexcept;

[[nodiscard]] std::string to_iso(Date date);     ///< "2024-12-31"
[[nodiscard]] std::string to_sie(Date date);     ///< "20241231"
[[nodiscard]] std::string to_iso(Period period); ///< "2024-12"
[[nodiscard]] std::string to_sie(Period period); ///< "202412"
/// Days since 1970-01-01.
[[nodiscard]] std::int32_t to_epoch_days(Date date) noexcept;

} // namespace finsam
