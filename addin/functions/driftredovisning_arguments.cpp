#include "addin/functions/driftredovisning_arguments.hpp"

#include "addin/functions/cell_answers.hpp"
#include "bridge/report/account_key.hpp"
#include "bridge/report/budget_rows.hpp"

#include <unordered_map>

namespace finsam::addin {
namespace {

/// Texts by number, in the order of their first row.
class Names {
public:
    [[nodiscard]] std::uint32_t number_of(std::string_view name) {
        const auto [found, is_new] = numbers_.try_emplace(std::string(name), names_.size());
        if (is_new) {
            names_.emplace_back(name);
        }
        return static_cast<std::uint32_t>(found->second);
    }
    [[nodiscard]] const std::string& name(std::uint64_t number) const { return names_[number]; }

private:
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::size_t> numbers_;
};

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
    return BudgetRow{*insats, {}, *income, *cost, *net, static_cast<std::size_t>(row) + 1};
}

} // namespace

OrCellError<std::vector<ObjectAmount>> read_outcome(CellTable table) {
    const sal_Int32 insats_column = table.column("insats");
    const sal_Int32 account_column = table.column("konto");
    const sal_Int32 amount_column = table.column("belopp");
    table.read({insats_column, account_column, amount_column});
    CellAnswers<std::uint32_t> insats_answers(table, insats_column), account_answers(table, account_column);
    Names insatser, accounts;
    std::unordered_map<std::uint64_t, Ore> sums; // by insats and account; the table bounds the whole
    for (sal_Int32 row = table.first_row(); row < table.row_count(); ++row) {
        const auto insats = insats_answers.of(row, [&](std::string_view name) { return insatser.number_of(name); });
        const auto account = account_answers.of(row, [&](std::string_view name) { return accounts.number_of(name); });
        const auto amount = table.amount(row, amount_column);
        if (!insats || !account || !amount) {
            return tl::unexpected(!insats ? insats.error() : !account ? account.error() : amount.error());
        }
        if (!*amount || (*amount)->is_zero()) {
            continue;
        }
        if (!only_digits(accounts.name(*account))) {
            table.refuse_row(row, "beloppet har inget kontonummer.");
        }
        sums[std::uint64_t{*insats} << 32U | *account] += **amount;
    }
    std::vector<ObjectAmount> outcome;
    for (const auto& [key, sum] : sums) {
        outcome.push_back({insatser.name(key >> 32U), accounts.name(key & 0xffff'ffffU), sum});
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
        if (!read->insats.empty() || read->income || read->cost || read->net) {
            rows.push_back(std::move(*read));
        }
    }
    auto budget = budget_of_rows(rows);
    if (!budget) {
        table.refuse_row(static_cast<sal_Int32>(rows[budget.error().row].line) - 1, budget.error().text);
    }
    return std::move(*budget);
}

} // namespace finsam::addin
