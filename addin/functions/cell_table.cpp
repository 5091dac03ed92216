#include "addin/functions/cell_table.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <fmt/format.h>
#include <set>
#include <unicode/unistr.h>
#include <utility>

namespace finsam::addin {
namespace {

using namespace com::sun::star;

table::CellRangeAddress address_of(const uno::Reference<uno::XInterface>& range) {
    return uno::Reference<sheet::XCellRangeAddressable>(range, uno::UNO_QUERY_THROW)->getRangeAddress();
}

AnyMatrix data_of(const CellRange& range, sal_Int32 left, sal_Int32 top, sal_Int32 right, sal_Int32 bottom) {
    return data_array(range->getCellRangeByPosition(left, top, right, bottom));
}

icu::UnicodeString folded(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}).trim().foldCase();
}

bool holds_something(const AnyRow& row) {
    return std::any_of(row.begin(), row.end(), [](const uno::Any& cell) { return !is_empty(cell); });
}

} // namespace

const rtl::OUString* text_in(const uno::Any& value) noexcept {
    return value.getValueTypeClass() == uno::TypeClass_STRING ? static_cast<const rtl::OUString*>(value.getValue())
                                                              : nullptr;
}

const double* number_in(const uno::Any& value) noexcept {
    return value.getValueTypeClass() == uno::TypeClass_DOUBLE ? static_cast<const double*>(value.getValue()) : nullptr;
}

bool is_empty(const uno::Any& value) noexcept {
    const rtl::OUString* text = text_in(value);
    return text != nullptr && text->isEmpty();
}

CellRange used_part(const CellRange& range) {
    if (!range.is()) {
        return {};
    }
    const uno::Reference<sheet::XSheetCellRange> on_sheet(range, uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XUsedAreaCursor> cursor(on_sheet->getSpreadsheet()->createCursor(),
                                                        uno::UNO_QUERY_THROW);
    cursor->gotoEndOfUsedArea(false);
    const table::CellRangeAddress all = address_of(range), end = address_of(cursor);
    const sal_Int32 right = std::min(all.EndColumn, end.EndColumn), bottom = std::min(all.EndRow, end.EndRow);
    if (right < all.StartColumn || bottom < all.StartRow) {
        return {};
    }
    return range->getCellRangeByPosition(0, 0, right - all.StartColumn, bottom - all.StartRow);
}

AnyMatrix data_array(const CellRange& range) {
    return uno::Reference<sheet::XCellRangeData>(range, uno::UNO_QUERY_THROW)->getDataArray();
}

AnyMatrix error_matrix(CellError error) {
    AnyRow row(1);
    row[0] <<= error_value(error.number);
    return {&row, 1};
}

CellTable::CellTable(const CellRange& range, const ArgumentPlace& place) : range_(used_part(range)), place_(place) {
    if (!range_.is()) {
        return;
    }
    const table::CellRangeAddress address = address_of(range_);
    row_count_ = address.EndRow - address.StartRow + 1;
    const sal_Int32 last_column = address.EndColumn - address.StartColumn;
    columns_.resize(static_cast<std::size_t>(last_column) + 1);
    for (sal_Int32 rows = 1; header_row_ < row_count_; rows *= 4) { // mostly it is the first
        const AnyMatrix some =
            data_of(range_, 0, header_row_, last_column, std::min(header_row_ + rows, row_count_) - 1);
        const auto* const found = std::find_if(some.begin(), some.end(), holds_something);
        header_row_ += static_cast<sal_Int32>(found - some.begin());
        if (found != some.end()) {
            read_headings(*found);
            return;
        }
    }
}

CellTable::CellTable(AnyMatrix cells, const ArgumentPlace& place)
    : cells_(std::move(cells)), place_(place), row_count_(cells_.getLength()) {
    const AnyMatrix& all = cells_;
    const auto* const found = std::find_if(all.begin(), all.end(), holds_something);
    header_row_ = static_cast<sal_Int32>(found - all.begin());
    if (!empty()) {
        read_headings(*found);
    }
}

void CellTable::read_headings(const AnyRow& row) {
    for (const uno::Any& cell : row) {
        const rtl::OUString* text = text_in(cell);
        headings_.push_back(text != nullptr ? trimmed(to_utf8(*text)) : std::string());
    }
}

std::optional<sal_Int32> CellTable::find_column(std::string_view name) const {
    const icu::UnicodeString wanted = folded(name);
    const auto found = std::ranges::find_if(headings_, [&](const std::string& each) { return folded(each) == wanted; });
    return found == headings_.end() ? std::nullopt : std::optional(static_cast<sal_Int32>(found - headings_.begin()));
}

std::optional<sal_Int32> CellTable::find_column_beginning(std::string_view word) const {
    const icu::UnicodeString wanted = folded(word) + u' ';
    const auto found =
        std::ranges::find_if(headings_, [&](const std::string& each) { return folded(each).startsWith(wanted); });
    return found == headings_.end() ? std::nullopt : std::optional(static_cast<sal_Int32>(found - headings_.begin()));
}

sal_Int32 CellTable::column(std::string_view name) const {
    const std::optional<sal_Int32> found = find_column(name);
    if (!found) {
        refuse(place_, fmt::format("kolumnen \"{}\" saknas i områdets rubrikrad.", name));
    }
    return *found;
}

void CellTable::read_block(sal_Int32 first, sal_Int32 last) {
    if (first_row() >= row_count_) {
        return;
    }
    const AnyMatrix rows = data_of(range_, first, first_row(), last, row_count_ - 1);
    for (sal_Int32 column = first; column <= last; ++column) {
        columns_[static_cast<std::size_t>(column)] = {rows, column - first};
    }
}

void CellTable::read(std::initializer_list<sal_Int32> columns) {
    if (!range_.is()) {
        return;
    }
    const std::set<sal_Int32> wanted(columns);
    const sal_Int32 first = *wanted.begin(), last = *wanted.rbegin();
    if (last - first <
        2 * static_cast<sal_Int32>(wanted.size())) { // measured: a cell of a row costs about half of what the row does
        read_block(first, last);
    }
}

const uno::Any& CellTable::cell(sal_Int32 row, sal_Int32 column) {
    if (!range_.is()) {
        return std::as_const(cells_)[row][column];
    }
    const Column& cells = columns_[static_cast<std::size_t>(column)];
    if (!cells.rows.hasElements()) {
        read_block(column, column);
    }
    return cells.rows[row - first_row()][cells.offset];
}

OrCellError<std::string> CellTable::text(sal_Int32 row, sal_Int32 column) {
    const uno::Any& value = cell(row, column);
    if (const rtl::OUString* text = text_in(value)) {
        return trimmed(to_utf8(*text));
    }
    if (const double* number = number_in(value)) {
        return fmt::format("{}", *number); // 3011.0 is "3011"
    }
    return tl::unexpected(error_at(row, column));
}

OrCellError<std::optional<Ore>> CellTable::amount(sal_Int32 row, sal_Int32 column) {
    const uno::Any& value = cell(row, column);
    if (const double* number = number_in(value)) {
        const Ore ore = to_ore(*number, place_);
        total_ += ore < Ore() ? -ore : ore;
        if (total_ > largest_exact) {
            refuse_row(row, "beloppen är för stora tillsammans.");
        }
        return ore;
    }
    if (const rtl::OUString* text = text_in(value)) {
        if (trimmed(to_utf8(*text)).empty()) {
            return std::nullopt;
        }
        refuse_row(row, "beloppet är text, inte ett tal.");
    }
    return tl::unexpected(error_at(row, column));
}

AnyMatrix CellTable::rows(sal_Int32 first, sal_Int32 last) const {
    if (range_.is()) {
        return data_of(range_, 0, first, static_cast<sal_Int32>(columns_.size()) - 1, last);
    }
    return {cells_.getConstArray() + first, last - first + 1};
}

void CellTable::refuse_row(sal_Int32 row, std::string_view swedish_reason) const {
    refuse(place_, fmt::format("rad {} i området: {}", row + 1, swedish_reason));
}

CellError CellTable::error_at(sal_Int32 row, sal_Int32 column) const {
    const sal_Int32 number = range_.is() ? range_->getCellByPosition(column, row)->getError() : 0;
    return {number > 0 ? static_cast<std::uint32_t>(number) : error_value_expected};
}

} // namespace finsam::addin
