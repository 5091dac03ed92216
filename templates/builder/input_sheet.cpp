#include "templates/builder/contract.hpp"

#include "bridge/report/typed_amount.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/sheets.hpp"

#include <fmt/format.h>

namespace finsam::workbook {

namespace {

NumberFormat input_format(const InputField& field) {
    using Kind = NumberFormat::Kind;
    switch (field.value) {
    case ValueKind::amount: return {Kind::plain_unit, Unit::ore, 0};
    case ValueKind::share: return {Kind::percent, Unit::kr, 1};
    case ValueKind::count: return {Kind::number, Unit::kr, 1};
    }
    return {};
}

const char* validation_of(const InputField& field) {
    switch (field.value) {
    case ValueKind::amount: return amount_validation;
    case ValueKind::share: return "Andel";
    case ValueKind::count: return "Antal";
    }
    return "";
}

/// What the input cells take. A text that looks like a number is refused too: the formulas would not see it.
void put_validations(Workbook& book) {
    book.validations.push_back({"Tecken", "cell-content-is-in-list(\"1\";\"-1\")", "Skriv 1 eller -1."});
    const auto amounts = fmt::format("cell-content-is-decimal-number() and cell-content-is-between(-{0},{0})",
                                     static_cast<std::int64_t>(to_kronor_double(largest_amount)));
    book.validations.push_back(
        {amount_validation, amounts,
         "Skriv beloppet i kronor som ett tal, till exempel 14559000 eller 1250,50. Skriv inte kr eller tkr efter."});
    book.validations.push_back({"Andel", "cell-content-is-decimal-number() and cell-content-is-between(-100,100)",
                                "Skriv en andel som ett tal, till exempel 74 % eller 0,74."});
    book.validations.push_back({"Antal", "cell-content-is-decimal-number() and cell-content()>=0",
                                "Skriv ett antal, till exempel 2 eller 2,5. Det kan inte vara mindre än noll."});
}

void put_settings(BuildContext& context, Sheet& sheet) {
    Look& look = context.look;
    sheet.put({3, 0}, std::string("Inställningar"), look.table_title());
    sheet.put({typed_company_cell.row, 0}, std::string("Förbundets namn, om annat än i bokföringen"),
              look.value_text());
    sheet.put(typed_company_cell, Content(), look.input_text()).merge_columns = 4;
    sheet.put({credit_sign_cell.row, 0}, std::string("Tecken för eget kapital och skulder i balansräkningen"),
              look.value_text());
    Cell& sign = sheet.put(credit_sign_cell, 1.0, look.input_figure({NumberFormat::Kind::formula, Unit::kr, 0}));
    sign.validation = "Tecken";
    sheet
        .put({credit_sign_cell.row, 2}, std::string("1 = positiva, -1 = negativa (som kreditsaldon)"),
             look.explanation())
        .merge_columns = 6;
}

/// A year that is neither read nor typed has a heading here all the same: this is where it is typed.
Formula year_heading(int slot) {
    const std::string own = year_name("Ar", slot);
    if (slot == 0) {
        return {own + "&\"\""};
    }
    const std::string later = cell({input_header_row, input_first_year_column + slot - 1});
    return {fmt::format("IF({0}<>\"\";{0}&\"\";IF({1}=\"\";\"\";(VALUE({1})-1)&\"\"))", own, later)};
}

void put_fields(BuildContext& context, Sheet& sheet) {
    Look& look = context.look;
    sheet.put({input_header_row - 1, 0}, std::string("Uppgifter per år"), look.table_title());
    sheet.put({input_header_row, 0}, std::string("Uppgift"), look.data_header());
    for (int slot = 0; slot < year_slots; ++slot) {
        sheet.put({input_header_row, input_first_year_column + slot}, year_heading(slot),
                  look.data_header(Align::right));
    }
    sheet.put({input_header_row, input_rule_column}, std::string("Vad som skrivs"), look.data_header());
    int row = input_first_row;
    for (const InputField& field : context.layout.inputs) {
        sheet.put({row, 0}, field.text, look.value_text());
        for (int slot = 0; slot < year_slots; ++slot) {
            sheet.put({row, input_first_year_column + slot}, Content(), look.input_figure(input_format(field)))
                .validation = validation_of(field);
        }
        sheet.put({row, input_rule_column}, field.rule, look.small_text());
        ++row;
    }
}

/// "+EXACT([.B30];"bankkostnader")": the budget of a row of accounts is no insats.
std::string row_keys_in(const Layout& layout, const std::string& code) {
    std::string text;
    for (const Table& table : layout.tables) {
        for (const Row& row : table.rows) {
            text += table.kind == TableKind::insatser ? fmt::format("+EXACT({};{})", code, quoted(row.key)) : "";
        }
    }
    return text;
}

/// Heading of the amount that only this document has beside the budget; nullptr when it has none.
const char* other_amount(const Layout& layout) {
    switch (layout.document) {
    case DocumentKind::interim: return "Prognos helår (netto)";
    case DocumentKind::budget: return "Budget året före (netto)";
    case DocumentKind::annual: break;
    }
    return nullptr;
}

void put_budget_row(BuildContext& context, Sheet& sheet, int row, int first) {
    namespace col = budget_column;
    Look& look = context.look;
    const auto at = [&](int column) { return cell({row, column}); };
    sheet.put({row, col::name}, Content(), look.input_text());
    sheet.put({row, col::insats}, Content(), look.input_text());
    for (const int column : {col::income, col::cost, col::net}) {
        sheet.put({row, column}, Content(), look.input_figure({NumberFormat::Kind::plain_unit, Unit::ore, 0}))
            .validation = amount_validation;
    }
    for (const int column : {col::area, col::label, col::part}) {
        sheet.put({row, column}, Content(), look.input_text());
    }
    if (other_amount(context.layout) != nullptr) {
        sheet.put({row, col::other}, Content(), look.input_figure({NumberFormat::Kind::plain_unit, Unit::ore, 0}))
            .validation = amount_validation;
    }
    // The first row of an insats counts as its line; the amounts of several rows are added.
    const std::string earlier = fmt::format("[.B${}:.B{}]", first, row);
    const std::string numbers = fmt::format("[.F${}:.F{}]", first, row);
    sheet.put({row, col::number},
              Formula{fmt::format("IF({0}=\"\";\"\";IF(SUMPRODUCT(EXACT({1};{0})*1){3}>0;\"\";COUNT({2})+1))",
                                  at(col::insats), earlier, numbers, row_keys_in(context.layout, at(col::insats)))},
              look.data_number());
    sheet.put({row, col::report_net},
              Formula{fmt::format("IF(ISNUMBER({2});ROUND({2};2);IF(COUNT({0};{1})>0;ROUND(N({0})-ABS(N({1}));2);0))",
                                  at(col::income), at(col::cost), at(col::net))},
              look.figure(amount_format(Unit::ore), Emphasis::normal, 8.5));
}

void put_budget_sums(BuildContext& context, Sheet& sheet, int row) {
    namespace col = budget_column;
    Look& look = context.look;
    const StyleId style = look.figure({NumberFormat::Kind::plain_unit, Unit::ore, 0}, Emphasis::total, 9);
    Row total;
    total.emphasis = Emphasis::total;
    sheet.put({row, col::name}, std::string("Summa"), look.row_text(total));
    // A side counts only when every insats has it.
    const auto side = [&](const char* name, const char* sum) {
        return Formula{
            fmt::format("IF(AND(Budget_Antal>0;SUMPRODUCT((Budget_Insats<>\"\")*ISNUMBER({}))=SUMPRODUCT((Budget_"
                        "Insats<>\"\")*1));ROUND({};2);\"\")",
                        name, sum)};
    };
    sheet.put({row, col::income}, side("Budget_Intakter", "SUM(Budget_Intakter)"), style);
    sheet.put({row, col::cost}, side("Budget_Kostnader", "-SUMPRODUCT(ABS(Budget_Kostnader))"), style);
    sheet.put({row, col::net}, Formula{"IF(Budget_Antal>0;ROUND(SUM(Budget_Netto);2);\"\")"}, style);
    // A list without amounts orders the insatser, and the budget of the books counts.
    sheet.put(
        {row, col::number},
        Formula{fmt::format("IF(COUNT({})>0;MAX(1;COUNT(Budget_Nr));0)",
                            cells({{row - context.plan.capacities().insatser, col::income}, {row - 1, col::net}}))},
        look.data_number());
    sheet.put({row, col::report_net}, Formula{"COUNT(Budget_Nr)"}, look.data_number());
}

void put_budget(BuildContext& context, Sheet& sheet) {
    namespace col = budget_column;
    Look& look = context.look;
    const int header = budget_header_row(context.layout);
    sheet.put({header - 2, 0}, std::string("Budget per insats"), look.table_title());
    sheet
        .put({header - 1, 0},
             std::string("Skriv intäkt och kostnad (utan tecken) eller bara netto. Utan belopp gäller budgeten i "
                         "SIE-filen. Område ger delsumma, etikett samlar insatser i noten, varav visar en del av "
                         "kostnaden."),
             look.explanation())
        .merge_columns = 7;
    static constexpr const char* headings[] = {"Benämning", "Insats (kod)",      "Intäkt", "Kostnad", "Netto",
                                               "Rad",       "Netto i rapporten", "Område", "Etikett", "Varav"};
    for (int column = 0; column <= col::part; ++column) {
        const bool is_text = column < col::income || column >= col::area;
        sheet.put({header, column}, std::string(headings[column]),
                  look.data_header(is_text ? Align::left : Align::right));
    }
    const char* other = other_amount(context.layout);
    if (other != nullptr) {
        sheet.put({header, col::other}, std::string(other), look.data_header(Align::right));
    }
    const int first = header + 1;
    const int capacity = context.plan.capacities().insatser;
    for (int row = first; row < first + capacity; ++row) {
        put_budget_row(context, sheet, row, first);
    }
    put_budget_sums(context, sheet, first + capacity);
    const auto name = [&](const char* text, int column) {
        context.book.names.push_back(
            {text, std::string(sheet::input), {{first, column}, {first + capacity - 1, column}}});
    };
    name("Budget_Benamning", col::name);
    name("Budget_Insats", col::insats);
    name("Budget_Intakter", col::income);
    name("Budget_Kostnader", col::cost);
    name("Budget_Nr", col::number);
    name("Budget_Netto", col::report_net);
    name("Budget_Omrade", col::area);
    name("Budget_Etikett", col::label);
    name("Budget_Varav", col::part);
    if (other != nullptr) {
        name(context.layout.document == DocumentKind::interim ? "Budget_Prognos" : "Budget_Fg_ar", col::other);
    }
    const auto sum_name = [&](const char* text, int column) {
        const Address at{first + capacity, column};
        context.book.names.push_back({text, std::string(sheet::input), {at, at}});
    };
    sum_name("Budget_Intakt", col::income);
    sum_name("Budget_Kostnad", col::cost);
    sum_name("Budget_Summa", col::net);
    sum_name("Budget_Antal", col::number);
    sum_name("Budget_Rader", col::report_net);
}

} // namespace

void build_input(BuildContext& context) {
    Sheet& sheet = context.add_sheet(sheet::input);
    sheet.tab_colour = "#d9a441";
    sheet.columns = {{92, 0, false}};
    for (int i = 0; i < year_slots; ++i) {
        sheet.columns.push_back({28, 0, false});
    }
    sheet.columns.push_back({110, 0, false});
    sheet.columns.push_back({60, 0, false});
    sheet.columns.push_back({60, 0, false});
    sheet.columns.push_back({other_amount(context.layout) != nullptr ? 44.0 : 60.0, 0, false});
    data_title(
        context, sheet, "Indata",
        "Det som inte finns i bokföringen. Skriv i de gula cellerna; resten av arbetsboken är skyddad utan lösenord. "
        "En ny inläsning av SIE-filer ändrar inte det här bladet.",
        7);
    put_settings(context, sheet);
    put_fields(context, sheet);
    put_budget(context, sheet);
    put_members(context, sheet);
    context.book.names.push_back({"Tecken_kredit", std::string(sheet::input), {credit_sign_cell, credit_sign_cell}});
    put_validations(context.book);
}

} // namespace finsam::workbook
