#include "addin/dialogs/settings_dialog.hpp"

#include "addin/dialogs/file_picker.hpp"
#include "addin/dialogs/report_choice_texts.hpp"

#include <algorithm>

namespace finsam::addin {
namespace {

constexpr int width = 270, height = 150, margin = 8, inner = width - 2 * margin;
constexpr Text title{"Inställningar för Finsam", "Finsam Settings"};

} // namespace

SettingsDialog::SettingsDialog(const Dialog::Context& context, Settings& settings)
    : context_(context), settings_(settings), language_(language_of(context)),
      dialog_(context, pick(language_, title), width, height) {
    add_choices();
    add_ledger_folder();
    constexpr int button = 58, y = height - 21;
    dialog_.add_button(
        "ok", {width - margin - 2 * button - 6, y, button, 15}, "OK",
        [this] {
            take_choices();
            dialog_.finish();
        },
        true);
    dialog_.add_cancel_button("cancel", {width - margin - button, y, button, 15},
                              pick(language_, {"~Avbryt", "~Cancel"}));
}

void SettingsDialog::add_choices() {
    constexpr int label_width = 92;
    const auto add_choice = [&](const char* name, int y, const Text& label, const std::vector<std::string>& items,
                                int chosen) {
        dialog_.add_label(std::string(name) + "_label", {margin, y + 2, label_width - 4, 10}, pick(language_, label));
        dialog_.add_list(name, {margin + label_width, y, inner - label_width, 13}, items, true);
        dialog_.select(name, std::max(chosen, 0));
    };
    std::vector<std::string> chart_titles, chart_names;
    for (const Chart chart : charts) {
        chart_titles.emplace_back(chart_title(chart));
        chart_names.emplace_back(chart_map_name(chart));
    }
    dialog_.add_heading(
        "usual", {margin, 7, inner, 10},
        pick(language_, {"För förbund som inte har haft någon rapport", "For a förbund that has had no report"}));
    const ReportChoices& usual = settings_.usual;
    add_choice("layout", 21, {"~Form och enhet:", "~Shape and unit:"}, picked(language_, layout_titles),
               index_of(layout_names, usual.layout));
    add_choice("sign", 37, {"~Eget kapital, skulder:", "~Equity, liabilities:"}, picked(language_, sign_titles),
               usual.credit_sign < 0 ? 1 : 0);
    add_choice("map", 53, {"~Kontoplan:", "Chart of ~accounts:"}, chart_titles, index_of(chart_names, usual.map));
    dialog_.add_label("map_note", {margin + label_width, 68, inner - label_width, 18},
                      pick(language_, {"Gäller när kontonas namn inte säger vilken den är.",
                                       "Counts where the names of the accounts do not tell which it is."}));
}

void SettingsDialog::add_ledger_folder() {
    dialog_.add_heading("ledgers", {margin, 92, inner, 10}, pick(language_, {"Huvudböcker", "Ledgers"}));
    dialog_.add_label("folder_label", {margin, 108, 40, 10}, pick(language_, {"~Mapp:", "~Folder:"}));
    dialog_.add_edit("folder", {margin + 40, 106, inner - 40 - 64, 13}, settings_.ledger_folder.string());
    dialog_.add_button("choose", {width - margin - 60, 105, 60, 15}, pick(language_, {"~Välj …", "~Choose …"}), [this] {
        const auto folder = pick_folder(context_, {"Välj mapp för huvudböcker", "Choose the Folder of Ledgers"},
                                        dialog_.text("folder"));
        if (folder) {
            dialog_.set_text("folder", folder->string());
        }
    });
}

void SettingsDialog::take_choices() {
    const auto chosen = [&](const char* name) { return static_cast<std::size_t>(std::max(dialog_.selected(name), 0)); };
    settings_.usual.layout = layout_names.at(chosen("layout"));
    settings_.usual.credit_sign = chosen("sign") == 1 ? -1 : 1;
    settings_.usual.map = chart_map_name(charts.at(chosen("map")));
    settings_.ledger_folder = dialog_.text("folder");
}

bool SettingsDialog::run(const Dialog::Window& parent) {
    return dialog_.execute(parent);
}

} // namespace finsam::addin
