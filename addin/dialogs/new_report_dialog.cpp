#include "addin/dialogs/new_report_dialog.hpp"

#include "addin/dialogs/file_picker.hpp"
#include "addin/dialogs/report_choice_texts.hpp"
#include "addin/dialogs/tables_dialog.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

constexpr int width = 360, height = 276, margin = 8, inner = width - 2 * margin;
constexpr int label_width = 88, list_x = margin + 92, list_width = inner - 92;
constexpr int books_page = 1, report_page = 2;

constexpr Text title{"Ny rapport", "New Report"};
std::string placing_text(Placing placing, Language language) {
    switch (placing) {
    case Placing::missing: return pick(language, {"saknas", "missing"});
    case Placing::proposed: return pick(language, {"föreslaget", "proposed"});
    case Placing::certain: return pick(language, {"säkert", "certain"});
    }
    return "";
}

std::string file_faults(const DraftFile& file, Language language) {
    if (file.errors == 0 && file.warnings == 0) {
        return pick(language, {"inga", "none"});
    }
    return language == Language::swedish ? fmt::format("{} fel, {} varningar", file.errors, file.warnings)
                                         : fmt::format("{} errors, {} warnings", file.errors, file.warnings);
}

std::string forbund_text(const ReportDraft& draft) {
    const Books& books = draft.books();
    return books.organisation_number.empty() ? books.company_name
                                             : fmt::format("{} ({})", books.company_name, books.organisation_number);
}

/// The report year, the years to compare with, and what is wrong with the files.
std::string years_text(const ReportDraft& draft, Language language) {
    const std::vector<std::string> periods = draft.periods();
    const bool swedish = language == Language::swedish;
    if (periods.empty()) {
        return pick(language,
                    {"Filerna har inga balanser och inga resultat.", "The files have no balances and no results."});
    }
    std::string text = fmt::format("{}: {}", swedish ? "Rapportår" : "Report year", periods.front());
    text += fmt::format("\n{}: ", swedish ? "Jämförelseår" : "Years to compare with");
    if (periods.size() == 1) {
        text += pick(language, {"inget. Välj även föregående års SIE-fil om den finns.",
                                "none. Choose the SIE file of the year before too, if there is one."});
    }
    for (std::size_t i = 1; i < periods.size(); ++i) {
        text += (i == 1 ? "" : ", ") + periods[i];
    }
    const bool has_errors = std::ranges::any_of(draft.files(), [](const DraftFile& file) { return file.errors > 0; });
    if (has_errors) {
        text += pick(
            language,
            {"\nFilerna har fel. Rapporten kan göras, men bladet Kontroller visar att de finns.",
             "\nThe files have errors. The report can be made, but the sheet Kontroller shows that they are there."});
    }
    return text;
}

std::string_view english_name(Certainty certainty) noexcept {
    switch (certainty) {
    case Certainty::saker: return "certain";
    case Certainty::trolig: return "likely";
    case Certainty::osaker: return "uncertain";
    }
    return "";
}

/// The heaviest reasons are enough here; `finsam rapport` tells them all. They quote Swedish words, and are told in
/// Swedish alone.
std::string chart_text(ChartProposal proposal, Language language) {
    if (language == Language::english) {
        return fmt::format("The names of the accounts tell that the chart of accounts is {} ({}).",
                           chart_title(proposal.chart), english_name(proposal.certainty));
    }
    constexpr std::size_t most_told = 2;
    proposal.reasons.resize(std::min(proposal.reasons.size(), most_told));
    proposal.objections.resize(std::min(proposal.objections.size(), std::size_t(1)));
    return describe(proposal);
}

} // namespace

NewReportDialog::NewReportDialog(const Dialog::Context& context, const ReportDraft& draft, const ReportChoices& choices)
    : context_(context), draft_(draft), choices_(choices), language_(language_of(context)),
      dialog_(context, say(title), width, height) {
    dialog_.set_help("ny-rapport-från-sie");
    for (const Chart chart : charts) {
        maps_.emplace_back(chart_map_name(chart));
    }
    if (index_of(maps_, choices_.map) < 0) {
        maps_.push_back(choices_.map);
    }
    add_books_page();
    add_report_page();
    add_buttons();
    show_table_choice();
    show_accounts();
    show_page(books_page);
}

void NewReportDialog::add_books_page() {
    dialog_.add_heading("books_heading", {margin, 7, inner, 10}, say({"1 av 2. Bokföringen", "1 of 2. The books"}));
    dialog_.add_label("forbund", {margin, 22, inner, 10}, forbund_text(draft_));
    dialog_.add_table("files", {margin, 36, inner, 110},
                      {{say({"Fil", "File"}), 24},
                       {say({"Räkenskapsår", "Fiscal year"}), 23},
                       {say({"Program", "Program"}), 17},
                       {say({"Typ", "Type"}), 5},
                       {say({"Verifikationer", "Vouchers"}), 15, true},
                       {say({"Fel", "Errors"}), 13}});
    std::vector<std::vector<std::string>> rows;
    for (const DraftFile& file : draft_.files()) {
        rows.push_back({file.name, file.period, file.program, std::to_string(file.sie_type),
                        std::to_string(file.vouchers), file_faults(file, language_)});
    }
    dialog_.set_rows("files", rows);
    dialog_.add_label("years", {margin, 152, inner, 40}, years_text(draft_, language_));
    dialog_.on_page(books_page, {"books_heading", "forbund", "files", "years"});
}

void NewReportDialog::add_list_choice(const char* name, const Place& label, const Place& list, const Text& text,
                                      const std::vector<std::string>& items, int chosen) {
    const std::string label_name = std::string(name) + "_label";
    dialog_.add_label(label_name, label, say(text));
    dialog_.add_list(name, list, items, true);
    dialog_.select(name, std::max(chosen, 0));
    dialog_.on_page(report_page, {label_name.c_str(), name});
}

void NewReportDialog::add_report_page() {
    dialog_.add_heading("report_heading", {margin, 7, inner, 10}, say({"2 av 2. Rapporten", "2 of 2. The report"}));
    const auto add_choice = [&](const char* name, int y, const Text& text, const std::vector<std::string>& items,
                                int chosen) {
        add_list_choice(name, {margin, y + 2, label_width, 10}, {list_x, y, list_width, 13}, text, items, chosen);
    };
    std::vector<std::string> dimensions;
    int dimension = -1;
    for (const DimensionInfo& one : draft_.books().dimensions) {
        if (one.number == (choices_.dimension.empty() ? draft_.books().insats_dimension : choices_.dimension)) {
            dimension = static_cast<int>(dimensions.size());
        }
        dimensions.push_back(fmt::format("{} {}", one.number, one.name));
    }
    add_document_choice();
    constexpr int unit_x = list_x + 130, unit_list_x = unit_x + 34;
    add_list_choice("layout", {margin, 40, label_width, 10}, {list_x, 38, 122, 13}, {"~Form:", "~Shape:"},
                    picked(language_, layout_titles), index_of(layout_names, choices_.layout));
    add_list_choice("unit", {unit_x, 40, 32, 10}, {unit_list_x, 38, width - margin - unit_list_x, 13},
                    {"En~het:", "~Unit:"}, unit_items(language_, {"som formen", "as the shape"}),
                    index_of(unit_words, chosen_unit(choices_.choice, "")) + 1);
    add_table_choice();
    add_choice("sign", 71, {"~Eget kapital, skulder:", "~Equity, liabilities:"}, picked(language_, sign_titles),
               choices_.credit_sign < 0 ? 1 : 0);
    add_choice("dimension", 87, {"~Insatser:", "~Insatser:"}, dimensions, dimension);
    add_choice("map", 103, {"~Kontoplan:", "Chart of ~accounts:"}, map_titles(), index_of(maps_, choices_.map));
    dialog_.enable("dimension", !dimensions.empty());
    dialog_.add_label("chart", {margin, 119, inner, 27},
                      draft_.chart() ? chart_text(*draft_.chart(), language_)
                                     : say({"Kontonas namn säger inte vilken kontoplan det är.",
                                            "The names of the accounts do not tell which chart it is."}));
    dialog_.add_label("counts", {margin, 148, inner, 10}, "");
    dialog_.add_table("accounts", {margin, 159, inner, 88},
                      {{say({"Konto", "Account"}), 9},
                       {say({"Benämning", "Name"}), 38},
                       {say({"Rad i rapporten", "Row in the report"}), 37},
                       {say({"Plats", "Place"}), 13}});
    dialog_.on_page(report_page, {"report_heading", "chart", "counts", "accounts"});
    for (const char* name : {"layout", "unit", "document"}) {
        dialog_.on_change(name, [this] { take_choices(), show_table_choice(), show_accounts(); });
    }
    dialog_.on_change("map", [this] { map_chosen(); });
}

/// Which document, and of which days; a day or a year that does not belong to it cannot be changed.
void NewReportDialog::add_document_choice() {
    const DocumentKind kind = choices_.document.kind();
    const auto interim =
        choices_.document.period_end ? choices_.document : draft_.document_of_kind(DocumentKind::interim);
    const auto budget = choices_.document.plan_year ? choices_.document : draft_.document_of_kind(DocumentKind::budget);
    add_list_choice("document", {margin, 24, label_width, 10}, {list_x, 22, 104, 13}, {"~Dokument:", "~Document:"},
                    picked(language_, document_titles), static_cast<int>(kind));
    dialog_.add_label("until_label", {list_x + 108, 24, 42, 10}, say({"till och ~med:", "unti~l:"}));
    dialog_.add_date("until", {list_x + 150, 22, 48, 13}, *interim.period_end, draft_.books().years.back().from,
                     draft_.books().years.front().to);
    dialog_.add_label("plan_label", {list_x + 202, 24, 20, 10}, say({"å~r:", "~year:"}));
    const int year = *budget.plan_year;
    dialog_.add_number("plan_year", {width - margin - 32, 22, 32, 13}, year, year - 1, year);
    dialog_.on_page(report_page, {"until_label", "until", "plan_label", "plan_year"});
    allow_document_fields();
}

void NewReportDialog::allow_document_fields() {
    const DocumentKind kind = document_kinds.at(static_cast<std::size_t>(std::max(dialog_.selected("document"), 0)));
    for (const char* name : {"until_label", "until"}) {
        dialog_.enable(name, kind == DocumentKind::interim);
    }
    for (const char* name : {"plan_label", "plan_year"}) {
        dialog_.enable(name, kind == DocumentKind::budget);
    }
}

void NewReportDialog::add_table_choice() {
    constexpr int button = 70;
    dialog_.add_label("tables_label", {margin, 57, label_width, 10}, say({"Tabeller:", "Tables:"}));
    dialog_.add_label("tables_note", {list_x, 57, list_width - button - 4, 10}, "");
    dialog_.add_button("tables", {width - margin - button, 54, button, 14},
                       say({"Välj ta~beller …", "Choose ~tables …"}), [this] { choose_tables(); });
    dialog_.on_page(report_page, {"tables_label", "tables_note", "tables"});
}

void NewReportDialog::choose_tables() {
    take_choices();
    const auto layout = Layout::built_in(choices_.layout, choices_.document.kind());
    if (!layout) {
        return; // `show_accounts` has told why
    }
    TablesDialog tables(context_, *layout, choices_);
    if (tables.run(dialog_.window())) {
        choices_ = tables.choices();
        show_table_choice();
        show_accounts();
        dialog_.focus("next");
    }
}

/// How many of the tables are printed, and whether any has a unit of its own.
void NewReportDialog::show_table_choice() {
    allow_document_fields();
    const auto layout = Layout::built_in(choices_.layout, choices_.document.kind());
    if (!layout) {
        return;
    }
    const std::size_t all = choosable_tables(*layout).size();
    const LayoutChoice choice = choice_within(*layout, choices_.choice);
    const std::size_t own_units = choice.units.size() - (chosen_unit(choice, "").empty() ? 0 : 1);
    std::string text = choice.without.empty()
                           ? say({"alla", "all"})
                           : fmt::format("{} {} {}", all - choice.without.size(), say({"av", "of"}), all);
    text += choices_.show_empty_tables ? say({", även utan innehåll", ", also without content"}) : "";
    text += own_units == 0 ? "" : fmt::format(", {} {}", own_units, say({"med egen enhet", "with their own unit"}));
    dialog_.set_text("tables_note", text);
}

void NewReportDialog::add_buttons() {
    constexpr int button = 62, y = height - 21;
    dialog_.add_button("back", {width - margin - 3 * button - 12, y, button, 15}, say({"~Tillbaka", "~Back"}),
                       [this] { show_page(books_page); });
    dialog_.add_button(
        "next", {width - margin - 2 * button - 6, y, button, 15}, "", [this] { go_on(); }, true);
    dialog_.add_cancel_button("cancel", {width - margin - button, y, button, 15}, say({"~Avbryt", "~Cancel"}));
}

void NewReportDialog::show_page(int page) {
    page_ = page;
    dialog_.turn_to(page);
    dialog_.enable("back", page == report_page);
    dialog_.set_text("next", page == books_page ? say({"~Nästa", "~Next"}) : say({"~Skapa", "C~reate"}));
}

void NewReportDialog::go_on() {
    if (page_ == books_page) {
        show_page(report_page);
        dialog_.focus("next");
        return;
    }
    take_choices();
    dialog_.finish();
}

void NewReportDialog::take_choices() {
    const auto chosen = [&](const char* name) { return static_cast<std::size_t>(std::max(dialog_.selected(name), 0)); };
    choices_.layout = layout_names.at(chosen("layout"));
    choices_.document = {};
    switch (document_kinds.at(chosen("document"))) {
    case DocumentKind::annual: break;
    case DocumentKind::interim: choices_.document.period_end = dialog_.date("until"); break;
    case DocumentKind::budget: choices_.document.plan_year = dialog_.number("plan_year"); break;
    }
    choose_unit(choices_.choice, "", unit_word(dialog_.selected("unit")));
    choices_.credit_sign = chosen("sign") == 1 ? -1 : 1;
    const auto& dimensions = draft_.books().dimensions;
    choices_.dimension = dimensions.empty() ? "" : dimensions.at(chosen("dimension")).number;
    if (chosen("map") < maps_.size()) {
        choices_.map = maps_.at(chosen("map"));
    }
}

/// The last of the list asks for a file; a closed file dialog leaves the choice as it was.
void NewReportDialog::map_chosen() {
    if (dialog_.selected("map") == static_cast<int>(maps_.size())) {
        const auto files = pick_files(context_, {"Välj kontokarta", "Choose Account Map"}, account_maps, false);
        if (!files.empty()) {
            choices_.map = files.front().string();
            if (index_of(maps_, choices_.map) < 0) {
                maps_.push_back(choices_.map);
                dialog_.set_items("map", map_titles());
            }
        }
        dialog_.select("map", index_of(maps_, choices_.map));
    }
    take_choices();
    show_accounts();
}

void NewReportDialog::show_accounts() {
    const auto inputs = inputs_for(choices_);
    dialog_.enable("next", inputs.has_value());
    if (!inputs) {
        dialog_.set_text("counts", inputs.error());
        dialog_.set_rows("accounts", {});
        return;
    }
    const std::vector<PlacedAccount> accounts = draft_.placed(*inputs);
    std::vector<std::vector<std::string>> rows;
    for (const PlacedAccount& account : accounts) {
        rows.push_back({account.number, account.name, account.row, placing_text(account.placing, language_)});
    }
    dialog_.set_text("counts", placing_counts(accounts, language_ == Language::english) + ".");
    dialog_.set_rows("accounts", rows);
}

std::vector<std::string> NewReportDialog::map_titles() const {
    std::vector<std::string> titles;
    for (const std::string& map : maps_) {
        const auto chart = chart_of_map(map);
        titles.push_back(chart ? std::string(chart_title(*chart)) : std::filesystem::path(map).filename().string());
    }
    titles.push_back(say({"Egen kontokarta ur en fil …", "An account map of your own from a file …"}));
    return titles;
}

bool NewReportDialog::run(const Dialog::Window& parent) {
    return dialog_.execute(parent);
}

} // namespace finsam::addin
