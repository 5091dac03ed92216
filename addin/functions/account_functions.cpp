// KONTOSALDO, PERIODSALDO, OBJEKTSALDO, BUDGETSALDO, VERIFIKATIONER: rows of the data sheets by account.

#include "addin/entry_point.hpp"
#include "addin/functions/calendar_arguments.hpp"
#include "addin/functions/cell_answers.hpp"
#include "addin/functions/functions_service.hpp"
#include "bridge/figures/account_expression.hpp"

#include <fmt/format.h>

namespace finsam::addin {
namespace {

using com::sun::star::uno::Any;

/// Refused with the expression's own words when it cannot be read.
AccountExpression account_expression(const rtl::OUString& text, const ArgumentPlace& place) {
    auto expression = AccountExpression::parse(to_utf8(text));
    if (!expression) {
        refuse(place, expression.error());
    }
    return std::move(*expression);
}

/// A heading, a year or accounts in an argument; "" when it is left out or empty.
std::string optional_word(const Any& value, const ArgumentPlace& place) {
    if (const rtl::OUString* const text = text_in(value)) {
        return trimmed(to_utf8(*text));
    }
    if (const double* const number = number_in(value)) {
        return *number == 0.0 ? std::string() : fmt::format("{}", *number);
    }
    if (value.hasValue()) {
        refuse(place, "här ska stå text eller ett tal, inte ett område.");
    }
    return {};
}

/// Where the amount of an account stands: SIE has closing balances of balance accounts and results of the others.
struct AmountColumns {
    sal_Int32 balance = 0, result = 0;
    [[nodiscard]] sal_Int32 of(bool balance_account) const noexcept { return balance_account ? balance : result; }
};

using Column = std::optional<sal_Int32>;

AmountColumns both(sal_Int32 column) {
    return {column, column};
}

/// A pair where either may be missing; nothing when both are.
std::optional<AmountColumns> pair_of(Column balance, Column result) {
    if (!balance && !result) {
        return std::nullopt;
    }
    return AmountColumns{balance ? *balance : *result, result ? *result : *balance};
}

Column first_of(const CellTable& table, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (const Column found = table.find_column(name)) {
            return found;
        }
    }
    return std::nullopt;
}

/// A heading as it stands, or its beginning.
Column named(const CellTable& table, std::string_view word) {
    const Column whole = table.find_column(word);
    return whole ? whole : table.find_column_beginning(word);
}

AmountColumns balance_columns(const CellTable& table, const Any& column, const ArgumentPlace& place) {
    const std::string word = optional_word(column, place);
    if (word.empty()) {
        const Column plain = first_of(table, {"saldo", "belopp"});
        const auto pair = plain ? both(*plain) : pair_of(named(table, "UB"), named(table, "Resultat"));
        return pair ? *pair : both(table.column("UB")); // refused
    }
    if (const Column found = named(table, word)) {
        return both(*found);
    }
    const auto year = pair_of(table.find_column("UB " + word), table.find_column("Resultat " + word));
    return year ? *year : both(table.column(word)); // refused
}

AmountColumns budget_column(const CellTable& table, const Any& column, const ArgumentPlace& place) {
    const std::string word = optional_word(column, place);
    if (word.empty()) {
        const Column budget = named(table, "budget");
        return both(budget ? *budget : table.column("belopp"));
    }
    const Column found = named(table, word);
    const Column year = found ? found : table.find_column("Budget " + word);
    return both(year ? *year : table.column(word)); // refused
}

enum class Taken : std::uint8_t { no, balance_account, result_account };

/// Calls `use(row, is_balance_account)` for each row whose account the expression takes. `use` gives the error of a
/// cell that it read, or nothing.
template <class Use>
std::optional<CellError> for_each_row(CellTable& table, const AccountExpression& expression, Use use) {
    CellAnswers<Taken> answers(table, table.column("konto"));
    for (sal_Int32 row = table.first_row(); row < table.row_count(); ++row) {
        const auto taken = answers.of(row, [&](std::string_view account) {
            const bool balance = account.starts_with('1') || account.starts_with('2');
            return !expression.contains(account) ? Taken::no : balance ? Taken::balance_account : Taken::result_account;
        });
        if (!taken) {
            return taken.error();
        }
        if (*taken != Taken::no) {
            if (const std::optional<CellError> error = use(row, *taken == Taken::balance_account)) {
                return error;
            }
        }
    }
    return std::nullopt;
}

/// The sum of the rows that `also` takes too: a bool, or the error of a cell.
template <class Also>
double sum(CellTable& table, const AccountExpression& expression, const AmountColumns& columns, Also also) {
    Ore total;
    const auto error = for_each_row(table, expression, [&](sal_Int32 row, bool balance_account) {
        const OrCellError<bool> counts = also(row);
        if (!counts || !*counts) {
            return counts ? std::nullopt : std::optional(counts.error());
        }
        const auto amount = table.amount(row, columns.of(balance_account));
        total += amount ? amount->value_or(Ore()) : Ore();
        return amount ? std::nullopt : std::optional(amount.error());
    });
    return error ? error_value(error->number) : to_kronor_double(total);
}

/// The sum of all rows of the expression's accounts.
double sum(CellTable& table, const AccountExpression& expression, const AmountColumns& columns) {
    table.read({table.column("konto"), columns.balance, columns.result});
    return sum(table, expression, columns, [](sal_Int32) { return OrCellError<bool>(true); });
}

/// A row for a result: errors of cells are errors there, empty cells are empty.
AnyRow for_result(AnyRow cells, const CellTable& table, sal_Int32 row) {
    Any* const values = cells.getArray();
    for (sal_Int32 column = 0; column < cells.getLength(); ++column) {
        if (!values[column].hasValue()) {
            values[column] <<= error_value(table.error_at(row, column).number);
        } else if (is_empty(values[column])) {
            values[column].clear();
        }
    }
    return cells;
}

/// Rows in rising order, read in runs: rows that stand closer than this cost less together.
AnyMatrix whole_rows(const CellTable& table, const std::vector<sal_Int32>& wanted) {
    constexpr sal_Int32 largest_gap = 16;
    std::vector<AnyRow> out;
    for (std::size_t begin = 0, end = 0; begin < wanted.size(); begin = end) {
        for (end = begin + 1; end < wanted.size() && wanted[end] - wanted[end - 1] <= largest_gap;) {
            ++end;
        }
        const AnyMatrix run = table.rows(wanted[begin], wanted[end - 1]);
        for (std::size_t i = begin; i < end; ++i) {
            out.push_back(for_result(run[wanted[i] - wanted[begin]], table, wanted[i]));
        }
    }
    if (out.empty()) {
        out.emplace_back(1); // one void element: empty cells
    }
    return {out.data(), static_cast<sal_Int32>(out.size())};
}

} // namespace

double FunctionsService::kontosaldo(const CellRange& saldon, const rtl::OUString& konton, const Any& kolumn) {
    return answered("kontosaldo", [&]() -> double {
        CellTable table(saldon, {"kontosaldo", 0});
        const AccountExpression expression = account_expression(konton, {"kontosaldo", 1});
        return sum(table, expression, balance_columns(table, kolumn, {"kontosaldo", 2}));
    });
}

double FunctionsService::budgetsaldo(const CellRange& budget, const rtl::OUString& konton, const Any& kolumn) {
    return answered("budgetsaldo", [&]() -> double {
        CellTable table(budget, {"budgetsaldo", 0});
        const AccountExpression expression = account_expression(konton, {"budgetsaldo", 1});
        return sum(table, expression, budget_column(table, kolumn, {"budgetsaldo", 2}));
    });
}

double FunctionsService::objektsaldo(const CellRange& objekt, const rtl::OUString& insats, const Any& konton) {
    return answered("objektsaldo", [&]() -> double {
        CellTable table(objekt, {"objektsaldo", 0});
        const std::string accounts = optional_word(konton, {"objektsaldo", 2});
        const AccountExpression expression =
            account_expression(accounts.empty() ? rtl::OUString("*") : from_utf8(accounts), {"objektsaldo", 2});
        const Column objects = table.find_column("objekt");
        const Column insatser = table.find_column("insats");
        const std::string wanted = trimmed(to_utf8(insats));
        const sal_Int32 code_column = insatser ? *insatser : objects ? *objects : table.column("insats");
        const sal_Int32 amount_column = table.column("belopp");
        table.read({code_column, table.column("konto"), amount_column});
        CellAnswers<bool> answers(table, code_column);
        return sum(table, expression, both(amount_column), [&](sal_Int32 row) {
            return answers.of(row, [&](std::string_view code) { return code == wanted; });
        });
    });
}

double FunctionsService::periodsaldo(const DocumentProperties& dokument, const CellRange& rader,
                                     const rtl::OUString& konton, const Any& fran, const Any& till) {
    return answered("periodsaldo", [&]() -> double {
        CellTable table(rader, {"periodsaldo", 1});
        const AccountExpression expression = account_expression(konton, {"periodsaldo", 2});
        const Calendar calendar(dokument);
        PeriodFilter period(calendar, calendar.optional_day(fran, PeriodEnd::first, {"periodsaldo", 3}),
                            calendar.optional_day(till, PeriodEnd::last, {"periodsaldo", 4}));
        period.use(table);
        const sal_Int32 account_column = table.column("konto"), amount_column = table.column("belopp");
        table.read({account_column, amount_column, period.column().value_or(account_column)});
        return sum(table, expression, both(amount_column), [&](sal_Int32 row) { return period.takes(table, row); });
    });
}

AnyMatrix FunctionsService::verifikationer(const DocumentProperties& dokument, const CellRange& verifikationer,
                                           const rtl::OUString& konton, const Any& fran, const Any& till) {
    return answered("verifikationer", [&]() -> AnyMatrix {
        CellTable table(verifikationer, {"verifikationer", 1});
        const AccountExpression expression = account_expression(konton, {"verifikationer", 2});
        const Calendar calendar(dokument);
        PeriodFilter period(calendar, calendar.optional_day(fran, PeriodEnd::first, {"verifikationer", 3}),
                            calendar.optional_day(till, PeriodEnd::last, {"verifikationer", 4}));
        period.use(table);
        const sal_Int32 account_column = table.column("konto");
        table.read({account_column, period.column().value_or(account_column)});
        std::vector<sal_Int32> rows;
        const auto error = for_each_row(table, expression, [&](sal_Int32 row, bool) {
            const OrCellError<bool> takes = period.takes(table, row);
            if (takes && *takes) {
                rows.push_back(row);
            }
            return takes ? std::nullopt : std::optional(takes.error());
        });
        return error ? error_matrix(*error) : whole_rows(table, rows);
    });
}

} // namespace finsam::addin
