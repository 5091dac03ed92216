#pragma once

#include "addin/workbook/fill_document.hpp"
#include "templates/builder/sheet_model.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

namespace finsam::addin {

/// No grid on pages to read, headers that stay in sight on the data sheets, and the first sheet in front. The view
/// settings of a template that is loaded from a stream are not taken over by the view (measured), so they are set here.
void arrange_view(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
                  const DocumentReference& document, const workbook::Workbook& workbook);

/// The same for a document that is still being loaded and has no view yet: the view takes it over when it comes.
void store_view(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
                const DocumentReference& document, const workbook::Workbook& workbook);

} // namespace finsam::addin
