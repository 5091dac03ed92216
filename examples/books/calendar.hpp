#pragma once
// Dates of the example books.

#include "parsers/date.hpp"

#include <string_view>

namespace finsam::example {

[[nodiscard]] Date day_of(int year, int month, int day) noexcept;
[[nodiscard]] Date month_end(int year, int month) noexcept;
[[nodiscard]] Date plus_days(Date date, int days) noexcept;
/// The same day, or the nearest Monday to Friday inside the month. Holidays are not known here.
[[nodiscard]] Date weekday_near(Date date) noexcept;
/// "januari" ...
[[nodiscard]] std::string_view month_name(int month) noexcept;

} // namespace finsam::example
