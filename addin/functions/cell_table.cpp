#include "addin/functions/cell_table.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <fmt/format.h>
#include <unicode/unistr.h>
#include <utility>

namespace finsam::addin {
namespace {

using namespace com::sun::star;

sal_Int32 last_used_row(const uno::Reference<sheet::XSpreadsheet>& sheet) {
    const uno::Reference<sheet::XUsedAreaCursor> cursor(sheet->createCursor(), uno::UNO_QUERY_THROW);
    cursor->gotoEndOfUsedArea(false);
    return uno::Reference<sheet::XCellRangeAddressable>(cursor, uno::UNO_QUERY_THROW)->getRangeAddress().EndRow;
}

AnyMatrix used_cells(const CellRange& range) {
    const auto address = uno::Reference<sheet::XCellRangeAddressable>(range, uno::UNO_QUERY_THROW)->getRangeAddress();
    const uno::Reference<sheet::XSheetCellRange> on_sheet(range, uno::UNO_QUERY_THROW);
    const sal_Int32 last = std::min(address.EndRow, last_used_row(on_sheet->getSpreadsheet()));
    if (last < address.StartRow) {
        return {};
    }
    const CellRange used =
        range->getCellRangeByPosition(0, 0, address.EndColumn - address.StartColumn, last - address.StartRow);
    return uno::Reference<sheet::XCellRangeData>(used, uno::UNO_QUERY_THROW)->getDataArray();
}

icu::UnicodeString folded(const rtl::OUString& text) {
    return icu::UnicodeString(text.getStr(), text.getLength()).trim().foldCase();
}

bool holds_something(const uno::Any& cell) {
    rtl::OUString text;
    return !(cell >>= text) || !text.isEmpty();
}

} // namespace

CellTable::CellTable(const CellRange& range, const ArgumentPlace& place)
    : range_(range), cells_(range.is() ? used_cells(range) : AnyMatrix()), place_(place) {
    find_header();
}

CellTable::CellTable(AnyMatrix cells, const ArgumentPlace& place) : cells_(std::move(cells)), place_(place) {
    find_header();
}

void CellTable::find_header() {
    const AnyMatrix& cells = cells_;
    const auto first = std::find_if(cells.begin(), cells.end(), [](const AnyRow& row) {
        return std::any_of(row.begin(), row.end(), holds_something);
    });
    header_row_ = static_cast<sal_Int32>(first - cells.begin());
}

std::optional<sal_Int32> CellTable::find_column(std::string_view name) const {
    if (empty()) {
        return std::nullopt;
    }
    const icu::UnicodeString wanted = folded(from_utf8(name));
    const AnyRow& header = cells_[header_row_];
    for (sal_Int32 column = 0; column < header.getLength(); ++column) {
        rtl::OUString text;
        if ((header[column] >>= text) && folded(text) == wanted) {
            return column;
        }
    }
    return std::nullopt;
}

sal_Int32 CellTable::column(std::string_view name) const {
    const std::optional<sal_Int32> found = find_column(name);
    if (!found) {
        refuse(place_, fmt::format("kolumnen \"{}\" saknas i områdets rubrikrad.", name));
    }
    return *found;
}

OrCellError<std::string> CellTable::text(sal_Int32 row, sal_Int32 column) const {
    const uno::Any& cell = cells_[row][column];
    rtl::OUString text;
    double number = 0.0;
    if (cell >>= text) {
        return trimmed(to_utf8(text));
    }
    if (cell >>= number) {
        return fmt::format("{}", number); // 3011.0 is "3011"
    }
    return tl::unexpected(error_at(row, column));
}

OrCellError<std::optional<Ore>> CellTable::amount(sal_Int32 row, sal_Int32 column) {
    const uno::Any& cell = cells_[row][column];
    rtl::OUString text;
    double number = 0.0;
    if (cell >>= number) {
        const Ore ore = to_ore(number, place_);
        total_ += ore < Ore() ? -ore : ore;
        if (total_ > largest_exact) {
            refuse_row(row, "beloppen är för stora tillsammans.");
        }
        return ore;
    }
    if (cell >>= text) {
        if (trimmed(to_utf8(text)).empty()) {
            return std::nullopt;
        }
        refuse_row(row, "beloppet är text, inte ett tal.");
    }
    return tl::unexpected(error_at(row, column));
}

void CellTable::refuse_row(sal_Int32 row, std::string_view swedish_reason) const {
    refuse(place_, fmt::format("rad {} i området: {}", row + 1, swedish_reason));
}

CellError CellTable::error_at(sal_Int32 row, sal_Int32 column) const {
    const sal_Int32 number = range_.is() ? range_->getCellByPosition(column, row)->getError() : 0;
    return {number > 0 ? static_cast<std::uint32_t>(number) : error_value_expected};
}

} // namespace finsam::addin
