#pragma once
// Where the cursor stands in the document of a frame, and moving it.

#include "addin/commands/command_functions.hpp"
#include "addin/workbook/fill_document.hpp"
#include "templates/builder/underlag_places.hpp"

#include <optional>

namespace finsam::addin {

/// The cell that is selected, or the first of those that are; nothing where a chart or a drawing is.
[[nodiscard]] std::optional<workbook::Place> selected_cell(const DocumentReference& document);

/// Selects cells (a cell, a range) and brings them into sight. Nothing in a frame without a view.
void select(const Frame& frame, const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& cells);

/// The cell; of a row of a data sheet all its columns that hold something to read.
void go_to(const Frame& frame, const DocumentReference& document, const workbook::Place& place, int columns = 1);

} // namespace finsam::addin
