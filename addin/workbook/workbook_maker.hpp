#pragma once
// Makes and fills a workbook inside the office: the template of the layout, the data sheets of the books, a hard
// recalculation, and the files. Used by the job now and by the menu commands.

#include "bridge/workbook/workbook_request.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

namespace finsam::addin {

/// Never throws what the core can foresee: `WorkbookOutcome::error` says it in Swedish. UNO exceptions pass.
[[nodiscard]] WorkbookOutcome
make_workbook(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
              const WorkbookRequest& request);

} // namespace finsam::addin
