#include "bridge/report/own_rules.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace finsam {
namespace {

enum Family : std::size_t {
    row_sum,
    fetched,
    share,
    deviation,
    change,
    column_sum,
    net_rows,
    deviation_rows,
    comparative,
    funding,
    sign,
};

constexpr std::array<RuleFamily, 11> families = {{
    {"summa", "{tabell}: {rad} = summan av raderna"},
    {"hamtad", "{tabell}: {rad} = talen i de tabeller som raden räknas ur"},
    {"andel", "{tabell}: {rad} = täljaren genom nämnaren"},
    {"avvikelse", "{tabell}: avvikelsen för {rad} = utfall eller prognos − budget"},
    {"forandring", "{tabell}: {rad}, ingående + förändring = utgående"},
    {"kolumn", "{tabell}: kolumnen {rad} summerar"},
    {"netto", "{tabell}: rader där {rad} inte är intäkt + kostnad"},
    {"radavvikelse", "{tabell}: rader där {rad} inte är netto eller prognos − budget"},
    {"jamforelse", "{tabell}: {rad} = talet ur det årets årsredovisning (Indata)"},
    {"finansiering", "{tabell}: {rad} betalar sin del enligt lagen"},
    {"tecken", "{tabell}: rader med ovanligt tecken"},
}};

/// What stands in a key and a text for columns of other kinds than the outcome.
struct KindName {
    ColumnKind kind;
    std::string_view key, text;
};
constexpr KindName kind_names[] = {{ColumnKind::budget, "budget", "budget"},
                                   {ColumnKind::period_budget, "periodbudget", "periodens budget"},
                                   {ColumnKind::forecast, "prognos", "prognos"},
                                   {ColumnKind::forecast_deviation, "prognosavvikelse", "avvikelse mot prognosen"},
                                   {ColumnKind::deviation, "avvikelse", "avvikelse"},
                                   {ColumnKind::from_calculated, "fordelning", "avvikelse mot fördelningen"},
                                   {ColumnKind::calculated, "fordelning", "fördelning"},
                                   {ColumnKind::income, "intakt", "intäkt"},
                                   {ColumnKind::cost, "kostnad", "kostnad"}};

const KindName* name_of(ColumnKind kind) {
    const auto* found = std::ranges::find(kind_names, kind, &KindName::kind);
    return found == std::end(kind_names) ? nullptr : found;
}

void replace(std::string& text, std::string_view mark, std::string_view with) {
    if (const auto at = text.find(mark); at != std::string::npos) {
        text.replace(at, mark.size(), with);
    }
}

/// What a row is called in a rule, which is the same for every report year: "2 år tidigare" for {ar-2}.
std::string name_without_year(std::string_view row_text) {
    constexpr int most_years = 9;
    std::string name(row_text);
    replace(name, "{ar}", "räkenskapsåret");
    for (int years = 1; years <= most_years; ++years) {
        replace(name, fmt::format("{{ar-{}}}", years), fmt::format("{} år tidigare", years));
        replace(name, fmt::format("{{ar+{}}}", years), fmt::format("{} år senare", years));
    }
    return name;
}

/// "netto föregående år"
std::string column_name(const Column& column) {
    const KindName* name = name_of(column.kind);
    return fmt::format("{}{}", name == nullptr ? "netto" : name->text, column.year < 0 ? " föregående år" : "");
}

bool shows(const Table& table, ColumnKind kind, int year) {
    return std::ranges::any_of(table.columns, [&](const Column& one) { return one.kind == kind && one.year == year; });
}

/// Rows whose sign an auditor expects, as stable names (finsam-reporting): income and assets +, costs -, liabilities +.
/// Equity and results have either.
struct UsualSign {
    std::string_view table, row;
    int sign;
};
constexpr UsualSign usual_signs[] = {{"resultatrakning", "verksamhetens_intakter", 1},
                                     {"resultatrakning", "verksamhetens_kostnader", -1},
                                     {"resultatrakning", "avskrivningar", -1},
                                     {"balansrakning", "immateriella", 1},
                                     {"balansrakning", "materiella", 1},
                                     {"balansrakning", "maskiner_inventarier", 1},
                                     {"balansrakning", "finansiella_anlaggningstillgangar", 1},
                                     {"balansrakning", "kortfristiga_fordringar", 1},
                                     {"balansrakning", "kortfristiga_placeringar", 1},
                                     {"balansrakning", "kassa_bank", 1},
                                     {"balansrakning", "avsattningar", 1},
                                     {"balansrakning", "langfristiga_skulder", 1},
                                     {"balansrakning", "kortfristiga_skulder", 1}};

class OwnRules {
public:
    explicit OwnRules(const Layout& layout) : layout_(layout) {}

    std::vector<ReportRule> make() {
        for (const Table& table : layout_.tables) {
            if (table.hidden || table.kind == TableKind::texts) {
                continue;
            }
            table_ = &table;
            table.kind == TableKind::insatser ? insatser() : rows();
        }
        return std::move(rules_);
    }

private:
    RuleFigure figure(const Row* row, const Column& column, FigurePart part = FigurePart::whole, int sign = 1) const {
        return {sign, table_, row, column.kind, column.year, part};
    }

    /// An empty rule of a family; `row_key` "" where the rule is the whole table's.
    ReportRule& add(Family family, std::string_view row_key, std::string_view row_text, ColumnKind kind, int year) {
        const RuleFamily& of = families[family];
        const KindName* name = family == column_sum || family == row_sum || family == fetched ? name_of(kind) : nullptr;
        ReportRule rule;
        rule.key = fmt::format("{}:{}{}{}", of.key, table_->key, row_key.empty() ? "" : ".", row_key);
        rule.text = of.text;
        replace(rule.text, "{tabell}", table_->title);
        replace(rule.text, "{rad}", fmt::format("”{}”", name_without_year(row_text)));
        if (name != nullptr && family != column_sum) {
            rule.key += fmt::format("/{}", name->key);
            rule.text += fmt::format(" ({})", name->text);
        }
        rule.rule = table_->source.empty() ? "Uppställningen" : table_->source;
        rule.table = table_;
        rule.year = year;
        rules_.push_back(std::move(rule));
        return rules_.back();
    }

    // --- tables of rows ------------------------------------------------------------------------------------------

    void rows() {
        for (const Row& row : table_->rows) {
            if (row.hidden || row.kind == RowKind::heading) {
                continue;
            }
            for (const Column& column : table_->columns) {
                made_of(row, column);
                across(row, column);
                if (column.kind == ColumnKind::outcome) {
                    as_typed(row, column);
                    by_law(row, column);
                }
            }
        }
        for (const Column& column : table_->columns) {
            if (column.kind == ColumnKind::outcome) {
                usual_sign(column);
            }
        }
    }

    void made_of(const Row& row, const Column& column) {
        const bool is_summed = column.kind == ColumnKind::outcome || column.kind == ColumnKind::budget ||
                               column.kind == ColumnKind::period_budget || column.kind == ColumnKind::forecast ||
                               column.kind == ColumnKind::calculated;
        if (row.kind == RowKind::sum && is_summed) {
            const bool is_own = std::ranges::all_of(
                row.terms, [&](const Term& term) { return term.table.empty() || term.table == table_->key; });
            ReportRule& rule = add(is_own ? row_sum : fetched, row.key, row.text, column.kind, column.year);
            rule.left = {figure(&row, column)};
            for (const Term& term : row.terms) {
                rule.right.push_back(as_printed(term, column));
            }
        } else if ((row.kind == RowKind::share || row.kind == RowKind::soliditet) &&
                   column.kind == ColumnKind::outcome) {
            ReportRule& rule = add(share, row.key, row.text, column.kind, column.year);
            rule.form = RuleForm::share;
            rule.left = {figure(&row, column)};
            rule.right = {term(row.terms.at(0), column)};
            rule.below = {term(row.terms.at(1), column)};
            if (row.terms.size() > 2) { // pension obligations that no balance holds
                rule.right.push_back(term(row.terms[2], column));
                rule.right.back().sign *= -1;
            }
        }
    }

    RuleFigure term(const Term& term, const Column& column) const {
        return figure_of_term(layout_, table_, term, column.kind, column.year);
    }

    /// People add up the lines that they see.
    RuleFigure as_printed(const Term& of, const Column& column) const {
        RuleFigure out = term(of, column);
        if (is_list(*out.row) && !out.table->hidden && shows(*out.table, out.kind, out.year)) {
            out.part = FigurePart::lines;
        }
        return out;
    }

    /// Columns made of the columns beside them.
    void across(const Row& row, const Column& column) {
        if (row.value != ValueKind::amount || is_list(row)) {
            return;
        }
        const auto beside = [&](ColumnKind kind, int sign) {
            RuleFigure one = figure(&row, column, FigurePart::whole, sign);
            one.kind = kind;
            return one;
        };
        const auto shown = [&](ColumnKind kind) { return shows(*table_, kind, column.year); };
        const auto difference = [&](ColumnKind of, ColumnKind from) {
            if (shown(of) && shown(from)) {
                ReportRule& rule = add(deviation, row.key, row.text, column.kind, column.year);
                rule.left = {figure(&row, column)};
                rule.right = {beside(of, 1), beside(from, -1)};
            }
        };
        switch (column.kind) {
        case ColumnKind::deviation: return difference(ColumnKind::outcome, ColumnKind::budget);
        case ColumnKind::forecast_deviation: return difference(ColumnKind::forecast, ColumnKind::budget);
        case ColumnKind::from_calculated: return difference(ColumnKind::outcome, ColumnKind::calculated);
        case ColumnKind::change: break;
        default: return;
        }
        if (shown(ColumnKind::opening) && shown(ColumnKind::outcome) && !layout_.is_flow(*table_, row)) {
            ReportRule& rule = add(change, row.key, row.text, column.kind, column.year);
            rule.left = {beside(ColumnKind::outcome, 1)};
            rule.right = {beside(ColumnKind::opening, 1), beside(ColumnKind::change, 1)};
        }
    }

    /// What was copied from an earlier report on Indata, where the books have the year too.
    void as_typed(const Row& row, const Column& column) {
        const bool is_copied = !row.input_key.empty() && !row.input_first && row.kind != RowKind::input &&
                               row.value == ValueKind::amount && column.year < 0 && column.year != same_period_year;
        if (is_copied) {
            ReportRule& rule = add(comparative, row.key, row.text, column.kind, column.year);
            rule.left = {figure(&row, column, is_list(row) ? FigurePart::lines : FigurePart::whole)};
            rule.right = {figure(&row, column, FigurePart::typed)};
        }
    }

    /// Lag (2003:1210): the state half, the region and the municipalities a quarter each.
    void by_law(const Row& row, const Column& column) {
        if (row.kind == RowKind::member_list && shows(*table_, ColumnKind::calculated, column.year)) {
            ReportRule& rule = add(funding, row.key, row.text, column.kind, column.year);
            rule.left = {figure(&row, column)};
            rule.right = {figure(&row, column)};
            rule.right.back().kind = ColumnKind::calculated;
        }
    }

    void usual_sign(const Column& column) {
        std::vector<RuleFigure> figures;
        for (const UsualSign& one : usual_signs) {
            const Row* row = one.table == table_->key ? table_->find(one.row) : nullptr;
            if (row != nullptr && !row->hidden) {
                figures.push_back(figure(row, column, FigurePart::whole, one.sign));
            }
        }
        if (!figures.empty()) {
            ReportRule& rule = add(sign, "", "", column.kind, column.year);
            rule.form = RuleForm::signs;
            rule.left = std::move(figures);
        }
    }

    // --- tables of insatser --------------------------------------------------------------------------------------

    void insatser() {
        for (const Column& column : table_->columns) {
            ReportRule& rule = add(column_sum, insats_figure_names[insats_figure(column)], column_name(column),
                                   column.kind, column.year);
            rule.left = {figure(nullptr, column)};
            rule.right = {figure(nullptr, column, FigurePart::lines)};
            switch (column.kind) {
            case ColumnKind::outcome: made_of_columns(net_rows, column, ColumnKind::income, 1, ColumnKind::cost); break;
            case ColumnKind::deviation:
                made_of_columns(deviation_rows, column, ColumnKind::outcome, -1, ColumnKind::budget);
                break;
            case ColumnKind::forecast_deviation:
                made_of_columns(deviation_rows, column, ColumnKind::forecast, -1, ColumnKind::budget);
                break;
            default: break;
            }
        }
    }

    /// In every row the column is `first` plus (or minus) `second`.
    void made_of_columns(Family family, const Column& column, ColumnKind first, int second_sign, ColumnKind second) {
        if (!shows(*table_, first, column.year) || !shows(*table_, second, column.year)) {
            return;
        }
        ReportRule& rule =
            add(family, insats_figure_names[insats_figure(column)], column_name(column), column.kind, column.year);
        rule.form = RuleForm::rows;
        rule.left = {figure(nullptr, column), figure(nullptr, column, FigurePart::whole, -1),
                     figure(nullptr, column, FigurePart::whole, -second_sign)};
        rule.left[1].kind = first;
        rule.left[2].kind = second;
    }

    const Layout& layout_;
    const Table* table_ = nullptr;
    std::vector<ReportRule> rules_;
};

} // namespace

std::span<const RuleFamily> rule_families() noexcept {
    return families;
}

std::vector<ReportRule> own_rules(const Layout& layout) {
    return OwnRules(layout).make();
}

} // namespace finsam
