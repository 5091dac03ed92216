#include "addin/commands/selection.hpp"

#include "addin/functions/arguments.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace finsam::addin {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
using com::sun::star::container::XIndexAccess;

std::optional<workbook::Place> selected_cell(const DocumentReference& document) {
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    uno::Reference<uno::XInterface> selection = model->getCurrentSelection();
    uno::Reference<sheet::XSheetCellRange> range(selection, uno::UNO_QUERY);
    if (const uno::Reference<XIndexAccess> several(selection, uno::UNO_QUERY);
        !range.is() && several.is() && several->getCount() > 0) {
        range.set(several->getByIndex(0), uno::UNO_QUERY);
    }
    const uno::Reference<sheet::XCellRangeAddressable> addressable(range, uno::UNO_QUERY);
    if (!addressable.is()) {
        return std::nullopt;
    }
    const auto area = addressable->getRangeAddress();
    const uno::Reference<com::sun::star::container::XNamed> named(range->getSpreadsheet(), uno::UNO_QUERY_THROW);
    return workbook::Place{to_utf8(named->getName()), {area.StartRow, area.StartColumn}};
}

void select(const Frame& frame, const uno::Reference<uno::XInterface>& cells) {
    const uno::Reference<com::sun::star::view::XSelectionSupplier> selection(frame->getController(), uno::UNO_QUERY);
    if (selection.is()) {
        selection->select(uno::Any(cells));
    }
}

void go_to(const Frame& frame, const DocumentReference& document, const workbook::Place& place, int columns) {
    const uno::Reference<sheet::XSpreadsheet> one(document->getSheets()->getByName(from_utf8(place.sheet)),
                                                  uno::UNO_QUERY_THROW);
    select(frame,
           one->getCellRangeByPosition(place.at.column, place.at.row, place.at.column + columns - 1, place.at.row));
}

} // namespace finsam::addin
