#include "bridge/report/rule_verdict.hpp"

#include "bridge/report/statement_terms.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace finsam {
namespace {

ReadFigure sum_of(const std::vector<RuleFigure>& figures, FigureReader& reader) {
    ReadFigure sum{Ore(), {}};
    for (const RuleFigure& figure : figures) {
        const ReadFigure one = reader.read(figure);
        sum.value = statement::add(sum.value, figure.sign, one.value);
        sum.slack += one.slack;
    }
    return sum;
}

/// A share is told with few decimals; the sixth is more than anybody prints.
void compare_shares(CheckResult& check, const ReadFigure& share, const Value& whole, const Value& below) {
    const double* told = std::get_if<double>(&share.value);
    const Ore* a = std::get_if<Ore>(&whole);
    const Ore* b = std::get_if<Ore>(&below);
    if (told == nullptr || a == nullptr || b == nullptr || b->is_zero()) {
        return;
    }
    constexpr double decimals = 1e6;
    const double made = static_cast<double>(a->count()) / static_cast<double>(b->count());
    check.left = *told;
    check.right = made;
    const double apart = std::round((*told - made) * decimals) / decimals;
    check.state = apart == 0                             ? CheckState::ok
                  : std::abs(apart) <= share.share_slack ? CheckState::rounding
                                                         : CheckState::failed;
    if (check.state != CheckState::ok) {
        check.detail = fmt::format("{} mot {}.", format_percent(*told, 2), format_percent(made, 2));
    }
}

void none_counted(CheckResult& check, std::size_t count, std::string_view of_what) {
    check.left = static_cast<double>(count);
    check.right = 0.0;
    check.state = count == 0 ? CheckState::ok : CheckState::failed;
    if (count > 0) {
        check.detail = fmt::format("{} {}.", count, of_what);
    }
}

/// Rows whose figures do not sum to zero, nor to what rounding of them explains.
void count_rows(CheckResult& check, const ReportRule& rule, FigureReader& reader) {
    if (std::holds_alternative<std::monostate>(reader.read(rule.left.front()).value)) {
        return; // the column is of a year that nobody knows
    }
    std::vector<std::vector<ReadFigure>> columns;
    for (const RuleFigure& column : rule.left) {
        columns.push_back(reader.down(column));
    }
    std::size_t count = 0;
    for (std::size_t row = 0; row < columns.front().size(); ++row) {
        Value sum = Ore();
        Ore slack;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const ReadFigure& one = columns[i].at(row);
            sum = statement::add(sum, rule.left[i].sign, one.value);
            slack += one.slack;
        }
        const Ore* apart = std::get_if<Ore>(&sum);
        count += apart != nullptr && (slack < *apart || *apart < -slack) ? 1 : 0;
    }
    none_counted(check, count, "rader");
}

void count_signs(CheckResult& check, const ReportRule& rule, FigureReader& reader) {
    std::size_t known = 0, negative = 0;
    for (const RuleFigure& figure : rule.left) {
        const Value value = statement::add(Value(Ore()), figure.sign, reader.read(figure).value);
        const Ore* amount = std::get_if<Ore>(&value);
        known += amount == nullptr ? 0 : 1;
        if (amount != nullptr && *amount < Ore()) {
            ++negative;
            check.detail += (check.detail.empty() ? "Se ”" : ", ”") + figure.row->text + "”";
        }
    }
    if (known > 0) {
        const std::string names = check.detail + ".";
        none_counted(check, negative, "");
        check.detail = negative > 0 ? names : "";
    }
}

} // namespace

void compare_amounts(CheckResult& check, const Value& left, const Value& right) {
    check.left = left;
    check.right = right;
    const Ore* a = std::get_if<Ore>(&left);
    const Ore* b = std::get_if<Ore>(&right);
    const Value difference = statement::add(left, -1, right);
    if (a != nullptr && b != nullptr) {
        const Ore* apart = std::get_if<Ore>(&difference);
        const bool is_near = apart != nullptr && *apart <= check.tolerance && -check.tolerance <= *apart;
        check.state = *a == *b ? CheckState::ok : is_near ? CheckState::rounding : CheckState::failed;
    }
    if ((check.state == CheckState::failed || check.state == CheckState::rounding) && check.detail.empty()) {
        check.detail =
            format_amount(*a, Unit::ore) + " mot " + format_amount(*b, Unit::ore) +
            (difference == Value() ? "" : ", skillnad " + format_amount(std::get<Ore>(difference), Unit::ore)) + " kr.";
    }
}

void judge(CheckResult& check, const ReportRule& rule, FigureReader& reader) {
    if (rule.left.empty()) { // the document lacks a table of it
        return;
    }
    switch (rule.form) {
    case RuleForm::rows: return count_rows(check, rule, reader);
    case RuleForm::signs: return count_signs(check, rule, reader);
    case RuleForm::share:
        return compare_shares(check, reader.read(rule.left.front()), sum_of(rule.right, reader).value,
                              sum_of(rule.below, reader).value);
    case RuleForm::equal: break;
    }
    const ReadFigure left = sum_of(rule.left, reader), right = sum_of(rule.right, reader);
    check.tolerance = left.slack + right.slack;
    compare_amounts(check, left.value, right.value);
}

} // namespace finsam
