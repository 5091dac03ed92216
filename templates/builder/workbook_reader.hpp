#pragma once
// The other way round of `fill`: what a workbook's sheets hold now, as the values that the engine reads. Rows that
// people have sorted, left empty or added are read as they stand.

#include "templates/builder/contract.hpp"

#include <tl/expected.hpp>

namespace finsam::workbook {

/// A document's cells.
class CellReader {
public:
    virtual ~CellReader() = default;
    [[nodiscard]] virtual bool has_sheet(std::string_view sheet) const = 0;
    /// Rows of a rectangle, all as wide; a cell that is empty or shows an error is "". Rows below all that the sheet
    /// holds are left out.
    [[nodiscard]] virtual std::vector<std::vector<PlainValue>> read(std::string_view sheet, Range range) const = 0;
};

struct WorkbookContent {
    Books books;
    AccountMap map;
    TypedInput typed;
    int credit_sign = 1;
};

/// A Swedish sentence for a sheet or a heading that is not where the workbook was built with it (renamed, deleted,
/// columns or rows put in); "" when all are.
[[nodiscard]] std::string moved_parts(const Layout& layout, const Capacities& capacities, const CellReader& cells);

/// Books, map and typed figures as the sheets hold them. `dimension` is the books' insats dimension. The error is a
/// Swedish sentence that names the sheet and what to do.
[[nodiscard]] tl::expected<WorkbookContent, std::string> read_workbook(const Layout& layout,
                                                                       const Capacities& capacities,
                                                                       const CellReader& cells,
                                                                       const std::string& dimension);

} // namespace finsam::workbook
