#pragma once
// What people typed on Indata and in the tables of texts. Only for `read_workbook`.

#include "templates/builder/workbook_reader.hpp"

namespace finsam::workbook {

/// Fills in `typed` and `credit_sign`; the books are there already. The same rules as the sheet's formulas: a text
/// where a number is wanted does not count.
void read_input_back(const CellReader& cells, const Layout& layout, const Capacities& capacities,
                     WorkbookContent& content);

} // namespace finsam::workbook
