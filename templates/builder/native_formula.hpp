#pragma once
// Formulas of the add-in's functions as formulas of Calc alone, for a copy that is read where the extension is missing.
// Formulas are in the office's API notation: English names, `;` between arguments, "=" first. No office here.

#include <optional>
#include <string>
#include <string_view>

namespace finsam::workbook {

/// Some function of the add-in is called, outside text constants; case does not matter.
[[nodiscard]] bool calls_addin(std::string_view formula);

/// The same formula with each call of the add-in replaced by an expression of Calc with the same value. Nothing when a
/// call has no such expression (texts in Swedish, matrices), or has arguments that decide the expression but are no
/// constants. Where the add-in refuses its arguments the expression need not: whoever uses it compares the values.
[[nodiscard]] std::optional<std::string> native_formula(std::string_view formula);

} // namespace finsam::workbook
