#pragma once
// The neighbours of a day; fiscal years are laid end to end with them.

#include "parsers/date.hpp"

namespace finsam {

[[nodiscard]] Date add_days(Date date, int days) noexcept;
/// The same day of another year; 29 February becomes the 28th where there is none.
[[nodiscard]] Date add_years(Date date, int years) noexcept;

} // namespace finsam
