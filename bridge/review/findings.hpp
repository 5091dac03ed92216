#pragma once
// From causes and remarks to findings that an economist reads.

#include "bridge/review/drift_ties.hpp"
#include "bridge/review/localise.hpp"
#include "bridge/review/review.hpp"

namespace finsam::review {

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
