#pragma once
// Formulas from one source in two notations: OpenFormula for the file, English API syntax for the office's setFormula.

#include "templates/builder/cell_address.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace finsam::workbook {

/// A formula in OpenFormula notation without "of:=": names as they are, cells in brackets ("SUM([.B4:.B9])"), `;`
/// between arguments, numbers with decimal point, English function names.
struct Formula {
    std::string text;
    friend bool operator==(const Formula&, const Formula&) = default;
};

/// "of:=SUM([.B4:.B9])", as the attribute table:formula holds it.
[[nodiscard]] std::string to_odf(const Formula& formula);

/// "=SUM(B4:B9)", as setFormula and setFormulaArray take it.
[[nodiscard]] std::string to_api(const Formula& formula);

/// "[.C5]", or "[$'Översikt'.C5]" when the cell stands on another sheet (`sheet` not empty).
[[nodiscard]] std::string cell(Address at, std::string_view sheet = {});
/// "[$Indata.$C$5]": a fixed cell of another sheet.
[[nodiscard]] std::string fixed_cell(Address at, std::string_view sheet);
/// "[.C5:.C9]"
[[nodiscard]] std::string cells(Range range);

/// A text constant: quotes inside are doubled.
[[nodiscard]] std::string quoted(std::string_view text);

/// "a;b;c"
[[nodiscard]] std::string arguments(const std::vector<std::string>& list);

/// Prefix of the add-in's functions in every stored formula; a permanent file format (calc-extension.md).
inline constexpr std::string_view addin_prefix = "SE.FINSAM.CALC.FUNCTIONS.";

} // namespace finsam::workbook
