#pragma once
// What a reader sees of an open spreadsheet, for a review of it: the same as is read from its file (review/documents).

#include "addin/workbook/fill_document.hpp"
#include "bridge/review/sheet_tables.hpp"

#include <vector>

namespace finsam::addin {

/// The texts of the visible, printed cells of every sheet, as they are shown; a hidden sheet has none. `only_ranges`:
/// a sheet without a print range is not printed, as in the workbooks of Finsam.
[[nodiscard]] std::vector<review::Sheet> printed_sheets(const DocumentReference& document, bool only_ranges);

} // namespace finsam::addin
