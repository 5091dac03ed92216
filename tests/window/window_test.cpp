#include "tests/window/window_test.hpp"

#include "tests/office/text.hpp"
#include "tests/window/mnemonics.hpp"

#include <com/sun/star/frame/XTitle.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <gmock/gmock.h>
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

void WindowTest::picture(const std::string& name) {
    EXPECT_TRUE(screen().wait_until_drawn()) << name;
    screen().take_picture(name + "-" + words().language);
}

void WindowTest::expect_letters_of_their_own(const std::string& window) {
    const auto letters = mnemonics_of(desk().office(), window);
    EXPECT_GT(letters.size(), 0U) << window;
    for (const auto& [letter, texts] : letters) {
        EXPECT_THAT(texts, testing::SizeIs(1)) << window << ", Alt+" << letter;
    }
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
