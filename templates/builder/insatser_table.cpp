#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/insatser_lines.hpp"
#include "templates/builder/sheets.hpp"

#include "bridge/figures/driftredovisning.hpp"

#include <array>
#include <fmt/format.h>

namespace finsam::workbook {

namespace {

constexpr int narrow_columns = 5; ///< so many figures need small type
constexpr const char* nothing = "\"\"";

/// The lists of amounts on Objekt.
enum class List { outcome, previous, budget, last_budget };

const char* list_name(List list) {
    switch (list) {
    case List::outcome: return "Objekt_Utfall";
    case List::previous: return "Objekt_Foregaende";
    case List::budget: return "Objekt_Budget";
    case List::last_budget: return "Objekt_Fg_budget";
    }
    return "";
}

/// One factor of a SUMPRODUCT over a list, or over the typed budget. "" chooses everything.
struct Condition {
    std::string of_amounts; ///< with {} where the list's name stands
    std::string of_typed;   ///< of the typed budget; "0" when it has none of it

    [[nodiscard]] std::string in(List list) const {
        std::string text = of_amounts;
        for (auto at = text.find("{}"); at != std::string::npos; at = text.find("{}", at)) {
            text.replace(at, 2, list_name(list));
        }
        return text;
    }
};

/// "(({}_Rad="a")+({}_Rad="b")>0)*", or "=0" for what is none of them.
std::string among(const char* column, const std::vector<std::string>& keys, const char* test = ">0") {
    std::string sum;
    for (const std::string& key : keys) {
        sum += fmt::format("{}({{}}_{}={})", sum.empty() ? "" : "+", column, quoted(key));
    }
    return "((" + sum + ")" + test + ")*";
}

/// The formulas of one table.
class InsatserWriter {
public:
    InsatserWriter(BuildContext& context, Sheet& sheet, const TablePlan& plan)
        : context_(context), look_(context.look), sheet_(sheet), plan_(plan), table_(*plan.table),
          wanted_(plan.table->insatser), type_size_(plan.figure_columns < narrow_columns ? 9.5 : 8),
          lines_(plan, context.plan.capacities().insatser) {}

    void write() {
        if (shows_code()) {
            sheet_.put({plan_.header_row, 1}, std::string("Kod"), look_.column_header(Align::center, 8));
        }
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const Row& row = table_.rows[i];
            sheet_.put({plan_.row_at[i], 0}, row.text, look_.row_text(row, type_size_));
            put(plan_.row_at[i], of_row(row), row.emphasis);
        }
        for (int row = plan_.insatser.first_line; row < plan_.insatser.rest; ++row) {
            line(row);
        }
        rest();
        if (plan_.insatser.not_spread >= 0) {
            sheet_.put({plan_.insatser.not_spread, 0}, std::string("Ej fördelat på insats"),
                       look_.list_text(type_size_));
            put(plan_.insatser.not_spread, not_spread(), Emphasis::normal);
        }
        Row total;
        total.kind = RowKind::sum;
        total.emphasis = Emphasis::total;
        sheet_.put({plan_.insatser.sum, 0}, wanted_.sum_text, look_.row_text(total, type_size_));
        put(plan_.insatser.sum, all(), Emphasis::total);
    }

private:
    /// A line of several insatser has no code.
    bool shows_code() const { return !wanted_.by_label; }

    // --- what a line has -----------------------------------------------------------------------------------------

    static Condition equal(const char* amounts_column, const char* typed_name, const std::string& reference) {
        return {fmt::format("EXACT({{}}_{};{})*", amounts_column, reference),
                fmt::format("EXACT({};{})*", typed_name, reference)};
    }

    Condition all() const {
        if (wanted_.area.empty()) {
            return {};
        }
        return wanted_.area == any_area ? Condition{"({}_Omrade<>\"\")*", "(Budget_Omrade<>\"\")*"}
                                        : equal("Omrade", "Budget_Omrade", quoted(wanted_.area));
    }

    static const char* column_of(const Row& row) { return row.map_column == MapColumn::row ? "Rad" : "Notrad"; }

    static Condition of_row(const Row& row) {
        return {"EXACT({}_Insats;\"\")*" + among(column_of(row), row.map_keys),
                fmt::format("EXACT(Budget_Insats;{})*", quoted(row.key))};
    }

    Condition not_spread() const {
        std::string rest = "EXACT({}_Insats;\"\")*";
        for (const Row& row : table_.rows) {
            rest += among(column_of(row), row.map_keys, "=0");
        }
        return {rest, "0"};
    }

    // --- the figures of a condition ------------------------------------------------------------------------------

    /// `kinds`: a test of the list's column slag, that of income, cost or what counts.
    std::string sum(List list, const Condition& condition, std::string_view kinds, int sign) const {
        const std::string accounts = wanted_.map_keys.empty() ? "" : among("Rad", wanted_.map_keys);
        const std::string factors = Condition{condition.of_amounts + accounts, ""}.in(list);
        return fmt::format("ROUND({}SUMPRODUCT({}({}_Slag{})*{}_Belopp);2)", sign > 0 ? "-" : "", factors,
                           list_name(list), kinds, list_name(list));
    }

    std::string outcome(const Column& column, const Condition& condition, std::string_view kinds) const {
        const bool now = column.year == 0;
        return fmt::format("IF({}=1;{};{})", year_name("Finns_Objekt", slot_of(column.year)),
                           sum(now ? List::outcome : List::previous, condition, kinds, column.print_sign), nothing);
    }

    /// Typed budget when there is one, else the books'. An insats that the budget lacks has zero.
    std::string budget(const Column& column, const Condition& condition) const {
        const char* sign = column.print_sign < 0 ? "-" : "";
        const std::string typed = condition.of_typed.empty() ? sign + std::string("Budget_Summa")
                                  : condition.of_typed == "0"
                                      ? "0"
                                      : fmt::format("ROUND({}SUMPRODUCT({}Budget_Netto);2)", sign, condition.of_typed);
        return fmt::format("IF(Budget_Antal>0;{};IF(Finns_Objektbudget=1;{};{}))", typed,
                           sum(List::budget, condition, "<>\"\"", column.print_sign), nothing);
    }

    /// A typed amount of each insats in the list, of those that the condition chooses.
    static std::string typed_sum(const Column& column, const Condition& condition, const char* name) {
        return fmt::format("ROUND({}SUMPRODUCT({}(Budget_Insats<>\"\");{});2)", column.print_sign < 0 ? "-" : "",
                           condition.of_typed, name);
    }

    /// Known when every insats of the list has it. An insats that the list lacks is not expected to have anything.
    static std::string forecast(const Column& column, const Condition& condition) {
        if (condition.of_typed == "0") {
            return nothing;
        }
        return fmt::format(
            "IF(AND(SUMPRODUCT({0}(Budget_Insats<>\"\"))>0;SUMPRODUCT({0}(Budget_Insats<>\"\")*(1-ISNUMBER("
            "Budget_Prognos)))=0);{1};{2})",
            condition.of_typed, typed_sum(column, condition, "Budget_Prognos"), nothing);
    }

    /// Typed when any is, else the books'. An insats that it lacks has zero.
    std::string last_budget(const Column& column, const Condition& condition) const {
        return fmt::format("IF(COUNT(Budget_Fg_ar)>0;{};IF(Finns_Objektbudget_1=1;{};{}))",
                           condition.of_typed == "0" ? "0" : typed_sum(column, condition, "Budget_Fg_ar"),
                           sum(List::last_budget, condition, "<>\"\"", column.print_sign), nothing);
    }

    /// Of the cells of net (or forecast) and budget in the same row, each printed with its own sign.
    std::string deviation(const Column& column, int row) const {
        const ColumnKind of = column.kind == ColumnKind::deviation ? ColumnKind::outcome : ColumnKind::forecast;
        std::string net, planned;
        int net_sign = 1, planned_sign = 1;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const Column& one = table_.columns[i];
            const std::string at = cell({row, plan_.column_at(static_cast<int>(i))});
            if (one.kind == of && one.year == 0) {
                net = at;
                net_sign = one.print_sign * column.print_sign;
            } else if (one.kind == ColumnKind::budget && one.year == 0) {
                planned = at;
                planned_sign = one.print_sign * column.print_sign;
            }
        }
        return fmt::format("IF(COUNT({0};{1})=2;ROUND({2}{0}{3}{1};2);{4})", net, planned, net_sign < 0 ? "-" : "",
                           planned_sign < 0 ? "+" : "-", nothing);
    }

    std::string figure(const Column& column, const Condition& condition, int row) const {
        switch (column.kind) {
        case ColumnKind::income: return outcome(column, condition, "=\"I\"");
        case ColumnKind::cost: return outcome(column, condition, "=\"K\"");
        case ColumnKind::budget: return column.year == 0 ? budget(column, condition) : last_budget(column, condition);
        case ColumnKind::forecast: return forecast(column, condition);
        case ColumnKind::deviation:
        case ColumnKind::forecast_deviation: return deviation(column, row);
        default: return outcome(column, condition, "<>\"\"");
        }
    }

    /// Of a part there is neither income nor budget.
    std::string part_figure(const Column& column, const Condition& condition) const {
        const bool has_cost = column.kind == ColumnKind::cost || column.kind == ColumnKind::outcome;
        return has_cost ? outcome(column, condition, "=\"K\"") : nothing;
    }

    // --- the rows ------------------------------------------------------------------------------------------------

    StyleId style(const Column& column, Emphasis emphasis) {
        return look_.figure(amount_format(amount_form(table_, nullptr, &column)), emphasis, type_size_);
    }

    void put(int row, const Condition& condition, Emphasis emphasis) {
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const Column& column = table_.columns[i];
            sheet_
                .put({row, plan_.column_at(static_cast<int>(i))}, Formula{figure(column, condition, row)},
                     style(column, emphasis))
                .merge_columns = plan_.span;
        }
    }

    void line(int row) {
        const InsatsLineFormulas formulas = lines_.at(row);
        sheet_.put({row, lines_.key_column()}, formulas.key, look_.helper_text());
        sheet_.put({row, lines_.number_column()}, formulas.number, look_.helper_text());
        sheet_.put({row, lines_.kind_column()}, formulas.kind, look_.helper_text());
        sheet_.put({row, lines_.choice_column()}, formulas.choice, look_.helper_text());
        sheet_.put({row, 0}, formulas.text, look_.insats_text(sheet_.name, lines_.kind_column(), type_size_));
        if (shows_code()) {
            sheet_.put({row, 1}, formulas.code, look_.list_code());
        }
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const Column& column = table_.columns[i];
            const NumberFormat format = amount_format(amount_form(table_, nullptr, &column));
            sheet_
                .put({row, plan_.column_at(static_cast<int>(i))}, line_figure(row, column),
                     look_.insats_figure(format, sheet_.name, lines_.kind_column(), type_size_))
                .merge_columns = plan_.span;
        }
    }

    Formula line_figure(int row, const Column& column) const {
        const std::string kind = cell({row, lines_.kind_column()});
        const std::string choice = cell({row, lines_.choice_column()});
        std::string value = figure(column, equal("Insats", "Budget_Insats", choice), row);
        const auto otherwise = [&](const char* when, const std::string& then) {
            value = fmt::format("IF({}=\"{}\";{};{})", kind, when, then, value);
        };
        if (wanted_.by_label) {
            otherwise("E", figure(column, equal("Etikett", "Budget_Etikett", choice), row));
        }
        if (wanted_.subtotals) {
            otherwise("S", figure(column, equal("Omrade", "Budget_Omrade", choice), row));
        }
        if (!wanted_.part_note_rows.empty()) {
            const Condition costs{
                fmt::format("EXACT({{}}_Insats;{})*", choice) + among("Notrad", wanted_.part_note_rows), "0"};
            otherwise("V", part_figure(column, costs));
        }
        return {fmt::format("IF({}=\"\";{};{})", choice, nothing, value)};
    }

    /// What remains of the sum when every other row is taken off, when there are more insatser than lines.
    void rest() {
        const int row = plan_.insatser.rest;
        const int capacity = context_.plan.capacities().insatser;
        sheet_.put({row, 0}, Formula{fmt::format("IF(Insatser_Antal>{};\"Övriga insatser\";\"\")", capacity)},
                   look_.list_text(type_size_));
        const auto down = [&](int column) { return cells({{plan_.insatser.first_line, column}, {row - 1, column}}); };
        const std::string kinds = down(lines_.kind_column());
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const int column = plan_.column_at(static_cast<int>(i));
            std::string others;
            for (const int other : plan_.row_at) {
                others += "-N(" + cell({other, column}) + ")";
            }
            if (plan_.insatser.not_spread >= 0) {
                others += "-N(" + cell({plan_.insatser.not_spread, column}) + ")";
            }
            const std::string sum = cell({plan_.insatser.sum, column});
            sheet_
                .put({row, column},
                     Formula{
                         fmt::format("IF(AND(Insatser_Antal>{0};ISNUMBER({1}));ROUND({1}-SUMPRODUCT(({2}=\"I\")+({2}="
                                     "\"E\");{3}){4};2);{5})",
                                     capacity, sum, kinds, down(column), others, nothing)},
                     style(table_.columns[i], Emphasis::normal))
                .merge_columns = plan_.span;
        }
    }

    BuildContext& context_;
    Look& look_;
    Sheet& sheet_;
    const TablePlan& plan_;
    const Table& table_;
    const InsatsTable& wanted_;
    double type_size_;
    InsatsLines lines_;
};

} // namespace

void build_insatser(BuildContext& context, Sheet& sheet, const TablePlan& plan) {
    InsatserWriter(context, sheet, plan).write();
}

} // namespace finsam::workbook
