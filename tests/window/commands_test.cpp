// Each command of the menu in a real window: keys, clicks, dialogs, and the document afterwards.

#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/report_plan.hpp"
#include "tests/bridge/insjoriket_published.hpp"
#include "tests/command/run_command.hpp"
#include "tests/office/document.hpp"
#include "tests/office/text.hpp"
#include "tests/window/seen.hpp"
#include "tests/window/window_test.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::window {
namespace {

using namespace com::sun::star;
using testing::HasSubstr;

class InAWindow : public WindowTest {
protected:
    /// From the menu to the first page of the dialog.
    static void begin_new_report() {
        ASSERT_TRUE(desk().command(words().empty_document, "n", words().choose_files));
        ASSERT_TRUE(desk().choose_files(words().choose_files, desk().sie_folder(),
                                        {"insjoriket-2023.se", "insjoriket-2024.se"}));
        ASSERT_TRUE(wait_until(
            [] { return find_seen(desk().office(), words().new_report, "insjoriket-2024.se").has_value(); }));
        ASSERT_TRUE(screen().focus(words().new_report));
    }

    static SpreadsheetReference made_report() {
        SpreadsheetReference report;
        const bool made = wait_until(
            [&] {
                report = desk().report();
                return report.is() && !screen().shows(words().new_report);
            },
            std::chrono::seconds(60));
        return made ? report : SpreadsheetReference();
    }

    /// A row of the map is spoilt; the command then stands on the check of the map.
    static void check_goes_to_what_fails(const SpreadsheetReference& report) {
        const uno::Reference<util::XProtectable> map(
            report->getSheets()->getByName(office::to_ustring(std::string(workbook::sheet::map))),
            uno::UNO_QUERY_THROW);
        map->unprotect({});
        cell(report, workbook::sheet::map, workbook::data_first_row, workbook::map_column::row)
            ->setFormula("okänd rad");
        ASSERT_TRUE(desk().command(title_of(report), words().check_key, words().check));
        picture("kontrollera-fel");
        screen().keys({"Return"});
        ASSERT_TRUE(screen().wait_for_end_of(words().check));
        const uno::Reference<frame::XModel> model(report, uno::UNO_QUERY_THROW);
        const uno::Reference<sheet::XCellAddressable> selected(model->getCurrentSelection(), uno::UNO_QUERY_THROW);
        const auto at = selected->getCellAddress();
        const uno::Reference<table::XCell> state = cell(report, workbook::sheet::checks, at.Row, at.Column);
        EXPECT_EQ(office::to_string(uno::Reference<text::XTextRange>(state, uno::UNO_QUERY_THROW)->getString()), "fel");
        const uno::Reference<container::XIndexAccess> sheets(report->getSheets(), uno::UNO_QUERY_THROW);
        const uno::Reference<container::XNamed> sheet(sheets->getByIndex(at.Sheet), uno::UNO_QUERY_THROW);
        EXPECT_EQ(office::to_string(sheet->getName()), workbook::sheet::checks);
    }

    /// The sheets of tables and charts hold what the command's workbook holds.
    static void expect_as_commanded(const SpreadsheetReference& report, const std::vector<std::string>& more,
                                    const ReportInputs& inputs) {
        const command_test::Folder folder;
        const command_test::ExampleBooks books = command_test::example_books();
        const std::string ods = folder / "kommando.ods";
        std::vector<std::string> arguments = {
            "arbetsbok", "--sie", books.year_2023, "--sie", books.year_2024, "--karta", "bas", "-o", ods};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const command_test::Outcome outcome = command_test::run_finsam(arguments);
        ASSERT_EQ(outcome.exit, 0) << outcome.err;
        const SpreadsheetReference commanded = desk().open(office::file_url(ods));
        ASSERT_TRUE(commanded.is());
        for (const std::string& name : workbook::report_sheets(inputs.layout)) {
            EXPECT_EQ(cells_of(report, name), cells_of(commanded, name)) << name;
        }
        uno::Reference<util::XCloseable>(commanded, uno::UNO_QUERY_THROW)->close(true);
    }

    static uno::Sequence<uno::Sequence<uno::Any>> cells_of(const SpreadsheetReference& report,
                                                           const std::string& name) {
        constexpr int last_column = 40, last_row = 400;
        const uno::Reference<table::XCellRange> cells(report->getSheets()->getByName(office::to_ustring(name)),
                                                      uno::UNO_QUERY_THROW);
        const uno::Reference<sheet::XCellRangeData> data(cells->getCellRangeByPosition(0, 0, last_column, last_row),
                                                         uno::UNO_QUERY_THROW);
        return data->getDataArray();
    }

    static double result_of_the_year(const SpreadsheetReference& report) {
        const Layout layout = Layout::built_in("kr").value();
        for (const workbook::ReportCell& place : workbook::report_cells(layout)) {
            if (place.table == "resultatrakning" && place.row == "arets_resultat" && place.column == 0) {
                return cell(report, place.sheet, place.at.row, place.at.column)->getValue();
            }
        }
        ADD_FAILURE() << "the report has no result of the year";
        return 0;
    }

    static double published(std::string_view table, std::string_view row) {
        for (const insjoriket::Figure& figure : insjoriket::published) {
            if (figure.table == table && figure.row == row && figure.column == 0) {
                return static_cast<double>(figure.printed);
            }
        }
        ADD_FAILURE() << row;
        return 0;
    }
};

TEST_P(InAWindow, NewReportIsMadeByEnterAndEnter) {
    begin_new_report();
    picture("ny-rapport-1");
    expect_letters_of_their_own(words().new_report);
    screen().keys({"Return"});
    ASSERT_TRUE(wait_until([] { return find_seen(desk().office(), words().new_report, "BAS").has_value(); }));
    picture("ny-rapport-2");
    expect_letters_of_their_own(words().new_report);
    screen().keys({"Return"});
    const SpreadsheetReference report = made_report();
    ASSERT_TRUE(report.is());
    picture("ny-rapport-3");
    EXPECT_EQ(cell(report, "Start", workbook::checks_failed_cell.row, 1)->getValue(), 0);
    EXPECT_GT(cell(report, "Start", workbook::checks_ok_cell.row, 1)->getValue(), 50);
    EXPECT_EQ(result_of_the_year(report), published("resultatrakning", "arets_resultat"));
    EXPECT_TRUE(uno::Reference<util::XModifiable>(report, uno::UNO_QUERY_THROW)->isModified());
    const auto undo = uno::Reference<document::XUndoManagerSupplier>(report, uno::UNO_QUERY_THROW)->getUndoManager();
    EXPECT_FALSE(undo->isUndoPossible()) << office::to_string(undo->getCurrentUndoActionTitle());
    EXPECT_EQ(desk().settings().forbund.size(), 1u);
    check_goes_to_what_fails(report);
}

TEST_P(InAWindow, AnInterimReportInAnotherUnitWithoutATableIsWhatTheCommandMakes) {
    begin_new_report();
    screen().keys({"Return"});
    ASSERT_TRUE(wait_until([] { return find_seen(desk().office(), words().new_report, "BAS").has_value(); }));
    screen().keys({"alt+d", "Down", is_swedish() ? "alt+h" : "alt+u", "Down", "Down", "Down", "Down"});
    picture("ny-rapport-delar");
    const std::string tables = is_swedish() ? "Rapportens tabeller" : "Tables of the Report";
    screen().keys({is_swedish() ? "alt+b" : "alt+t"});
    ASSERT_TRUE(screen().focus(tables));
    screen().keys({is_swedish() ? "alt+s" : "alt+p"}); // the first table
    picture("ny-rapport-tabeller");
    expect_letters_of_their_own(tables);
    screen().keys({"Return"});
    ASSERT_TRUE(screen().wait_for_end_of(tables));
    ASSERT_TRUE(screen().focus(words().new_report));
    picture("ny-rapport-valt");
    screen().keys({"Return"});
    const SpreadsheetReference report = made_report();
    ASSERT_TRUE(report.is());
    const ReportChoices chosen = desk().settings().forbund.begin()->second;
    EXPECT_EQ(chosen.document.period_end, (Date{2024, 8, 31}));
    EXPECT_EQ(chosen.choice, (LayoutChoice{{"tkr,1"}, {}, {"mal"}}));
    expect_as_commanded(report, {"--delar", "2024-08-31", "--enhet", "tkr,1", "--utan", "mal"}, *inputs_for(chosen));
}

TEST_P(InAWindow, NewReportLeavesNothingWhenItIsClosed) {
    const std::size_t before = desk().documents().size();
    ASSERT_TRUE(desk().command(words().empty_document, "n", words().choose_files));
    screen().keys({"Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(words().choose_files));
    begin_new_report();
    screen().keys({"Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(words().new_report));
    begin_new_report();
    screen().keys({"Return", "Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(words().new_report));
    EXPECT_EQ(desk().documents().size(), before);
}

TEST_P(InAWindow, FillingThatIsStoppedLeavesNoDocument) {
    const std::size_t before = desk().documents().size();
    begin_new_report();
    screen().keys({"Return", "Return"});
    const std::string filling = is_swedish() ? "Fyller arbetsboken" : "Filling the workbook";
    ASSERT_TRUE(wait_until([&] { return find_seen(desk().office(), words().new_report, filling).has_value(); }));
    ASSERT_TRUE(screen().focus(words().new_report));
    screen().keys({"Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(words().new_report));
    EXPECT_TRUE(wait_until([&] { return desk().documents().size() == before; }));
    EXPECT_FALSE(desk().report().is());
}

TEST_P(InAWindow, AFileThatIsNoSieIsToldAndNothingIsMade) {
    const command_test::Folder folder;
    folder.write("brev.se", "Hej!\n");
    const std::size_t before = desk().documents().size();
    ASSERT_TRUE(desk().command(words().empty_document, "n", words().choose_files));
    ASSERT_TRUE(desk().choose_files(words().choose_files, folder.path(), {"brev.se"}));
    ASSERT_TRUE(screen().focus(words().new_report));
    picture("fel");
    screen().keys({"Return"});
    ASSERT_TRUE(screen().wait_for_end_of(words().new_report));
    EXPECT_EQ(desk().documents().size(), before);
}

TEST_P(InAWindow, ATemplateHasNothingToCheckAndSaysSo) {
    const SpreadsheetReference report = desk().open(office::file_url(
        std::filesystem::path(FINSAM_BINARY_DIR) / "addin/extensions/finsam/template/Finsam/kr-arsredovisning.ots"));
    ASSERT_TRUE(report.is());
    ASSERT_TRUE(desk().click(title_of(report), words().check)); // the button of the toolbar
    ASSERT_TRUE(screen().focus(words().check));
    picture("kontrollera");
    screen().keys({"Return"});
    ASSERT_TRUE(screen().wait_for_end_of(words().check));
}

TEST_P(InAWindow, SettingsAreKept) {
    ASSERT_TRUE(desk().command(words().empty_document, words().settings_key, words().settings));
    picture("installningar");
    expect_letters_of_their_own(words().settings);
    screen().keys({is_swedish() ? "alt+f" : "alt+s", "End", "Return"});
    ASSERT_TRUE(screen().wait_for_end_of(words().settings));
    EXPECT_EQ(desk().settings().usual.layout, "tkr");
    ASSERT_TRUE(desk().command(words().empty_document, words().settings_key, words().settings));
    screen().keys({is_swedish() ? "alt+f" : "alt+s", "Home", "Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(words().settings));
    EXPECT_EQ(desk().settings().usual.layout, "tkr"); // closed, so nothing changed
}

TEST_P(InAWindow, ALedgerIsMadeFilledAndListed) {
    const command_test::Folder folder;
    const std::string new_ledger = is_swedish() ? "Ny huvudbok" : "New Ledger";
    const std::string files = is_swedish() ? "Välj SIE-filer att läsa in" : "Choose SIE Files to Read";
    ASSERT_TRUE(desk().command(words().empty_document, words().ledgers_key, words().ledgers));
    picture("huvudbocker-1");
    expect_letters_of_their_own(words().ledgers);
    screen().keys({"alt+n"});
    ASSERT_TRUE(screen().focus(new_ledger));
    screen().keys({"ctrl+a"});
    screen().type((folder / "prov.db").string());
    screen().keys({"Return"});
    ASSERT_TRUE(screen().focus(files));
    ASSERT_TRUE(desk().choose_files(files, desk().sie_folder(), {"insjoriket-2023.se", "insjoriket-2024.se"}));
    ASSERT_TRUE(wait_until([&] { return screen().shows(words().ledgers) && !screen().shows(files); }));
    ASSERT_TRUE(wait_until([&] { return find_seen(desk().office(), words().ledgers, "OK").has_value(); }));
    ASSERT_TRUE(screen().focus(words().ledgers));
    picture("huvudbocker-2");
    screen().keys({"Return"}); // the message of what was read
    ASSERT_TRUE(wait_until([&] { return find_seen(desk().office(), words().ledgers, "prov.db").has_value(); }));
    ASSERT_TRUE(screen().focus(words().ledgers));
    picture("huvudbocker-3");
    screen().keys({"Return"}); // a report of the year that stands first
    ASSERT_TRUE(screen().focus(words().new_report));
    screen().keys({"Return", "alt+d", "Home", "Return"}); // not the interim report that was made before
    const SpreadsheetReference report = made_report();
    ASSERT_TRUE(report.is());
    EXPECT_EQ(result_of_the_year(report), published("resultatrakning", "arets_resultat"));
    ASSERT_TRUE(desk().command(title_of(report), words().ledgers_key, words().ledgers));
    screen().keys({"Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(words().ledgers));
    EXPECT_THAT(desk().settings().ledgers, testing::ElementsAre(folder / "prov.db"));
    EXPECT_TRUE(std::filesystem::exists(folder / "prov.db"));
}

TEST_P(InAWindow, HelpShowsTheGuideOfThePackage) {
    ASSERT_TRUE(desk().command(words().empty_document, "h", ""));
    ASSERT_TRUE(wait_until([] { return !desk().opened_page().empty(); }));
    EXPECT_THAT(desk().opened_page(), HasSubstr("finsam/help/anvandarhandbok.html"));
}

INSTANTIATE_TEST_SUITE_P(Languages, InAWindow, all_languages, language_name);

} // namespace
} // namespace finsam::window
