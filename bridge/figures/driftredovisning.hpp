#pragma once
// Driftredovisning (LKBR 10 kap., RKR R14): per insats income, cost, net, budget, deviation, last year.

#include "bridge/ledger/books.hpp"
#include "bridge/report/typed_input.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// Stable names of the eight columns, in order.
inline constexpr std::array<std::string_view, 8> driftredovisning_columns = {
    "intakt", "kostnad", "netto", "budget", "avvikelse", "fg_intakt", "fg_kostnad", "fg_netto"};

/// Income +, costs -; nothing where no figure was given (no budget, no last year).
struct DriftredovisningRow {
    std::string insats; ///< "" = not spread on an insats
    std::array<std::optional<Ore>, 8> columns;
};

/// Income or cost of an account's sum in one insats: class 3 is income, classes 4-7 cost, class 8 income when the sum
/// is a credit. The same rule in the native formulas of the workbook.
[[nodiscard]] bool is_income(std::string_view account, Ore sie_amount) noexcept;

/// Classes 3-8 but 89xx, which is the entry of the result.
[[nodiscard]] bool counts_in_driftredovisning(std::string_view account) noexcept;

/// Amounts per insats; books without them have all of it where no insats carries it. Nothing without books.
[[nodiscard]] std::optional<std::vector<ObjectAmount>>
spread_on_insatser(const std::optional<std::vector<ObjectAmount>>& objects,
                   const std::optional<AccountAmounts>& totals);

/// `outcome` and `previous` in SIE's sign, any order, several rows per insats and account allowed. Only accounts that
/// count are summed. Rows: the budget's order, then those without budget sorted by code, then what no insats carries
/// (insats "") unless it is zero, and always last the sum (insats "summa", a code that an insats may have too).
[[nodiscard]] std::vector<DriftredovisningRow>
driftredovisning(const std::vector<ObjectAmount>& outcome, const std::optional<std::vector<InsatsBudget>>& budget,
                 const std::optional<std::vector<ObjectAmount>>& previous);

} // namespace finsam
