#pragma once
// Two engines must agree: the statement engine and the recalculated workbook, figure by figure.

#include "bridge/report/statement.hpp"
#include "bridge/workbook/workbook_request.hpp"

#include <string>
#include <vector>

namespace finsam {

/// The cell shows the figure, to the öre; of no figure, none.
[[nodiscard]] bool agree(const Value& expected, const WorkbookCell& cell);

/// A Swedish sentence for each report figure where workbook and engine differ by an öre or more, or where one of them
/// has no figure. Cells come with the stable sign, rows of the same key in the report's order.
[[nodiscard]] std::vector<std::string> differences_from(const Report& report, const WorkbookOutcome& outcome);

} // namespace finsam
