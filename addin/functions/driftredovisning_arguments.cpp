#include "addin/functions/driftredovisning_arguments.hpp"

#include <algorithm>

namespace finsam::addin {
namespace {

bool only_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

struct BudgetColumns {
    sal_Int32 insats;
    std::optional<sal_Int32> income, cost, net;
};

BudgetColumns budget_columns(const CellTable& table) {
    BudgetColumns columns{table.column("insats"), table.find_column("intäkt"), table.find_column("kostnad"),
                          table.find_column("netto")};
    if (!columns.income && !columns.cost && !columns.net) {
        columns.net = table.column("netto"); // refused: none of the three is there
    }
    return columns;
}

struct BudgetRow {
    sal_Int32 row;
    std::string insats;
    std::optional<Ore> income, cost, net;
};

OrCellError<std::optional<Ore>> amount_of(CellTable& table, sal_Int32 row, std::optional<sal_Int32> column) {
    return column ? table.amount(row, *column) : OrCellError<std::optional<Ore>>(std::nullopt);
}

OrCellError<BudgetRow> read_row(CellTable& table, const BudgetColumns& columns, sal_Int32 row) {
    const auto insats = table.text(row, columns.insats);
    const auto income = amount_of(table, row, columns.income);
    const auto cost = amount_of(table, row, columns.cost);
    const auto net = amount_of(table, row, columns.net);
    for (const auto* amount : {&income, &cost, &net}) {
        if (!*amount) {
            return tl::unexpected(amount->error());
        }
    }
    if (!insats) {
        return tl::unexpected(insats.error());
    }
    return BudgetRow{row, *insats, *income, *cost, *net};
}

/// -1 when the costs are typed positive, 1 when they are typed negative.
int sign_of_costs(const CellTable& table, const std::vector<BudgetRow>& rows) {
    int sign = 0;
    for (const BudgetRow& row : rows) {
        if (!row.cost || row.cost->is_zero()) {
            continue;
        }
        const int here = *row.cost > Ore() ? -1 : 1;
        if (sign != 0 && here != sign) {
            table.refuse_row(row.row, "kostnaderna ska alla vara positiva eller alla negativa.");
        }
        sign = here;
    }
    return sign == 0 ? 1 : sign;
}

/// The rule of `read_budget_csv`: a net beside both an income and a cost must be their sum; beside one of them it
/// counts.
InsatsBudget to_budget(const CellTable& table, const BudgetRow& row, int cost_sign) {
    InsatsBudget budget{row.insats, {}, row.income, row.cost, {}};
    if (budget.cost) {
        budget.cost = cost_sign * *budget.cost;
    }
    const Ore sum = budget.income.value_or(Ore()) + budget.cost.value_or(Ore());
    if (row.net && budget.income && budget.cost && *row.net != sum) {
        table.refuse_row(row.row, "netto är inte intäkt minus kostnad.");
    }
    budget.net = row.net.value_or(sum);
    return budget;
}

} // namespace

OrCellError<std::vector<ObjectAmount>> read_outcome(CellTable table) {
    const sal_Int32 insats_column = table.column("insats");
    const sal_Int32 account_column = table.column("konto");
    const sal_Int32 amount_column = table.column("belopp");
    std::vector<ObjectAmount> outcome;
    for (sal_Int32 row = table.first_row(); row < table.row_count(); ++row) {
        const auto insats = table.text(row, insats_column);
        const auto account = table.text(row, account_column);
        const auto amount = table.amount(row, amount_column);
        if (!insats || !account || !amount) {
            return tl::unexpected(!insats ? insats.error() : !account ? account.error() : amount.error());
        }
        if (!*amount || (*amount)->is_zero()) {
            continue;
        }
        if (account->empty() || !only_digits(*account)) {
            table.refuse_row(row, "beloppet har inget kontonummer.");
        }
        outcome.push_back({*insats, *account, **amount});
    }
    return outcome;
}

OrCellError<std::vector<InsatsBudget>> read_budget(CellTable table) {
    const BudgetColumns columns = budget_columns(table);
    std::vector<BudgetRow> rows;
    for (sal_Int32 row = table.first_row(); row < table.row_count(); ++row) {
        OrCellError<BudgetRow> read = read_row(table, columns, row);
        if (!read) {
            return tl::unexpected(read.error());
        }
        if (read->insats == "summa" || read->insats == "Summa" || read->insats == "SUMMA") {
            table.refuse_row(row, "summaraden ska inte ingå i området; summan räknas ut.");
        }
        if (!read->insats.empty() || read->income || read->cost || read->net) {
            rows.push_back(std::move(*read));
        }
    }
    const int cost_sign = sign_of_costs(table, rows);
    std::vector<InsatsBudget> budget;
    for (const BudgetRow& row : rows) {
        budget.push_back(to_budget(table, row, cost_sign));
    }
    return budget;
}

} // namespace finsam::addin
