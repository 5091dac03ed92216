#pragma once
// The checks of the sheet Kontroller in an open workbook, and what a PDF has of them.

#include "addin/workbook/fill_document.hpp"

#include <com/sun/star/table/XCellRange.hpp>

namespace finsam::addin {

/// The cells that say what each check is, headings included; throws a UNO exception where there are none.
[[nodiscard]] com::sun::star::uno::Reference<com::sun::star::table::XCellRange>
check_states(const DocumentReference& document);

/// Hides the checks that do not apply, and headings over nothing else. Only in a document that is not kept: a check may
/// begin to apply when people type on Indata.
void hide_checks_that_do_not_apply(const DocumentReference& document);

} // namespace finsam::addin
