#pragma once
// The ties between tables whose rows have the förbund's own names: notes to the rows they explain, insatser in several
// tables, amounts by year. Which figures belong together is told by their labels, and by what they are in other
// columns.

#include "bridge/review/named_ties.hpp"
#include "bridge/review/sums.hpp"

namespace finsam::review {

/// The sum of a note = the row that it explains, in every year.
void add_note_ties(const Model& model, std::size_t table, const std::vector<SumRule>& sums, std::vector<Tie>& ties);

/// The same insats in two tables: budget, cost, net.
void add_insats_ties(const Model& model, std::vector<Tie>& ties);

/// A table with a row per year = the income of those years.
void add_year_row_ties(const Model& model, const NamedFigures& figures, std::size_t table, std::vector<Tie>& ties);

/// Half from the state, a quarter each from the region and the municipalities (lag 2003:1210).
void add_funding_ties(const Model& model, std::size_t table, const std::vector<SumRule>& sums, std::vector<Tie>& ties);

/// The comparative figures of this report = last year's report.
void add_comparative_ties(const Model& model, std::vector<Tie>& ties);

} // namespace finsam::review
