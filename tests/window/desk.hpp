#pragma once
// A user's desk: one screen and one office for a language, for all tests of the program.

#include "bridge/workbook/settings.hpp"
#include "tests/command/run_command.hpp"
#include "tests/office/office.hpp"
#include "tests/window/screen.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace finsam::window {

using SpreadsheetReference = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheetDocument>;

/// How the windows are called in a language of the office, and the commands' letters.
struct Words {
    const char *language, *empty_document, *choose_files, *new_report, *settings, *ledgers, *check;
    const char *check_key, *ledgers_key, *settings_key;
    const char *sources, *review, *review_key;
    const char *update, *update_key, *choose_newer, *audit_copy, *audit_copy_key;
};
inline constexpr Words swedish{.language = "sv",
                               .empty_document = "Namnlös 1",
                               .choose_files = "Välj SIE-filer",
                               .new_report = "Ny rapport",
                               .settings = "Inställningar för Finsam",
                               .ledgers = "Huvudböcker",
                               .check = "Kontrollera",
                               .check_key = "k",
                               .ledgers_key = "v",
                               .settings_key = "i",
                               .sources = "Visa underlag",
                               .review = "Granska rapport",
                               .review_key = "g",
                               .update = "Läs in SIE i rapporten",
                               .update_key = "l",
                               .choose_newer = "Välj de nya SIE-filerna",
                               .audit_copy = "Spara revisionskopia",
                               .audit_copy_key = "r"};
inline constexpr Words english{.language = "en-US",
                               .empty_document = "Untitled 1",
                               .choose_files = "Choose SIE Files",
                               .new_report = "New Report",
                               .settings = "Finsam Settings",
                               .ledgers = "Ledgers",
                               .check = "Check",
                               .check_key = "c",
                               .ledgers_key = "l",
                               .settings_key = "s",
                               .sources = "Show Sources",
                               .review = "Review Report",
                               .review_key = "v",
                               .update = "Read SIE into the Report",
                               .update_key = "r",
                               .choose_newer = "Choose the New SIE Files",
                               .audit_copy = "Save Audit Copy",
                               .audit_copy_key = "a"};

class Desk {
public:
    explicit Desk(const Words& words);

    [[nodiscard]] bool ready() const { return office_ != nullptr; }
    [[nodiscard]] const std::string& reason() const { return reason_; }
    [[nodiscard]] const Words& words() const { return words_; }
    [[nodiscard]] const Screen& screen() const { return screen_; }
    [[nodiscard]] const office::Office& office() const { return *office_; }

    [[nodiscard]] SpreadsheetReference open(const std::string& url, bool read_only = false) const;

    /// Opens the menu in the window with this title and presses the command's key; a dialog that it opens is waited
    /// for.
    [[nodiscard]] bool command(const std::string& window, const std::string& key, const std::string& dialog) const;
    /// Clicks on what has this name in a window.
    [[nodiscard]] bool click(const std::string& window, const std::string& name, bool with_shift = false) const;
    /// In the office's own file dialog: the folder by keys, the files by clicks.
    [[nodiscard]] bool choose_files(const std::string& dialog, const std::filesystem::path& folder,
                                    const std::vector<std::string>& names) const;

    /// The spreadsheets that are open, the newest first.
    [[nodiscard]] std::vector<SpreadsheetReference> documents() const;
    [[nodiscard]] SpreadsheetReference report() const;
    void close_reports() const;

    /// From now on that entry point of the extension throws (addin/entry_point.hpp); "" for none.
    void provoke(const std::string& entry_point, const std::string& kind = {}) const;

    [[nodiscard]] std::string opened_page() const { return command_test::read_file(programs_ / "opened"); }
    [[nodiscard]] Settings settings() const;
    /// Only the two files of the example, in a folder of their own.
    [[nodiscard]] std::filesystem::path sie_folder() const;

private:
    /// A browser that notes what it is asked to show.
    void write_browser() const;

    const Words& words_;
    command_test::Folder programs_, files_;
    Screen screen_;
    std::string reason_ = "there is no screen";
    std::unique_ptr<office::Office> office_;
};

} // namespace finsam::window
