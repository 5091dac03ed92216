#include "addin/workbook/comparison_workbook.hpp"

#include "addin/workbook/document_files.hpp"
#include "addin/workbook/view_settings.hpp"
#include "templates/builder/comparison_book.hpp"

namespace finsam::addin {

ComparisonOutcome make_comparison(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
                                  const ComparisonRequest& request) {
    const workbook::Workbook book = workbook::plan_comparison_book(request.comparison);
    const OpenDocument document(open_new(context, book));
    if (!document.get().is()) {
        return {"LibreOffice kunde inte öppna jämförelsens arbetsbok."};
    }
    arrange_view(context, document.get(), book);
    store(document.get(), request.ods, ods_filter);
    return {};
}

} // namespace finsam::addin
