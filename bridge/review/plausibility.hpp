#pragma once
// What no sum can prove but a reader would ask about.

#include "bridge/review/review.hpp"

namespace finsam::review {

/// Översikt: income and costs leave only financial items to the result. A year in which they would be far larger than
/// in the other years, and no small part of the income, has a wrong figure.
void add_unlikely_costs(const Model& model, std::vector<Finding>& findings);

/// Rows of the statements whose sign is always the same, printed with the other: two rows that changed places, or an
/// amount in the wrong row. Figures that already have a finding are left.
void add_unusual_signs(const Model& model, std::vector<Finding>& findings);

/// Rows that a statement must have (LKBR 5, 6 and 11 kap., RKR R13), in tables that are surely recognised.
void add_missing_rows(const Model& model, std::vector<Finding>& findings);

} // namespace finsam::review
