// Visa underlag and Granska rapport in a real window, by keys: the way from a figure to its voucher and its file, and
// the document afterwards.

#include "templates/builder/data_columns.hpp"
#include "templates/builder/review_lines.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/text.hpp"
#include "tests/window/seen.hpp"
#include "tests/window/workbook_test.hpp"

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <gmock/gmock.h>

namespace finsam::window {
namespace {

using namespace com::sun::star;
using testing::HasSubstr;

class Underlag : public WorkbookTest {};

/// 361 111 kr is interest of the bank (8310) and of the tax account (8314), whose second voucher is line 1366.
TEST_P(Underlag, KeysLeadFromAFigureToItsVoucherAndToTheFile) {
    select(office::address_of("resultatrakning", "finansiella_intakter", 0));
    ASSERT_TRUE(desk().command(title_of(report), "u", words().sources));
    ASSERT_TRUE(shows(words().sources, "8314 Skattefria"));
    picture("underlag-1");
    expect_letters_of_their_own(words().sources);
    screen().keys({"Down", "alt+v"});
    ASSERT_TRUE(shows(words().sources, "A15"));
    screen().keys({"Down"});
    picture("underlag-2");
    screen().keys({"Return"});
    ASSERT_TRUE(screen().wait_for_end_of(words().sources));
    ASSERT_THAT(selected(), HasSubstr("Verifikationer "));
    EXPECT_EQ(text("Verifikationer", selected_row(), workbook::voucher_column::line), "1366");
    EXPECT_EQ(text("Verifikationer", selected_row(), workbook::voucher_column::file), "insjoriket-2024.se");
    picture("underlag-3");

    ASSERT_TRUE(desk().command(title_of(report), "u", words().sources));
    picture("underlag-4");
    expect_letters_of_their_own(words().sources);
    screen().keys({"Return"});
    ASSERT_TRUE(screen().wait_for_end_of(words().sources));
    ASSERT_THAT(selected(), HasSubstr("Importlogg "));
    EXPECT_EQ(text("Importlogg", selected_row(), 0), "insjoriket-2024.se");
    EXPECT_EQ(text("Importlogg", selected_row(), 1).size(), 64U);
    EXPECT_FALSE(modifiable->isModified());
}

TEST_P(Underlag, ReturnOnARowGoesToItsCellAndEscapeStays) {
    const std::string result = office::address_of("resultatrakning", "arets_resultat", 0);
    select(result);
    const std::string before = selected();
    ASSERT_TRUE(desk().command(title_of(report), "u", words().sources));
    picture("underlag-5");
    screen().keys({"Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(words().sources));
    EXPECT_EQ(selected(), before);
    ASSERT_TRUE(desk().command(title_of(report), "u", words().sources));
    screen().keys({"Return"}); // the first row that the sum is made of
    ASSERT_TRUE(screen().wait_for_end_of(words().sources));
    EXPECT_NE(selected(), before);
    EXPECT_THAT(selected(), HasSubstr("Resultaträkning "));
    EXPECT_FALSE(modifiable->isModified());
}

TEST_P(Underlag, WhereThereIsNoFigureAMessageSaysSo) {
    select("Start.A1");
    ASSERT_TRUE(desk().command(title_of(report), "u", words().sources));
    picture("underlag-6");
    screen().keys({"Return"});
    ASSERT_TRUE(screen().wait_for_end_of(words().sources));
    EXPECT_EQ(selected(), "Start 0");
}

TEST_P(Underlag, AReviewWritesItsSheetAndUndoTakesItAway) {
    const auto sheets = report->getSheets();
    const rtl::OUString name = office::to_ustring(std::string(workbook::review_sheet_name));
    ASSERT_TRUE(desk().command(title_of(report), words().review_key, words().review));
    screen().keys({"Return"});
    ASSERT_TRUE(wait_until([&] { return sheets->hasByName(name) != 0; }, std::chrono::seconds(60)));
    ASSERT_TRUE(shows(words().review, "OK"));
    ASSERT_TRUE(screen().focus(words().review));
    picture("granska-2");
    screen().keys({"Return"});
    ASSERT_TRUE(screen().wait_for_end_of(words().review));
    EXPECT_EQ(selected(), std::string(workbook::review_sheet_name) + " 0");
    picture("granska-3");
    ASSERT_TRUE(screen().focus(title_of(report)));
    screen().keys({"ctrl+z"});
    EXPECT_TRUE(wait_until([&] { return !sheets->hasByName(name); }));
}

TEST_P(Underlag, AReviewThatIsClosedChangesNothing) {
    ASSERT_TRUE(desk().command(title_of(report), words().review_key, words().review));
    screen().keys({"Tab", "Tab", "Tab", "Tab"}); // once around
    picture("granska-1");
    expect_letters_of_their_own(words().review);
    screen().keys({"Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(words().review));
    EXPECT_FALSE(report->getSheets()->hasByName(office::to_ustring(std::string(workbook::review_sheet_name))));
    EXPECT_FALSE(modifiable->isModified());
}

TEST_P(Underlag, HelpKeyOpensTheGuideWhereTheDialogIsDescribed) {
    select(office::address_of("resultatrakning", "arets_resultat", 0));
    ASSERT_TRUE(desk().command(title_of(report), "u", words().sources));
    screen().keys({"F1"});
    EXPECT_TRUE(wait_until([] {
        return desk().opened_page().find("anvandarhandbok.html#visa-underlag") != std::string::npos;
    })) << desk().opened_page();
    screen().keys({"Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(words().sources));
}

TEST_P(Underlag, AFaultInTheDialogLeavesItOpenAndTheOfficeAlive) {
    const std::string result = office::address_of("resultatrakning", "arets_resultat", 0);
    select(result);
    const std::string before = selected();
    for (const char* kind : {"uno", "std", "int"}) {
        ASSERT_TRUE(desk().command(title_of(report), "u", words().sources));
        ASSERT_TRUE(shows(words().sources, "+ Resultat efter"));
        desk().provoke("dialog_item", kind);
        screen().keys({"Down", "Up"});
        desk().provoke("dialog_button", kind);
        screen().keys({"alt+v", "Return"});
        EXPECT_TRUE(shows(words().sources, "+ Resultat efter"));
        desk().provoke("");
        screen().keys({"Escape"});
        ASSERT_TRUE(screen().wait_for_end_of(words().sources));
        EXPECT_EQ(selected(), before);
    }
    EXPECT_FALSE(modifiable->isModified());
}

/// No vouchers in the workbook, and a ledger that cannot be read: the window says so and lives on.
TEST_P(Underlag, AFaultInReadingTheLedgerIsToldInTheWindow) {
    uno::Reference<util::XProtectable>(report->getSheets()->getByName("Verifikationer"), uno::UNO_QUERY_THROW)
        ->unprotect("");
    const uno::Reference<table::XCellRange> vouchers(report->getSheets()->getByName("Verifikationer"),
                                                     uno::UNO_QUERY_THROW);
    constexpr sal_Int32 last_column = workbook::voucher_column::line, last_row = 5000;
    uno::Reference<sheet::XSheetOperation>(
        vouchers->getCellRangeByPosition(0, workbook::data_first_row, last_column, last_row), uno::UNO_QUERY_THROW)
        ->clearContents(sheet::CellFlags::VALUE | sheet::CellFlags::DATETIME | sheet::CellFlags::STRING);
    select(office::address_of("resultatrakning", "finansiella_intakter", 0));
    for (const char* kind : {"uno", "std", "int"}) {
        desk().provoke("visa_underlag_huvudbok", kind);
        ASSERT_TRUE(desk().command(title_of(report), "u", words().sources));
        ASSERT_TRUE(shows(words().sources, "8314 Skattefria"));
        screen().keys({"alt+v"});
        picture("underlag-7");
        EXPECT_TRUE(shows(words().sources, "8314 Skattefria"));
        EXPECT_FALSE(find_seen(desk().office(), words().sources, "B20")) << "a voucher of the account";
        desk().provoke("");
        screen().keys({"Escape"});
        ASSERT_TRUE(screen().wait_for_end_of(words().sources));
    }
}

/// Tools > Options > Finsam: the same settings as the command's, kept by OK alone.
TEST_P(Underlag, SettingsAreAPageOfTheOfficesOptions) {
    const std::string options = is_swedish() ? "Alternativ" : "Options";
    const std::string before = desk().settings().to_json();
    ASSERT_TRUE(screen().focus(title_of(report)));
    screen().keys({"alt+F12"});
    ASSERT_TRUE(screen().focus(options));
    ASSERT_TRUE(desk().click(options, "Finsam"));
    screen().keys({"Right", "Down"});
    EXPECT_TRUE(shows(options, is_swedish() ? "Form och enhet" : "Shape and unit"));
    picture("alternativ");
    screen().keys({"Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(options));
    EXPECT_EQ(desk().settings().to_json(), before);
}

INSTANTIATE_TEST_SUITE_P(Languages, Underlag, all_languages, language_name);

} // namespace
} // namespace finsam::window
