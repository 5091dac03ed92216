#include "bridge/report/tie_rules.hpp"

#include "bridge/report/report_ties.hpp"
#include "bridge/report/rule_meaning.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace finsam {
namespace {

struct Name {
    std::string_view of_tie, of_layout;
};

/// Published reports print some tables and rows under names of their own.
constexpr Name table_names[] = {{"riktvarde", "eget_kapital"}, {"drift_sammandrag", "driftredovisning_sammandrag"}};
constexpr Name row_names[] = {{"riktvarde.over_riktvardet", "over_riktvarde"},
                              {"drift_sammandrag.eget_kapital", "utgaende_eget_kapital"},
                              {"oversikt.medlemmar", "medlemsbidrag"}};

std::string_view name_in(std::span<const Name> names, std::string_view of_tie, std::string_view otherwise) {
    const auto found = std::ranges::find(names, of_tie, &Name::of_tie);
    return found == names.end() ? otherwise : found->of_layout;
}

/// "tabell.rad" in the layout; no row when it has none.
RuleFigure row_of(const Layout& layout, std::string_view name) {
    const std::size_t dot = name.find('.');
    const std::string_view table_name = name.substr(0, dot), row_name = name.substr(dot + 1);
    RuleFigure figure;
    figure.table = layout.find(name_in(table_names, table_name, table_name));
    if (figure.table == nullptr || figure.table->kind != TableKind::rows) {
        return figure;
    }
    figure.row = figure.table->find(row_name);
    if (figure.row == nullptr) {
        figure.row = figure.table->find(name_in(row_names, name, row_name));
    }
    return figure;
}

struct Side {
    std::vector<RuleFigure> figures; ///< of the year 0 and those before it
    bool is_lacking = false;         ///< the layout has no such row
    bool is_elsewhere = false;       ///< only other documents have the table
};

Side side_of(const Layout& layout, std::string_view terms) {
    Side side;
    while (!terms.empty()) {
        std::string_view term = terms.substr(0, terms.find(' '));
        terms.remove_prefix(std::min(terms.size(), term.size() + 1));
        const bool is_negative = term.starts_with('-');
        term.remove_prefix(is_negative ? 1 : 0);
        const bool is_optional = term.ends_with('?');
        term.remove_suffix(is_optional ? 1 : 0);
        const bool is_year_before = term.ends_with("@-1");
        term.remove_suffix(is_year_before ? 3 : 0);
        RuleFigure figure = row_of(layout, term);
        if (figure.row == nullptr) {
            const std::string_view name = term.substr(0, term.find('.'));
            const bool is_elsewhere =
                std::ranges::find(layout.elsewhere, name_in(table_names, name, name)) != layout.elsewhere.end();
            side.is_elsewhere = side.is_elsewhere || (is_elsewhere && !is_optional);
            side.is_lacking = side.is_lacking || !(is_elsewhere || is_optional);
            continue;
        }
        figure.sign = is_negative ? -1 : 1;
        figure.year = is_year_before ? -1 : 0;
        side.figures.push_back(figure);
    }
    return side;
}

/// Years that one of the tables has an outcome of, the latest first.
std::set<int, std::greater<>> years_of(const std::vector<RuleFigure>& left, const std::vector<RuleFigure>& right) {
    std::set<int, std::greater<>> years;
    for (const auto* side : {&left, &right}) {
        for (const RuleFigure& figure : *side) {
            for (const Column& column : figure.table->columns) {
                if (column.kind == ColumnKind::outcome) {
                    years.insert(column.year);
                }
            }
        }
    }
    return years;
}

std::vector<RuleFigure> in_year(std::vector<RuleFigure> figures, int year) {
    for (RuleFigure& figure : figures) {
        figure.year = year_from(year, figure.year);
    }
    return figures;
}

ReportRule rule_of(const ReportTie& tie, const Table* table, int year) {
    ReportRule rule;
    rule.key = tie.key;
    rule.text = tie.text;
    rule.rule = tie.rule;
    rule.table = table;
    rule.year = year;
    return rule;
}

} // namespace

std::vector<ReportRule> tie_rules(const Layout& layout, const std::vector<ReportRule>& own) {
    std::set<RuleMeaning> made;
    for (const ReportRule& rule : own) {
        if (rule.form == RuleForm::equal) {
            made.insert(meaning_of(rule));
        }
    }
    std::vector<ReportRule> rules;
    for (const ReportTie& tie : report_ties()) {
        const Side left = side_of(layout, tie.left), right = side_of(layout, tie.right);
        const bool is_own = std::ranges::find(layout.checks, tie.key, &CheckRule::key) != layout.checks.end();
        if (is_own || !tie.share_of.empty() || left.is_lacking || right.is_lacking) { // shares are told by their rows
            continue;
        }
        if (left.is_elsewhere || right.is_elsewhere) {
            if (tie.force == TieForce::must) {
                rules.push_back(rule_of(tie, nullptr, 0));
            }
            continue;
        }
        const bool is_certain =
            tie.force == TieForce::must && std::ranges::count(report_ties(), tie.key, &ReportTie::key) == 1;
        for (const int year : years_of(left.figures, right.figures)) {
            ReportRule rule = rule_of(tie, left.figures.front().table, year);
            rule.left = in_year(left.figures, year);
            rule.right = in_year(right.figures, year);
            if (is_certain || made.contains(meaning_of(rule))) {
                rules.push_back(std::move(rule));
            }
        }
    }
    return rules;
}

} // namespace finsam
