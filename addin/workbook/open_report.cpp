#include "addin/workbook/open_report.hpp"

#include "addin/functions/arguments.hpp"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
using rtl::OUString;

workbook::PlainValue plain(const uno::Any& value) {
    if (double number = 0; value >>= number) {
        return number;
    }
    OUString text; // stays empty for an error, which the office gives as nothing
    value >>= text;
    return to_utf8(text);
}

int last_used_row(const uno::Reference<sheet::XSpreadsheet>& one) {
    const uno::Reference<sheet::XSheetCellCursor> cursor = one->createCursor();
    uno::Reference<sheet::XUsedAreaCursor>(cursor, uno::UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    return uno::Reference<sheet::XCellRangeAddressable>(cursor, uno::UNO_QUERY_THROW)->getRangeAddress().EndRow;
}

/// "" when the document has no such property.
std::string property_of(const DocumentReference& document, std::string_view name) {
    const uno::Reference<com::sun::star::document::XDocumentPropertiesSupplier> supplier(document,
                                                                                         uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::beans::XPropertySet> values(
        supplier->getDocumentProperties()->getUserDefinedProperties(), uno::UNO_QUERY_THROW);
    OUString text;
    if (values->getPropertySetInfo()->hasPropertyByName(from_utf8(name))) {
        values->getPropertyValue(from_utf8(name)) >>= text;
    }
    return to_utf8(text);
}

} // namespace

bool DocumentCells::has_sheet(std::string_view name) const {
    return document_->getSheets()->hasByName(from_utf8(name));
}

std::vector<std::vector<workbook::PlainValue>> DocumentCells::read(std::string_view name, workbook::Range range) const {
    const uno::Reference<sheet::XSpreadsheet> one(document_->getSheets()->getByName(from_utf8(name)),
                                                  uno::UNO_QUERY_THROW);
    const int last = std::min(range.last.row, last_used_row(one));
    std::vector<std::vector<workbook::PlainValue>> rows;
    if (last < range.first.row) {
        return rows;
    }
    const uno::Reference<sheet::XCellRangeData> cells(
        one->getCellRangeByPosition(range.first.column, range.first.row, range.last.column, last),
        uno::UNO_QUERY_THROW);
    const uno::Sequence<uno::Sequence<uno::Any>> values = cells->getDataArray();
    rows.reserve(static_cast<std::size_t>(values.getLength()));
    for (const uno::Sequence<uno::Any>& line : values) {
        std::ranges::transform(line, std::back_inserter(rows.emplace_back()), plain);
    }
    return rows;
}

tl::expected<std::unique_ptr<OpenReport>, std::string> read_report(const DocumentReference& document) {
    const std::string remembered = property_of(document, workbook::settings_property);
    if (remembered.empty()) {
        return tl::unexpected(std::string("Arbetsboken är gjord med en äldre version av Finsam, som inte skrev upp "
                                          "dess uppställning. Gör en ny rapport av SIE-filerna."));
    }
    const auto settings = workbook::WorkbookSettings::from_json(remembered);
    if (!settings) {
        return tl::unexpected(settings.error());
    }
    auto layout = settings->layout();
    if (!layout) {
        return tl::unexpected("Arbetsbokens uppställning kan inte läsas: " + layout.error());
    }
    const DocumentCells cells(document);
    if (std::string moved = workbook::moved_parts(*layout, settings->capacities, cells); !moved.empty()) {
        return tl::unexpected(std::move(moved));
    }
    auto content = workbook::read_workbook(*layout, settings->capacities, cells,
                                           property_of(document, workbook::dimension_property));
    if (!content) {
        return tl::unexpected(content.error());
    }
    auto report = std::make_unique<OpenReport>();
    report->layout = std::move(*layout);
    report->content = std::move(*content);
    report->options.credit_sign = report->content.credit_sign;
    report->options.capacities = settings->capacities;
    report->report = report->evaluate(report->content.books);
    return report;
}

} // namespace finsam::addin
