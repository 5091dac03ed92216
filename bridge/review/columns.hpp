#pragma once
// What the headers of a published table say: year and kind of column.

#include "bridge/review/review_table.hpp"

#include <optional>
#include <string_view>

namespace finsam::review {

/// The last year named: of "2024-01-01 -2024-12-31" 2024.
[[nodiscard]] std::optional<int> year_in(std::string_view header);

/// Columns that are no figures: "not", "benämning", "konto", and "..._num" beside a printed column.
[[nodiscard]] bool is_text_header(std::string_view header);
[[nodiscard]] bool is_name_header(std::string_view header);

/// Growth, shares and forecasts in a column of their own: it adds up only where it shows that it does.
[[nodiscard]] bool may_not_add_up(const ReviewColumn& column);

/// The last date of the header is another than 31 December; false where it has none, and of ingående balans.
[[nodiscard]] bool ends_within_year(const ReviewColumn& column);

/// Shares and growth as the header says: they add up by chance only.
[[nodiscard]] bool is_in_percent(const ReviewColumn& column);

/// "År": the year's figures, or the years in which something began (recognise.cpp).
[[nodiscard]] bool is_only_called_year(const ReviewColumn& column);

/// Role and year of each header. A column without a year has the latest of those beside it, "föregående år" the one
/// before; where no header names a year they are 0 and -1, counted from the report's.
[[nodiscard]] std::vector<ReviewColumn> read_columns(const std::vector<std::string>& headers);

} // namespace finsam::review
