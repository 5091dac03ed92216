#include "addin/dialogs/file_picker.hpp"

#include "addin/file_url.hpp"
#include "addin/functions/arguments.hpp"

#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/FolderPicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace dialogs = com::sun::star::ui::dialogs;
using rtl::OUString;
using FilePicker = uno::Reference<dialogs::XFilePicker3>;

FilePicker make_picker(const Context& context, sal_Int16 mode, const Text& title, const FileKind& kind) {
    const Language language = language_of(context);
    const FilePicker picker = dialogs::FilePicker::createWithMode(context, mode);
    picker->setTitle(from_utf8(pick(language, title)));
    picker->appendFilter(from_utf8(pick(language, kind.name)), from_utf8(kind.pattern));
    picker->appendFilter(from_utf8(pick(language, {"Alla filer", "All files"})), "*.*");
    picker->setCurrentFilter(from_utf8(pick(language, kind.name)));
    return picker;
}

} // namespace

std::vector<std::filesystem::path> pick_files(const Context& context, const Text& title, const FileKind& kind,
                                              bool several) {
    const FilePicker picker = make_picker(context, dialogs::TemplateDescription::FILEOPEN_SIMPLE, title, kind);
    picker->setMultiSelectionMode(several);
    if (picker->execute() != dialogs::ExecutableDialogResults::OK) {
        return {};
    }
    std::vector<std::filesystem::path> files;
    const uno::Sequence<OUString> chosen = picker->getSelectedFiles();
    for (const OUString& url : chosen) {
        files.push_back(to_path(url));
    }
    return files;
}

std::optional<std::filesystem::path> pick_target(const Context& context, const Text& title, const FileKind& kind,
                                                 const std::filesystem::path& proposed) {
    const FilePicker picker = make_picker(context, dialogs::TemplateDescription::FILESAVE_AUTOEXTENSION, title, kind);
    if (proposed.has_parent_path()) {
        picker->setDisplayDirectory(to_url(proposed.parent_path()));
    }
    picker->setDefaultName(from_utf8(proposed.filename().string()));
    if (picker->execute() != dialogs::ExecutableDialogResults::OK) {
        return std::nullopt;
    }
    const uno::Sequence<OUString> chosen = picker->getSelectedFiles();
    return chosen.hasElements() ? std::optional(to_path(chosen[0])) : std::nullopt;
}

std::optional<std::filesystem::path> pick_folder(const Context& context, const Text& title,
                                                 const std::filesystem::path& now) {
    const auto picker = dialogs::FolderPicker::create(context);
    picker->setTitle(from_utf8(pick(language_of(context), title)));
    if (!now.empty()) {
        picker->setDisplayDirectory(to_url(now));
    }
    return picker->execute() == dialogs::ExecutableDialogResults::OK ? std::optional(to_path(picker->getDirectory()))
                                                                     : std::nullopt;
}

} // namespace finsam::addin
