#pragma once
// How a spreadsheet shows a number: the number formats of Office Open XML, as far as figures of reports use them.

#include <string>
#include <string_view>

namespace finsam::review {

/// The number as the format shows it, in Swedish: "1 662 665", "−40", "90 %", "12 976" of 12975915 under `#,##0,`,
/// a date as 2024-12-31.
[[nodiscard]] std::string shown_number(double value, std::string_view format);

/// The format of a built-in number ("0", "#,##0.00" ...); "" when it has none.
[[nodiscard]] std::string_view built_in_format(int id);

} // namespace finsam::review
