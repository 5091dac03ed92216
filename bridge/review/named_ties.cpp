#include "bridge/review/named_ties.hpp"

#include "bridge/review/columns.hpp"

#include <algorithm>

namespace finsam::review {
namespace {

/// One reading of a rule in every year where its figures are there.
struct Reading {
    const ReportTie* rule = nullptr;
    std::vector<Tie> ties;
    int holds = 0, fails = 0;

    [[nodiscard]] bool is_better_than(const Reading& other) const {
        if (ties.empty() || other.ties.empty()) {
            return !ties.empty();
        }
        const int own = holds - fails, others = other.holds - other.fails;
        return own != others ? own > others : fails < other.fails;
    }
};

std::optional<Tie> tie_of(const NamedFigures& figures, const ReportTie& rule, int year) {
    const auto left = figures.terms(rule.left, year), right = figures.terms(rule.right, year);
    const auto below =
        rule.share_of.empty() ? std::optional(std::vector<TieTerm>()) : figures.terms(rule.share_of, year);
    if (!left || !right || !below || left->empty() || right->empty()) {
        return std::nullopt;
    }
    Tie tie{std::string(rule.text), std::string(rule.rule), left->back().figure, *right, *below};
    if (rule.share_of.empty()) {
        for (const TieTerm& term : negated(*left)) {
            tie.terms.push_back(term);
        }
    }
    return tie;
}

Reading read(const Model& model, const NamedFigures& figures, const ReportTie& rule) {
    Reading reading;
    reading.rule = &rule;
    for (const int year : figures.years()) {
        auto tie = tie_of(figures, rule, year);
        if (!tie || model.table_of(tie->subject).is_last_year) {
            continue;
        }
        (model.holds(*tie, model.values()) ? reading.holds : reading.fails) += 1;
        reading.ties.push_back(std::move(*tie));
    }
    return reading;
}

/// Columns in which most rows of the table have their figure: there an empty cell is a zero, elsewhere unknown.
bool is_filled(const ReviewTable& table, std::size_t column) {
    const auto filled =
        std::ranges::count_if(table.rows, [&](const ReviewRow& row) { return row.cells[column].figure.has_value(); });
    const auto rows = std::ranges::count_if(table.rows, [](const ReviewRow& row) { return row.has_figure; });
    return 2 * filled > rows;
}

} // namespace

NamedFigures::NamedFigures(const Model& model) : model_(model) {
    for (const bool last_year : {false, true}) {
        for (FigureIndex i = 0; i < model.size(); ++i) {
            const ReviewColumn& column = model.column_of(i);
            const ReviewRow& row = model.row_of(i);
            const bool is_outcome = column.role == ColumnRole::outcome || column.role == ColumnRole::opening;
            if (model.table_of(i).is_last_year != last_year || row.key.empty() || !is_outcome || !column.year) {
                continue;
            }
            by_name_.try_emplace({model.table_of(i).kind + "." + row.key, *column.year}, i);
            years_.insert(*column.year);
        }
    }
    for (const ReviewTable& table : model.tables()) {
        // An overview of many years leaves out what it does not know, the other tables what is zero.
        const bool blank_is_zero = !table.is_last_year && table.kind != "oversikt";
        for (const ReviewRow& row : table.rows) {
            for (std::size_t c = 0; c < row.cells.size() && !row.key.empty() && blank_is_zero; ++c) {
                if (table.columns[c].role == ColumnRole::outcome && table.columns[c].year &&
                    row.cells[c].text.empty() && is_filled(table, c)) {
                    blank_.emplace(table.kind + "." + row.key, *table.columns[c].year);
                }
            }
        }
    }
}

int NamedFigures::stable_sign(FigureIndex figure) const {
    const ReviewTable& table = model_.table_of(figure);
    switch (model_.row_of(figure).row_class) {
    case RowClass::cost: return table.cost_sign;
    case RowClass::credit: return table.credit_sign;
    default: return 1;
    }
}

std::optional<std::vector<TieTerm>> NamedFigures::row_terms(std::string_view row, int year) const {
    if (const auto found = by_name_.find({std::string(row), year}); found != by_name_.end()) {
        return std::vector<TieTerm>{{stable_sign(found->second), found->second}};
    }
    if (blank_.contains({std::string(row), year})) {
        return std::vector<TieTerm>();
    }
    const auto rows = derived_rows();
    const auto derived = std::ranges::find(rows, row, &DerivedRow::row);
    return derived == rows.end() ? std::nullopt : terms(derived->terms, year);
}

std::optional<std::vector<TieTerm>> NamedFigures::terms(std::string_view text, int year) const {
    std::vector<TieTerm> all;
    while (!text.empty()) {
        std::string_view term = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), term.size() + 1));
        const int sign = term.front() == '-' ? -1 : 1;
        term.remove_prefix(sign < 0 ? 1 : 0);
        const bool optional = term.back() == '?';
        term.remove_suffix(optional ? 1 : 0);
        const bool year_before = term.ends_with("@-1");
        term.remove_suffix(year_before ? 3 : 0);
        const auto found = row_terms(term, year - (year_before ? 1 : 0));
        if (!found && !optional) {
            return std::nullopt;
        }
        for (const TieTerm& one : found.value_or(std::vector<TieTerm>())) {
            if (year_before && ends_within_year(model_.column_of(one.figure))) {
                return std::nullopt; // of an interim report: this year does not begin there
            }
            all.push_back({sign * one.sign, one.figure});
        }
    }
    return all;
}

void add_named_ties(const Model& model, const NamedFigures& figures, std::vector<Tie>& ties,
                    std::vector<OddReading>& odd) {
    std::map<std::string_view, Reading> best;
    for (const ReportTie& rule : report_ties()) {
        Reading reading = read(model, figures, rule);
        const auto known = best.find(rule.key);
        if (known == best.end()) {
            best.emplace(rule.key, std::move(reading));
        } else if (reading.is_better_than(known->second)) {
            known->second = std::move(reading);
        }
    }
    for (auto& [key, reading] : best) {
        if (reading.rule->force == TieForce::when_usual && reading.holds <= reading.fails) {
            continue;
        }
        if (!reading.rule->remark.empty() && reading.holds > 0) {
            odd.push_back({reading.rule, reading.ties.back().subject});
        }
        ties.insert(ties.end(), reading.ties.begin(), reading.ties.end());
    }
}

} // namespace finsam::review
