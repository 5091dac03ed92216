#pragma once
// The rule of a typed budget, whether its rows come from a CSV file or from a cell range.

#include "bridge/report/typed_input.hpp"

#include <cstddef>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

/// A row as typed: costs with or without sign.
struct BudgetRow {
    std::string insats, name;
    std::optional<Ore> income, cost, net;
    std::size_t line = 0; ///< as people count, for the errors
};

/// The row that is wrong and why: a Swedish sentence without the line.
struct BudgetFault {
    std::size_t row = 0; ///< index
    std::string text;
};

/// An insats stands once; a row of sums is refused; costs are all typed without sign or all negative. A net beside both
/// an income and a cost is their sum; beside one of them it gives the other; a row without net has none where it lacks
/// one. Amounts are within `largest_amount`.
[[nodiscard]] tl::expected<std::vector<InsatsBudget>, BudgetFault> budget_of_rows(const std::vector<BudgetRow>& rows);

} // namespace finsam
