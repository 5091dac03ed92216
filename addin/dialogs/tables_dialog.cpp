#include "addin/dialogs/tables_dialog.hpp"

#include "addin/dialogs/report_choice_texts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

constexpr int width = 340, height = 228, margin = 8, inner = width - 2 * margin;
constexpr Text title{"Rapportens tabeller", "Tables of the Report"};
constexpr Text as_the_report{"som rapporten", "as the report"};

} // namespace

std::vector<const Table*> choosable_tables(const Layout& layout) {
    std::vector<const Table*> tables;
    for (const Table& table : layout.tables) {
        if (!table.hidden) {
            tables.push_back(&table);
        }
    }
    return tables;
}

TablesDialog::TablesDialog(const Dialog::Context& context, const Layout& layout, const ReportChoices& choices)
    : choices_(choices), tables_(choosable_tables(layout)), language_(language_of(context)),
      dialog_(context, say(title), width, height) {
    add_controls();
    show_rows();
    dialog_.select("tables", 0);
    show_selected();
}

void TablesDialog::add_controls() {
    dialog_.add_table(
        "tables", {margin, 7, inner, 154},
        {{say({"Tabell", "Table"}), 56}, {say({"Skrivs ut", "Printed"}), 11}, {say({"Enhet", "Unit"}), 20}});
    dialog_.add_check_box("shown", {margin, 168, 120, 11}, say({"~Skriv ut tabellen", "~Print the table"}), true);
    dialog_.add_label("unit_label", {margin + 138, 169, 36, 10}, say({"~Enhet:", "~Unit:"}));
    dialog_.add_list("unit", {margin + 176, 167, inner - 176, 13}, unit_items(language_, as_the_report), true);
    dialog_.add_check_box("empty", {margin, 186, inner, 11},
                          say({"Skriv även ut tabeller utan ~innehåll", "Print ~empty tables too"}),
                          choices_.show_empty_tables);
    dialog_.on_change("tables", [this] { show_selected(); });
    dialog_.on_change("shown", [this] { take_shown(); });
    dialog_.on_change("unit", [this] { take_unit(); });
    constexpr int button = 58, y = height - 21;
    dialog_.add_button(
        "ok", {width - margin - 2 * button - 6, y, button, 15}, "OK",
        [this] {
            choices_.show_empty_tables = dialog_.checked("empty");
            dialog_.finish();
        },
        true);
    dialog_.add_cancel_button("cancel", {width - margin - button, y, button, 15}, say({"~Avbryt", "~Cancel"}));
}

bool TablesDialog::is_shown(const Table& table) const {
    const LayoutChoice& choice = choices_.choice;
    const bool is_among = choice.only.empty() || std::ranges::find(choice.only, table.key) != choice.only.end();
    return is_among && std::ranges::find(choice.without, table.key) == choice.without.end();
}

std::string TablesDialog::unit_text(const Table& table) const {
    const int item = index_of(unit_words, chosen_unit(choices_.choice, table.key));
    return item < 0 ? say(as_the_report) : pick(language_, unit_titles.at(static_cast<std::size_t>(item)));
}

/// The list loses its selection with its lines.
void TablesDialog::show_rows() {
    const int selected = dialog_.selected("tables");
    std::vector<std::vector<std::string>> rows;
    for (const Table* table : tables_) {
        const std::string number = table->number.empty() ? "" : say({"Not ", "Note "}) + table->number + " ";
        rows.push_back({number + table->title, is_shown(*table) ? say({"ja", "yes"}) : say({"nej", "no"}),
                        table->kind == TableKind::texts ? "" : unit_text(*table)});
    }
    dialog_.set_rows("tables", rows);
    dialog_.select("tables", selected);
}

const Table* TablesDialog::selected() const {
    const int row = dialog_.selected_row("tables");
    return row < 0 ? nullptr : tables_.at(static_cast<std::size_t>(row));
}

void TablesDialog::show_selected() {
    const Table* table = selected();
    dialog_.enable("shown", table != nullptr);
    dialog_.enable("unit", table != nullptr && table->kind != TableKind::texts);
    if (table != nullptr) {
        dialog_.check("shown", is_shown(*table));
        dialog_.select("unit", index_of(unit_words, chosen_unit(choices_.choice, table->key)) + 1);
    }
}

void TablesDialog::take_shown() {
    if (const Table* table = selected()) {
        LayoutChoice& choice = choices_.choice;
        std::erase(choice.without, table->key);
        if (!dialog_.checked("shown")) {
            choice.without.push_back(table->key);
        } else if (!choice.only.empty()) {
            choice.only.push_back(table->key);
        }
        show_rows();
    }
}

void TablesDialog::take_unit() {
    if (const Table* table = selected()) {
        choose_unit(choices_.choice, table->key, unit_word(dialog_.selected("unit")));
        show_rows();
    }
}

} // namespace finsam::addin
