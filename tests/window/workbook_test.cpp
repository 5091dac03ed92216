#include "tests/window/workbook_test.hpp"

#include "tests/office/example_workbook.hpp"
#include "tests/office/text.hpp"
#include "tests/window/seen.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace finsam::window {

using namespace com::sun::star;

void WorkbookTest::SetUp() {
    WindowTest::SetUp();
    if (!IsSkipped() && !HasFatalFailure()) {
        open();
    }
}

void WorkbookTest::TearDown() {
    report.clear();
    modifiable.clear();
    WindowTest::TearDown();
}

void WorkbookTest::open(bool read_only) {
    report = desk().open(office::file_url(office::example_workbook().ods), read_only);
    ASSERT_TRUE(report.is());
    modifiable.set(report, uno::UNO_QUERY_THROW);
    modifiable->setModified(false);
}

uno::Reference<table::XCellRange> WorkbookTest::range(const SpreadsheetReference& document,
                                                      const std::string& address) {
    const auto point = address.find('.');
    const uno::Reference<table::XCellRange> sheet(
        document->getSheets()->getByName(office::to_ustring(address.substr(0, point))), uno::UNO_QUERY_THROW);
    return sheet->getCellRangeByName(office::to_ustring(address.substr(point + 1)));
}

void WorkbookTest::select(const std::string& address) const {
    const uno::Reference<frame::XModel> model(report, uno::UNO_QUERY_THROW);
    uno::Reference<view::XSelectionSupplier>(model->getCurrentController(), uno::UNO_QUERY_THROW)
        ->select(uno::Any(range(report, address)));
}

std::string WorkbookTest::selected() const {
    const uno::Reference<frame::XModel> model(report, uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XSheetCellRange> range(model->getCurrentSelection(), uno::UNO_QUERY_THROW);
    const uno::Reference<container::XNamed> sheet(range->getSpreadsheet(), uno::UNO_QUERY_THROW);
    return office::to_string(sheet->getName()) + " " + std::to_string(selected_row());
}

int WorkbookTest::selected_row() const {
    const uno::Reference<frame::XModel> model(report, uno::UNO_QUERY_THROW);
    return uno::Reference<sheet::XCellRangeAddressable>(model->getCurrentSelection(), uno::UNO_QUERY_THROW)
        ->getRangeAddress()
        .StartRow;
}

std::string WorkbookTest::text(std::string_view sheet, int row, int column) const {
    return office::to_string(
        uno::Reference<text::XTextRange>(cell(report, sheet, row, column), uno::UNO_QUERY_THROW)->getString());
}

bool WorkbookTest::shows(const std::string& window, const std::string& name, std::chrono::seconds limit) {
    return wait_until([&] { return find_seen(desk().office(), window, name).has_value(); }, limit);
}

} // namespace finsam::window
