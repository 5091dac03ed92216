#include "bridge/report/report_rules.hpp"

#include "bridge/report/own_rules.hpp"
#include "bridge/report/report_years.hpp"
#include "bridge/report/rule_meaning.hpp"
#include "bridge/report/tie_rules.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace finsam {
namespace {

/// The layout's own checks, one a year.
std::vector<ReportRule> layout_rules(const Layout& layout) {
    std::vector<ReportRule> rules;
    for (const CheckRule& check : layout.checks) {
        for (const int year : check.years) {
            ReportRule rule{check.key, check.text, check.rule, nullptr, year, RuleForm::equal, {}, {}, {}};
            for (const auto& [terms, side] : {std::pair(&check.left, &rule.left), {&check.right, &rule.right}}) {
                for (const Term& term : *terms) {
                    side->push_back(figure_of_term(layout, nullptr, term, ColumnKind::outcome, year));
                }
            }
            rule.table = rule.left.empty() ? nullptr : rule.left.front().table;
            rules.push_back(std::move(rule));
        }
    }
    return rules;
}

/// Keeps the first of the rules that say the same, and the first of each key and year.
class Collected {
public:
    void add(std::vector<ReportRule> rules) {
        for (ReportRule& rule : rules) {
            if (rule.year <= -report_years && rule.year != same_period_year) {
                continue;
            }
            const bool is_said =
                rule.form == RuleForm::equal && !rule.left.empty() && !meanings_.insert(meaning_of(rule)).second;
            if (!is_said && names_.emplace(rule.key, rule.year).second) {
                rules_.push_back(std::move(rule));
            }
        }
    }

    std::vector<ReportRule> take() { return std::move(rules_); }

private:
    std::set<RuleMeaning> meanings_;
    std::set<std::pair<std::string, int>> names_;
    std::vector<ReportRule> rules_;
};

} // namespace

RuleMeaning meaning_of(const ReportRule& rule) {
    RuleMeaning factors;
    const auto add = [&](const std::vector<RuleFigure>& side, int sign) {
        for (RuleFigure figure : side) {
            const int factor = sign * std::exchange(figure.sign, 1);
            factors[figure] += factor;
        }
    };
    add(rule.left, 1);
    add(rule.right, -1);
    std::erase_if(factors, [](const auto& one) { return one.second == 0; });
    if (!factors.empty() && factors.begin()->second < 0) {
        for (auto& [figure, factor] : factors) {
            factor = -factor;
        }
    }
    return factors;
}

RuleFigure figure_of_term(const Layout& layout, const Table* own, const Term& term, ColumnKind kind, int year) {
    const Table* table = term.table.empty() && own != nullptr ? own : layout.find(term.table);
    return {term.sign, table, table->find(term.row), kind, year_from(year, term.year), FigurePart::whole};
}

std::vector<ReportRule> report_rules(const Layout& layout) {
    std::vector<ReportRule> own = own_rules(layout);
    Collected all;
    all.add(layout_rules(layout));
    all.add(tie_rules(layout, own));
    all.add(std::move(own));
    return all.take();
}

Ore printed_slack(Ore figure, AmountForm form) noexcept {
    constexpr std::int64_t krona = 100;
    const std::int64_t digit = ore_per_last_digit(form);
    const bool is_whole = figure.count() % digit == 0 && !figure.is_zero();
    return digit > krona && is_whole ? Ore(digit / 2) : Ore();
}

} // namespace finsam
