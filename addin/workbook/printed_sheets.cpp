#include "addin/workbook/printed_sheets.hpp"

#include "addin/functions/arguments.hpp"
#include "addin/workbook/used_area.hpp"
#include "bridge/review/sheet_builder.hpp"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <limits>
#include <optional>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;
using Sheet = uno::Reference<sheet::XSpreadsheet>;

bool is_visible(const uno::Reference<uno::XInterface>& one) {
    bool visible = true;
    uno::Reference<com::sun::star::beans::XPropertySet>(one, uno::UNO_QUERY_THROW)->getPropertyValue("IsVisible") >>=
        visible;
    return visible;
}

bool is_visible(const uno::Reference<com::sun::star::container::XIndexAccess>& lines, sal_Int32 at) {
    return is_visible(uno::Reference<uno::XInterface>(lines->getByIndex(at), uno::UNO_QUERY_THROW));
}

/// Around all print ranges; every cell where there is none.
review::CellRange printed_of(const uno::Sequence<table::CellRangeAddress>& areas) {
    if (!areas.hasElements()) {
        return {};
    }
    constexpr auto most = std::numeric_limits<std::size_t>::max();
    review::CellRange around{most, most, 0, 0};
    for (const table::CellRangeAddress& area : areas) {
        around.first_row = std::min(around.first_row, static_cast<std::size_t>(area.StartRow));
        around.first_column = std::min(around.first_column, static_cast<std::size_t>(area.StartColumn));
        around.last_row = std::max(around.last_row, static_cast<std::size_t>(area.EndRow));
        around.last_column = std::max(around.last_column, static_cast<std::size_t>(area.EndColumn));
    }
    return around;
}

std::string shown(const Sheet& one, sal_Int32 column, sal_Int32 row) {
    const uno::Reference<com::sun::star::text::XText> cell(one->getCellByPosition(column, row), uno::UNO_QUERY_THROW);
    std::string text = to_utf8(cell->getString());
    std::ranges::replace(text, '\n', ' ');
    return text;
}

review::Sheet read(const Sheet& one, const std::string& name, const review::CellRange& printed) {
    review::SheetBuilder builder(name, printed);
    const table::CellRangeAddress used = used_area(one);
    const auto last_row = std::min<sal_Int32>(used.EndRow, review::most_sheet_rows - 1);
    const auto last_column = std::min<sal_Int32>(used.EndColumn, review::most_sheet_columns - 1);
    const uno::Reference<table::XColumnRowRange> lines(one, uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XIndexAccess> columns(lines->getColumns(), uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XIndexAccess> rows(lines->getRows(), uno::UNO_QUERY_THROW);
    for (sal_Int32 column = 0; column <= last_column; ++column) {
        if (!is_visible(columns, column)) {
            builder.hide_column(static_cast<std::size_t>(column));
        }
    }
    for (sal_Int32 row = 0; row <= last_row; ++row) {
        if (!is_visible(rows, row)) {
            builder.hide_row(static_cast<std::size_t>(row));
            continue;
        }
        for (sal_Int32 column = 0; column <= last_column; ++column) {
            builder.set(static_cast<std::size_t>(row), static_cast<std::size_t>(column), shown(one, column, row));
        }
    }
    return builder.take();
}

} // namespace

std::vector<review::Sheet> printed_sheets(const DocumentReference& document, bool only_ranges) {
    std::vector<review::Sheet> sheets;
    const uno::Reference<com::sun::star::container::XNameAccess> all(document->getSheets(), uno::UNO_QUERY_THROW);
    const uno::Sequence<rtl::OUString> names = all->getElementNames();
    for (const rtl::OUString& name : names) {
        const Sheet one(all->getByName(name), uno::UNO_QUERY_THROW);
        const auto areas = uno::Reference<sheet::XPrintAreas>(one, uno::UNO_QUERY_THROW)->getPrintAreas();
        const bool is_printed = is_visible(one) && (areas.hasElements() || !only_ranges);
        sheets.push_back(is_printed ? read(one, to_utf8(name), printed_of(areas)) : review::Sheet{to_utf8(name), {}});
    }
    return sheets;
}

} // namespace finsam::addin
