#pragma once
// Formulas of the helper columns in the data sheets, row by row: the account map, the account lists, the kinds of
// amounts. The builder puts them in the template's first row, the filler in every row that it writes.

#include "bridge/report/layout.hpp"
#include "templates/builder/formula.hpp"

#include <vector>

namespace finsam::workbook {

/// An account's text as a number of eight places, filled up at the right with `digit` (account_key.hpp).
[[nodiscard]] std::string padded_account(const std::string& reference, char digit);

/// Saldon, columns C-J: key, map row, rad, notrad, uppgift, statement (B or R), control, remark.
[[nodiscard]] std::vector<Formula> account_formulas(int row);
/// Saldon, after the amounts: rad and notrad at each closing, then the number of the account in each list.
[[nodiscard]] std::vector<Formula> closing_formulas(const Layout& layout, int row);

/// Saldon of a delårsrapport: rad and notrad at the closing of the same period last year.
[[nodiscard]] std::vector<Formula> period_formulas(int row);

/// Objekt, beside each amount: slag ("I" income, "K" cost, "" when the account does not count), rad, notrad and
/// uppgift of the account, område and etikett of the insats. `list_column` is the list's first column.
[[nodiscard]] std::vector<Formula> object_formulas(int list_column, int row);
/// Objekt: where the insats comes among the lines of driftredovisning, "" when the typed budget has it.
[[nodiscard]] Formula insats_order_formula(int row);

/// The insats counts up in each list by insats where it has an amount.
[[nodiscard]] std::vector<Formula> insats_list_formulas(const Layout& layout, int row);

} // namespace finsam::workbook
