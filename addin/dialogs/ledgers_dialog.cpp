#include "addin/dialogs/ledgers_dialog.hpp"

#include <fmt/format.h>

namespace finsam::addin {
namespace {

constexpr int width = 404, height = 170, margin = 8, button = 84;

std::string period(const LedgerYear& year) {
    return year.from.empty() ? year.to : fmt::format("{}–{}", year.from, year.to);
}

} // namespace

LedgersDialog::LedgersDialog(const Dialog::Context& context, const std::vector<KnownYear>& years)
    : years_(years), language_(language_of(context)),
      dialog_(context, pick(language_, {"Huvudböcker", "Ledgers"}), width, height) {
    dialog_.set_help("huvudböcker");
    add_table();
    add_buttons();
}

void LedgersDialog::add_table() {
    constexpr int inner = width - 3 * margin - button;
    dialog_.add_label("about", {margin, 6, inner, 18},
                      say({"En huvudbok samlar SIE-filer för flera år. En rapport görs av det år som är markerat.",
                           "A ledger keeps SIE files of several years. A report is made of the selected year."}));
    dialog_.add_table("years", {margin, 26, inner, height - 34},
                      {{say({"Huvudbok", "Ledger"}), 15},
                       {say({"Förbund", "Förbund"}), 28},
                       {say({"Räkenskapsår", "Fiscal year"}), 27},
                       {say({"Filer", "Files"}), 7, true}});
    std::vector<std::vector<std::string>> rows;
    for (const KnownYear& one : years_) {
        const std::string name = one.ledger.filename().string();
        if (!one.problem.empty()) {
            rows.push_back({name, one.problem, "", ""});
        } else if (!one.has_books()) {
            rows.push_back({name, say({"(tom)", "(empty)"}), "", ""});
        } else {
            rows.push_back({name, one.year.company_name, period(one.year), std::to_string(one.year.files)});
        }
    }
    dialog_.set_rows("years", rows);
}

void LedgersDialog::add_buttons() {
    constexpr int x = width - margin - button;
    int y = 26;
    const auto add = [&](const char* name, const Text& text, LedgerAction action, bool needs_one, bool is_default) {
        dialog_.add_button(
            name, {x, y, button, 15}, say(text), [this, action] { act(action); }, is_default);
        dialog_.enable(name, !needs_one || !years_.empty());
        y += 19;
    };
    add("make", {"~Ny huvudbok …", "~New Ledger …"}, LedgerAction::make, false, years_.empty());
    add("add", {"~Lägg till befintlig …", "~Add Existing …"}, LedgerAction::add, false, false);
    add("import", {"Läs in ~SIE-filer …", "Read ~SIE Files …"}, LedgerAction::import, true, false);
    add("report", {"Gör ~rapport …", "Make ~Report …"}, LedgerAction::report, true, !years_.empty());
    add("forget", {"~Ta bort ur listan", "~Take off the List"}, LedgerAction::forget, true, false);
    dialog_.add_cancel_button("close", {x, height - 23, button, 15}, say({"Stän~g", "~Close"}));
}

/// Without a selection an action is about the first line: the only one, as a rule.
void LedgersDialog::act(LedgerAction action) {
    action_ = action;
    const int row = std::max(dialog_.selected_row("years"), 0);
    chosen_ = years_.empty() ? nullptr : &years_.at(static_cast<std::size_t>(row));
    dialog_.finish();
}

LedgerAction LedgersDialog::run(const Dialog::Window& parent) {
    return dialog_.execute(parent) ? action_ : LedgerAction::close;
}

} // namespace finsam::addin
