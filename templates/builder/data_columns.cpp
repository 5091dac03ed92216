#include "templates/builder/data_columns.hpp"

#include "templates/builder/report_plan.hpp"

#include <algorithm>
#include <tuple>

namespace finsam::workbook {

namespace {

void add_column(std::vector<NamedRange>& names, const std::string& name, std::string_view sheet_name, int column,
                int rows) {
    const int last = data_first_row + std::max(rows, 1) - 1;
    names.push_back({name, std::string(sheet_name), {{data_first_row, column}, {last, column}}});
}

void add_balances(std::vector<NamedRange>& names, const Layout& layout, int rows) {
    namespace at = balance_column;
    const auto add = [&](const std::string& name, int column) {
        add_column(names, "Saldon_" + name, sheet::balances, column, rows);
    };
    add("Konto", at::account);
    add("Benamning", at::name);
    add("Kartrad", at::map_row);
    add("Rad", at::row);
    add("Notrad", at::note_row);
    add("Uppgift", at::extra);
    add("Slag", at::statement);
    add("Kontroll", at::control);
    add("Anmarkning", at::remark);
    for (int slot = 0; slot < slots_of(layout); ++slot) {
        add(year_name("IB", slot), at::opening(slot));
        add(year_name("UB", slot), at::closing(slot));
        add(year_name("Res", slot), at::result(slot));
        add(slot == period_slot ? "Periodbudget" : year_name("Budget", slot), at::budget(slot));
        add(year_name("Rad_UB", slot), at::closing_row(slot));
        add(year_name("Notrad_UB", slot), at::closing_note_row(slot));
    }
    for (int list = 0; list < list_count(layout); ++list) {
        add(year_name("Lista", list), at::first_list + list);
    }
    for (int slot = 0; slot < static_cast<int>(years_with_vouchers); ++slot) {
        add(year_name("Ver", slot), at::movement(slot));
    }
}

void add_vouchers(std::vector<NamedRange>& names, int rows) {
    const auto add = [&](const char* name, int column) { add_column(names, name, sheet::vouchers, column, rows); };
    add("Ver_Konto", voucher_column::account);
    add("Ver_Belopp", voucher_column::amount);
    add("Ver_Nr", voucher_column::ordinal);
}

void add_map(std::vector<NamedRange>& names, int rows) {
    const auto add = [&](const char* name, int column) { add_column(names, name, sheet::map, column, rows); };
    add("Karta_Rad", map_column::row);
    add("Karta_Notrad", map_column::note_row);
    add("Karta_Uppgift", map_column::extra);
    add("Karta_Rad_debet", map_column::debit_row);
    add("Karta_Notrad_debet", map_column::debit_note_row);
    add("Karta_Kontroll", map_column::control);
    add("Karta_Anmarkning", map_column::remark);
    add("Karta_Lag", map_column::low);
    add("Karta_Slut", map_column::end);
    add("Karta_Bredd", map_column::width);
    const int last = data_first_row + std::max(rows, 1) - 1;
    names.push_back(
        {"Karta_Granser", std::string(sheet::map), {{data_first_row, map_column::low}, {last, map_column::end}}});
    add_column(names, "Karta_Steg", sheet::map, map_column::step, map_steps(rows));
    add_column(names, "Karta_Stegrad", sheet::map, map_column::step_row, map_steps(rows));
}

/// One list on Objekt: its columns, and the whole of it with heading for DRIFTREDOVISNING.
void add_object_list(std::vector<NamedRange>& names, const std::string& name, int column, int rows) {
    namespace at = object_column;
    add_column(names, name + "_Insats", sheet::objects, column + at::insats_offset, rows);
    add_column(names, name + "_Konto", sheet::objects, column + at::account_offset, rows);
    add_column(names, name + "_Belopp", sheet::objects, column + at::amount_offset, rows);
    add_column(names, name + "_Slag", sheet::objects, column + at::kind_offset, rows);
    add_column(names, name + "_Rad", sheet::objects, column + at::row_offset, rows);
    add_column(names, name + "_Notrad", sheet::objects, column + at::note_row_offset, rows);
    add_column(names, name + "_Uppgift", sheet::objects, column + at::extra_offset, rows);
    add_column(names, name + "_Omrade", sheet::objects, column + at::area_offset, rows);
    add_column(names, name + "_Etikett", sheet::objects, column + at::label_offset, rows);
    const int last = data_first_row + std::max(rows, 1) - 1;
    names.push_back(
        {name, std::string(sheet::objects), {{data_header_row, column}, {last, column + at::amount_offset}}});
}

/// The numbers of the lists by insats.
void add_insats_lists(std::vector<NamedRange>& names, const Layout& layout, const RowCounts& counts) {
    const int lists = list_count(layout, ListBy::insats);
    for (int list = 0; list < lists; ++list) {
        add_column(names, year_name("Insats_Lista", list), sheet::objects, object_column::first_list + list,
                   counts.insatser);
    }
}

} // namespace

std::string year_name(std::string_view name, int slot) {
    return std::string(name) + "_" + std::to_string(slot);
}

int imports_header_row(const Layout& layout) {
    return links_first_row + static_cast<int>(report_sheets(layout).size()) + 7 + 2;
}

int budget_header_row(const Layout& layout) {
    return input_first_row + static_cast<int>(layout.inputs.size()) + 3;
}

int member_header_row(const Layout& layout, const Capacities& capacities) {
    return budget_header_row(layout) + capacities.insatser + 5; // the budget's lines, its sum and two headings
}

std::vector<NamedRange> growing_names(const Layout& layout, const RowCounts& counts) {
    std::vector<NamedRange> names;
    add_balances(names, layout, counts.accounts);
    add_map(names, counts.map);
    add_object_list(names, "Objekt_Utfall", object_column::outcome, counts.outcome);
    add_object_list(names, "Objekt_Foregaende", object_column::previous, counts.previous);
    add_object_list(names, "Objekt_Budget", object_column::budget, counts.budget);
    if (layout.document == DocumentKind::budget) {
        add_object_list(names, "Objekt_Fg_budget", object_column::last_budget, counts.last_budget);
    }
    add_column(names, "Insats_Kod", sheet::objects, object_column::insats_code, counts.insatser);
    add_column(names, "Insats_Namn", sheet::objects, object_column::insats_name, counts.insatser);
    add_column(names, "Insats_Ordning", sheet::objects, object_column::insats_order, counts.insatser);
    add_insats_lists(names, layout, counts);
    add_vouchers(names, counts.vouchers);
    return names;
}

} // namespace finsam::workbook
