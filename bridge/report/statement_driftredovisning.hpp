#pragma once
// The report's table of slag insatser. Only for the engine (statement_*.cpp).

#include "bridge/report/statement_terms.hpp"

namespace finsam::statement {

/// A row per insats with its code as key ("etikett.X" where insatser share a label), its part ("20.varav"), the
/// subtotals ("omrade.X"), the table's rows of accounts, `ej_fordelat` for what else no insats carries, and `summa`.
/// Books without amounts per insats give everything as not spread.
[[nodiscard]] ReportTable driftredovisning_table(const Table& table, const Evaluator& evaluator);

/// Amounts behind a line of such a table, in SIE's sign; nothing for a year that the books lack.
struct LineAmounts {
    std::optional<std::vector<ObjectAmount>> now, before;
};
/// For each row of `driftredovisning_table`, in its order.
[[nodiscard]] std::vector<LineAmounts> driftredovisning_amounts(const Table& table, const Evaluator& evaluator);

} // namespace finsam::statement
