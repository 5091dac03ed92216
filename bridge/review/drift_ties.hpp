#pragma once
// The ties of driftredovisning to the statements (LKBR 10 kap., RKR R14).

#include "bridge/review/named_ties.hpp"
#include "bridge/review/sums.hpp"

namespace finsam::review {

/// Something about how a table is built that its reader should know, at a figure.
struct StructureRemark {
    FigureIndex figure;
    std::optional<std::int64_t> needed; ///< what the figure would be without it
    std::string text, rule;
};

/// The last sum of a table by insats: its net is the year's result, its income and cost those of the income statement.
void add_drift_totals(const Model& model, const NamedFigures& figures, std::size_t table,
                      const std::vector<SumRule>& sums, std::vector<Tie>& ties);

/// Intäkter + kostnader + finansnetto = resultat in each column of a summary. Where the summary has no row of financial
/// items, those of the income statement are counted, and the remark tells that the column does not add up.
void add_summary_ties(const Model& model, const NamedFigures& figures, std::size_t table, std::vector<Tie>& ties,
                      std::vector<StructureRemark>& remarks);

} // namespace finsam::review
