#include "addin/workbook/view_settings.hpp"

#include "addin/functions/arguments.hpp"
#include "addin/workbook/document_files.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/IndexedPropertyValues.hpp>
#include <com/sun/star/document/NamedPropertyValues.hpp>
#include <com/sun/star/document/XViewDataSupplier.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <vector>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using com::sun::star::sheet::XSpreadsheet;

using com::sun::star::beans::PropertyValue;

/// As Calc stores it: 2 is "frozen", and the active part is the one below and to the right.
uno::Sequence<PropertyValue> sheet_settings(const workbook::Sheet& sheet) {
    const auto split = [](int cells) { return uno::Any(static_cast<sal_Int16>(cells > 0 ? 2 : 0)); };
    const sal_Int16 active = sheet.freeze_columns > 0 && sheet.freeze_rows > 0 ? 3 : sheet.freeze_columns > 0 ? 1 : 2;
    const bool is_page = sheet.printed || sheet.freeze_rows == 0;
    const std::vector<PropertyValue> settings = {
        property("HorizontalSplitMode", split(sheet.freeze_columns)),
        property("VerticalSplitMode", split(sheet.freeze_rows)),
        property("HorizontalSplitPosition", uno::Any(sal_Int32{sheet.freeze_columns})),
        property("VerticalSplitPosition", uno::Any(sal_Int32{sheet.freeze_rows})),
        property("ActiveSplitRange", uno::Any(active)),
        property("PositionRight", uno::Any(sal_Int32{sheet.freeze_columns})),
        property("PositionBottom", uno::Any(sal_Int32{sheet.freeze_rows})),
        property("CursorPositionX", uno::Any(sal_Int32{0})),
        property("CursorPositionY", uno::Any(sal_Int32{sheet.freeze_rows})),
        property("ShowGrid", uno::Any(!is_page))};
    return {settings.data(), static_cast<sal_Int32>(settings.size())};
}

} // namespace

void store_view(const uno::Reference<uno::XComponentContext>& context, const DocumentReference& document,
                const workbook::Workbook& workbook) {
    const auto sheets = com::sun::star::document::NamedPropertyValues::create(context);
    for (const workbook::Sheet& sheet : workbook.sheets) {
        sheets->insertByName(from_utf8(sheet.name), uno::Any(sheet_settings(sheet)));
    }
    uno::Sequence<PropertyValue> view(3);
    view[0] = property("ViewId", uno::Any(rtl::OUString("view1")));
    view[1] = property("Tables", uno::Any(sheets));
    view[2] = property("ActiveTable", uno::Any(from_utf8(workbook.sheets.front().name)));
    const auto views = com::sun::star::document::IndexedPropertyValues::create(context);
    views->insertByIndex(0, uno::Any(view));
    uno::Reference<com::sun::star::document::XViewDataSupplier>(document, uno::UNO_QUERY_THROW)
        ->setViewData(uno::Reference<com::sun::star::container::XIndexAccess>(views, uno::UNO_QUERY_THROW));
}

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
        if (sheet.hidden) {
            continue;
        }
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
