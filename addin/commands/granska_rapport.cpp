#include "addin/commands/command_arguments.hpp"
#include "addin/commands/command_functions.hpp"
#include "addin/commands/message.hpp"
#include "addin/commands/progress.hpp"
#include "addin/commands/report_document.hpp"
#include "addin/commands/selection.hpp"
#include "addin/commands/undo_step.hpp"
#include "addin/dialogs/dialog.hpp"
#include "addin/dialogs/file_picker.hpp"
#include "addin/file_url.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/workbook/document_files.hpp"
#include "addin/workbook/document_guards.hpp"
#include "addin/workbook/printed_sheets.hpp"
#include "addin/workbook/review_sheet.hpp"

#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using Path = std::filesystem::path;

constexpr Text title{"Granska rapport", "Review Report"};
constexpr FileKind spreadsheets{{"Kalkylark (.ods, .xlsx, .xls)", "Spreadsheets (.ods, .xlsx, .xls)"},
                                "*.ods;*.ots;*.xlsx;*.xls;*.ODS;*.OTS;*.XLSX;*.XLS"};

/// The tables of a report, and the sheets that have none.
struct Source {
    std::vector<review::RawTable> tables;
    std::vector<review::Uninterpreted> uninterpreted;
};

/// Our own findings are no part of the report.
Source source_of(const DocumentReference& document) {
    Source source;
    const std::string own = earlier_review(document);
    for (const review::Sheet& sheet : printed_sheets(document, is_report(document))) {
        if (own.empty() || sheet.name != own) {
            std::ranges::move(review::tables_of(sheet, source.uninterpreted), std::back_inserter(source.tables));
        }
    }
    return source;
}

/// What the user is asked: nothing when it was closed, else the path of last year's report, which may be empty.
std::optional<Path> ask(const Context& context, const Frame& frame) {
    const Language language = language_of(context);
    constexpr int width = 300, margin = 8, inner = width - 2 * margin;
    Dialog dialog(context, pick(language, title), width, 92);
    dialog.set_help("granska-rapport");
    dialog.add_label("lead", {margin, 6, inner, 26},
                     pick(language, {"Tabellerna på dokumentets blad räknas om och jämförs med varandra. Fynden skrivs "
                                     "på ett nytt blad, Granskning; annars ändras ingenting.",
                                     "The tables on the document's sheets are recomputed and compared with each other. "
                                     "Findings go to a new sheet, Granskning; nothing else changes."}));
    dialog.add_label("year_label", {margin, 40, 90, 10},
                     pick(language, {"~Förra årets rapport:", "~Last year's report:"}));
    dialog.add_edit("year", {margin + 92, 38, inner - 92 - 64, 13}, "");
    dialog.add_button("choose", {width - margin - 60, 37, 60, 15}, pick(language, {"~Välj …", "C~hoose …"}), [&] {
        const auto files =
            pick_files(context, {"Välj förra årets rapport", "Choose Last Year's Report"}, spreadsheets, false);
        if (!files.empty()) {
            dialog.set_text("year", files.front().string());
        }
    });
    dialog.add_label("note", {margin + 92, 53, inner - 92, 10},
                     pick(language, {"Behövs inte, men prövar jämförelsetalen.", "Optional; ties the comparatives."}));
    dialog.add_button(
        "go", {width - margin - 122, 71, 60, 15}, pick(language, {"~Granska", "~Review"}), [&] { dialog.finish(); },
        true);
    dialog.add_cancel_button("cancel", {width - margin - 58, 71, 58, 15}, pick(language, {"~Avbryt", "~Cancel"}));
    return dialog.execute(frame->getContainerWindow()) ? std::optional<Path>(dialog.text("year")) : std::nullopt;
}

/// The tables of last year's report, opened without a window and closed again.
std::vector<review::RawTable> last_year_of(const Context& context, const Path& path) {
    if (path.empty()) {
        return {};
    }
    std::error_code ignored;
    const OpenDocument document(std::filesystem::is_regular_file(path, ignored) ? load_hidden(context, path)
                                                                                : DocumentReference());
    if (!document.get().is()) {
        throw uno::RuntimeException(from_utf8(path.string() + " kan inte öppnas som kalkylark."));
    }
    return source_of(document.get()).tables;
}

/// Sheets cannot be added to what is read-only or has a protected structure: then a new document gets the findings.
bool takes_sheets(const DocumentReference& document) {
    const uno::Reference<com::sun::star::util::XProtectable> structure(document, uno::UNO_QUERY);
    return !is_read_only(document) && !(structure.is() && structure->isProtected());
}

DocumentReference new_document(const Context& context) {
    return {
        com::sun::star::frame::Desktop::create(context)->loadComponentFromURL("private:factory/scalc", "_blank", 0, {}),
        uno::UNO_QUERY_THROW};
}

void show_sheet(const DocumentReference& document, const std::string& sheet) {
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    if (const auto controller = model->getCurrentController(); controller.is()) {
        go_to(controller->getFrame(), document, {sheet, {0, 0}});
    }
}

/// An office (7.4) ends when a new sheet is undone in a document that no window shows; there the sheet is gone by
/// itself.
bool is_shown(const Frame& frame) {
    const uno::Reference<com::sun::star::awt::XWindow2> window(frame->getContainerWindow(), uno::UNO_QUERY);
    return window.is() && window->isVisible();
}

void write(const Context& context, const Frame& frame, const DocumentReference& document,
           const std::vector<workbook::ReviewLine>& lines) {
    if (!takes_sheets(document)) {
        const DocumentReference fresh = new_document(context);
        const NoUndo no_undo(fresh);
        show_sheet(fresh, write_review(fresh, lines, false));
        return;
    }
    frame->activate(); // the window of this document, not of another, takes part in undoing
    UndoStep step(document, pick(language_of(context), title));
    try {
        show_sheet(document, write_review(document, lines, true));
    } catch (...) {
        if (is_shown(frame)) {
            step.take_back();
        }
        throw;
    }
}

Message verdict(const review::ReviewResult& result, bool in_document, Language language) {
    const bool clean = result.findings.empty() && result.performed > 0;
    const std::string numbers =
        language == Language::english
            ? fmt::format("{} findings; {} checks made, {} hold. {} things were not understood.",
                          result.findings.size(), result.performed, result.held, result.uninterpreted.size())
            : fmt::format("{} fynd; {} kontroller utförda, {} stämmer. {} saker kunde inte tolkas.",
                          result.findings.size(), result.performed, result.held, result.uninterpreted.size());
    const std::string where =
        in_document ? pick(language, {"Allt står på bladet Granskning.", "All of it is on the sheet Granskning."})
                    : pick(language, {"Dokumentet kan inte ändras, så bladet Granskning är ett nytt dokument.",
                                      "The document cannot be changed, so the sheet Granskning is a new document."});
    return {clean ? MessageKind::information : MessageKind::warning, title,
            clean                   ? pick(language, {"Granskningen hittade inget fel.", "The review found no error."})
            : result.performed == 0 ? pick(language, {"Inga tabeller kunde prövas.", "No tables could be checked."})
                                    : pick(language, {"Det finns något att rätta eller förklara.",
                                                      "There is something to correct or explain."}),
            numbers + "\n" + where};
}

} // namespace

void granska_rapport(const Context& context, const Frame& frame, const Arguments& arguments) {
    const DocumentReference document = document_of(frame);
    const auto given = argument<rtl::OUString>(arguments, "Foregaende");
    const auto path = given ? std::optional<Path>(given->isEmpty() ? Path() : to_path(*given)) : ask(context, frame);
    if (!path) {
        return;
    }
    review::ReviewResult result;
    {
        Progress progress(context, frame, title);
        (void)progress.step({"Läser tabellerna …", "Reading the tables …"}, 10);
        const std::vector<review::RawTable> last_year = last_year_of(context, *path);
        Source source = source_of(document);
        if (!progress.step({"Räknar om och jämför …", "Recomputing and comparing …"}, 40)) {
            return;
        }
        result = progress.beside([&] { return review::review(source.tables, last_year); });
        std::ranges::move(source.uninterpreted, std::back_inserter(result.uninterpreted));
        if (progress.is_cancelled()) {
            return;
        }
    }
    write(context, frame, document, workbook::review_lines(result, path->filename().string()));
    if (!given) {
        show_message(context, frame, verdict(result, takes_sheets(document), language_of(context)));
    }
}

} // namespace finsam::addin
