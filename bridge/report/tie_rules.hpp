#pragma once
// The ties of report_ties.hpp between the tables of a layout. Only for report_rules.cpp.

#include "bridge/report/report_rules.hpp"

namespace finsam {

/// Ties whose rows the layout has, in the years that one of their tables shows. Of several readings of a tie only the
/// one that a row of the layout itself is made by, which `own` tells: another reading would be another report's.
/// A tie of a table that only other documents have is there without sides. A check of the layout under a tie's key goes
/// before it, with its own years.
[[nodiscard]] std::vector<ReportRule> tie_rules(const Layout& layout, const std::vector<ReportRule>& own);

} // namespace finsam
