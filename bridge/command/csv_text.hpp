#pragma once
// Fields of the CSV that the command writes: `;` between them, decimal comma.

#include "bridge/report/statement.hpp"

#include <string>
#include <string_view>

namespace finsam::command {

/// Quoted where it must be. A text that a spreadsheet would take for a formula gets an apostrophe before it.
[[nodiscard]] std::string csv_field(std::string_view text);

/// Amounts in kronor with two decimals, shares and counts as numbers; "" where there is no figure.
[[nodiscard]] std::string csv_value(const Value& value);

} // namespace finsam::command
