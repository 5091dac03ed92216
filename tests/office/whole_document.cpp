#include "tests/office/whole_document.hpp"

#include "templates/builder/cell_address.hpp"
#include "tests/office/text.hpp"

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <fmt/format.h>

namespace finsam::office {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

void add_values(CellValues& out, const std::string& name, const uno::Reference<sheet::XSpreadsheet>& one) {
    const uno::Reference<sheet::XSheetCellCursor> cursor = one->createCursor();
    uno::Reference<sheet::XUsedAreaCursor>(cursor, uno::UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    const auto end = uno::Reference<sheet::XCellRangeAddressable>(cursor, uno::UNO_QUERY_THROW)->getRangeAddress();
    const uno::Reference<sheet::XCellRangeData> all(one->getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow),
                                                    uno::UNO_QUERY_THROW);
    const uno::Sequence<uno::Sequence<uno::Any>> rows = all->getDataArray();
    for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
        for (sal_Int32 column = 0; column < rows[row].getLength(); ++column) {
            const uno::Any& value = rows[row][column];
            double number = 0;
            rtl::OUString text;
            std::string shown;
            if (value >>= text) {
                shown = to_string(text);
            } else if (value >>= number) {
                shown = fmt::format("{:.15g}", number);
            } else {
                shown = fmt::format("Err:{}", one->getCellByPosition(column, row)->getError());
            }
            if (!shown.empty()) {
                out[name + "." + workbook::a1({row, column})] = shown;
            }
        }
    }
}

} // namespace

CellValues values_of(const Document& document) {
    CellValues out;
    const uno::Sequence<rtl::OUString> names = document.model()->getSheets()->getElementNames();
    for (const rtl::OUString& name : names) {
        add_values(out, to_string(name), {document.model()->getSheets()->getByName(name), uno::UNO_QUERY_THROW});
    }
    return out;
}

std::vector<std::string> differences(const CellValues& expected, const CellValues& actual, std::size_t most) {
    std::vector<std::string> out;
    const auto compare = [&](const CellValues& these, const CellValues& those, bool both) {
        for (const auto& [address, value] : these) {
            const auto other = those.find(address);
            if (out.size() < most && (other == those.end() || (both && other->second != value))) {
                out.push_back(fmt::format("{}: {} / {}", address, value, other == those.end() ? "-" : other->second));
            }
        }
    };
    compare(expected, actual, true);
    compare(actual, expected, false);
    return out;
}

} // namespace finsam::office
