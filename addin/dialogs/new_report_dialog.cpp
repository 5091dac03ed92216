#include "addin/dialogs/new_report_dialog.hpp"

#include "addin/dialogs/file_picker.hpp"
#include "addin/dialogs/report_choice_texts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

constexpr int width = 360, height = 244, margin = 8, inner = width - 2 * margin;
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

/// The heaviest reasons are enough here; `finsam rapport` tells them all.
std::string chart_text(ChartProposal proposal) {
    constexpr std::size_t most_told = 2;
    proposal.reasons.resize(std::min(proposal.reasons.size(), most_told));
    proposal.objections.resize(std::min(proposal.objections.size(), std::size_t(1)));
    return describe(proposal);
}

} // namespace

NewReportDialog::NewReportDialog(const Dialog::Context& context, const ReportDraft& draft, const ReportChoices& choices)
    : context_(context), draft_(draft), choices_(choices), language_(language_of(context)),
      dialog_(context, say(title), width, height) {
    for (const Chart chart : charts) {
        maps_.emplace_back(chart_map_name(chart));
    }
    if (index_of(maps_, choices_.map) < 0) {
        maps_.push_back(choices_.map);
    }
    add_books_page();
    add_report_page();
    add_buttons();
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

void NewReportDialog::add_report_page() {
    constexpr int label_width = 92, list_x = margin + label_width, list_width = inner - label_width;
    dialog_.add_heading("report_heading", {margin, 7, inner, 10}, say({"2 av 2. Rapporten", "2 of 2. The report"}));
    const auto add_choice = [&](const char* name, int y, const Text& label, const std::vector<std::string>& items,
                                int chosen) {
        const std::string label_name = std::string(name) + "_label";
        dialog_.add_label(label_name, {margin, y + 2, label_width - 4, 10}, say(label));
        dialog_.add_list(name, {list_x, y, list_width, 13}, items, true);
        dialog_.select(name, std::max(chosen, 0));
        dialog_.on_page(report_page, {label_name.c_str(), name});
    };
    std::vector<std::string> dimensions;
    int dimension = -1;
    for (const DimensionInfo& one : draft_.books().dimensions) {
        if (one.number == (choices_.dimension.empty() ? draft_.books().insats_dimension : choices_.dimension)) {
            dimension = static_cast<int>(dimensions.size());
        }
        dimensions.push_back(fmt::format("{} {}", one.number, one.name));
    }
    add_choice("layout", 22, {"~Form och enhet:", "~Shape and unit:"}, picked(language_, layout_titles),
               index_of(layout_names, choices_.layout));
    add_choice("sign", 38, {"~Eget kapital, skulder:", "~Equity, liabilities:"}, picked(language_, sign_titles),
               choices_.credit_sign < 0 ? 1 : 0);
    add_choice("dimension", 54, {"~Insatser:", "~Insatser:"}, dimensions, dimension);
    add_choice("map", 70, {"~Kontoplan:", "Chart of ~accounts:"}, map_titles(), index_of(maps_, choices_.map));
    dialog_.enable("dimension", !dimensions.empty());
    dialog_.add_label("chart", {margin, 86, inner, 28},
                      draft_.chart() ? chart_text(*draft_.chart())
                                     : say({"Kontonas namn säger inte vilken kontoplan det är.",
                                            "The names of the accounts do not tell which chart it is."}));
    dialog_.add_label("counts", {margin, 116, inner, 10}, "");
    dialog_.add_table("accounts", {margin, 127, inner, 88},
                      {{say({"Konto", "Account"}), 8},
                       {say({"Benämning", "Name"}), 39},
                       {say({"Rad i rapporten", "Row in the report"}), 37},
                       {say({"Plats", "Place"}), 13}});
    dialog_.on_page(report_page, {"report_heading", "chart", "counts", "accounts"});
    dialog_.on_change("layout", [this] { take_choices(), show_accounts(); });
    dialog_.on_change("map", [this] { map_chosen(); });
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
