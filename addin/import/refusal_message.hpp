#pragma once
// Tells why a file was not opened.

#include "addin/import/media_descriptor.hpp"
#include "addin/workbook/fill_document.hpp"
#include "bridge/language.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

namespace finsam::addin {

/// A message box where someone opened the file in a window; otherwise (a conversion, a script) a line on standard
/// error. After a box the loader is kept from adding its own "General input/output error".
void tell_refusal(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
                  const MediaDescriptor& descriptor, const DocumentReference& document, const std::string& why);

/// When it is not the file but the office or the extension that failed.
[[nodiscard]] std::string failure_text(const std::string& what, Language language);

} // namespace finsam::addin
