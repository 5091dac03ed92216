#pragma once
// The ties between the columns of a row: netto, avvikelse, förändring, ej förbrukade medel.

#include "bridge/review/model.hpp"

namespace finsam::review {

void add_row_ties(const Model& model, std::size_t table, std::vector<Tie>& ties);

/// Columns with a role and, where given, a year.
[[nodiscard]] std::optional<std::size_t> column_with(const ReviewTable& table, ColumnRole role,
                                                     std::optional<int> year = {});

} // namespace finsam::review
