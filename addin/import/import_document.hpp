#pragma once
// A SIE file into an empty Calc document: reads all of it first, then makes the sheets and writes the rows.

#include "addin/import/media_descriptor.hpp"
#include "addin/workbook/fill_document.hpp"
#include "parsers/sie_reader.hpp"

#include <atomic>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace finsam::addin {

struct ImportOutcome {
    bool succeeded = false;
    bool cancelled = false;
    sie::ReadResult result; ///< why not, when neither
};

/// UNO exceptions pass; the document is then to be thrown away.
[[nodiscard]] ImportOutcome
import_document(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
                const DocumentReference& document, const MediaDescriptor& descriptor,
                const std::atomic<bool>& cancelled);

} // namespace finsam::addin
