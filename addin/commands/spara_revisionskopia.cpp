#include "addin/commands/command_arguments.hpp"
#include "addin/commands/command_functions.hpp"
#include "addin/commands/message.hpp"
#include "addin/commands/report_document.hpp"
#include "addin/file_url.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/workbook/audit_copy.hpp"
#include "addin/workbook/document_files.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>
#include <fmt/format.h>
#include <osl/file.hxx>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace dialogs = com::sun::star::ui::dialogs;
using rtl::OUString;

constexpr Text title{"Spara revisionskopia", "Save Audit Copy"};

/// The document's own folder and name, with "revisionskopia" after it.
std::filesystem::path proposed(const DocumentReference& document) {
    const uno::Reference<com::sun::star::frame::XStorable> storable(document, uno::UNO_QUERY_THROW);
    const std::filesystem::path own = storable->hasLocation() ? to_path(storable->getLocation()) : "arsredovisning";
    return own.parent_path() / (own.stem().string() + " revisionskopia.ods");
}

/// "" when the user thinks better of it. The picker itself asks before a file is replaced.
OUString ask_for_file(const Context& context, const DocumentReference& document, Language language) {
    const auto picker =
        dialogs::FilePicker::createWithMode(context, dialogs::TemplateDescription::FILESAVE_AUTOEXTENSION);
    picker->setTitle(from_utf8(pick(language, title)));
    picker->appendFilter("OpenDocument (.ods)", "*.ods");
    picker->appendFilter("Excel (.xlsx)", "*.xlsx");
    picker->setCurrentFilter("OpenDocument (.ods)");
    const std::filesystem::path name = proposed(document);
    if (name.has_parent_path()) {
        picker->setDisplayDirectory(to_url(name.parent_path()));
    }
    picker->setDefaultName(from_utf8(name.filename().string()));
    if (picker->execute() != dialogs::ExecutableDialogResults::OK) {
        return {};
    }
    const uno::Sequence<OUString> files = picker->getSelectedFiles();
    return files.getLength() > 0 ? files[0] : OUString();
}

/// Made beside the target and then moved there: it is there whole or not at all.
AuditCopyOutcome write_copy(const Context& context, const DocumentReference& document,
                            const std::filesystem::path& target) {
    OUString scratch_url;
    osl::FileBase::createTempFile(nullptr, nullptr, &scratch_url);
    const std::filesystem::path scratch = to_path(scratch_url);
    const std::filesystem::path made = target.parent_path() / ("." + target.filename().string() + ".ny");
    AuditCopyRequest request;
    request.workbook = scratch;
    (target.extension() == ".xlsx" ? request.xlsx : request.ods) = made;
    AuditCopyOutcome outcome = make_audit_copy(context, document, request);
    std::error_code problem;
    std::filesystem::rename(made, target, problem);
    if (outcome.error.empty() && problem) {
        std::filesystem::remove(made, problem);
        outcome.error = fmt::format("{} kan inte skrivas. Välj en annan mapp.", target.string());
    }
    return outcome;
}

Message told(const AuditCopyOutcome& outcome, const std::filesystem::path& target, Language language) {
    if (!outcome.error.empty()) {
        return {MessageKind::error, title,
                pick(language, {"Revisionskopian kunde inte skrivas.", "The audit copy could not be written."}),
                outcome.error};
    }
    const std::string counts =
        language == Language::english
            ? fmt::format("{} formulas of the extension became formulas of Calc and {} became values; the sheet "
                          "Revision lists them.",
                          outcome.formulas, outcome.values)
            : fmt::format("{} av tilläggets formler blev Calcs egna och {} blev värden; bladet Revision listar dem.",
                          outcome.formulas, outcome.values);
    const std::string locked =
        outcome.sheets_with_password == 0
            ? ""
            : pick(language, {"\n\nBlad med lösenord kunde inte ändras; de står överst på bladet Revision.",
                              "\n\nSheets with a password could not be changed; the sheet Revision names them."});
    return {outcome.sheets_with_password == 0 ? MessageKind::information : MessageKind::warning, title,
            fmt::format("{} {}", language == Language::english ? "Written:" : "Skrev", target.string()),
            counts + locked};
}

} // namespace

void spara_revisionskopia(const Context& context, const Frame& frame, const Arguments& arguments) {
    const DocumentReference document = document_of(frame);
    const Language language = language_of(context);
    const auto given = argument<OUString>(arguments, "Fil");
    const OUString url = given ? *given : ask_for_file(context, document, language);
    if (url.isEmpty()) {
        return;
    }
    const std::filesystem::path target = to_path(url);
    const uno::Reference<com::sun::star::task::XStatusIndicatorFactory> bars(frame, uno::UNO_QUERY);
    const auto bar = bars.is() ? bars->createStatusIndicator() : nullptr;
    if (bar.is()) {
        bar->start(from_utf8(pick(language, {"Skriver revisionskopian", "Writing the audit copy"})), 1);
    }
    const AuditCopyOutcome outcome = write_copy(context, document, target);
    if (bar.is()) {
        bar->end();
    }
    if (!given || !outcome.error.empty()) {
        show_message(context, frame, told(outcome, target, language));
    }
}

} // namespace finsam::addin
