#include "addin/workbook/used_area.hpp"

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>

namespace finsam::addin {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

com::sun::star::table::CellRangeAddress used_area(const uno::Reference<sheet::XSpreadsheet>& one) {
    const uno::Reference<sheet::XSheetCellCursor> cursor = one->createCursor();
    uno::Reference<sheet::XUsedAreaCursor>(cursor, uno::UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    auto area = uno::Reference<sheet::XCellRangeAddressable>(cursor, uno::UNO_QUERY_THROW)->getRangeAddress();
    area.StartRow = area.StartColumn = 0;
    return area;
}

} // namespace finsam::addin
