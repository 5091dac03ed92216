#include "bridge/report/layout_references.hpp"

#include "bridge/report/map_keys.hpp"
#include "bridge/report/members.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace finsam {
namespace {

class ReferenceCheck {
public:
    ReferenceCheck(const Layout& layout, const LayoutLines& lines, TomlErrors& errors)
        : layout_(layout), lines_(lines), errors_(errors) {}

    void run() {
        check_unique_names();
        for (std::size_t t = 0; t < layout_.tables.size(); ++t) {
            check_table(layout_.tables[t], lines_.tables[t]);
            for (std::size_t r = 0; r < layout_.tables[t].rows.size(); ++r) {
                check_row(layout_.tables[t], layout_.tables[t].rows[r], lines_.rows[t][r]);
            }
        }
        for (std::size_t c = 0; c < layout_.checks.size(); ++c) {
            check_rule(layout_.checks[c], lines_.checks[c]);
        }
        if (!errors_.first()) {
            check_cycles();
        }
    }

private:
    void unique(std::set<std::string>& seen, const std::string& key, std::size_t line, const std::string& what) {
        if (!seen.insert(key).second) {
            errors_.add(line, what + " ”" + key + "” finns redan.");
        }
    }

    void check_unique_names() {
        std::set<std::string> tables, inputs, checks;
        for (std::size_t i = 0; i < layout_.tables.size(); ++i) {
            unique(tables, layout_.tables[i].key, lines_.tables[i], "Tabellen");
        }
        for (std::size_t i = 0; i < layout_.inputs.size(); ++i) {
            unique(inputs, layout_.inputs[i].key, lines_.inputs[i], "Indata");
        }
        for (std::size_t i = 0; i < layout_.checks.size(); ++i) {
            unique(checks, layout_.checks[i].key, lines_.checks[i], "Kontrollen");
        }
    }

    void check_table(const Table& table, std::size_t line) {
        std::set<std::string> keys;
        for (const Row& row : table.rows) {
            if (!row.key.empty()) {
                unique(keys, row.key, line, "Tabellen ”" + table.key + "”: raden");
            }
        }
        if (table.kind == TableKind::rows && (table.columns.empty() || table.rows.empty())) {
            errors_.add(line, "Tabellen ”" + table.key + "”: ”kolumner” och ”rader” ska ha minst en post var.");
        }
        if (table.kind == TableKind::texts &&
            (table.columns.size() < 2 || !table.rows.empty() || table.text_lines < 1 || table.text_lines > 100)) {
            errors_.add(line, "Tabellen ”" + table.key +
                                  "”: en tabell av slaget ”texter” ska ha minst två kolumner, inga rader och ”antal” "
                                  "mellan 1 och 100.");
        }
        if (table.kind == TableKind::insatser) {
            check_insats_table(table, line);
        }
        if (table.is_shown && layout_.document != DocumentKind::interim &&
            std::ranges::any_of(table.columns, [](const Column& one) { return one.year == same_period_year; })) {
            errors_.add(line, "Tabellen ”" + table.key +
                                  "”: ”samma_period” hör till [tabell.delarsrapport]; andra dokument har hela år.");
        }
        for (const Column& column : table.columns) {
            const bool of_insatser = column.kind == ColumnKind::income || column.kind == ColumnKind::cost;
            const bool of_members = column.kind == ColumnKind::calculated || column.kind == ColumnKind::from_calculated;
            if (of_members && (table.kind != TableKind::rows || column.year != 0)) {
                errors_.add(line, "Tabellen ”" + table.key +
                                      "”: kolumner av slaget ”fordelning” och ”avvikelse_fordelning” hör till tabeller "
                                      "med rader och gäller rapportåret.");
            }
            if (of_insatser && table.kind != TableKind::insatser) {
                errors_.add(line, "Tabellen ”" + table.key +
                                      "”: kolumner av slaget ”intakt” och ”kostnad” hör till tabeller av slaget "
                                      "”insatser”.");
            }
        }
    }

    void check_insats_table(const Table& table, std::size_t line) {
        const std::string what = "Tabellen ”" + table.key + "”: ";
        const InsatsTable& insatser = table.insatser;
        for (const Column& column : table.columns) {
            const bool is_typed = column.kind == ColumnKind::budget || column.kind == ColumnKind::deviation ||
                                  column.kind == ColumnKind::forecast || column.kind == ColumnKind::forecast_deviation;
            if (table.is_shown && !is_insats_column(column)) {
                errors_.add(line,
                            what + "en tabell av slaget ”insatser” kan ha kolumnerna intakt, kostnad och netto för "
                                   "rapportåret och jämförelseåret (året före; i en delårsrapport samma period, i en "
                                   "budget två år före), budget, avvikelse, prognos och prognosavvikelse för "
                                   "rapportåret, och i en budget året före i budget.");
            }
            if (is_typed && !insatser.map_keys.empty()) {
                errors_.add(line, what + "en tabell med ”kartnycklar” kan inte ha budget, prognos och avvikelse: "
                                         "budgeten per insats har inga konton.");
            }
        }
        const auto has = [&](ColumnKind kind) {
            return std::any_of(table.columns.begin(), table.columns.end(),
                               [&](const Column& column) { return column.kind == kind && column.year == 0; });
        };
        if (has(ColumnKind::deviation) && !(has(ColumnKind::outcome) && has(ColumnKind::budget))) {
            errors_.add(line,
                        what + "kolumnen avvikelse kräver att netto och budget är med, den är skillnaden mellan dem.");
        }
        if (has(ColumnKind::forecast_deviation) && !(has(ColumnKind::forecast) && has(ColumnKind::budget))) {
            errors_.add(line, what +
                                  "kolumnen prognosavvikelse kräver att prognos och budget är med, den är skillnaden "
                                  "mellan dem.");
        }
        if (!insatser.area.empty() && insatser.by_label) {
            errors_.add(line, what + "”etiketter” och ”omrade” kan inte stå tillsammans.");
        }
        if (!insatser.area.empty() && !table.rows.empty()) {
            errors_.add(line, what + "en tabell med ”omrade” visar bara områdets insatser; ta bort ”rader”.");
        }
        for (const std::string& key : insatser.map_keys) {
            if (!is_result_row(key)) {
                errors_.add(line, what + "kartnyckeln ”" + key + "” är ingen resultatrad i kontokartan.");
            }
        }
        for (const std::string& key : insatser.part_note_rows) {
            if (!is_note_row(key)) {
                errors_.add(line, what + "”varav” ska ha notrader ur kontokartan; ”" + key + "” är ingen.");
            }
        }
    }

    bool is_insats_column(const Column& column) const {
        switch (column.kind) {
        case ColumnKind::outcome:
        case ColumnKind::income:
        case ColumnKind::cost: return column.year == 0 || column.year == layout_.year_of_comparison();
        case ColumnKind::budget:
            return column.year == 0 || (column.year == -1 && layout_.document == DocumentKind::budget);
        case ColumnKind::deviation:
        case ColumnKind::forecast:
        case ColumnKind::forecast_deviation: return column.year == 0;
        default: return false;
        }
    }

    void check_row(const Table& table, const Row& row, std::size_t line) {
        const std::string what = "Rad ”" + row.key + "” i tabellen ”" + table.key + "”: ";
        if (row.kind != RowKind::heading && row.key.empty()) {
            errors_.add(line, "Raden ”" + row.text + "” i tabellen ”" + table.key + "” saknar ”nyckel”.");
        }
        if (table.kind == TableKind::insatser &&
            (row.kind != RowKind::accounts || row.measure != Measure::result || row.map_column == MapColumn::extra)) {
            errors_.add(line, what + "en tabell av slaget ”insatser” kan bara ha rader av slaget ”konton” med "
                                     "resultatkonton ur kartans rad eller notrad: det som ingen "
                                     "insats bär.");
        }
        check_map_keys(row, line, what);
        check_print(table, row, line, what);
        check_term_count(row, line, what);
        for (const Term& term : row.terms) {
            check_term(table, term, line, what);
        }
        check_steps(row, line, what);
        check_carried(table, row, line, what);
        if (row.kind == RowKind::input && row.input_key.empty()) {
            errors_.add(line, what + "”indata” saknas.");
        }
        for (const std::string* key : {&row.input_key, &row.forecast_key}) {
            if (!key->empty() && !is_input(*key)) {
                errors_.add(line, what + "indata ”" + *key + "” finns inte bland [[indata]].");
            }
        }
        if (!row.forecast_key.empty() && (row.kind != RowKind::accounts || row.measure != Measure::result)) {
            errors_.add(line, what + "”prognos” hör till rader av slaget ”konton” med resultatkonton.");
        }
    }

    /// The steps of the guideline: limit, share ... and last a share without limit, each with a default.
    void check_steps(const Row& row, std::size_t line, const std::string& what) {
        const bool is_guideline = row.kind == RowKind::guideline;
        if (is_guideline ? row.step_keys.size() % 2 == 0 : !row.step_keys.empty()) {
            errors_.add(line, what +
                                  "”trappa” hör till slaget ”riktvarde” och har gräns och andel i tur och ordning, och "
                                  "sist en andel.");
        }
        for (const std::string& key : row.step_keys) {
            const auto input = std::find_if(layout_.inputs.begin(), layout_.inputs.end(),
                                            [&](const InputField& one) { return one.key == key; });
            if (input == layout_.inputs.end() || !input->usual) {
                errors_.add(line, what + "”" + key + "” i trappan ska finnas bland [[indata]] med ”forval”.");
            }
        }
    }

    /// What earlier years left: the whole names the result of a year, a part the result and the whole.
    void check_carried(const Table& table, const Row& row, std::size_t line, const std::string& what) {
        if (row.kind != RowKind::carried) {
            if (row.origin != 0) {
                errors_.add(line, what + "”fran” hör till slaget ”underskott”.");
            }
            return;
        }
        if (row.origin > 0 || row.origin < oldest_origin) {
            errors_.add(line, what + "”fran” ska vara -1, -2, -3 eller -4 (det året och äldre), eller saknas.");
        }
        const Row* whole = row.origin != 0 && row.terms.size() == 2 ? layout_.find(table, row.terms[1]) : nullptr;
        const bool is_part = whole != nullptr && whole->kind == RowKind::carried && whole->origin == 0;
        if (row.origin == 0 ? row.terms.size() != 1 : !is_part) {
            errors_.add(line, what + "”av” ska ha årets balanskravsresultat, och med ”fran” också raden med hela "
                                     "underskottet.");
        }
        for (const Term& term : row.terms) {
            if (term.sign != 1 || term.year != 0) {
                errors_.add(line, what + "termerna i ett underskott har varken minus eller år.");
            }
        }
    }

    void check_map_keys(const Row& row, std::size_t line, const std::string& what) {
        const bool is_of_members = row.kind == RowKind::members || row.kind == RowKind::member_list;
        const bool sums_accounts = row.kind == RowKind::accounts || row.kind == RowKind::account_list || is_of_members;
        if (sums_accounts == row.map_keys.empty()) {
            errors_.add(line,
                        what + (sums_accounts ? "”kartnycklar” saknas."
                                              : "”kartnycklar” hör till konton, lista, medlemmar och medlemslista."));
        }
        for (const std::string& key : row.map_keys) {
            const bool known = row.map_column == MapColumn::note_row ? is_note_row(key)
                               : row.map_column == MapColumn::extra  ? is_extra(key)
                               : row.measure == Measure::result      ? is_result_row(key) || key == booked_result_key
                                                                     : is_balance_row(key);
            if (!known) {
                std::string text = what;
                text.append("kartnyckeln ”")
                    .append(key)
                    .append("” är okänd för det måttet och den kolumnen i kontokartan.");
                errors_.add(line, text);
            }
        }
        const bool has_equity = std::find(row.map_keys.begin(), row.map_keys.end(), equity_key) != row.map_keys.end();
        if (row.map_keys.size() > 1 && has_equity) {
            errors_.add(line, what + "kartnyckeln ”eget_kapital” ska stå ensam, den har en egen regel.");
        }
    }

    void check_print(const Table& table, const Row& row, std::size_t line, const std::string& what) {
        if (row.hidden && (row.kind == RowKind::heading || is_list(row))) {
            errors_.add(line, what + "en rubrik eller en lista kan inte ha ”visas = false”.");
        }
        if (row.shows_account && (row.kind != RowKind::account_list || row.list_by != ListBy::account)) {
            errors_.add(line, what + "”visa_konto” hör till en lista med en rad per konto.");
        }
        check_members(row, line, what);
        const bool is_of_members = !row.member_group.empty();
        if (row.list_by != ListBy::insats && !is_of_members) {
            return;
        }
        if (!is_of_members && (row.kind != RowKind::account_list || row.measure != Measure::result)) {
            errors_.add(line, what + "”uppdelning = \"insats\"” hör till en lista av resultatkonton; balanskonton har "
                                     "inga insatser.");
        }
        for (const Column& column : table.columns) {
            const bool of_members =
                is_of_members && (column.kind == ColumnKind::calculated || column.kind == ColumnKind::from_calculated);
            const bool is_known =
                column.year == 0 || (is_of_members ? column.year == -1 : column.year == layout_.year_of_comparison());
            if (table.is_shown && ((column.kind != ColumnKind::outcome && !of_members) || !is_known)) {
                errors_.add(line,
                            what + "en lista per insats eller medlem kan bara ha kolumner med utfall för "
                                   "rapportåret och året före (en lista per insats i en delårsrapport: samma period, i "
                                   "en budget: två år före).");
            }
        }
    }

    void check_members(const Row& row, std::size_t line, const std::string& what) {
        const bool is_of_members = row.kind == RowKind::members || row.kind == RowKind::member_list;
        if (is_of_members ? !is_member_group(row.member_group) : !row.member_group.empty()) {
            errors_.add(line, what + "”grupp” ska vara stat, region eller kommun, och hör till medlemmar och "
                                     "medlemslista.");
        }
        if (is_of_members && row.measure != Measure::result) {
            errors_.add(line, what + "medlemmarnas bidrag är ett resultat; ta bort ”matt”.");
        }
    }

    void check_term_count(const Row& row, std::size_t line, const std::string& what) {
        std::size_t least = 0, most = 0;
        switch (row.kind) {
        case RowKind::sum: least = 1, most = 100; break;
        case RowKind::soliditet: least = 2, most = 3; break;
        case RowKind::balanskrav: least = most = 8; break;
        case RowKind::guideline: least = most = 1; break;
        case RowKind::carried: least = 1, most = 2; break;
        case RowKind::share: least = most = 2; break;
        default: break;
        }
        if (row.terms.size() < least || row.terms.size() > most) {
            errors_.add(line, what + "fel antal termer (" + std::to_string(row.terms.size()) + "), ska vara " +
                                  std::to_string(least) + (least == most ? "" : "–" + std::to_string(most)) + ".");
        }
    }

    void check_term(const Table& at, const Term& term, std::size_t line, const std::string& what) {
        const Table* table = term.table.empty() ? &at : layout_.find(term.table);
        if (table != nullptr && table->kind == TableKind::insatser) {
            errors_.add(line,
                        what + "raderna i tabellen ”" + table->key + "” har egna kolumner och kan inte vara termer.");
            return;
        }
        const Row* row = layout_.find(at, term);
        const std::string name = (term.table.empty() ? at.key : term.table) + "." + term.row;
        if (row == nullptr) {
            errors_.add(line, what + "raden ”" + name + "” finns inte.");
        } else if (at.is_shown && !at.key.empty() && !table->is_shown) {
            errors_.add(line, what + "raden ”" + name +
                                  "” står i en tabell som inte är med i dokumentet; visa båda eller ingen.");
        } else if (row->value != ValueKind::amount) {
            errors_.add(line, what + "raden ”" + name + "” är inget belopp och kan inte räknas med.");
        }
    }

    void check_rule(const CheckRule& check, std::size_t line) {
        static const Table nowhere;
        const std::string what = "Kontrollen ”" + check.key + "”: ";
        for (const std::vector<Term>* side : {&check.left, &check.right}) {
            for (const Term& term : *side) {
                check_term(nowhere, term, line, what);
            }
        }
        for (const int year : check.years) {
            if (year > 0 || year < -9) {
                errors_.add(line, what + "”ar” ska vara 0 (rapportåret) eller negativt.");
            }
        }
    }

    bool is_input(const std::string& key) const {
        if (std::ranges::find(layout_.elsewhere, key) != layout_.elsewhere.end()) {
            return true;
        }
        for (const InputField& input : layout_.inputs) {
            if (input.key == key) {
                return true;
            }
        }
        return false;
    }

    /// A row that reaches itself has no value, also when it does so through an earlier year: that chain has no end.
    void check_cycles() {
        for (std::size_t t = 0; t < layout_.tables.size(); ++t) {
            for (std::size_t r = 0; r < layout_.tables[t].rows.size(); ++r) {
                const Row& row = layout_.tables[t].rows[r];
                if (goes_round(layout_.tables[t], row)) {
                    errors_.add(lines_.rows[t][r], "Rad ”" + row.key + "” i tabellen ”" + layout_.tables[t].key +
                                                       "” räknas, direkt eller via andra rader, ur sig själv.");
                }
            }
        }
    }

    bool goes_round(const Table& table, const Row& row) {
        enum : int { unseen, open, closed };
        int& state = visited_[&row];
        if (state != unseen) {
            return state == open;
        }
        state = open;
        bool round = false;
        for (const Term& term : row.terms) {
            const Table& at = term.table.empty() ? table : *layout_.find(term.table);
            round = goes_round(at, *at.find(term.row)) || round;
        }
        visited_[&row] = closed;
        return round;
    }

    const Layout& layout_;
    const LayoutLines& lines_;
    TomlErrors& errors_;
    std::map<const Row*, int> visited_;
};

} // namespace

void check_references(const Layout& layout, const LayoutLines& lines, TomlErrors& errors) {
    ReferenceCheck(layout, lines, errors).run();
}

} // namespace finsam
