#include "bridge/report/statement_driftredovisning.hpp"

#include "bridge/figures/driftredovisning.hpp"

namespace finsam::statement {
namespace {

std::optional<std::vector<ObjectAmount>> outcome(const YearAccounts* year) {
    return year == nullptr ? std::nullopt : spread_on_insatser(year->books->objects, year->books->result);
}

/// The budget of the books by insats, sorted by code: income, cost and net by the same rule as the outcome.
std::optional<std::vector<InsatsBudget>> booked_budget(const YearAccounts& year) {
    const auto amounts = spread_on_insatser(year.books->object_budget, year.books->budget);
    if (!amounts) {
        return std::nullopt;
    }
    auto rows = driftredovisning(*amounts, std::nullopt, std::nullopt);
    rows.pop_back(); // the sum
    std::vector<InsatsBudget> out;
    out.reserve(rows.size());
    for (const DriftredovisningRow& row : rows) {
        out.push_back({row.insats, "", row.columns[0], row.columns[1], row.columns[2].value_or(Ore())});
    }
    return out;
}

std::string row_text(const DriftredovisningRow& row, const Evaluator& evaluator) {
    const auto& names = evaluator.books().insats_names;
    if (const auto name = names.find(row.insats); name != names.end() && !name->second.empty()) {
        return name->second;
    }
    for (const InsatsBudget& budget : evaluator.typed().budget) {
        if (budget.insats == row.insats && !budget.name.empty()) {
            return budget.name;
        }
    }
    return row.insats;
}

std::vector<std::string> accounts_of(const std::string& insats, bool all,
                                     const std::vector<const std::optional<std::vector<ObjectAmount>>*>& years) {
    std::set<std::string> accounts;
    for (const auto* year : years) {
        for (const ObjectAmount& amount : year->value_or(std::vector<ObjectAmount>{})) {
            if (counts_in_driftredovisning(amount.account) && !amount.amount.is_zero() &&
                (all || amount.object == insats)) {
                accounts.insert(amount.account);
            }
        }
    }
    return {accounts.begin(), accounts.end()};
}

} // namespace

ReportTable driftredovisning_table(const Table& table, const Evaluator& evaluator) {
    ReportTable out;
    out.rule = &table;
    out.key = table.key;
    out.title = table.title;
    out.columns.assign(driftredovisning_columns.begin(), driftredovisning_columns.end());
    const auto now = outcome(evaluator.year(0));
    const auto before = outcome(evaluator.year(-1));
    auto budget = !evaluator.typed().budget.empty() ? std::optional(evaluator.typed().budget)
                  : evaluator.year(0) == nullptr    ? std::nullopt
                                                    : booked_budget(*evaluator.year(0));
    const auto rows = driftredovisning(now.value_or(std::vector<ObjectAmount>{}), budget, before);
    for (const DriftredovisningRow& row : rows) {
        const bool sum = &row == &rows.back();
        ReportRow line;
        line.key = sum ? "summa" : row.insats.empty() ? "ej_fordelat" : row.insats;
        line.text = sum ? "Summa" : row.insats.empty() ? "Ej fördelat på insats" : row_text(row, evaluator);
        line.is_insats = !sum && !row.insats.empty();
        line.emphasis = sum ? Emphasis::total : Emphasis::normal;
        for (std::size_t i = 0; i < row.columns.size(); ++i) {
            const bool unknown = !now && (i < 3 || i == 4); // no outcome was read: nothing, not zero
            line.values.push_back(row.columns[i] && !unknown ? Value(*row.columns[i]) : Value());
        }
        line.accounts = accounts_of(row.insats, sum, {&now, &before});
        out.rows.push_back(std::move(line));
    }
    return out;
}

} // namespace finsam::statement
