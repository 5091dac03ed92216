#pragma once
// Days when hardly anybody keeps books: lag (1989:253) om allmänna helgdagar, Saturdays and Sundays.

#include "parsers/date.hpp"

#include <string_view>

namespace finsam {

/// Easter Sunday of the Gregorian calendar.
[[nodiscard]] Date easter_sunday(int year) noexcept;

/// "lördag", "söndag", or the name of the public holiday ("långfredagen"); "" on other days. Midsommarafton, julafton
/// and nyårsafton are no public holidays and are often worked.
[[nodiscard]] std::string_view day_off(Date date) noexcept;

} // namespace finsam
