#include "addin/commands/command_arguments.hpp"
#include "addin/commands/command_functions.hpp"
#include "addin/commands/message.hpp"
#include "addin/commands/progress.hpp"
#include "addin/commands/report_document.hpp"
#include "addin/commands/undo_step.hpp"
#include "addin/commands/update_document.hpp"
#include "addin/dialogs/dialog.hpp"
#include "addin/dialogs/file_picker.hpp"
#include "addin/functions/arguments.hpp"
#include "bridge/workbook/books_update.hpp"
#include "bridge/workbook/report_draft.hpp"

#include <fmt/format.h>
#include <osl/file.hxx>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using Files = std::vector<std::filesystem::path>;

constexpr Text title{"Läs in SIE i rapporten", "Read SIE into the Report"};

Files given_files(const uno::Sequence<rtl::OUString>& urls) {
    Files files;
    for (const rtl::OUString& url : urls) {
        rtl::OUString path;
        osl::FileBase::getSystemPathFromFileURL(url, path);
        files.emplace_back(to_utf8(path));
    }
    return files;
}

void refuse_with(const Context& context, const Frame& frame, const std::string& reason) {
    show_message(context, frame,
                 {MessageKind::error, title,
                  pick(language_of(context), {"Rapporten är som den var.", "The report is as it was."}), reason});
}

/// What the workbook is: the new files are then read until the same day, or for the same year to come.
DocumentChoice document_choice(const OpenReport& now) {
    const YearBooks& year = now.content.books.years.front();
    switch (now.layout.document) {
    case DocumentKind::annual: break;
    case DocumentKind::interim: return {year.period_end, {}};
    case DocumentKind::budget: return {{}, year.to.year};
    }
    return {};
}

/// The new files as books for this workbook. The error is in Swedish, "" when the user stopped it.
tl::expected<Books, std::string> read_books(const Files& files, const OpenReport& now, const ImportGoOn& go_on,
                                            std::string& files_of) {
    auto draft = ReportDraft::read(files, go_on);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    files_of = draft->books().company_name;
    const std::string& dimension = now.content.books.insats_dimension;
    if (auto chosen =
            draft->choose_books(dimension.empty() ? draft->books().insats_dimension : dimension, document_choice(now));
        !chosen) {
        return tl::unexpected(chosen.error());
    }
    auto books = updated_books(now.content.books, draft->books(), !now.content.typed.company_name.empty());
    if (books) {
        adopt_typed_name(*books, now.content.typed);
    }
    return books;
}

struct Update {
    Books books;
    Report report;
    BooksChanges changes;
};

/// What would change, to be read before anything is. True: go on.
bool show_changes(const Context& context, const Frame& frame, const OpenReport& now, const Update& update,
                  const std::string& files_of) {
    const Language language = language_of(context);
    const bool english = language == Language::english;
    Dialog dialog(context, pick(language, title), 330, 250);
    dialog.set_help("läs-in-nyare-sie-filer");
    std::string lead = update.changes.nothing()
                           ? pick(language, {"Filerna ändrar inga tal. Importloggen får de nya filerna.",
                                             "The files change no figures. The import log gets the new files."})
                           : pick(language, {"Det här ändras. Indata, texter, kontokarta och egna blad rörs inte, och "
                                             "allt kan ångras med Redigera > Ångra.",
                                             "This changes. Typed figures, texts, the account map and your own sheets "
                                             "stay, and all of it can be undone with Edit > Undo."});
    if (!files_of.empty() && files_of != now.content.books.company_name) { // a typed name may differ
        lead += pick(language, {" Filerna gäller ", " The files are of "}) + files_of + ".";
    }
    if (!has_room(now, update.report)) {
        lead += pick(language, {" Arbetsboken har inte rader för alla nya konton eller insatser; de som inte får plats "
                                "visas tillsammans som Övriga.",
                                " The workbook has no lines for all new accounts or insatser; those without room are "
                                "shown together as Övriga."});
    }
    dialog.add_label("lead", {8, 6, 314, 26}, lead);
    dialog.add_read_only_text("changes", {8, 34, 314, 190}, changes_text(update.changes, english));
    dialog.add_button(
        "go", {200, 230, 60, 15}, pick(language, {"~Läs in", "~Read In"}), [&] { dialog.finish(); }, true);
    dialog.add_cancel_button("cancel", {264, 230, 58, 15}, pick(language, {"~Avbryt", "~Cancel"}));
    return dialog.execute(frame->getContainerWindow());
}

void tell(const Context& context, const Frame& frame, const UpdateOutcome& outcome) {
    const Language language = language_of(context);
    if (!outcome.error.empty()) {
        return refuse_with(context, frame, outcome.error);
    }
    if (outcome.stopped) {
        return;
    }
    const bool fails = outcome.checks_failed > 0;
    show_message(context, frame,
                 {fails ? MessageKind::warning : MessageKind::information, title,
                  pick(language, {"Rapporten har de nya filerna.", "The report has the new files."}),
                  fails ? pick(language, {"Kontroller som inte stämmer: ", "Checks that do not hold: "}) +
                              std::to_string(outcome.checks_failed)
                        : ""});
}

UpdateOutcome write(const Context& context, const DocumentReference& document, const OpenReport& now,
                    const Update& update, const GoOn& go_on) {
    return update_document(context, document, now, update.books, update.report, pick(language_of(context), title),
                           go_on);
}

Update prepared(const OpenReport& now, Books books) {
    Update update;
    update.books = std::move(books);
    update.report = now.evaluate(update.books);
    update.changes = changes_between(now.content.books, now.report, update.books, update.report);
    return update;
}

/// From a macro: nothing is asked and nothing shown but what went wrong.
void update_quietly(const Context& context, const Frame& frame, const DocumentReference& document,
                    const OpenReport& now, const Files& files) {
    std::string files_of;
    auto books = read_books(
        files, now, [](double) { return true; }, files_of);
    if (!books) {
        throw uno::RuntimeException(from_utf8(books.error()));
    }
    const Update update = prepared(now, std::move(*books));
    const UpdateOutcome outcome = write(context, document, now, update, [](int) { return true; });
    if (!outcome.error.empty()) {
        refuse_with(context, frame, outcome.error);
    }
}

void update_in_dialogs(const Context& context, const Frame& frame, const DocumentReference& document,
                       const OpenReport& now) {
    const Files files = pick_files(context, {"Välj de nya SIE-filerna", "Choose the New SIE Files"}, sie_files, true);
    if (files.empty()) {
        return;
    }
    tl::expected<Books, std::string> books;
    std::string files_of;
    {
        Progress progress(context, frame, title);
        if (!progress.step({"Läser SIE-filerna …", "Reading the SIE files …"}, 0)) {
            return;
        }
        books = progress.beside([&] { return read_books(files, now, progress.of_reading(), files_of); });
        if (progress.is_cancelled()) {
            return;
        }
    }
    if (!books) {
        return refuse_with(context, frame, books.error());
    }
    const Update update = prepared(now, std::move(*books));
    if (!show_changes(context, frame, now, update, files_of)) {
        return;
    }
    UpdateOutcome outcome;
    {
        Progress progress(context, frame, title);
        outcome = write(context, document, now, update, [&](int percent) {
            return progress.step({"Skriver databladen …", "Writing the data sheets …"}, percent);
        });
    }
    tell(context, frame, outcome);
}

} // namespace

void las_in(const Context& context, const Frame& frame, const Arguments& arguments) {
    const DocumentReference document = document_of(frame);
    const auto given = argument<uno::Sequence<rtl::OUString>>(arguments, "Filer");
    if (!may_change(context, frame, document, title)) {
        return;
    }
    const auto now = read_report(document);
    if (!now) {
        return refuse_with(context, frame, now.error());
    }
    if (given) {
        update_quietly(context, frame, document, **now, given_files(*given));
    } else {
        update_in_dialogs(context, frame, document, **now);
    }
}

} // namespace finsam::addin
