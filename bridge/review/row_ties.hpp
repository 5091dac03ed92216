#pragma once
// The ties between the columns of a row: netto, avvikelse, förändring, ej förbrukade medel.

#include "bridge/review/model.hpp"

namespace finsam::review {

/// The columns that a deviation is computed from.
struct Compared {
    std::size_t outcome = 0, budget = 0;
};

/// Of the year's columns of outcome and of budget those that most rows of the column fit, with either sign; nothing
/// when it is no deviation of theirs.
[[nodiscard]] std::optional<Compared> compared_by(const ReviewTable& table, std::size_t deviation);

/// A row without a budget or without an outcome, and therefore without a deviation: blank, a dash or 0.
[[nodiscard]] bool lacks_comparison(const ReviewRow& row, const Compared& compared, std::size_t deviation);

void add_row_ties(const Model& model, std::size_t table, std::vector<Tie>& ties);

/// Columns with a role and, where given, a year.
[[nodiscard]] std::optional<std::size_t> column_with(const ReviewTable& table, ColumnRole role,
                                                     std::optional<int> year = {});

} // namespace finsam::review
