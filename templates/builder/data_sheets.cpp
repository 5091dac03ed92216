#include "templates/builder/contract.hpp"

#include "bridge/report/map_keys.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/data_formulas.hpp"
#include "templates/builder/map_formulas.hpp"
#include "templates/builder/sheets.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <tuple>

namespace finsam::workbook {

namespace {

constexpr const char* data_tab = "#9aa5b1";
constexpr int most_imports = 200; ///< a report is made of a file a year

Sheet& add_data_sheet(BuildContext& context, std::string_view name) {
    Sheet& sheet = context.add_sheet(name);
    sheet.landscape = true;
    sheet.tab_colour = data_tab;
    sheet.freeze_rows = data_first_row;
    return sheet;
}

void set_column(Sheet& sheet, int column, double width, StyleId style) {
    if (static_cast<int>(sheet.columns.size()) <= column) {
        sheet.columns.resize(static_cast<std::size_t>(column) + 1);
    }
    sheet.columns[static_cast<std::size_t>(column)] = {width, style, false};
}

/// A column with its heading in the heading row.
void put_column(BuildContext& context, Sheet& sheet, int column, double width, StyleId style, Content heading,
                Align align = Align::left) {
    set_column(sheet, column, width, style);
    sheet.put({data_header_row, column}, std::move(heading), context.look.data_header(align));
}

void put_formulas(Sheet& sheet, int row, int column, const std::vector<Formula>& formulas, StyleId style) {
    for (const Formula& formula : formulas) {
        sheet.put({row, column++}, formula, style);
    }
}

void put_object_list(BuildContext& context, Sheet& sheet, int column, const std::string& heading) {
    namespace col = object_column;
    sheet.put({data_header_row - 1, column}, heading, context.look.table_title());
    put_column(context, sheet, column + col::insats_offset, 24, context.look.data_text(), "insats");
    put_column(context, sheet, column + col::account_offset, 18, context.look.data_text(), "konto");
    put_column(context, sheet, column + col::amount_offset, 28, context.look.data_amount(), "belopp", Align::right);
    put_column(context, sheet, column + col::kind_offset, 12, context.look.data_result(), "slag");
    put_column(context, sheet, column + col::row_offset, 40, context.look.data_result(), "rad");
    put_column(context, sheet, column + col::note_row_offset, 40, context.look.data_result(), "notrad");
    put_column(context, sheet, column + col::extra_offset, 36, context.look.data_result(), "uppgift");
    put_column(context, sheet, column + col::area_offset, 30, context.look.data_result(), "område");
    put_column(context, sheet, column + col::label_offset, 30, context.look.data_result(), "etikett");
    set_column(sheet, column + col::label_offset + 1, 6, 0);
    put_formulas(sheet, data_first_row, column + col::kind_offset, object_formulas(column, data_first_row),
                 context.look.data_result());
}

/// Where a code stands in a range. Calc's `=` and MATCH ignore case; codes do not.
std::string match_code(const std::string& code, const char* range) {
    return fmt::format("MATCH(1;INDEX(EXACT({};{})*1;0);0)", range, code);
}

/// The budget that no line above has, with no insats: DRIFTREDOVISNING then sums to the whole budget.
void put_rest_of_budget(BuildContext& context, Sheet& sheet, int row) {
    namespace col = object_column;
    sheet.put({row, col::line_code}, Formula{"\"\""}, context.look.data_result());
    sheet.put({row, col::line_name}, std::string("Budget utan egen rad"), context.look.data_result());
    sheet.put({row, col::line_budget},
              Formula{fmt::format("IF(Budget_Antal>0;ROUND(Budget_Summa-SUM({0});2);IF(Finns_Objektbudget=1;ROUND(-"
                                  "SUMPRODUCT((Objekt_Budget_Slag<>\"\")*Objekt_Budget_Belopp)-SUM({0});2);\"\"))",
                                  cells({{data_first_row, col::line_budget}, {row - 1, col::line_budget}}))},
              context.look.data_amount());
}

/// Columns that only lists by insats use.
void put_insats_lists(BuildContext& context, Sheet& sheet) {
    namespace col = object_column;
    const int lists = list_count(context.layout, ListBy::insats);
    if (lists == 0) {
        return;
    }
    Look& look = context.look;
    for (int list = 0; list < lists; ++list) {
        put_column(context, sheet, col::first_list + list, 18, look.data_number(), fmt::format("lista {}", list + 1),
                   Align::right);
    }
    put_formulas(sheet, data_first_row, col::first_list, insats_list_formulas(context.layout, data_first_row),
                 look.data_number());
}

/// What the typed list says of a line: område, etikett, varav, and whether it is the first with its etikett.
void put_insats_info(BuildContext& context, Sheet& sheet, int row) {
    namespace col = object_column;
    const StyleId style = context.look.data_result();
    const std::string code = cell({row, col::line_code});
    for (const auto& [column, name] :
         {std::pair{col::line_area, "Budget_Omrade"}, std::pair{col::line_label, "Budget_Etikett"},
          std::pair{col::line_part, "Budget_Varav"}}) {
        sheet.put({row, column},
                  Formula{fmt::format("IF({0}=\"\";\"\";IFERROR(INDEX({1};{2})&\"\";\"\"))", code, name,
                                      match_code(code, "Budget_Insats"))},
                  style);
    }
    const std::string label = cell({row, col::line_label});
    const std::string above = fmt::format("[.{0}${1}:.{0}{2}]", column_name(col::line_label), data_header_row + 1, row);
    sheet.put({row, col::line_is_first},
              Formula{fmt::format("IF({0}=\"\";1;IF(SUMPRODUCT(EXACT({1};{0})*1)=0;1;0))", label, above)},
              context.look.data_number());
}

/// The lines of driftredovisning in print order: number, code, name, budget.
void put_insats_lines(BuildContext& context, Sheet& sheet) {
    namespace col = object_column;
    Look& look = context.look;
    const int capacity = context.plan.capacities().insatser;
    for (int i = 0; i < capacity; ++i) {
        const int row = data_first_row + i;
        const std::string number = cell({row, col::line_number});
        const std::string code = cell({row, col::line_code});
        sheet.put({row, col::line_number}, static_cast<double>(i + 1), look.data_number());
        sheet.put(
            {row, col::line_code},
            Formula{fmt::format("IFERROR(INDEX(Budget_Insats;MATCH({0};Budget_Nr;0))&\"\";IFERROR(INDEX(Insats_Kod;"
                                "MATCH({0};Insats_Ordning;0))&\"\";\"\"))",
                                number)},
            look.data_result());
        const std::string book_name = fmt::format("INDEX(Insats_Namn;{})", match_code(code, "Insats_Kod"));
        const std::string typed_name = fmt::format("INDEX(Budget_Benamning;{})", match_code(code, "Budget_Insats"));
        sheet.put({row, col::line_name},
                  Formula{fmt::format(
                      "IF({0}=\"\";\"\";IF(IFERROR({1}&\"\";\"\")<>\"\";{1}&\"\";IF(IFERROR({2}&\"\";\"\")<>\"\";"
                      "{2}&\"\";{0})))",
                      code, book_name, typed_name)},
                  look.data_result());
        sheet.put(
            {row, col::line_budget},
            Formula{fmt::format(
                "IF({0}=\"\";\"\";IF(Budget_Antal>0;ROUND(SUMPRODUCT(EXACT(Budget_Insats;{0})*Budget_Netto);2);IF("
                "Finns_Objektbudget=1;ROUND(-SUMPRODUCT(EXACT(Objekt_Budget_Insats;{0})*(Objekt_Budget_Slag"
                "<>\"\")*Objekt_Budget_Belopp);2);\"\")))",
                code)},
            look.data_amount());
        put_insats_info(context, sheet, row);
    }
    put_rest_of_budget(context, sheet, data_first_row + capacity);
}

void put_map_choices(Workbook& book) {
    const auto add = [&](const char* name, const auto&... lists) {
        std::vector<std::string> choices;
        (std::ranges::transform(lists, std::back_inserter(choices), quoted), ...);
        book.validations.push_back({name, "cell-content-is-in-list(" + arguments(choices) + ")",
                                    "Välj ett av namnen i listan. Handbokens kapitel om kontokartan förklarar dem."});
    };
    add("Karta_val_rad", result_row_keys, balance_row_keys, std::array{booked_result_key});
    add("Karta_val_rad_debet", balance_row_keys);
    add("Karta_val_notrad", note_row_keys);
    add("Karta_val_uppgift", extra_keys);
    add("Karta_val_kontroll", std::array{std::string_view("noll"), std::string_view("varna")});
    add("Karta_val_sakerhet",
        std::array{std::string_view("säker"), std::string_view("trolig"), std::string_view("osäker")});
}

} // namespace

void data_title(BuildContext& context, Sheet& sheet, const std::string& title, const std::string& explanation,
                int columns) {
    sheet.put({0, 0}, title, context.look.sheet_title());
    Cell& text = sheet.put({1, 0}, explanation, context.look.explanation());
    text.merge_columns = columns;
    sheet.rows[1].height = 9;
}

void build_map(BuildContext& context) {
    Look& look = context.look;
    Sheet& sheet = add_data_sheet(context, sheet::map);
    sheet.tab_colour = "#d9a441";
    data_title(
        context, sheet, "Kontokarta",
        "Varje konto hör till det smalaste intervall som rymmer det. Konton jämförs som text från vänster: 351–351 "
        "rymmer 351, 3510 och 35199. Ändra eller lägg till rader i de gula cellerna; rapporten räknas om direkt.",
        11);
    sheet.put(map_verdict_cell, map_verdict(), look.warning()).merge_columns = 9;
    static constexpr struct {
        const char* name;
        double width;
        const char* choice; ///< name of the validation
    } columns[] = {{"från", 18, ""},
                   {"till", 18, ""},
                   {"benämning", 62, ""},
                   {"rad", 46, "Karta_val_rad"},
                   {"notrad", 46, "Karta_val_notrad"},
                   {"uppgift", 36, "Karta_val_uppgift"},
                   {"rad_debet", 42, "Karta_val_rad_debet"},
                   {"notrad_debet", 32, "Karta_val_notrad"},
                   {"kontroll", 18, "Karta_val_kontroll"},
                   {"säkerhet", 18, "Karta_val_sakerhet"},
                   {"källa", 70, ""}};
    int column = 0;
    for (const auto& [name, width, choice] : columns) {
        put_column(context, sheet, column, width, look.data_text(), std::string(name));
        for (int row = data_first_row; row < data_first_row + map_input_rows; ++row) {
            sheet.put({row, column}, Content(), look.input_text()).validation = choice;
        }
        ++column;
    }
    put_column(context, sheet, map_column::remark, 84, look.warning(), "anmärkning");
    for (const auto& [at, name] : {std::pair{map_column::low, "lägsta"}, std::pair{map_column::end, "slut"},
                                   std::pair{map_column::width, "bredd"}, std::pair{map_column::step, "från nyckel"},
                                   std::pair{map_column::step_row, "kartrad"}}) {
        put_column(context, sheet, at, 24, look.data_number(), std::string(name), Align::right);
    }
    for (int i = 0; i <= map_spare_rows; ++i) {
        const int row = data_first_row + i;
        put_formulas(sheet, row, map_column::remark, map_formulas(row), look.data_number());
        sheet.cells.at({row, map_column::remark}).style = look.warning();
    }
    for (int i = 0; i < map_steps(1 + map_spare_rows); ++i) {
        const int row = data_first_row + i;
        put_formulas(sheet, row, map_column::step, map_step_formulas(i + 1, row), look.data_number());
    }
    put_map_choices(context.book);
}

void build_balances(BuildContext& context) {
    namespace col = balance_column;
    Look& look = context.look;
    Sheet& sheet = add_data_sheet(context, sheet::balances);
    sheet.freeze_columns = 2;
    data_title(
        context, sheet, "Saldon",
        "Konton ur SIE-filerna, debet plus och kredit minus. Kolumnerna rad, notrad och uppgift räknas fram ur bladet "
        "Kontokarta. Ett konto som saknas där visas i rött och räknas inte med förrän kartan är rättad.",
        9);
    put_column(context, sheet, col::account, 20, look.data_text(), "konto");
    put_column(context, sheet, col::name, 62, look.data_text(), "benämning");
    put_column(context, sheet, col::key, 22, look.data_number(), "nyckel", Align::right);
    put_column(context, sheet, col::map_row, 16, look.data_number(), "kartrad", Align::right);
    for (const auto& [column, name] :
         {std::pair{col::row, "rad"}, std::pair{col::note_row, "notrad"}, std::pair{col::extra, "uppgift"}}) {
        put_column(context, sheet, column, 40, look.data_result(), std::string(name));
    }
    put_column(context, sheet, col::statement, 12, look.data_result(), "slag");
    put_column(context, sheet, col::control, 18, look.data_result(), "kontroll");
    put_column(context, sheet, col::remark, 70, look.warning(), "anmärkning");
    for (int slot = 0; slot < slots_of(context.layout); ++slot) {
        const bool is_period = slot == period_slot;
        const auto of_year = [&](const char* text, int of) {
            return is_period ? Formula{fmt::format("{}&Slut_{}", quoted(std::string(text) + " t.o.m. "), of)}
                             : Formula{fmt::format("{}&{}", quoted(std::string(text) + " "), year_name("Ar", of))};
        };
        put_column(context, sheet, col::opening(slot), 30, look.data_amount(), of_year("IB", slot), Align::right);
        put_column(context, sheet, col::closing(slot), 30, look.data_amount(), of_year("UB", slot), Align::right);
        put_column(context, sheet, col::result(slot), 30, look.data_amount(), of_year("Resultat", slot), Align::right);
        put_column(context, sheet, col::budget(slot), 30, look.data_amount(), of_year("Budget", is_period ? 0 : slot),
                   Align::right);
        put_column(context, sheet, col::closing_row(slot), 40, look.data_result(), of_year("rad vid UB", slot));
        put_column(context, sheet, col::closing_note_row(slot), 40, look.data_result(), of_year("notrad vid UB", slot));
    }
    for (int list = 0; list < list_count(context.layout); ++list) {
        put_column(context, sheet, col::first_list + list, 18, look.data_number(), fmt::format("lista {}", list + 1),
                   Align::right);
    }
    for (int slot = 0; slot < static_cast<int>(years_with_vouchers); ++slot) {
        put_column(context, sheet, col::movement(slot), 30, look.data_amount(),
                   Formula{fmt::format("\"Verifikationer \"&{}", year_name("Ar", slot))}, Align::right);
    }
    for (int column = col::first_list; column < col::first_movement; ++column) {
        if (!sheet.cells.contains({data_header_row, column})) { // what other layouts use
            sheet.columns.at(static_cast<std::size_t>(column)) = {4, look.data_text(), true};
        }
    }
    const std::vector<Formula> account = account_formulas(data_first_row);
    put_formulas(sheet, data_first_row, col::key, account, look.data_result());
    sheet.cells.at({data_first_row, col::remark}).style = look.warning();
    put_formulas(sheet, data_first_row, col::closing_row(0), closing_formulas(context.layout, data_first_row),
                 look.data_result());
    if (context.layout.document == DocumentKind::interim) {
        put_formulas(sheet, data_first_row, col::closing_row(period_slot), period_formulas(data_first_row),
                     look.data_result());
    }
}

/// The year that a table of insatser compares with.
const char* previous_heading(DocumentKind document) {
    switch (document) {
    case DocumentKind::interim: return "Samma period föregående år";
    case DocumentKind::budget: return "Senaste hela år";
    case DocumentKind::annual: break;
    }
    return "Föregående år";
}

void build_objects(BuildContext& context) {
    namespace col = object_column;
    Look& look = context.look;
    Sheet& sheet = add_data_sheet(context, sheet::objects);
    data_title(
        context, sheet, "Objekt",
        "Resultatkonton per insats ur SIE-filerna, debet plus och kredit minus. Det som ingen insats bär står utan "
        "insats. Slag: I intäkt (klass 3, klass 8 i kredit), K kostnad (klass 4–7, klass 8 i debet).",
        9);
    put_object_list(context, sheet, col::outcome, "Utfall");
    put_object_list(context, sheet, col::previous, previous_heading(context.layout.document));
    put_object_list(context, sheet, col::budget, "Budget");
    if (context.layout.document == DocumentKind::budget) {
        put_object_list(context, sheet, col::last_budget, "Budget året före");
    }
    sheet.put({data_header_row - 1, col::insats_code}, std::string("Insatser"), look.table_title());
    put_column(context, sheet, col::insats_code, 24, look.data_text(), "insats");
    put_column(context, sheet, col::insats_name, 62, look.data_text(), "benämning");
    put_column(context, sheet, col::insats_book_order, 20, look.data_number(), "ordning i böckerna", Align::right);
    put_column(context, sheet, col::insats_has_outcome, 20, look.yes_no(), "har utfall", Align::center);
    put_column(context, sheet, col::insats_order, 20, look.data_number(), "ordning", Align::right);
    set_column(sheet, col::insats_order + 1, 6, 0);
    sheet.put({data_first_row, col::insats_order}, insats_order_formula(data_first_row), look.data_number());
    sheet.put({data_header_row - 1, col::line_number}, std::string("Rader i driftredovisningen"), look.table_title());
    put_column(context, sheet, col::line_number, 14, look.data_number(), "nr", Align::right);
    put_column(context, sheet, col::line_code, 24, look.data_result(), "insats");
    put_column(context, sheet, col::line_name, 62, look.data_result(), "benämning");
    put_column(context, sheet, col::line_budget, 28, look.data_amount(), "netto", Align::right);
    put_column(context, sheet, col::line_area, 40, look.data_result(), "område");
    put_column(context, sheet, col::line_label, 40, look.data_result(), "etikett");
    put_column(context, sheet, col::line_part, 40, look.data_result(), "varav");
    put_column(context, sheet, col::line_is_first, 20, look.data_number(), "först", Align::right);
    put_insats_lines(context, sheet);
    put_insats_lists(context, sheet);
}

/// Sums over all rows that tell whether vouchers balance, and whether they are what moved the accounts, in one pass:
/// weighted by the voucher's number and by the account's row, differences that cancel each other show too.
void put_voucher_sums(BuildContext& context, Sheet& sheet) {
    static constexpr std::tuple<const char*, const char*, const char*> sums[] = {
        {"Ver_Summa", "Hjälpsumma: belopp", "SUM(Ver_Belopp)"},
        {"Ver_Summa_nr", "belopp × nr", "SUMPRODUCT(Ver_Belopp;Ver_Nr)"},
        {"Ver_Summa_nr2", "belopp × nr²", "SUMPRODUCT(Ver_Belopp;Ver_Nr;Ver_Nr)"},
        {"Ver_Summa_konto", "belopp × kontots rad",
         "SUMPRODUCT(Ver_Belopp;IFERROR(MATCH(Ver_Konto;Saldon_Konto;0);ROWS(Saldon_Konto)+1))"},
        {"Ver_Summa_saldon", "belopp på Saldon", "SUM(Saldon_Ver_0;Saldon_Ver_1;Saldon_Ver_2)"},
        {"Ver_Summa_saldon_konto", "belopp på Saldon × kontots rad",
         "SUMPRODUCT(Saldon_Ver_0+Saldon_Ver_1+Saldon_Ver_2;ROW(Saldon_Konto)-ROW(INDEX(Saldon_Konto;1))+1)"}};
    int column = voucher_column::first_sum;
    for (const auto& [name, heading, sum] : sums) {
        const Address at{data_first_row, column++};
        if (sheet.columns.size() <= static_cast<std::size_t>(at.column)) {
            sheet.columns.resize(static_cast<std::size_t>(at.column) + 1);
        }
        sheet.columns[static_cast<std::size_t>(at.column)].width = 34;
        sheet.put({data_header_row, at.column}, std::string(heading), context.look.helper_header());
        sheet.put(at, Formula{fmt::format("ROUND({};2)", sum)},
                  context.look.helper_figure({NumberFormat::Kind::plain_unit, Unit::ore, 0}));
        context.book.names.push_back({name, std::string(sheet::vouchers), {at, at}});
    }
}

void build_vouchers(BuildContext& context) {
    Look& look = context.look;
    Sheet& sheet = add_data_sheet(context, sheet::vouchers);
    data_title(
        context, sheet, "Verifikationer",
        "Rader ur SIE-filernas verifikationer för rapportåret och året före, debet plus och kredit minus, med fil och "
        "rad i filen. Bara värden; bara summorna till höger är formler, som bladet Kontroller läser.",
        9);
    put_column(context, sheet, 0, 14, look.data_text(), "serie");
    put_column(context, sheet, 1, 18, look.data_text(), "nummer");
    put_column(context, sheet, 2, 22, look.data_date(), "datum", Align::center);
    put_column(context, sheet, 3, 80, look.data_text(), "text");
    put_column(context, sheet, 4, 20, look.data_text(), "konto");
    put_column(context, sheet, 5, 24, look.data_text(), "insats");
    put_column(context, sheet, 6, 30, look.data_amount(), "belopp", Align::right);
    put_column(context, sheet, 7, 60, look.data_text(), "fil");
    put_column(context, sheet, 8, 16, look.data_number(), "rad", Align::right);
    put_column(context, sheet, voucher_column::ordinal, 16, look.data_number(), "nr", Align::right);
    put_voucher_sums(context, sheet);
}

void build_imports(BuildContext& context) {
    Look& look = context.look;
    Sheet& sheet = add_data_sheet(context, sheet::imports);
    data_title(context, sheet, "Importlogg",
               "Filerna som arbetsboken är gjord av. SHA-256 visar att en fil är densamma.", 8);
    put_column(context, sheet, 0, 60, look.data_text(), "fil");
    put_column(context, sheet, 1, 118, look.data_text(), "SHA-256");
    put_column(context, sheet, 2, 46, look.data_text(), "program");
    put_column(context, sheet, 3, 24, look.data_text(), "skapad");
    put_column(context, sheet, 4, 46, look.data_text(), "inläst (UTC)");
    put_column(context, sheet, 5, 16, look.data_number(), "SIE-typ", Align::right);
    put_column(context, sheet, 6, 16, look.data_number(), "år", Align::right);
    put_column(context, sheet, 7, 26, look.data_text(), "teckenkodning");
    put_column(context, sheet, 8, 34, look.data_text(), "#KSUMMA, signatur");
    put_column(context, sheet, 9, 26, look.data_number(), "verifikationer", Align::right);
    put_column(context, sheet, 10, 26, look.data_number(), "transaktioner", Align::right);
    put_column(context, sheet, 11, 16, look.data_number(), "fel", Align::right);
    put_column(context, sheet, 12, 26, look.data_number(), "avvisade verifikationer", Align::right);
    for (const auto& [name, column] :
         {std::pair{"Import_Verifikationer", 9}, std::pair{"Import_Fel", 11}, std::pair{"Import_Avvisade", 12}}) {
        context.book.names.push_back({name,
                                      std::string(sheet::imports),
                                      {{data_first_row, column}, {data_first_row + most_imports - 1, column}}});
    }
}

} // namespace finsam::workbook
