// Läs in SIE i rapporten and Spara revisionskopia in a real window: what is shown first, what Escape, Enter and undo
// leave in the document, and what a document that cannot be changed answers.

#include "templates/builder/review_lines.hpp"
#include "tests/office/document.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/newer_file.hpp"
#include "tests/office/text.hpp"
#include "tests/window/seen.hpp"
#include "tests/window/workbook_test.hpp"

#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace finsam::window {
namespace {

using namespace com::sun::star;

class Update : public WorkbookTest {
protected:
    static constexpr double result_before = 1662665, result_after = 1661165;

    static double result_of(const SpreadsheetReference& document) {
        return range(document, office::address_of("resultatrakning", "arets_resultat", 0))
            ->getCellByPosition(0, 0)
            ->getValue();
    }
    double result() const { return result_of(report); }

    /// From the menu to the window that tells what the newer file would change.
    void choose_newer_file() const {
        newer_.write("nyare.se", office::newer_file());
        ASSERT_TRUE(desk().command(title_of(report), words().update_key, words().choose_newer));
        ASSERT_TRUE(desk().choose_files(words().choose_newer, newer_.path(), {"nyare.se"}));
        ASSERT_TRUE(shows(words().update, is_swedish() ? "Det här ändras." : "This changes."));
        ASSERT_TRUE(screen().focus(words().update));
    }

    /// Enter in the last window of a command, which begins so.
    static void answer(const std::string& window, const std::string& text, const std::string& name_of_picture) {
        ASSERT_TRUE(shows(window, text, std::chrono::seconds(60)));
        ASSERT_TRUE(screen().focus(window));
        picture(name_of_picture);
        screen().keys({"Return"});
        ASSERT_TRUE(screen().wait_for_end_of(window));
    }

    command_test::Folder newer_;
};

TEST_P(Update, NewerFilesAreShownFirstAndReadInOneStep) {
    choose_newer_file();
    picture("las-in-1");
    expect_letters_of_their_own(words().update);
    screen().keys({"Escape"});
    ASSERT_TRUE(screen().wait_for_end_of(words().update));
    EXPECT_FALSE(modifiable->isModified());
    EXPECT_EQ(result(), result_before);

    choose_newer_file();
    screen().keys({"Return"});
    answer(words().update, is_swedish() ? "Rapporten har de nya" : "The report has the new", "las-in-2");
    EXPECT_EQ(result(), result_after);
    ASSERT_TRUE(desk().command(title_of(report), words().check_key, words().check));
    answer(words().check, is_swedish() ? "Alla kontroller" : "Every check", "kontrollera-ratt");

    ASSERT_TRUE(screen().focus(title_of(report)));
    screen().keys({"ctrl+z"});
    EXPECT_TRUE(wait_until([&] { return result() == result_before; })) << result();
}

TEST_P(Update, ASheetWithAPasswordIsToldAndLeftAsItWas) {
    const uno::Reference<util::XProtectable> sheet(report->getSheets()->getByName("Saldon"), uno::UNO_QUERY_THROW);
    sheet->unprotect({});
    sheet->protect("hemligt");
    modifiable->setModified(false);
    choose_newer_file();
    screen().keys({"Return"});
    answer(words().update, is_swedish() ? "Rapporten är som den var" : "The report is as it was", "las-in-skyddad");
    EXPECT_EQ(result(), result_before);
    EXPECT_FALSE(modifiable->isModified());
}

/// What changes the document is off; a review goes to a new document, and an audit copy to its file.
TEST_P(Update, AReadOnlyDocumentIsReviewedAndCopiedButNotChanged) {
    uno::Reference<util::XCloseable>(report, uno::UNO_QUERY_THROW)->close(true);
    open(true);
    ASSERT_TRUE(screen().focus(title_of(report)));
    screen().keys({"alt+n", words().update_key}); // nothing happens: the menu stays
    picture("skrivskyddad");
    screen().keys({"Escape", "Escape"});
    ASSERT_TRUE(desk().command(title_of(report), words().review_key, words().review));
    EXPECT_FALSE(screen().shows(words().choose_newer));
    screen().keys({"Return"});
    answer(words().review, is_swedish() ? "Granskningen hittade" : "The review found", "granska-skrivskyddad");
    const SpreadsheetReference reviewed = desk().documents().front();
    EXPECT_TRUE(reviewed->getSheets()->hasByName(office::to_ustring(std::string(workbook::review_sheet_name))));
    uno::Reference<util::XCloseable>(reviewed, uno::UNO_QUERY_THROW)->close(true);

    ASSERT_TRUE(desk().command(title_of(report), words().audit_copy_key, words().audit_copy));
    picture("revisionskopia-fil");
    const auto file = newer_ / "kopia.ods";
    screen().keys({"ctrl+a"});
    screen().type(file.string());
    screen().keys({"Return"});
    answer(words().audit_copy, is_swedish() ? "Skrev" : "Written", "revisionskopia");
    EXPECT_FALSE(modifiable->isModified());
    const SpreadsheetReference copy = desk().open(office::file_url(file));
    ASSERT_TRUE(copy.is());
    EXPECT_TRUE(copy->getSheets()->hasByName("Revision"));
    EXPECT_EQ(result_of(copy), result_before);
}

INSTANTIATE_TEST_SUITE_P(Languages, Update, all_languages, language_name);

} // namespace
} // namespace finsam::window
