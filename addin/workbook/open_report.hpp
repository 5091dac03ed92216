#pragma once
// A workbook that is open, as the engine sees it: its layout, books, map and typed figures read back from its cells.

#include "addin/workbook/fill_document.hpp"
#include "bridge/report/statement.hpp"
#include "templates/builder/workbook_reader.hpp"
#include "templates/builder/workbook_settings.hpp"

#include <memory>
#include <tl/expected.hpp>

namespace finsam::addin {

/// Cells of a document for `read_workbook`.
class DocumentCells final : public workbook::CellReader {
public:
    explicit DocumentCells(DocumentReference document) : document_(std::move(document)) {}
    [[nodiscard]] bool has_sheet(std::string_view sheet) const override;
    [[nodiscard]] std::vector<std::vector<workbook::PlainValue>> read(std::string_view sheet,
                                                                      workbook::Range range) const override;

private:
    DocumentReference document_;
};

struct OpenReport {
    Layout layout;
    workbook::FillOptions options; ///< with the workbook's capacities and credit sign
    workbook::WorkbookContent content;
    Report report; ///< of all that; points into it

    [[nodiscard]] Report evaluate(const Books& books) const {
        return finsam::evaluate(layout, content.map, books, content.typed);
    }
};

/// On the heap: the report points into its layout and books. The error is a Swedish sentence: a workbook of another
/// version, sheets that were moved, a map with faults, or one that nothing was read into.
[[nodiscard]] tl::expected<std::unique_ptr<OpenReport>, std::string> read_report(const DocumentReference& document);

} // namespace finsam::addin
