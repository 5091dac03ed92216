#pragma once
// Which documents are annual reports made by Finsam, and whether they can be changed.

#include "addin/commands/command_table.hpp"
#include "addin/workbook/fill_document.hpp"

#include <com/sun/star/frame/XFrame.hpp>

namespace finsam::addin {

/// The spreadsheet of a frame; nothing when it holds another kind of document, or none.
[[nodiscard]] DocumentReference document_of(const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame);

/// Has the sheets and names that every workbook of Finsam has, whatever its shape.
[[nodiscard]] bool is_report(const DocumentReference& document);

[[nodiscard]] bool is_read_only(const DocumentReference& document);

[[nodiscard]] DocumentState state_of(const com::sun::star::uno::Reference<com::sun::star::frame::XFrame>& frame);

} // namespace finsam::addin
