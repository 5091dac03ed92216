#include "addin/commands/command_arguments.hpp"
#include "addin/commands/command_functions.hpp"
#include "addin/commands/message.hpp"
#include "addin/commands/report_document.hpp"
#include "addin/commands/selection.hpp"
#include "addin/commands/underlag.hpp"
#include "addin/dialogs/trace_dialog.hpp"
#include "addin/entry_point.hpp"
#include "addin/file_url.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/user_settings.hpp"
#include "bridge/report/trace_lines.hpp"
#include "bridge/report/trace_words.hpp"
#include "templates/builder/data_columns.hpp"

#include <fmt/format.h>
#include <fstream>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using workbook::Place;

constexpr Text title{"Visa underlag", "Show Sources"};
constexpr int voucher_columns = workbook::voucher_column::line + 1;

void refuse_with(const Context& context, const Frame& frame, const std::string& reason) {
    show_message(
        context, frame,
        {MessageKind::information, title,
         pick(language_of(context), {"Här finns inget underlag att visa.", "There are no sources to show here."}),
         reason});
}

void write_text(const rtl::OUString& url, const std::string& text) {
    std::ofstream file(to_path(url), std::ios::binary);
    if (!(file << text).flush()) {
        throw uno::RuntimeException("Filen kan inte skrivas: " + url);
    }
}

std::string text_of(const Books& books, const VoucherRow& voucher) {
    std::string account = voucher.account;
    if (const auto name = books.account_names.find(account); name != books.account_names.end()) {
        account += " " + name->second;
    }
    std::string text = fmt::format("Verifikation {}, {}\nKonto {}\nText: {}\nBelopp {} (debet plus, kredit minus)\n",
                                   voucher_name(voucher), to_iso(voucher.date), account, voucher.text,
                                   trace_words::of_amount(voucher.amount));
    if (!voucher.object.empty()) {
        text += fmt::format("Insats {}\n", voucher.object);
    }
    text += file_text(books, voucher);
    if (const ImportedFile* file = file_of(books, voucher)) {
        text += fmt::format("\nFilen är skriven av {} och inläst {}.", file->program, file->read_at);
    }
    return text;
}

/// Where the user wants to go from a voucher: to its file.
bool show_voucher(const Context& context, const Frame& frame, const std::string& text) {
    const Language language = language_of(context);
    Dialog dialog(context, pick(language, title), 300, 112);
    dialog.set_help("visa-underlag");
    dialog.add_read_only_text("text", {8, 6, 284, 80}, text);
    dialog.add_button(
        "go", {128, 91, 100, 15}, pick(language, {"~Gå till Importloggen", "~Go to the Import Log"}),
        [&] { dialog.finish(); }, true);
    dialog.add_cancel_button("close", {234, 91, 58, 15}, pick(language, {"~Stäng", "~Close"}));
    return dialog.execute(frame->getContainerWindow());
}

/// On the sheet Verifikationer: from a row to its file.
void from_voucher(const Context& context, const Frame& frame, const DocumentReference& document, int row,
                  const std::optional<rtl::OUString>& target) {
    const auto report = read_report(document);
    if (!report) {
        return refuse_with(context, frame, report.error());
    }
    const DocumentCells cells(document);
    const Books& books = (*report)->content.books;
    const VoucherRow* voucher = workbook::voucher_at(cells, books, row);
    if (voucher == nullptr) {
        return refuse_with(context, frame,
                           fmt::format("Rad {} på bladet Verifikationer har ingen verifikation.", row + 1));
    }
    const std::string text = text_of(books, *voucher);
    if (target) {
        return write_text(*target, text + "\n");
    }
    if (!show_voucher(context, frame, text)) {
        return;
    }
    const ImportedFile* file = file_of(books, *voucher);
    if (const auto place = file == nullptr ? std::nullopt : workbook::place_of_file(cells, *file)) {
        go_to(frame, document, *place, 2);
    }
}

std::optional<Place> chosen_place(const Underlag& underlag, const TraceDialog& dialog) {
    if (const VoucherRow* voucher = dialog.chosen_voucher()) {
        return underlag.place_of(*voucher);
    }
    const TraceLine* line = dialog.chosen_line();
    return line == nullptr ? std::nullopt : underlag.place_of(*line->row, line->account);
}

void show(const Context& context, const Frame& frame, const DocumentReference& document, Underlag& underlag) {
    TraceDialog::ReadVouchers read;
    if (!underlag.has_vouchers()) {
        read = [&] {
            return guarded(
                "visa_underlag_huvudbok",
                [&] { return underlag.read_vouchers(Settings::load(settings_file(context)).ledgers); },
                [](const std::string& why) { return "Huvudboken kunde inte läsas: " + why; });
        };
    }
    TraceDialog dialog(context, underlag.trace(), underlag.books(), {underlag.title(), underlag.about()}, read);
    if (!dialog.run(frame->getContainerWindow())) {
        return;
    }
    if (const auto place = chosen_place(underlag, dialog)) {
        go_to(frame, document, *place, place->sheet == workbook::sheet::vouchers ? voucher_columns : 1);
        return;
    }
    show_message(context, frame,
                 {MessageKind::information, title,
                  pick(language_of(context), {"Raden visas inte på något blad.", "The row is shown on no sheet."}),
                  pick(language_of(context), {"Den räknas ut ur andra rader och trycks inte.",
                                              "It is computed from other rows and not printed."})});
}

} // namespace

void visa_underlag(const Context& context, const Frame& frame, const Arguments& arguments) {
    const DocumentReference document = document_of(frame);
    const auto target = argument<rtl::OUString>(arguments, "Fil");
    const auto place = selected_cell(document);
    if (!place) {
        return refuse_with(context, frame, "Markera en cell med ett tal i en av rapportens tabeller.");
    }
    if (place->sheet == workbook::sheet::vouchers) {
        return from_voucher(context, frame, document, place->at.row, target);
    }
    const auto underlag = Underlag::of(document, *place);
    if (!underlag) {
        return refuse_with(context, frame, underlag.error());
    }
    if (!target) {
        return show(context, frame, document, **underlag);
    }
    std::string note;
    if (!(*underlag)->has_vouchers()) {
        note = (*underlag)->read_vouchers(Settings::load(settings_file(context)).ledgers) + "\n";
    }
    write_text(*target, (*underlag)->as_text() + note);
}

} // namespace finsam::addin
