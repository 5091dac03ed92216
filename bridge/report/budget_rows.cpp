#include "bridge/report/budget_rows.hpp"

#include <map>
#include <string_view>

namespace finsam {
namespace {

using Fault = tl::unexpected<BudgetFault>;

bool is_sum(std::string_view insats) noexcept {
    return insats == "summa" || insats == "Summa" || insats == "SUMMA";
}

/// 1 when all costs are typed positive, -1 otherwise.
tl::expected<int, BudgetFault> cost_sign(const std::vector<BudgetRow>& rows) {
    int sign = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].cost || rows[i].cost->is_zero()) {
            continue;
        }
        const int own = *rows[i].cost > Ore() ? 1 : -1;
        if (sign != 0 && own != sign) {
            return Fault(
                BudgetFault{i, "kostnaderna är skrivna med olika tecken; skriv alla utan minus eller alla med minus."});
        }
        sign = own;
    }
    return sign == 0 ? -1 : sign;
}

/// Fills in what follows from the rest; false when the three do not agree.
bool complete(InsatsBudget& out, const std::optional<Ore>& net) {
    if (!net) {
        out.income = out.income.value_or(Ore());
        out.cost = out.cost.value_or(Ore());
        out.net = *out.income + *out.cost;
        return true;
    }
    out.net = *net;
    if (out.income && !out.cost) {
        out.cost = out.net - *out.income;
    } else if (out.cost && !out.income) {
        out.income = out.net - *out.cost;
    }
    return !out.income || *out.income + *out.cost == out.net;
}

} // namespace

tl::expected<std::vector<InsatsBudget>, BudgetFault> budget_of_rows(const std::vector<BudgetRow>& rows) {
    const auto sign = cost_sign(rows);
    if (!sign) {
        return Fault(sign.error());
    }
    std::map<std::string_view, std::size_t> lines;
    std::vector<InsatsBudget> out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const BudgetRow& row = rows[i];
        if (is_sum(row.insats)) {
            return Fault(BudgetFault{i, "summaraden ska inte vara med; summan räknas ut."});
        }
        const auto [first, is_new] = lines.emplace(row.insats, row.line);
        if (!is_new) {
            return Fault(BudgetFault{i, "insatsen ”" + row.insats + "” står redan på rad " +
                                            std::to_string(first->second) + "."});
        }
        InsatsBudget budget{row.insats, row.name, row.income, row.cost, {}};
        if (budget.cost && *sign > 0) {
            budget.cost = -*budget.cost;
        }
        if (!complete(budget, row.net)) {
            return Fault(BudgetFault{i, "netto är inte intäkt minus kostnad."});
        }
        out.push_back(std::move(budget));
    }
    return out;
}

} // namespace finsam
