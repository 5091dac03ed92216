#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/sheets.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace finsam::workbook {

namespace {

constexpr int facts_row = 4;
constexpr int checks_row = checks_ok_cell.row;

std::string units_of(const Layout& layout) {
    std::set<std::string> units;
    for (const Table& table : layout.tables) {
        if (table.kind != TableKind::texts) {
            units.insert(std::string(swedish_name(table.form.unit)));
        }
    }
    std::string text;
    for (const std::string& unit : units) {
        text += (text.empty() ? "" : " och ") + unit;
    }
    return text + ", se varje tabell";
}

void put_fact(BuildContext& context, Sheet& sheet, int row, const char* label, Content value) {
    sheet.put({row, 0}, std::string(label), context.look.label());
    Cell& cell = sheet.put({row, 1}, std::move(value), context.look.value_text());
    cell.merge_columns = 8;
}

const char* period_label(DocumentKind document) {
    switch (document) {
    case DocumentKind::interim: return "Period";
    case DocumentKind::budget: return "Budgetår";
    case DocumentKind::annual: break;
    }
    return "Räkenskapsår";
}

void put_facts(BuildContext& context, Sheet& sheet) {
    put_fact(context, sheet, facts_row, "Förbund i bokföringen", Content());
    put_fact(context, sheet, facts_row + 1, "Organisationsnummer", Content());
    put_fact(context, sheet, facts_row + 2, period_label(context.layout.document), Formula{"Period_0&\"\""});
    put_fact(context, sheet, facts_row + 3, "Enhet", units_of(context.layout));
    put_fact(context, sheet, facts_row + 4, "Uppställning", context.layout.title + " (" + context.layout.name + ")");
    put_fact(context, sheet, facts_row + 5, "Eget kapital och skulder",
             Formula{"IF(Tecken_kredit=-1;\"visas negativa i balansräkningen\";\"visas positiva\")"});
    put_fact(context, sheet, chart_cell.row, "Kontoplan", Content());
}

void put_checks(BuildContext& context, Sheet& sheet) {
    Look& look = context.look;
    sheet.put({checks_row - 1, 0}, std::string("Kontroller"), look.table_title());
    static constexpr const char* states[] = {"stämmer", "avrundning", "fel", "ej tillämplig"};
    for (int i = 0; i < static_cast<int>(std::size(states)); ++i) {
        sheet.put({checks_row + i, 0}, std::string(states[i]), look.state());
        sheet.put({checks_row + i, 1}, Formula{fmt::format("COUNTIF(Kontroller_Lage;{})", quoted(states[i]))},
                  look.value_number());
    }
    const Formula verdict{fmt::format(
        "IF({0}>0;\"Det finns fel: se bladet Kontroller innan rapporten lämnas.\";IF({1}=0;\"Inget är inläst.\";"
        "IF(COUNTIF(Kontroller_Lage;\"kan inte räknas\")>0;\"Några kontroller kan inte räknas: tillägget Finsam saknas "
        "här.\";"
        "\"Alla kontroller som kan göras stämmer.\")))",
        cell(checks_failed_cell), cell(checks_ok_cell))};
    sheet.put({checks_row, 2}, verdict, look.value_text()).merge_columns = 7;
    const Formula unmapped{
        "IF(SUMPRODUCT((LEFT(Saldon_Anmarkning;13)=\"Kontot saknas\")*1)=0;\"\";SUMPRODUCT((LEFT(Saldon_"
        "Anmarkning;13)=\"Kontot saknas\")*1)&\" konto(n) saknas i kontokartan: se bladet Saldon.\")"};
    sheet.put({checks_row + 1, 2}, unmapped, look.warning()).merge_columns = 7;
}

/// The year's opening balances and the whole closing of the year before.
std::string known_chain(int slot) {
    return fmt::format("IF(AND({}=1;{}=1;{}=0;{}=1);1;0)", year_name("Finns_IB", slot), year_name("Finns_UB", slot + 1),
                       year_name("UB_nasta", slot + 1), year_name("Finns_Res", slot + 1));
}

/// The year's opening balances, its whole closing, and what its vouchers moved.
std::string known_movement(int slot) {
    return fmt::format("IF(AND({}=1;{}=1;{}=0;{}=1;COUNT({})>0);1;0)", year_name("Finns_IB", slot),
                       year_name("Finns_UB", slot), year_name("UB_nasta", slot), year_name("Finns_Res", slot),
                       year_name("Saldon_Ver", slot));
}

void put_years(BuildContext& context, Sheet& sheet) {
    namespace col = year_column;
    Look& look = context.look;
    sheet.put({years_header_row - 1, 0}, std::string("Inlästa räkenskapsår"), look.table_title());
    static constexpr const char* headings[] = {"Period",
                                               "År",
                                               "Från",
                                               "Till",
                                               "IB",
                                               "UB",
                                               "Resultat",
                                               "Budget",
                                               "Insatser",
                                               "UB ur nästa års IB",
                                               "Budget per insats",
                                               "IB prövas mot UB",
                                               "UB prövas mot verifikationer"};
    for (int column = 0; column <= col::movement; ++column) {
        sheet.put({years_header_row, column}, std::string(headings[column]),
                  look.data_header(column < col::opening ? Align::left : Align::center));
    }
    for (int slot = 0; slot < slots_of(context.layout); ++slot) {
        const int row = years_first_row + slot;
        for (const int column : {col::period, col::from, col::to}) {
            sheet.put({row, column}, Content(), look.value_small()); // a year that is only typed is a formula
        }
        sheet.put({row, col::year}, Content(), look.data_number(Align::left));
        for (int column = col::opening; column <= col::object_budget; ++column) {
            sheet.put({row, column}, 0.0, look.yes_no());
        }
        if (slot + 1 < year_slots) {
            sheet.put({row, col::chain}, Formula{known_chain(slot)}, look.yes_no());
        }
        if (slot < static_cast<int>(years_with_vouchers)) {
            sheet.put({row, col::movement}, Formula{known_movement(slot)}, look.yes_no());
        }
    }
}

void name_years(Workbook& book, const Layout& layout) {
    namespace col = year_column;
    static constexpr std::pair<const char*, int> names[] = {
        {"Period", col::period},        {"Ar", col::year},
        {"Borjan", col::from},          {"Slut", col::to},
        {"Finns_IB", col::opening},     {"Finns_UB", col::closing},
        {"Finns_Res", col::result},     {"Finns_Budget", col::budget},
        {"Finns_Objekt", col::objects}, {"UB_nasta", col::next_opening},
        {"Kedja", col::chain},          {"Avstams", col::movement}};
    for (int slot = 0; slot < slots_of(layout); ++slot) {
        for (const auto& [name, column] : names) {
            const Address at{years_first_row + slot, column};
            const bool is_period_budget = slot == period_slot && column == col::budget;
            book.names.push_back(
                {is_period_budget ? "Finns_Periodbudget" : year_name(name, slot), std::string(sheet::start), {at, at}});
        }
    }
    const Address object_budget{years_first_row, col::object_budget};
    book.names.push_back({"Finns_Objektbudget", std::string(sheet::start), {object_budget, object_budget}});
    const Address last_budget{years_first_row + 1, col::object_budget};
    book.names.push_back({"Finns_Objektbudget_1", std::string(sheet::start), {last_budget, last_budget}});
}

void put_links(BuildContext& context, Sheet& sheet) {
    int row = links_first_row;
    sheet.put({row - 1, 0}, std::string("Blad"), context.look.table_title());
    std::vector<std::string> names;
    for (const std::string& name : report_sheets(context.layout)) {
        if (std::ranges::any_of(context.layout.tables,
                                [&](const Table& table) { return table.sheet == name && !table.hidden; })) {
            names.push_back(name);
        }
    }
    for (const std::string_view name :
         {sheet::checks, sheet::input, sheet::map, sheet::balances, sheet::objects, sheet::vouchers, sheet::imports}) {
        names.emplace_back(name);
    }
    for (const std::string& name : names) {
        sheet.put({row++, 0}, name, context.look.link()).link = name;
    }
}

void put_imports(BuildContext& context, Sheet& sheet) {
    Look& look = context.look;
    const int row = imports_header_row(context.layout);
    sheet.put({row - 1, 0}, std::string("Inlästa filer"), look.table_title());
    sheet.put({row, 0}, std::string("Fil"), look.data_header());
    sheet.put({row, 1}, std::string("År"), look.data_header());
    sheet.put({row, 2}, std::string("SHA-256"), look.data_header()).merge_columns = 9;
}

Formula document_heading(DocumentKind document) {
    return {fmt::format("{}&{}", quoted(std::string(swedish_name(document)) + " "),
                        document == DocumentKind::interim ? "Slut_0" : "Ar_0")};
}

} // namespace

void build_start(BuildContext& context) {
    Sheet& sheet = context.add_sheet(sheet::start);
    sheet.tab_colour = "#1f4e79";
    sheet.columns = {{62, context.look.data_text(), false}, {22, context.look.data_number(Align::left), false}};
    for (int column = 2; column <= year_column::movement; ++column) {
        sheet.columns.push_back({22, context.look.data_text(), false});
    }
    const Formula name{fmt::format("IF({0}<>\"\";{0}&\"\";{1}&\"\")", fixed_cell(typed_company_cell, sheet::input),
                                   cell(company_cell))};
    sheet.put({0, 0}, name, context.look.sheet_title()).merge_columns = 9;
    sheet.put({1, 0}, document_heading(context.layout.document), context.look.sheet_title()).merge_columns = 9;
    put_facts(context, sheet);
    put_checks(context, sheet);
    put_years(context, sheet);
    put_links(context, sheet);
    put_imports(context, sheet);
    context.book.names.push_back({"Forbund", std::string(sheet::start), {{0, 0}, {0, 0}}});
    name_years(context.book, context.layout);
}

} // namespace finsam::workbook
