#pragma once
// The unit and the signs that each table of a report is printed with. Few tables say so; the figures that stand in
// several tables, and the signs of most figures of a kind, do.

#include "bridge/review/review_table.hpp"

#include <vector>

namespace finsam::review {

/// Sets `unit`, `cost_sign`, `credit_sign` and both signs of deviations of each table.
void settle_conventions(std::vector<ReviewTable>& tables);

} // namespace finsam::review
