#pragma once

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

namespace finsam::addin {

/// From the sheet's first cell to the last one that holds something or is formatted.
[[nodiscard]] com::sun::star::table::CellRangeAddress
used_area(const com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet>& sheet);

} // namespace finsam::addin
