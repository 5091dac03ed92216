#pragma once
// The checks of a report: the layout's ties, and those of the books and the map. Only for the engine.

#include "bridge/report/statement_terms.hpp"

namespace finsam::statement {

/// All checks in a stable order. `report` holds the tables; its `unmapped` is filled in.
void run_checks(Evaluator& evaluator, Report& report);

} // namespace finsam::statement
