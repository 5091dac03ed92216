#pragma once
// One document of a layout: its tables without those of the other documents. Only for the reader (layout.cpp).

#include "bridge/report/layout.hpp"

namespace finsam {

/// Takes away the tables that are not shown, what rows say of their notes, and the terms of checks that need them: such
/// a check is then not applicable. References must have been checked.
void keep_document(Layout& layout);

} // namespace finsam
