#pragma once
// The ties of bridge/report/report_ties.hpp between the figures of one report.

#include "bridge/report/report_ties.hpp"
#include "bridge/review/model.hpp"

#include <map>
#include <set>

namespace finsam::review {

/// Finds figures by stable names; those of this year's report go before those of last year's.
class NamedFigures {
public:
    explicit NamedFigures(const Model& model);

    /// "-tabell.rad@-1? tabell.rad" as figures with their stable signs; nothing when one that must be there is not.
    [[nodiscard]] std::optional<std::vector<TieTerm>> terms(std::string_view text, int year) const;
    [[nodiscard]] const std::set<int>& years() const noexcept { return years_; }
    /// From the printed sign to the stable one.
    [[nodiscard]] int stable_sign(FigureIndex figure) const;

private:
    [[nodiscard]] std::optional<std::vector<TieTerm>> row_terms(std::string_view row, int year) const;

    const Model& model_;
    std::map<std::pair<std::string, int>, FigureIndex> by_name_;
    std::set<std::pair<std::string, int>> blank_; ///< cells left empty, where the table has row and column: zero
    std::set<int> years_;
};

/// A reading of a rule whose sums hold but which is odd, and the first figure that it concerns.
struct OddReading {
    const ReportTie* tie;
    FigureIndex figure;
};

void add_named_ties(const Model& model, const NamedFigures& figures, std::vector<Tie>& ties,
                    std::vector<OddReading>& odd);

} // namespace finsam::review
