#include "bridge/report/typed_budget.hpp"

#include "bridge/report/map_keys.hpp"

#include <algorithm>
#include <map>

namespace finsam {
namespace {

using Counts = std::map<std::string_view, int>;

/// Adds how many times the row holds each result row; false when it holds something else or another year.
bool count_keys(const Layout& layout, const Table& table, const Row& row, int sign, Counts& counts) {
    if (row.kind == RowKind::accounts || row.kind == RowKind::account_list) {
        if (row.measure != Measure::result || row.map_column != MapColumn::row) {
            return false;
        }
        for (const std::string& key : row.map_keys) {
            counts[key] += -row.sie_sign * sign;
        }
        return true;
    }
    return row.kind == RowKind::sum && std::all_of(row.terms.begin(), row.terms.end(), [&](const Term& term) {
               const Table& at = term.table.empty() ? table : *layout.find(term.table);
               return term.year == 0 && count_keys(layout, at, *at.find(term.row), sign * term.sign, counts);
           });
}

void add(std::optional<Ore>& sum, const std::optional<Ore>& amount) noexcept {
    sum = sum && amount ? checked_add(*sum, *amount) : std::nullopt;
}

} // namespace

BudgetPart budget_part(std::string_view map_key) noexcept {
    return map_key == "verksamhetens_intakter"    ? BudgetPart::income
           : map_key == "verksamhetens_kostnader" ? BudgetPart::cost
           : map_key == "avskrivningar"           ? BudgetPart::in_cost
                                                  : BudgetPart::in_both;
}

bool is_whole_result(const Layout& layout, const Table& table, const Row& row) {
    Counts counts;
    return count_keys(layout, table, row, 1, counts) && counts.size() == result_row_keys.size() &&
           std::all_of(result_row_keys.begin(), result_row_keys.end(), [&](std::string_view key) {
               const auto found = counts.find(key);
               return found != counts.end() && found->second == 1;
           });
}

BudgetSums budget_sums(const std::vector<InsatsBudget>& budget) noexcept {
    BudgetSums sums{Ore(), Ore(), Ore()};
    for (const InsatsBudget& row : budget) {
        add(sums.income, row.income);
        add(sums.cost, row.cost);
        add(sums.net, row.net);
    }
    return sums;
}

} // namespace finsam
