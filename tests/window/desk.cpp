#include "tests/window/desk.hpp"

#include "templates/builder/contract.hpp"
#include "tests/office/document.hpp"
#include "tests/office/text.hpp"
#include "tests/window/seen.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cstdlib>
#include <fstream>

namespace finsam::window {

using namespace com::sun::star;
using office::Office;

Desk::Desk(const Words& words) : words_(words) {
    write_browser();
    office::OfficeOptions options;
    options.profile = std::string("profile-window-") + words.language;
    options.language = words.language;
    options.display = screen_.display();
    options.extra_path = programs_.path();
    if (!screen_.display().empty()) {
        setenv("FINSAM_TEST_FAULT", (programs_ / "fault").c_str(), 1);
        office_ = Office::start(options, reason_);
        unsetenv("FINSAM_TEST_FAULT");
    }
    if (office_) {
        (void)open("private:factory/scalc");
    }
}

void Desk::provoke(const std::string& entry_point, const std::string& kind) const {
    std::ofstream(programs_ / "fault") << entry_point << ' ' << kind;
}

SpreadsheetReference Desk::open(const std::string& url, bool read_only) const {
    beans::PropertyValue how;
    how.Name = "ReadOnly";
    how.Value <<= read_only;
    return {frame::Desktop::create(office_->context())
                ->loadComponentFromURL(office::to_ustring(url), "_blank", 0, {&how, 1}),
            uno::UNO_QUERY};
}

bool Desk::command(const std::string& window, const std::string& key, const std::string& dialog) const {
    constexpr int most_attempts = 3; // a menu may lose the keyboard while a window is being drawn
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        if (!screen_.focus(window)) {
            return false;
        }
        screen_.keys({"Escape", "alt+n"});
        screen_.keys({key});
        if (dialog.empty() || wait_until([&] { return screen_.shows(dialog); }, std::chrono::seconds(8))) {
            return dialog.empty() || screen_.focus(dialog);
        }
    }
    screen_.take_picture("no-dialog");
    return false;
}

bool Desk::click(const std::string& window, const std::string& name, bool with_shift) const {
    std::optional<Point> at;
    if (!wait_until([&] { return (at = find_seen(*office_, window, name)).has_value(); })) {
        screen_.take_picture("not-seen");
        return false;
    }
    with_shift ? screen_.shift_click(at->x, at->y) : screen_.click(at->x, at->y);
    return true;
}

bool Desk::choose_files(const std::string& dialog, const std::filesystem::path& folder,
                        const std::vector<std::string>& names) const {
    screen_.type(folder.string() + "/");
    screen_.keys({"Return"});
    bool clicked = true;
    for (std::size_t i = 0; i < names.size(); ++i) {
        clicked = clicked && click(dialog, names[i], i > 0);
    }
    screen_.take_picture(std::string("filer-") + words_.language);
    screen_.keys({"Return"});
    return clicked;
}

std::vector<SpreadsheetReference> Desk::documents() const {
    std::vector<SpreadsheetReference> list;
    const auto all = frame::Desktop::create(office_->context())->getComponents()->createEnumeration();
    while (all->hasMoreElements()) {
        const SpreadsheetReference one(all->nextElement(), uno::UNO_QUERY);
        if (one.is()) {
            list.push_back(one);
        }
    }
    return list;
}

SpreadsheetReference Desk::report() const {
    for (const SpreadsheetReference& one : documents()) {
        if (one->getSheets()->hasByName(office::to_ustring(std::string(workbook::sheet::checks)))) {
            return one;
        }
    }
    return {};
}

void Desk::close_reports() const {
    for (SpreadsheetReference one = report(); one.is(); one = report()) {
        uno::Reference<util::XModifiable>(one, uno::UNO_QUERY_THROW)->setModified(false);
        uno::Reference<util::XCloseable>(one, uno::UNO_QUERY_THROW)->close(true);
    }
}

Settings Desk::settings() const {
    return Settings::load(office_->user_folder() / "finsam" / "installningar.json");
}

std::filesystem::path Desk::sie_folder() const {
    const auto books = command_test::example_books();
    for (const std::filesystem::path file : {books.year_2023, books.year_2024}) {
        std::filesystem::copy_file(file, files_ / file.filename().string(),
                                   std::filesystem::copy_options::skip_existing);
    }
    return files_.path();
}

void Desk::write_browser() const {
    const std::string program =
        programs_.write("xdg-open", "#!/bin/sh\nprintf '%s' \"$1\" > \"$(dirname \"$0\")/opened\"\n");
    std::filesystem::permissions(program, std::filesystem::perms(0755));
}

} // namespace finsam::window
