#pragma once
// Dates and periods as people write them in Swedish; the names of months are ICU's (CLDR sv).

#include "parsers/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace finsam {

/// "2024-12-31", "20241231", "2024/12/31", "31/12 2024", "31.12.2024", "31 december 2024", "den 31 dec. 2024", with any
/// kind of space and dash. The year has four digits. Nothing when it is no real day.
[[nodiscard]] std::optional<Date> parse_swedish_date(std::string_view text);

/// A month: "2024-08", "202408", "augusti 2024", "aug 2024".
[[nodiscard]] std::optional<Period> parse_swedish_month(std::string_view text);

[[nodiscard]] Date first_day(Period month) noexcept;
[[nodiscard]] Date last_day(Period month) noexcept;

enum class PeriodForm : std::uint8_t {
    dates,        ///< "2024-01-01–2024-12-31" (en dash), one day "2024-12-31"
    short_months, ///< "jan-dec 2024", "aug 2024", "juli 2024-juni 2025"; parts of months "15 jan-31 mars 2024"
    long_months,  ///< "januari-december 2024"
};

/// `from` is not after `to`.
[[nodiscard]] std::string format_period(Date from, Date to, PeriodForm form);

} // namespace finsam
