#pragma once
// Rules compared by what they say. Only for report_rules.cpp and tie_rules.cpp.

#include "bridge/report/report_rules.hpp"

#include <map>

namespace finsam {

/// Figures with their factors, right from left, the first one positive: the same for rules that say the same.
using RuleMeaning = std::map<RuleFigure, int>;
[[nodiscard]] RuleMeaning meaning_of(const ReportRule& rule);

} // namespace finsam
