#pragma once
// A range argument as a table: a header row, columns found by name, cells as text or öre.

#include "addin/functions/arguments.hpp"

#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/uno/Sequence.hxx>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam::addin {

using AnyRow = com::sun::star::uno::Sequence<com::sun::star::uno::Any>;
using AnyMatrix = com::sun::star::uno::Sequence<AnyRow>;
using CellRange = com::sun::star::uno::Reference<com::sun::star::table::XCellRange>;

/// The number of an error that stands in a cell (503 #NUM!, 532 #DIV/0! ...). It is passed on, never read as zero.
struct CellError {
    std::uint32_t number;
};
template <class T>
using OrCellError = tl::expected<T, CellError>;

/// What does not fit is refused as an argument error that names the row.
class CellTable {
public:
    /// Reads no further than the sheet's used area, so that whole columns cost nothing.
    CellTable(const CellRange& range, const ArgumentPlace& place);
    CellTable(AnyMatrix cells, const ArgumentPlace& place);

    /// No cell holds anything.
    [[nodiscard]] bool empty() const noexcept { return header_row_ >= cells_.getLength(); }
    /// Place of a column whose header is `name` in small or capital letters; the first of several.
    [[nodiscard]] std::optional<sal_Int32> find_column(std::string_view name) const;
    [[nodiscard]] sal_Int32 column(std::string_view name) const; ///< refused when missing

    [[nodiscard]] sal_Int32 first_row() const noexcept { return header_row_ + 1; }
    [[nodiscard]] sal_Int32 row_count() const noexcept { return cells_.getLength(); }

    /// Trimmed text; a whole number as its digits (a code or an account that Calc took for a number).
    [[nodiscard]] OrCellError<std::string> text(sal_Int32 row, sal_Int32 column) const;
    /// Kronor to öre; nothing for an empty cell. Text is refused.
    [[nodiscard]] OrCellError<std::optional<Ore>> amount(sal_Int32 row, sal_Int32 column);

    /// Refuses the argument, naming a row as people count it inside the range.
    [[noreturn]] void refuse_row(sal_Int32 row, std::string_view swedish_reason) const;

private:
    void find_header();
    [[nodiscard]] CellError error_at(sal_Int32 row, sal_Int32 column) const;

    CellRange range_; ///< empty for an array
    AnyMatrix cells_; ///< an error cell of a range is void, an empty cell is ""
    ArgumentPlace place_;
    sal_Int32 header_row_ = 0;
    Ore total_; ///< of the amounts' absolute values; kept exact in a cell
};

} // namespace finsam::addin
