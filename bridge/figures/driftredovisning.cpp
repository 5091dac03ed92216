#include "bridge/figures/driftredovisning.hpp"

#include "bridge/figures/checked_negate.hpp"

#include <algorithm>
#include <map>

namespace finsam {
namespace {

enum Column : std::size_t { intakt, kostnad, netto, budget_netto, avvikelse, fg_intakt, fg_kostnad, fg_netto };

using Amount = std::optional<Ore>;

/// Nothing when either is nothing or the sum does not fit in 64 bits: the amounts come from files.
Amount plus(const Amount& a, const Amount& b) noexcept {
    return a && b ? checked_add(*a, *b) : std::nullopt;
}

Amount negated(const Amount& a) noexcept {
    return a ? checked_negate(*a) : std::nullopt;
}

struct IncomeAndCost {
    Amount income = Ore(), cost = Ore(); ///< income +, costs -
};

using ByInsats = std::map<std::string, IncomeAndCost, std::less<>>;

/// Class 8 is income or cost by the sign of the account's sum in the insats, so the sum comes first.
ByInsats by_insats(const std::vector<ObjectAmount>& amounts) {
    std::map<std::pair<std::string_view, std::string_view>, Amount> sums;
    for (const ObjectAmount& amount : amounts) {
        if (counts_in_driftredovisning(amount.account)) {
            Amount& sum = sums.try_emplace({amount.object, amount.account}, Ore()).first->second;
            sum = plus(sum, amount.amount);
        }
    }
    ByInsats out;
    for (const auto& [key, sum] : sums) {
        IncomeAndCost& of = out[std::string(key.first)];
        Amount& side = is_income(key.second, sum.value_or(Ore())) ? of.income : of.cost;
        side = plus(side, negated(sum));
    }
    return out;
}

/// The budget's order, then what has no budget by code, and last what no insats carries.
std::vector<std::string> order(const std::optional<std::vector<InsatsBudget>>& budget, const ByInsats& outcome,
                               const ByInsats& previous) {
    std::vector<std::string> codes;
    const auto add = [&](const std::string& code) {
        if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end()) {
            codes.push_back(code);
        }
    };
    for (const InsatsBudget& row : budget.value_or(std::vector<InsatsBudget>{})) {
        add(row.insats);
    }
    std::map<std::string, bool, std::less<>> others;
    for (const ByInsats* side : {&outcome, &previous}) {
        for (const auto& [code, sums] : *side) {
            others[code] = true;
        }
    }
    for (const auto& [code, present] : others) {
        add(code);
    }
    codes.emplace_back();
    return codes;
}

IncomeAndCost at(const ByInsats& sums, const std::string& code) {
    const auto found = sums.find(code);
    return found == sums.end() ? IncomeAndCost{} : found->second;
}

bool all_zero(const DriftredovisningRow& row) noexcept {
    return std::all_of(row.columns.begin(), row.columns.end(),
                       [](const std::optional<Ore>& value) { return !value || value->is_zero(); });
}

} // namespace

bool counts_in_driftredovisning(std::string_view account) noexcept {
    return !account.empty() && account.front() >= '3' && account.front() <= '8' && !account.starts_with("89");
}

std::optional<std::vector<ObjectAmount>> spread_on_insatser(const std::optional<std::vector<ObjectAmount>>& objects,
                                                            const std::optional<AccountAmounts>& totals) {
    if (objects || !totals) {
        return objects;
    }
    std::vector<ObjectAmount> all;
    for (const auto& [account, amount] : *totals) {
        all.push_back({"", account, amount});
    }
    return all;
}

bool is_income(std::string_view account, Ore sie_amount) noexcept {
    return account.starts_with('3') || (account.starts_with('8') && sie_amount < Ore());
}

std::vector<DriftredovisningRow> driftredovisning(const std::vector<ObjectAmount>& outcome,
                                                  const std::optional<std::vector<InsatsBudget>>& budget,
                                                  const std::optional<std::vector<ObjectAmount>>& previous) {
    const ByInsats now = by_insats(outcome);
    const ByInsats before = by_insats(previous.value_or(std::vector<ObjectAmount>{}));
    std::map<std::string, Amount, std::less<>> budgeted;
    for (const InsatsBudget& row : budget.value_or(std::vector<InsatsBudget>{})) {
        Amount& net = budgeted.try_emplace(row.insats, Ore()).first->second;
        net = plus(net, row.net);
    }
    std::vector<DriftredovisningRow> rows;
    DriftredovisningRow sum{"summa", {}};
    sum.columns.fill(Ore()); // a column without figures empties its sum
    for (const std::string& code : order(budget, now, before)) {
        DriftredovisningRow row{code, {}};
        const IncomeAndCost own = at(now, code), earlier = at(before, code);
        row.columns[intakt] = own.income;
        row.columns[kostnad] = own.cost;
        row.columns[netto] = plus(own.income, own.cost);
        if (budget) { // an insats that the budget lacks has a budget of zero, so that the columns sum
            row.columns[budget_netto] = budgeted.find(code) == budgeted.end() ? Ore() : budgeted.find(code)->second;
            row.columns[avvikelse] = plus(row.columns[netto], negated(row.columns[budget_netto]));
        }
        if (previous) {
            row.columns[fg_intakt] = earlier.income;
            row.columns[fg_kostnad] = earlier.cost;
            row.columns[fg_netto] = plus(earlier.income, earlier.cost);
        }
        for (std::size_t i = 0; i < row.columns.size(); ++i) {
            sum.columns[i] = plus(sum.columns[i], row.columns[i]);
        }
        if (!code.empty() || !all_zero(row)) {
            rows.push_back(std::move(row));
        }
    }
    rows.push_back(std::move(sum));
    return rows;
}

} // namespace finsam
