#include "tests/window/window_test.hpp"

#include "tests/office/text.hpp"

#include <com/sun/star/frame/XTitle.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <map>

namespace finsam::window {
namespace {

using namespace com::sun::star;

std::map<std::string, std::unique_ptr<Desk>> desks;

class SharedDesks : public testing::Environment {
    void TearDown() override { desks.clear(); }
};
[[maybe_unused]] const auto* const environment = testing::AddGlobalTestEnvironment(new SharedDesks);

} // namespace

void WindowTest::SetUp() {
    if (!office::Office::installed()) {
        GTEST_SKIP() << "there is no LibreOffice";
    }
    auto& desk = desks[GetParam()->language];
    if (!desk) {
        desk = std::make_unique<Desk>(*GetParam());
    }
    ASSERT_TRUE(desk->ready()) << desk->reason();
}

void WindowTest::TearDown() {
    if (HasFailure() && desks[GetParam()->language]) {
        desk().screen().take_picture(std::string("failed-") + GetParam()->language);
    }
    if (desks[GetParam()->language] && desk().ready()) {
        desk().close_reports();
    }
}

Desk& WindowTest::desk() {
    return *desks.at(GetParam()->language);
}

uno::Reference<table::XCell> WindowTest::cell(const SpreadsheetReference& report, std::string_view sheet, int row,
                                              int column) {
    const uno::Reference<table::XCellRange> cells(
        report->getSheets()->getByName(office::to_ustring(std::string(sheet))), uno::UNO_QUERY_THROW);
    return cells->getCellByPosition(column, row);
}

std::string WindowTest::title_of(const SpreadsheetReference& report) {
    const uno::Reference<frame::XTitle> title(report, uno::UNO_QUERY_THROW);
    return office::to_string(title->getTitle());
}

std::string language_name(const testing::TestParamInfo<const Words*>& tested) {
    return std::string(tested.param->language).substr(0, 2);
}

} // namespace finsam::window
