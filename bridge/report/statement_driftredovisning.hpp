#pragma once
// The report's table of slag insatser. Only for the engine (statement_*.cpp).

#include "bridge/report/statement_terms.hpp"

namespace finsam::statement {

/// A row per insats with its code as key ("etikett.X" where insatser share a label), its part ("20.varav"), the
/// subtotals ("omrade.X"), the table's rows of accounts, `ej_fordelat` for what else no insats carries, and `summa`.
/// Books without amounts per insats give everything as not spread.
[[nodiscard]] ReportTable driftredovisning_table(const Table& table, const Evaluator& evaluator);

} // namespace finsam::statement
