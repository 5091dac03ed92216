#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/sheets.hpp"

#include "bridge/figures/driftredovisning.hpp"

#include <array>
#include <fmt/format.h>

namespace finsam::workbook {

namespace {

enum Figures : int { income, cost, net, budget, deviation, last_income, last_cost, last_net };

constexpr double type_size = 8;

/// Headings: a fixed text, and the year it is of.
constexpr std::array<std::pair<const char*, int>, 8> headings = {{{"Intäkt", 0},
                                                                  {"Kostnad", 0},
                                                                  {"Netto", 0},
                                                                  {"Budget", 0},
                                                                  {"Avvikelse", 0},
                                                                  {"Intäkt", 1},
                                                                  {"Kostnad", 1},
                                                                  {"Netto", 1}}};

std::string at(int row, int figure) {
    return cell({row, 2 + figure});
}

/// Which amounts a line has. What no insats carries stands without insats, so that no code can be mistaken for it.
struct Which {
    enum Kind { insats, not_spread, all } kind;
    std::string code; ///< a reference

    /// Calc's `=` ignores case, codes do not.
    [[nodiscard]] std::string condition(std::string_view list) const {
        return kind == all ? "" : fmt::format("EXACT({};{})*", list, kind == insats ? code : "\"\"");
    }
};

/// Sum of one kind (I or K); stable sign: income +, costs -.
Formula outcome(std::string_view list, const char* known, char kind, const Which& which) {
    const std::string condition = which.condition(std::string(list) + "_Insats");
    return {fmt::format("IF({}=1;ROUND(-SUMPRODUCT({}({}_Slag=\"{}\")*{}_Belopp);2);\"\")", known, condition, list,
                        kind, list)};
}

/// Typed budget when there is one, else the books'. An insats that the budget lacks has zero.
Formula budget_of(const Which& which) {
    const std::string typed = which.kind == Which::all          ? "Budget_Summa"
                              : which.kind == Which::not_spread ? "0"
                                                                : fmt::format("ROUND(SUMPRODUCT({}Budget_Netto);2)",
                                                                              which.condition("Budget_Insats"));
    return {fmt::format("IF(Budget_Antal>0;{};IF(Finns_Objektbudget=1;ROUND(-SUMPRODUCT({}(Objekt_Budget_Slag<>\"\")*"
                        "Objekt_Budget_Belopp);2);\"\"))",
                        typed, which.condition("Objekt_Budget_Insats"))};
}

Formula difference(int row, int a, int b, int sign) {
    return {fmt::format("IF(COUNT({0};{1})=2;ROUND({0}{2}{1};2);\"\")", at(row, a), at(row, b), sign < 0 ? "-" : "+")};
}

std::array<Formula, 8> line(int row, const Which& which) {
    return {outcome("Objekt_Utfall", "Finns_Objekt_0", 'I', which),
            outcome("Objekt_Utfall", "Finns_Objekt_0", 'K', which),
            difference(row, income, cost, 1),
            budget_of(which),
            difference(row, net, budget, -1),
            outcome("Objekt_Foregaende", "Finns_Objekt_1", 'I', which),
            outcome("Objekt_Foregaende", "Finns_Objekt_1", 'K', which),
            difference(row, last_income, last_cost, 1)};
}

void put_line(Sheet& sheet, int row, const std::array<Formula, 8>& figures, StyleId style) {
    for (int i = 0; i < static_cast<int>(figures.size()); ++i) {
        sheet.put({row, 2 + i}, figures[static_cast<std::size_t>(i)], style);
    }
}

/// What remains of the sum when every line above is taken off, when there are more insatser than lines.
std::array<Formula, 8> rest(int first, int row, int sum_row, int capacity) {
    std::array<Formula, 8> figures;
    for (int i = 0; i < 8; ++i) {
        figures[static_cast<std::size_t>(i)] = {
            fmt::format("IF(AND(Insatser_Antal>{};ISNUMBER({}));ROUND({}-SUM({})-N({});2);\"\")", capacity,
                        at(sum_row, i), at(sum_row, i), cells({{first, 2 + i}, {row - 1, 2 + i}}), at(row + 1, i))};
    }
    return figures;
}

} // namespace

void build_insatser(BuildContext& context, Sheet& sheet, const TablePlan& plan) {
    Look& look = context.look;
    const NumberFormat format = amount_format(plan.table->unit);
    sheet.put({plan.header_row, 1}, std::string("Kod"), look.column_header(Align::center, type_size));
    for (int i = 0; i < 8; ++i) {
        const auto& [text, slot] = headings[static_cast<std::size_t>(i)];
        sheet.put({plan.header_row, 2 + i},
                  Formula{fmt::format("IF({}=1;{}&{};\"\")", year_name("Finns_Objekt", slot),
                                      quoted(std::string(text) + " "), year_name("Ar", slot))},
                  look.column_header(Align::right, type_size));
    }
    const StyleId figure = look.figure(format, Emphasis::normal, type_size);
    const int capacity = context.plan.capacities().insatser;
    for (int i = 0; i < capacity; ++i) {
        const int row = plan.first_row + i;
        const std::string code = fixed_cell({data_first_row + i, object_column::line_code}, sheet::objects);
        const std::string name = fixed_cell({data_first_row + i, object_column::line_name}, sheet::objects);
        sheet.put({row, 0}, Formula{name}, look.list_text(type_size));
        sheet.put({row, 1}, Formula{code}, look.list_code());
        auto figures = line(row, {Which::insats, code});
        for (Formula& one : figures) {
            one.text = fmt::format("IF({}=\"\";\"\";{})", cell({row, 1}), one.text);
        }
        put_line(sheet, row, figures, figure);
    }
    const int rest_row = plan.first_row + capacity;
    sheet.put({rest_row, 0}, Formula{fmt::format("IF(Insatser_Antal>{};\"Övriga insatser\";\"\")", capacity)},
              look.list_text(type_size));
    put_line(sheet, rest_row, rest(plan.first_row, rest_row, rest_row + 2, capacity), figure);
    sheet.put({rest_row + 1, 0}, std::string("Ej fördelat på insats"), look.list_text(type_size));
    put_line(sheet, rest_row + 1, line(rest_row + 1, {Which::not_spread, ""}), figure);
    Row total;
    total.emphasis = Emphasis::total;
    sheet.put({rest_row + 2, 0}, std::string("Summa"), look.row_text(total, type_size));
    put_line(sheet, rest_row + 2, line(rest_row + 2, {Which::all, ""}),
             look.figure(format, Emphasis::total, type_size));
}

} // namespace finsam::workbook
