#pragma once
// A range argument as a table: a header row, columns found by name, cells as text or öre.

#include "addin/functions/arguments.hpp"

#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/uno/Sequence.hxx>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

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

/// The text or the number in a value of Calc; nullptr when it holds another kind. Valid as long as the value.
[[nodiscard]] const rtl::OUString* text_in(const com::sun::star::uno::Any& value) noexcept;
[[nodiscard]] const double* number_in(const com::sun::star::uno::Any& value) noexcept;
/// Whether it holds neither text nor a number but empty text, as an empty cell of a range does.
[[nodiscard]] bool is_empty(const com::sun::star::uno::Any& value) noexcept;

/// A range without the rows and columns below and beside all that its sheet holds; empty when nothing is left.
[[nodiscard]] CellRange used_part(const CellRange& range);
/// Values of a range by row: an error cell is void, an empty cell "".
[[nodiscard]] AnyMatrix data_array(const CellRange& range);
/// An error as the result of an array formula: Calc repeats a single element over all of it.
[[nodiscard]] AnyMatrix error_matrix(CellError error);

/// What does not fit is refused as an argument error that names the row.
class CellTable {
public:
    /// Reads no further than the sheet's used area, and a column when it is first asked for: whole columns (A:F) and
    /// columns that nobody asks for cost nothing.
    CellTable(const CellRange& range, const ArgumentPlace& place);
    CellTable(AnyMatrix cells, const ArgumentPlace& place);

    /// No cell holds anything.
    [[nodiscard]] bool empty() const noexcept { return header_row_ >= row_count_; }
    /// Headings as they stand, from the first column.
    [[nodiscard]] const std::vector<std::string>& headings() const noexcept { return headings_; }
    /// Place of a column whose heading is `name` in small or capital letters; the first of several.
    [[nodiscard]] std::optional<sal_Int32> find_column(std::string_view name) const;
    /// Place of the first column whose heading is a word and more: "UB" finds "UB 2024".
    [[nodiscard]] std::optional<sal_Int32> find_column_beginning(std::string_view word) const;
    [[nodiscard]] sal_Int32 column(std::string_view name) const; ///< refused when missing

    [[nodiscard]] sal_Int32 first_row() const noexcept { return header_row_ + 1; }
    [[nodiscard]] sal_Int32 row_count() const noexcept { return row_count_; }

    /// Reads columns that will be asked for, those that stand near each other together: Calc's price of a row is higher
    /// than that of a cell.
    void read(std::initializer_list<sal_Int32> columns);
    /// An error cell is void, an empty cell "".
    [[nodiscard]] const com::sun::star::uno::Any& cell(sal_Int32 row, sal_Int32 column);
    /// Trimmed text; a whole number as its digits (a code or an account that Calc took for a number).
    [[nodiscard]] OrCellError<std::string> text(sal_Int32 row, sal_Int32 column);
    /// Kronor to öre; nothing for an empty cell. Text is refused.
    [[nodiscard]] OrCellError<std::optional<Ore>> amount(sal_Int32 row, sal_Int32 column);
    /// Rows from `first` to `last`, all columns.
    [[nodiscard]] AnyMatrix rows(sal_Int32 first, sal_Int32 last) const;
    /// The error in a cell that is void.
    [[nodiscard]] CellError error_at(sal_Int32 row, sal_Int32 column) const;

    /// Refuses the argument, naming a row as people count it inside the range.
    [[noreturn]] void refuse_row(sal_Int32 row, std::string_view swedish_reason) const;
    [[noreturn]] void refuse_all(std::string_view swedish_reason) const { refuse(place_, swedish_reason); }

private:
    void read_headings(const AnyRow& row);
    void read_block(sal_Int32 first, sal_Int32 last);

    /// Cells of a column from `first_row`, at `offset` in each row; without rows until it is read.
    struct Column {
        AnyMatrix rows;
        sal_Int32 offset = 0;
    };

    CellRange range_;             ///< its used part; empty for an array
    AnyMatrix cells_;             ///< of an array
    std::vector<Column> columns_; ///< of a range
    ArgumentPlace place_;
    sal_Int32 row_count_ = 0;
    sal_Int32 header_row_ = 0;
    std::vector<std::string> headings_;
    Ore total_; ///< of the amounts' absolute values; kept exact in a cell
};

} // namespace finsam::addin
