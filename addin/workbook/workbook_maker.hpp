#pragma once
// Makes and fills a workbook inside the office: the template of the layout, the data sheets of the books, a hard
// recalculation, and the files. The job of the command stores and closes it; the menu command leaves it open.

#include "addin/workbook/fill_document.hpp"
#include "bridge/workbook/workbook_request.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>
#include <tl/expected.hpp>

namespace finsam::addin {

/// Never throws what the core can foresee: `WorkbookOutcome::error` says it in Swedish. UNO exceptions pass.
[[nodiscard]] WorkbookOutcome
make_workbook(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
              const WorkbookRequest& request);

/// A workbook on its way: first the empty one in a window, which can then hold a progress, then its figures.
class WorkbookInMaking {
public:
    /// Inputs and books must outlive it; the capacities of `options` are found here. Throws or has no document when the
    /// office cannot open the template.
    WorkbookInMaking(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
                     const ReportInputs& inputs, const Books& books, const workbook::FillOptions& options);
    WorkbookInMaking(const WorkbookInMaking&) = delete;
    WorkbookInMaking& operator=(const WorkbookInMaking&) = delete;
    /// Closes the document, unless `keep` was called.
    ~WorkbookInMaking();

    [[nodiscard]] const DocumentReference& document() const noexcept { return document_; }
    [[nodiscard]] const Report& report() const noexcept { return report_; }
    /// False when `go_on` stopped it.
    [[nodiscard]] bool fill(WorkbookOutcome& outcome, const GoOn& go_on);
    /// Before a PDF, which is the last that is made: sheets that nobody has written in, lines left to write in, and
    /// checks that do not apply are not printed.
    void leave_out_of_pdf();
    void keep() noexcept { keep_ = true; }

private:
    com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext> context_;
    const ReportInputs& inputs_;
    const Books& books_;
    Report report_;
    workbook::FillOptions options_;
    workbook::Workbook book_;
    workbook::Fill fill_;
    DocumentReference document_;
    bool keep_ = false;
};

} // namespace finsam::addin
