#include "addin/workbook/view_settings.hpp"

#include "addin/functions/arguments.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using com::sun::star::sheet::XSpreadsheet;

} // namespace

void arrange_view(const uno::Reference<uno::XComponentContext>& context, const DocumentReference& document,
                  const workbook::Workbook& workbook) {
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::sheet::XSpreadsheetView> view(model->getCurrentController(), uno::UNO_QUERY);
    if (!view.is()) { // a hidden document has no view to arrange
        return;
    }
    const uno::Reference<com::sun::star::sheet::XViewFreezable> panes(view, uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::frame::XDispatchProvider> frame(model->getCurrentController()->getFrame(),
                                                                         uno::UNO_QUERY_THROW);
    const auto dispatcher = com::sun::star::frame::DispatchHelper::create(context);
    const auto activate = [&](const std::string& name) {
        view->setActiveSheet(
            uno::Reference<XSpreadsheet>(document->getSheets()->getByName(from_utf8(name)), uno::UNO_QUERY_THROW));
    };
    for (const workbook::Sheet& sheet : workbook.sheets) {
        activate(sheet.name);
        if (sheet.printed || sheet.freeze_rows == 0) { // the controller's property ShowGrid would go for every sheet
            dispatcher->executeDispatch(frame, ".uno:ToggleSheetGrid", "", 0, {});
        }
        if (sheet.freeze_rows > 0 || sheet.freeze_columns > 0) {
            panes->freezeAtPosition(sheet.freeze_columns, sheet.freeze_rows);
        }
    }
    activate(workbook.sheets.front().name);
}

} // namespace finsam::addin
