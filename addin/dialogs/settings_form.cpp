#include "addin/dialogs/settings_form.hpp"

#include "addin/dialogs/file_picker.hpp"
#include "addin/dialogs/report_choice_texts.hpp"

#include <algorithm>

namespace finsam::addin {
namespace {

constexpr int margin = 8, inner = SettingsForm::width - 2 * margin;

} // namespace

SettingsForm::SettingsForm(const Dialog::Context& context, Dialog& window)
    : context_(context), window_(window), language_(language_of(context)) {
    add_choices();
    add_ledger_folder();
}

void SettingsForm::add_choices() {
    constexpr int label_width = 92;
    const auto add_choice = [&](const char* name, int y, const Text& label, const std::vector<std::string>& items) {
        window_.add_label(std::string(name) + "_label", {margin, y + 2, label_width - 4, 10}, say(label));
        window_.add_list(name, {margin + label_width, y, inner - label_width, 13}, items, true);
    };
    std::vector<std::string> chart_titles;
    for (const Chart chart : charts) {
        chart_titles.emplace_back(chart_title(chart));
    }
    window_.add_heading("usual", {margin, 7, inner, 10},
                        say({"För förbund som inte har haft någon rapport", "For a förbund that has had no report"}));
    add_choice("layout", 21, {"~Form och enhet:", "~Shape and unit:"}, picked(language_, layout_titles));
    add_choice("sign", 37, {"~Eget kapital, skulder:", "~Equity, liabilities:"}, picked(language_, sign_titles));
    add_choice("map", 53, {"~Kontoplan:", "Chart of ~accounts:"}, chart_titles);
    window_.add_label("map_note", {margin + label_width, 68, inner - label_width, 18},
                      say({"Gäller när kontonas namn inte säger vilken den är.",
                           "Counts where the names of the accounts do not tell which it is."}));
}

void SettingsForm::add_ledger_folder() {
    window_.add_heading("ledgers", {margin, 92, inner, 10}, say({"Huvudböcker", "Ledgers"}));
    window_.add_label("folder_label", {margin, 108, 40, 10}, say({"~Mapp:", "~Folder:"}));
    window_.add_edit("folder", {margin + 40, 106, inner - 40 - 64, 13}, "");
    window_.add_button("choose", {width - margin - 60, 105, 60, 15}, say({"~Välj …", "C~hoose …"}), [this] {
        const auto folder = pick_folder(context_, {"Välj mapp för huvudböcker", "Choose the Folder of Ledgers"},
                                        window_.text("folder"));
        if (folder) {
            window_.set_text("folder", folder->string());
        }
    });
}

void SettingsForm::show(const Settings& settings) {
    const ReportChoices& usual = settings.usual;
    std::vector<std::string> chart_names;
    for (const Chart chart : charts) {
        chart_names.emplace_back(chart_map_name(chart));
    }
    window_.select("layout", std::max(index_of(layout_names, usual.layout), 0));
    window_.select("sign", usual.credit_sign < 0 ? 1 : 0);
    window_.select("map", std::max(index_of(chart_names, usual.map), 0));
    window_.set_text("folder", settings.ledger_folder.string());
}

void SettingsForm::take(Settings& settings) const {
    const auto chosen = [&](const char* name) { return static_cast<std::size_t>(std::max(window_.selected(name), 0)); };
    settings.usual.layout = layout_names.at(chosen("layout"));
    settings.usual.credit_sign = chosen("sign") == 1 ? -1 : 1;
    settings.usual.map = chart_map_name(charts.at(chosen("map")));
    settings.ledger_folder = window_.text("folder");
}

} // namespace finsam::addin
