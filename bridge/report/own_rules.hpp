#pragma once
// What the rows and columns of a layout say of themselves, as rules. Only for report_rules.cpp.

#include "bridge/report/report_rules.hpp"

namespace finsam {

/// Figure of a term in a column; `own` is the table of terms that name none.
[[nodiscard]] RuleFigure figure_of_term(const Layout& layout, const Table* own, const Term& term, ColumnKind kind,
                                        int year);

/// Of the tables that are printed, in the layout's order.
[[nodiscard]] std::vector<ReportRule> own_rules(const Layout& layout);

} // namespace finsam
