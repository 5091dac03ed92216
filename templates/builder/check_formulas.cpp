#include "templates/builder/check_formulas.hpp"

#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/insatser_lines.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace finsam::workbook {
namespace {

constexpr const char* nothing = "\"\"";
/// Of both sides: however a share is worked out, they are the same to the last of these.
constexpr int share_decimals = 10;

/// Column of a table of slag insatser, or of the lines of a list.
std::size_t column_of(const RuleFigure& figure) {
    const auto& columns = figure.table->columns;
    const auto found = std::ranges::find_if(
        columns, [&](const Column& one) { return one.kind == figure.kind && one.year == figure.year; });
    return static_cast<std::size_t>(found - columns.begin());
}

std::string range_text(Address first, Address last, const std::string& sheet) {
    const std::string from = fixed_cell(first, sheet), to = fixed_cell(last, sheet);
    return from.substr(0, from.size() - 1) + ":." + to.substr(to.rfind('.') + 1);
}

/// Numbers of a range, 0 for what is no number.
std::string numbers(const std::string& range) {
    return fmt::format("IF(ISNUMBER({0});{0};0)", range);
}

/// "" in kr and öre: what is printed in them is exact.
std::string typed_over(const std::string& range, AmountForm form) {
    const PrintedDigit digit = printed_digit(form);
    return digit.whole == 0
               ? ""
               : fmt::format("(1-ISFORMULA({0}))*(MOD({1};{2})=0)*({1}<>0)", range, numbers(range), digit.whole);
}

std::string halves(AmountForm form, const std::string& counted) {
    return counted.empty() ? "" : fmt::format("{}*SUMPRODUCT({})", printed_digit(form).half, counted);
}

std::string joined(std::initializer_list<std::string> parts) {
    std::string sum;
    for (const std::string& part : parts) {
        sum += (sum.empty() || part.empty() ? "" : "+") + part;
    }
    return sum;
}

template <class Operands>
std::string sum_of(const Operands& list) {
    std::string sum;
    for (const auto& one : list) {
        sum += one.value;
    }
    return sum.starts_with('+') ? sum.substr(1) : sum;
}

template <class Operands>
std::string slack_of(const Operands& list) {
    std::string sum;
    for (const auto& one : list) {
        sum = joined({sum, one.slack});
    }
    return sum;
}

/// `value` where every cell that must has a number; else nothing, or the error of a cell: LEFT of no length is "".
template <class Operands>
std::string guarded(const Operands& list, const std::string& value) {
    std::vector<std::string> cells;
    for (const auto& one : list) {
        if (!one.guard.empty()) {
            cells.push_back(one.guard);
        }
    }
    return cells.empty()
               ? value
               : fmt::format("IF(COUNT({0})={1};{2};LEFT(SUM({0});0))", arguments(cells), cells.size(), value);
}

template <class Operands>
std::vector<Place> places_of(const Operands& list) {
    std::vector<Place> places;
    for (const auto& one : list) {
        places.push_back(one.place);
    }
    return places;
}

const CheckFormula no_figures{{{nothing}, {}}, {{nothing}, {}}, {"0"}};

std::string signed_value(int sign, const std::string& value) {
    return (sign < 0 ? "-" : "+") + value;
}

} // namespace

std::optional<CheckFormulas::Operand> CheckFormulas::whole(const RuleFigure& of) const {
    const Figure figure{of.table, of.row, of.kind, of.year};
    const auto place = plan_.find(figure);
    if (!place) {
        return std::nullopt;
    }
    const std::string at = cell(place->at, place->sheet);
    const std::string credit = on_credit_side(*of.row, of.kind) ? "Tecken_kredit*" : "";
    return Operand{signed_value(of.sign * print_sign(*of.row, of.kind), credit + at), at, formulas_.slack(figure),
                   *place};
}

std::optional<CheckFormulas::Operand> CheckFormulas::typed(const RuleFigure& of) const {
    const auto field = formulas_.input_field(of.row->input_key, of.year);
    if (!field) {
        return std::nullopt;
    }
    const std::string at = fixed_cell(field->at, sheet::input);
    return Operand{signed_value(of.sign * field->sign, at), at, slack_of_typed(at),
                   Place{std::string(sheet::input), field->at}};
}

CheckFormulas::Operand CheckFormulas::list_lines(const RuleFigure& of) const {
    const TablePlan& table = plan_.plan_of(of.table);
    const std::size_t column = column_of(of);
    const int at = table.column_at(static_cast<int>(column));
    const int first = table.row_at.at(static_cast<std::size_t>(of.row - of.table->rows.data()));
    const Address top{first, at};
    const std::string lines = range_text(top, {first + list_capacity(*of.row, plan_.capacities()), at}, table.sheet);
    const AmountForm form = amount_form(*of.table, of.row, &of.table->columns.at(column));
    const std::string credit = on_credit_side(*of.row, of.kind) ? "Tecken_kredit*" : "";
    return {signed_value(of.sign * print_sign(*of.row, of.kind), fmt::format("{}SUM({})", credit, lines)),
            "",
            joined({formulas_.slack({of.table, of.row, of.kind, of.year}), halves(form, typed_over(lines, form))}),
            {table.sheet, top}};
}

CheckFormulas::Operand CheckFormulas::insats_sum(const RuleFigure& of) const {
    const TablePlan& table = plan_.plan_of(of.table);
    const std::size_t column = column_of(of);
    const Column& shown = of.table->columns.at(column);
    const Address at{table.insatser.sum, table.column_at(static_cast<int>(column))};
    const std::string text = cell(at, table.sheet);
    const AmountForm form = amount_form(*of.table, nullptr, &shown);
    return {
        signed_value(of.sign * shown.print_sign, text), text, halves(form, typed_over(text, form)), {table.sheet, at}};
}

/// The insatser and labels, and the rows that no insats carries; not parts and subtotals of them.
CheckFormulas::Operand CheckFormulas::insats_lines(const RuleFigure& of) const {
    const TablePlan& table = plan_.plan_of(of.table);
    const std::size_t column = column_of(of);
    const Column& shown = of.table->columns.at(column);
    const AmountForm form = amount_form(*of.table, nullptr, &shown);
    const int at = table.column_at(static_cast<int>(column));
    const int kind = InsatsLines(table, plan_.capacities().insatser).kind_column();
    const int first = table.insatser.first_line, last = table.insatser.rest - 1;
    const std::string kinds = range_text({first, kind}, {last, kind}, table.sheet);
    const std::string lines = range_text({first, at}, {last, at}, table.sheet);
    const std::string counted = fmt::format("(({0}=\"I\")+({0}=\"E\"))", kinds);
    const std::string over = typed_over(lines, form);
    std::string sum = fmt::format("SUMPRODUCT({};{})", counted, lines);
    std::string slack = over.empty() ? "" : halves(form, counted + "*" + over);
    std::vector<int> others = table.row_at;
    others.push_back(table.insatser.rest);
    if (table.insatser.not_spread >= 0) {
        others.push_back(table.insatser.not_spread);
    }
    for (const int row : others) {
        const std::string other = cell({row, at}, table.sheet);
        sum += "+N(" + other + ")";
        slack = joined({slack, halves(form, typed_over(other, form))});
    }
    return {signed_value(of.sign * shown.print_sign, "(" + sum + ")"), "", slack, {table.sheet, {first, at}}};
}

std::optional<CheckFormulas::Operand> CheckFormulas::operand(const RuleFigure& of) const {
    if (of.part == FigurePart::typed) {
        return typed(of);
    }
    if (of.row == nullptr) {
        return of.part == FigurePart::lines ? insats_lines(of) : insats_sum(of);
    }
    return of.part == FigurePart::lines ? std::optional(list_lines(of)) : whole(of);
}

std::optional<std::vector<CheckFormulas::Operand>>
CheckFormulas::operands(const std::vector<RuleFigure>& figures) const {
    std::vector<Operand> list;
    for (const RuleFigure& figure : figures) {
        auto one = operand(figure);
        if (!one) {
            return std::nullopt;
        }
        list.push_back(std::move(*one));
    }
    return list.empty() ? std::nullopt : std::optional(std::move(list));
}

CheckFormula CheckFormulas::equal(const ReportRule& rule) const {
    const auto left = operands(rule.left), right = operands(rule.right);
    if (!left || !right) {
        return no_figures;
    }
    const auto side = [](const std::vector<Operand>& list) {
        return CheckSide{{guarded(list, fmt::format("ROUND({};2)", sum_of(list)))}, places_of(list)};
    };
    const std::string slack = joined({slack_of(*left), slack_of(*right)});
    return {side(*left), side(*right), {slack.empty() ? "0" : slack}};
}

CheckFormula CheckFormulas::share(const ReportRule& rule) const {
    const auto left = operands(rule.left), part = operands(rule.right), whole = operands(rule.below);
    if (!left || !part || !whole) {
        return no_figures;
    }
    const std::string below = sum_of(*whole);
    std::vector<Operand> both = *part;
    both.insert(both.end(), whole->begin(), whole->end());
    const std::string value =
        fmt::format("IF({1}<>0;ROUND(({0})/({1});{3});{2})", sum_of(*part), below, nothing, share_decimals);
    const double half = 0.5 * std::pow(10, -(2 + rule.left.front().row->decimals));
    const std::string told = fmt::format("ROUND({};{})", sum_of(*left), share_decimals);
    return {{{guarded(*left, told)}, places_of(*left)},
            {{guarded(both, value)}, places_of(both)},
            {fmt::format("IF(ISFORMULA({});0;{})", left->front().guard, half)}};
}

CheckFormula CheckFormulas::rows(const ReportRule& rule) const {
    const TablePlan& table = plan_.plan_of(rule.table);
    std::string sum, known, slack;
    double half = 0;
    std::vector<Place> places;
    for (const RuleFigure& figure : rule.left) {
        const std::size_t column = column_of(figure);
        const Column& shown = figure.table->columns.at(column);
        const AmountForm form = amount_form(*figure.table, nullptr, &shown);
        const int at = table.column_at(static_cast<int>(column));
        const std::string range = range_text({table.first_row, at}, {table.insatser.sum, at}, table.sheet);
        sum += signed_value(figure.sign * shown.print_sign, numbers(range));
        known += fmt::format("ISNUMBER({})*", range);
        if (const std::string over = typed_over(range, form); !over.empty()) {
            half = printed_digit(form).half;
            slack = joined({slack, over});
        }
        places.push_back({table.sheet, {table.first_row, at}});
    }
    const std::string bound = slack.empty() ? "0" : fmt::format("{}*({})", half, slack);
    const std::string count = fmt::format("SUMPRODUCT({}(ABS(ROUND({};2))>{}))", known, sum, bound);
    const std::string is_known = insats_sum(rule.left.front()).guard;
    return {{{fmt::format("IF(ISNUMBER({});{};{})", is_known, count, nothing)}, places}, {{"0"}, {}}, {"0"}};
}

CheckFormula CheckFormulas::signs(const ReportRule& rule) const {
    std::vector<std::string> cells;
    std::string count;
    std::vector<Place> places;
    for (const RuleFigure& figure : rule.left) {
        if (const auto one = whole(figure)) {
            const std::string credit = on_credit_side(*figure.row, figure.kind) ? "Tecken_kredit*" : "";
            const bool is_positive = figure.sign * print_sign(*figure.row, figure.kind) > 0;
            count +=
                fmt::format("{}({}N({}){}0)", count.empty() ? "" : "+", credit, one->guard, is_positive ? "<" : ">");
            cells.push_back(one->guard);
            places.push_back(one->place);
        }
    }
    if (cells.empty()) {
        return no_figures;
    }
    return {{{fmt::format("IF(COUNT({})>0;{};{})", arguments(cells), count, nothing)}, places}, {{"0"}, {}}, {"0"}};
}

CheckFormula CheckFormulas::of(const ReportRule& rule) const {
    switch (rule.form) {
    case RuleForm::share: return share(rule);
    case RuleForm::rows: return rows(rule);
    case RuleForm::signs: return signs(rule);
    case RuleForm::equal: break;
    }
    return equal(rule);
}

} // namespace finsam::workbook
