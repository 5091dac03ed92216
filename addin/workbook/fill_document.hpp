#pragma once
// The UNO side of the contract in templates/builder/contract.hpp: writes a Fill, reads the figures back.

#include "bridge/report/layout.hpp"
#include "bridge/workbook/workbook_request.hpp"
#include "templates/builder/contract.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <functional>

namespace finsam::addin {

using DocumentReference = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheetDocument>;

/// Told how much is done, 0 to 100; false stops the work.
using GoOn = std::function<bool(int percent)>;

/// Writes everything in blocks with calculation off, then recalculates hard. False when `go_on` stopped it: the
/// document is then filled in part, for the caller to close.
bool fill_document(
    const DocumentReference& document, const workbook::Fill& fill, const GoOn& go_on = [](int) { return true; });

/// The steps of it, for a document that was filled before. The sheets must be unprotected but for the last.
void clear_contents(const DocumentReference& document, const workbook::Fill& fill);
[[nodiscard]] bool write_contents(const DocumentReference& document, const workbook::Fill& fill, const GoOn& go_on);
void set_names(const DocumentReference& document, const workbook::Fill& fill);
void set_rows(const DocumentReference& document, const workbook::Fill& fill);
void recalculate_filled(const DocumentReference& document, const workbook::Fill& fill);

/// Writes the values, a few thousand rows at a time. Line breaks in texts become blanks.
void write_data(const DocumentReference& document, const workbook::DataBlock& block);

/// Takes the print ranges off these sheets: what has none is not printed.
void leave_unprinted(const DocumentReference& document, const std::vector<std::string>& sheets);
/// Gives a sheet the one print range.
void set_print_range(const DocumentReference& document, const workbook::PrintRange& print);
/// Sheets without anything to print get no print range; of a re-import, those that have something get theirs back.
void set_print_ranges(const DocumentReference& document, const workbook::Fill& fill);

/// The report's figures and the counts of the checks as the recalculated cells hold them, with the options it was
/// filled with.
void read_back(const DocumentReference& document, const Layout& layout, const workbook::FillOptions& options,
               WorkbookOutcome& outcome);

} // namespace finsam::addin
