#pragma once
// The ranges of DRIFTREDOVISNING to the core's values. Empty rows are passed over; a row that lacks what it needs is
// refused, never dropped.

#include "addin/functions/cell_table.hpp"
#include "bridge/ledger/books.hpp"
#include "bridge/report/typed_input.hpp"

#include <vector>

namespace finsam::addin {

/// Columns insats, konto, belopp (SIE's sign); others are ignored. An empty insats is "not spread on an insats".
[[nodiscard]] OrCellError<std::vector<ObjectAmount>> read_outcome(CellTable table);

/// Columns insats and intäkt, kostnad or netto; others are ignored. The rule is that of `budget_of_rows`.
[[nodiscard]] OrCellError<std::vector<InsatsBudget>> read_budget(CellTable table);

} // namespace finsam::addin
