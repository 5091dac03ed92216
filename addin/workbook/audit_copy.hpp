#pragma once
// Revisionskopia: a workbook in which every figure stands where the extension is missing. Each formula with a function
// of the add-in becomes an equal formula of Calc, or its value; the sheet Revision lists them.

#include "addin/workbook/fill_document.hpp"
#include "bridge/workbook/audit_copy_request.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

namespace finsam::addin {

/// Opens the file, and leaves it as it is.
[[nodiscard]] AuditCopyOutcome
make_audit_copy(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
                const AuditCopyRequest& request);

/// The same of a document that is open and stays as it is, with what is not yet stored. `request.workbook` is a name
/// for a temporary file of the document, which is removed.
[[nodiscard]] AuditCopyOutcome
make_audit_copy(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
                const DocumentReference& document, const AuditCopyRequest& request);

} // namespace finsam::addin
