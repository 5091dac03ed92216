#include "addin/workbook/fill_document.hpp"

#include "addin/functions/arguments.hpp"
#include "addin/workbook/document_guards.hpp"

#include <algorithm>
#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertyContainer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <fmt/format.h>
#include <functional>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
using com::sun::star::table::XCellRange;
using rtl::OUString;

/// Blocks of this many rows keep the peak of memory low, and each costs a look at the heights of its rows (measured:
/// 200 000 rows in blocks of 1024 take 6 % longer than in blocks of 4096).
constexpr std::size_t rows_per_write = 16'384;

uno::Reference<sheet::XSpreadsheet> sheet_named(const DocumentReference& document, const std::string& name) {
    return {document->getSheets()->getByName(from_utf8(name)), uno::UNO_QUERY_THROW};
}

uno::Reference<XCellRange> block_at(const DocumentReference& document, const std::string& sheet, workbook::Address at,
                                    std::size_t rows, std::size_t columns) {
    return sheet_named(document, sheet)
        ->getCellRangeByPosition(at.column, at.row, at.column + static_cast<sal_Int32>(columns) - 1,
                                 at.row + static_cast<sal_Int32>(rows) - 1);
}

/// CR or LF would turn the cell into an edit-engine cell: slow, and forty times the memory.
OUString one_line(std::string_view text) {
    if (text.find_first_of("\r\n") == std::string_view::npos) {
        return from_utf8(text);
    }
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\r' || c == '\n'; }, ' ');
    return from_utf8(line);
}

/// The values of a block, cell by cell and row by row. A text that stands in the row above too (a voucher's, an
/// account's) is shared with it.
class CellValues {
public:
    explicit CellValues(std::size_t columns) : above_(columns) {}

    uno::Any operator()(const workbook::PlainValue& value) {
        Text& above = above_[column_];
        column_ = column_ + 1 == above_.size() ? 0 : column_ + 1;
        if (const double* number = std::get_if<double>(&value)) {
            return uno::Any(*number);
        }
        const std::string& text = std::get<std::string>(value);
        if (above.utf8 != text) {
            above.utf8 = text;
            above.value = one_line(text);
        }
        return uno::Any(above.value);
    }

private:
    struct Text {
        std::string utf8;
        OUString value;
    };
    std::vector<Text> above_; ///< by column
    std::size_t column_ = 0;
};

/// Writes rows [first, first + count) of a block through `convert` and `write`.
template <class Element, class Row, class Convert, class Write>
void write_rows(const DocumentReference& document, const std::string& sheet, workbook::Address at,
                const std::vector<Row>& rows, Convert convert, Write write) {
    for (std::size_t first = 0; first < rows.size(); first += rows_per_write) {
        const std::size_t count = std::min(rows_per_write, rows.size() - first);
        const std::size_t columns = rows[first].size();
        if (columns == 0) {
            continue;
        }
        uno::Sequence<uno::Sequence<Element>> cells(static_cast<sal_Int32>(count));
        for (std::size_t row = 0; row < count; ++row) {
            uno::Sequence<Element> line(static_cast<sal_Int32>(columns));
            std::ranges::transform(rows[first + row], line.getArray(), convert);
            cells.getArray()[row] = line;
        }
        write(block_at(document, sheet, {at.row + static_cast<int>(first), at.column}, count, columns), cells);
    }
}

void write_formula_rows(const DocumentReference& document, const workbook::FormulaBlock& block,
                        const std::vector<std::vector<workbook::Formula>>& rows) {
    const auto convert = [](const workbook::Formula& formula) { return from_utf8(to_api(formula)); };
    write_rows<OUString>(document, block.sheet, block.at, rows, convert, [](const auto& range, const auto& cells) {
        uno::Reference<sheet::XCellRangeFormula>(range, uno::UNO_QUERY_THROW)->setFormulaArray(cells);
    });
}

void write_formulas(const DocumentReference& document, const workbook::FormulaBlock& block) {
    if (!block.moves_down || block.rows.size() < 2) {
        write_formula_rows(document, block, block.rows);
        return;
    }
    write_formula_rows(document, block, {block.rows.front()});
    const uno::Reference<sheet::XCellSeries> range(
        block_at(document, block.sheet, block.at, block.rows.size(), block.rows.front().size()), uno::UNO_QUERY_THROW);
    range->fillSeries(sheet::FillDirection_TO_BOTTOM, sheet::FillMode_SIMPLE, sheet::FillDateMode_FILL_DATE_DAY, 0, 0);
}

void clear(const DocumentReference& document, const workbook::ClearArea& area) {
    const auto& [first, last] = area.range;
    const uno::Reference<sheet::XSheetOperation> range(
        sheet_named(document, area.sheet)->getCellRangeByPosition(first.column, first.row, last.column, last.row),
        uno::UNO_QUERY_THROW);
    range->clearContents(sheet::CellFlags::VALUE | sheet::CellFlags::DATETIME | sheet::CellFlags::STRING |
                         sheet::CellFlags::FORMULA);
}

/// A name with a new range makes Calc compile every formula anew, so a range that already holds is left.
void extend_names(const DocumentReference& document, const std::vector<workbook::NamedRange>& names) {
    const uno::Reference<com::sun::star::beans::XPropertySet> properties(document, uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XNamedRanges> known(properties->getPropertyValue("NamedRanges"), uno::UNO_QUERY_THROW);
    for (const workbook::NamedRange& name : names) {
        const uno::Reference<sheet::XNamedRange> range(known->getByName(from_utf8(name.name)), uno::UNO_QUERY_THROW);
        const OUString content = from_utf8(workbook::absolute_range(name.sheet, name.range));
        if (range->getContent() != content) {
            range->setContent(content);
        }
    }
}

void set_rows(const DocumentReference& document, const workbook::RowRun& run, const char* property_name, bool value) {
    const OUString property = OUString::createFromAscii(property_name);
    const uno::Reference<com::sun::star::table::XColumnRowRange> range(
        sheet_named(document, run.sheet)->getCellRangeByPosition(0, run.first, 0, run.last), uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::beans::XPropertySet> rows(range->getRows(), uno::UNO_QUERY_THROW);
    rows->setPropertyValue(property, uno::Any(value));
}

void set_properties(const DocumentReference& document, const workbook::Fill& fill) {
    const uno::Reference<com::sun::star::document::XDocumentPropertiesSupplier> supplier(document,
                                                                                         uno::UNO_QUERY_THROW);
    const auto properties = supplier->getDocumentProperties();
    if (!fill.title.empty()) {
        properties->setTitle(from_utf8(fill.title));
    }
    const uno::Reference<com::sun::star::beans::XPropertyContainer> container = properties->getUserDefinedProperties();
    const uno::Reference<com::sun::star::beans::XPropertySet> values(container, uno::UNO_QUERY_THROW);
    for (const auto& [name, value] : fill.properties) {
        if (values->getPropertySetInfo()->hasPropertyByName(from_utf8(name))) {
            values->setPropertyValue(from_utf8(name), uno::Any(from_utf8(value)));
        } else {
            container->addProperty(from_utf8(name), com::sun::star::beans::PropertyAttribute::REMOVABLE,
                                   uno::Any(from_utf8(value)));
        }
    }
}

uno::Reference<com::sun::star::table::XCell> cell_at(const DocumentReference& document, const std::string& sheet,
                                                     workbook::Address at) {
    return sheet_named(document, sheet)->getCellByPosition(at.column, at.row);
}

std::string text_of(const uno::Reference<com::sun::star::table::XCell>& cell) {
    return to_utf8(uno::Reference<com::sun::star::text::XText>(cell, uno::UNO_QUERY_THROW)->getString());
}

/// A formula whose result is a text ("" for a figure that is missing) holds no value.
bool holds_number(const uno::Reference<com::sun::star::table::XCell>& cell) {
    const uno::Reference<com::sun::star::beans::XPropertySet> properties(cell, uno::UNO_QUERY_THROW);
    sal_Int32 type = 0;
    properties->getPropertyValue("FormulaResultType2") >>= type;
    return type == sheet::FormulaResult::VALUE || cell->getType() == com::sun::star::table::CellContentType_VALUE;
}

WorkbookCell read_cell(const DocumentReference& document, const workbook::ReportCell& place, int credit_sign) {
    const auto cell = cell_at(document, place.sheet, place.at);
    WorkbookCell result;
    result.table = place.table;
    result.row = place.key_cell ? text_of(cell_at(document, place.sheet, *place.key_cell)) : place.row;
    result.column = place.column;
    result.address = fmt::format("{}.{}", place.sheet, workbook::a1(place.at));
    result.error = cell->getError();
    if (result.error == 0 && holds_number(cell)) {
        result.value = cell->getValue() * place.print_sign * (place.credit_side ? credit_sign : 1);
    }
    return result;
}

int count_at(const DocumentReference& document, workbook::Address at) {
    return static_cast<int>(cell_at(document, std::string(workbook::sheet::start), at)->getValue());
}

} // namespace

void write_data(const DocumentReference& document, const workbook::DataBlock& block) {
    CellValues values(block.rows.empty() ? 0 : block.rows.front().size());
    write_rows<uno::Any>(document, block.sheet, block.at, block.rows, std::ref(values),
                         [](const auto& range, const auto& cells) {
                             uno::Reference<sheet::XCellRangeData>(range, uno::UNO_QUERY_THROW)->setDataArray(cells);
                         });
}

void leave_unprinted(const DocumentReference& document, const std::vector<std::string>& sheets) {
    for (const std::string& name : sheets) {
        const uno::Reference<sheet::XPrintAreas> areas(sheet_named(document, name), uno::UNO_QUERY_THROW);
        areas->setPrintAreas({});
    }
}

void set_print_range(const DocumentReference& document, const workbook::PrintRange& print) {
    const auto target = sheet_named(document, print.sheet);
    const auto& [first, last] = print.range;
    const uno::Reference<sheet::XCellRangeAddressable> range(
        target->getCellRangeByPosition(first.column, first.row, last.column, last.row), uno::UNO_QUERY_THROW);
    const com::sun::star::table::CellRangeAddress address = range->getRangeAddress();
    uno::Reference<sheet::XPrintAreas>(target, uno::UNO_QUERY_THROW)
        ->setPrintAreas(uno::Sequence<com::sun::star::table::CellRangeAddress>(&address, 1));
}

void set_print_ranges(const DocumentReference& document, const workbook::Fill& fill) {
    leave_unprinted(document, fill.unprinted);
    for (const workbook::PrintRange& one : fill.printed) {
        const uno::Reference<sheet::XPrintAreas> areas(sheet_named(document, one.sheet), uno::UNO_QUERY_THROW);
        if (areas->getPrintAreas().getLength() == 0) { // else as it was made, or as people have chosen
            set_print_range(document, one);
        }
    }
}

void clear_contents(const DocumentReference& document, const workbook::Fill& fill) {
    for (const workbook::ClearArea& area : fill.clear) {
        clear(document, area);
    }
}

bool write_contents(const DocumentReference& document, const workbook::Fill& fill, const GoOn& go_on) {
    // Blocks take about equal time: the long ones of data are written fast, the short ones of formulas slowly.
    const std::size_t blocks = fill.data.size() + fill.formulas.size();
    std::size_t written = 0;
    const auto next = [&] { return go_on(static_cast<int>(90 * ++written / blocks)); };
    for (const workbook::DataBlock& block : fill.data) {
        write_data(document, block);
        if (!next()) {
            return false;
        }
    }
    for (const workbook::FormulaBlock& block : fill.formulas) {
        write_formulas(document, block);
        if (!next()) {
            return false;
        }
    }
    return true;
}

void set_names(const DocumentReference& document, const workbook::Fill& fill) {
    extend_names(document, fill.names);
}

void set_rows(const DocumentReference& document, const workbook::Fill& fill) {
    for (const workbook::RowRun& run : fill.rows) {
        set_rows(document, run, "IsVisible", !run.hidden);
    }
}

void recalculate_filled(const DocumentReference& document, const workbook::Fill& fill) {
    uno::Reference<sheet::XCalculatable>(document, uno::UNO_QUERY_THROW)->calculateAll();
    const Unprotected unprotected(document);
    for (const workbook::RowRun& run : fill.rows) {
        if (!run.hidden && !run.keeps_height) { // only now are the names known: a long one takes two lines
            set_rows(document, run, "OptimalHeight", true);
        }
    }
}

bool fill_document(const DocumentReference& document, const workbook::Fill& fill, const GoOn& go_on) {
    {
        const Quiet quiet(document);
        const Unprotected unprotected(document);
        clear_contents(document, fill);
        set_names(document, fill);
        if (!write_contents(document, fill, go_on)) {
            return false;
        }
        set_rows(document, fill);
        set_print_ranges(document, fill);
        set_properties(document, fill);
    }
    recalculate_filled(document, fill);
    return true;
}

void read_back(const DocumentReference& document, const Layout& layout, const workbook::FillOptions& options,
               WorkbookOutcome& outcome) {
    for (const workbook::ReportCell& place : workbook::report_cells(layout, options.capacities)) {
        WorkbookCell cell = read_cell(document, place, options.credit_sign);
        if (!cell.row.empty()) { // an unused line of a list
            outcome.cells.push_back(std::move(cell));
        }
    }
    outcome.checks_ok = count_at(document, workbook::checks_ok_cell);
    outcome.checks_rounding = count_at(document, workbook::checks_rounding_cell);
    outcome.checks_failed = count_at(document, workbook::checks_failed_cell);
    outcome.checks_not_applicable = count_at(document, workbook::checks_not_applicable_cell);
}

} // namespace finsam::addin
