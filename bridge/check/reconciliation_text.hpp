#pragma once
// What does not tie in a SIE file, as diagnostics beside those of the reader.

#include "parsers/sie_reconciliation.hpp"

namespace finsam {

/// Adds a warning for the sum of #UB and #RES, and one for each account where something does not tie. Nothing for a
/// refused file: nothing of it is used, and what was not read cannot tie.
void tell_reconciliation(sie::ReadResult& result, const sie::Reconciliation& sums);

} // namespace finsam
