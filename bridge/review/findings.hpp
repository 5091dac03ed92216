#pragma once
// From causes and remarks to findings that an economist reads.

#include "bridge/review/drift_ties.hpp"
#include "bridge/review/localise.hpp"
#include "bridge/review/review.hpp"

namespace finsam::review {

/// A finding at a figure, without what was computed.
[[nodiscard]] Finding at_figure(const Model& model, FigureIndex figure);
/// Adds what the figure should be, and the difference.
void compute(const Model& model, FigureIndex figure, std::int64_t needed, Finding& finding);
/// Öre as the figure's table prints them, for people.
[[nodiscard]] std::string for_people(const Model& model, FigureIndex figure, std::int64_t ore);

[[nodiscard]] std::vector<Finding> findings_of(const Model& model, const std::vector<Tie>& ties,
                                               const std::vector<Cause>& causes);

/// Rows whose sums hold but that are not what they are called.
void add_structure_remarks(const Model& model, std::size_t table, const std::vector<SumRule>& sums,
                           std::vector<StructureRemark>& remarks);
void add_remarks(const Model& model, const std::vector<StructureRemark>& remarks, const std::vector<OddReading>& odd,
                 std::vector<Finding>& findings);

/// Figures printed in a form that may be misread.
void add_format_findings(const Model& model, std::vector<Finding>& findings);

} // namespace finsam::review
