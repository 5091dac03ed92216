#pragma once
// Formulas of the sheet Kontokarta. People edit the map, so its rows come in any order. Beside them stand the account
// keys at which the narrowest range changes, sorted, each with the map row that takes the accounts from there on: an
// account finds its row by a binary search, however many accounts there are.

#include "templates/builder/formula.hpp"

#include <vector>

namespace finsam::workbook {

/// What is wrong with the map's row and what to do, then the range as account keys: lowest, end (the first key after
/// it) and width.
[[nodiscard]] std::vector<Formula> map_formulas(int row);

/// The `number`th key, from 1, at which the map row may change, and the map row from there on. A map of n rows has at
/// most 2n.
[[nodiscard]] std::vector<Formula> map_step_formulas(int number, int row);

/// Number of the map row that takes the account key in `key`, "" when none does.
[[nodiscard]] std::string map_row_of(const std::string& key);

/// Above the map: how many accounts and rows need attention, and where the first is.
[[nodiscard]] Formula map_verdict();

/// The remark of an account with a balance that no range takes.
inline constexpr std::string_view unmapped_remark =
    "Kontot saknas i kontokartan: lägg till ett intervall på bladet Kontokarta.";

} // namespace finsam::workbook
