#pragma once
// What a typed budget per insats says of the report's rows, in the budget column of the report year: one rule for the
// engine and for the workbook's formulas.
//
// The budget is the whole budget of the year. Its income is verksamhetens_intakter and its cost is
// verksamhetens_kostnader, each known when every insats has it. What it holds of depreciation, financial and
// extraordinary items is in those two, so their own rows are zero: avskrivningar where the cost is known, the others
// where both are. Of notes and balances it says nothing. A row that sums the whole result is the budget's net, which
// every insats has, so that a budget of nets alone shows its result. Budget and deviation then sum as the outcome does.

#include "bridge/report/layout.hpp"
#include "bridge/report/typed_input.hpp"

#include <optional>
#include <string_view>

namespace finsam {

enum class BudgetPart { income, cost, in_cost, in_both };
/// What the budget says of the accounts of a map key (column `rad`).
[[nodiscard]] BudgetPart budget_part(std::string_view map_key) noexcept;

/// The row is årets resultat: its terms, followed to the accounts, hold each result row of the map once.
[[nodiscard]] bool is_whole_result(const Layout& layout, const Table& table, const Row& row);

/// Sums over the insatser; nothing unless every insats has the figure, or when the sum does not fit in 64 bits.
struct BudgetSums {
    std::optional<Ore> income, cost, net;
};
[[nodiscard]] BudgetSums budget_sums(const std::vector<InsatsBudget>& budget) noexcept;

} // namespace finsam
