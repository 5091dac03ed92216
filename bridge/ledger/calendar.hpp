#pragma once
// The neighbours of a day; fiscal years are laid end to end with them.

#include "parsers/date.hpp"

namespace finsam {

[[nodiscard]] Date add_days(Date date, int days) noexcept;
/// The same day of another year; 29 February becomes the 28th where there is none.
[[nodiscard]] Date add_years(Date date, int years) noexcept;
[[nodiscard]] bool is_month_end(Date date) noexcept;
/// The same day a year before; the last of a month is the last of that month.
[[nodiscard]] Date same_day_last_year(Date date) noexcept;

} // namespace finsam
