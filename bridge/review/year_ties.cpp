#include "bridge/review/columns.hpp"
#include "bridge/review/note_ties.hpp"
#include "bridge/review/row_ties.hpp"

#include <algorithm>
#include <cstdlib>

namespace finsam::review {
namespace {

Tie equality(FigureIndex subject, int sign, FigureIndex other, std::string text, std::string rule) {
    return {std::move(text), std::move(rule), subject, {{-1, subject}, {sign, other}}, {}};
}

bool same_amount(const Model& model, FigureIndex a, FigureIndex b) {
    const std::int64_t difference = std::abs(std::abs(model.values()[a]) - std::abs(model.values()[b]));
    return 2 * difference <= model[a].step + model[b].step;
}

/// The row of last year's table that is the same: by its stable name, else by its label.
std::optional<std::size_t> same_row(const ReviewRow& row, const ReviewTable& last) {
    if (!row.key.empty()) {
        return last.index_of(row.key);
    }
    constexpr double nearly_the_same = 0.9;
    const Words words = words_of(row.label);
    std::optional<std::size_t> best;
    double most = nearly_the_same;
    for (std::size_t r = 0; r < last.rows.size(); ++r) {
        const bool same_text = last.rows[r].label == row.label;
        const double like = same_text ? 2.0 : similarity(words, words_of(last.rows[r].label));
        if (last.rows[r].has_figure && like > most) {
            most = like;
            best = r;
        }
    }
    return best;
}

std::size_t rows_in_common(const ReviewTable& table, const ReviewTable& last) {
    return static_cast<std::size_t>(std::ranges::count_if(
        table.rows, [&](const ReviewRow& row) { return row.has_figure && same_row(row, last).has_value(); }));
}

/// Last year's table of the same kind with the most rows in common.
std::optional<std::size_t> last_years(const Model& model, std::size_t table) {
    const auto& tables = model.tables();
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t t = 0; t < tables.size(); ++t) {
        if (tables[t].is_last_year && tables[t].kind == tables[table].kind) {
            if (const std::size_t own = rows_in_common(tables[table], tables[t]); own > most) {
                most = own;
                best = t;
            }
        }
    }
    return best;
}

bool is_comparable(ColumnRole role) {
    return role == ColumnRole::outcome || role == ColumnRole::income || role == ColumnRole::cost;
}

/// One column against last year's: the sign that most rows have.
void compare_column(const Model& model, std::size_t table, std::size_t column, std::size_t last,
                    std::size_t last_column, std::vector<Tie>& ties) {
    std::vector<std::pair<FigureIndex, FigureIndex>> pairs;
    int signs = 0;
    const ReviewTable& own = model.tables()[table];
    for (std::size_t r = 0; r < own.rows.size(); ++r) {
        const auto figure = model.find(table, r, column);
        const auto row = figure ? same_row(own.rows[r], model.tables()[last]) : std::nullopt;
        const auto other = row ? model.find(last, *row, last_column) : std::nullopt;
        if (other && own.rows[r].row_class != RowClass::share) {
            pairs.emplace_back(*figure, *other);
            if (same_amount(model, *figure, *other)) {
                signs += (model.values()[*figure] < 0) == (model.values()[*other] < 0) ? 1 : -1;
            }
        }
    }
    for (const auto& [figure, other] : pairs) {
        ties.push_back(equality(figure, signs < 0 ? -1 : 1, other,
                                "Jämförelsetalet = förra årets redovisning (" + model.table_of(other).name + ")",
                                "LKBR 3 kap."));
        ties.back().is_exact = model[figure].step == model[other].step;
    }
}

} // namespace

void add_year_row_ties(const Model& model, const NamedFigures& figures, std::size_t table, std::vector<Tie>& ties) {
    const ReviewTable& own = model.tables()[table];
    for (const std::string_view income :
         {"oversikt.medlemmar", "resultatrakning.bidrag_huvudman", "resultatrakning.verksamhetens_intakter"}) {
        std::vector<Tie> made;
        std::ptrdiff_t holds = 0;
        for (std::size_t r = 0; r < own.rows.size(); ++r) {
            const auto year = year_in(own.rows[r].label);
            const auto figure = model.find(table, r, 0);
            const auto other = year && figure ? figures.terms(income, *year) : std::nullopt;
            if (other && other->size() == 1) {
                made.push_back(equality(*figure, other->front().sign, other->front().figure,
                                        "Årets medel = intäkterna från medlemmarna det året", "RKR R15"));
                holds += model.holds(made.back(), model.values()) ? 1 : 0;
            }
        }
        if (2 * holds > static_cast<std::ptrdiff_t>(made.size())) {
            ties.insert(ties.end(), made.begin(), made.end());
        }
    }
}

void add_comparative_ties(const Model& model, std::vector<Tie>& ties) {
    for (std::size_t t = 0; t < model.tables().size(); ++t) {
        const ReviewTable& own = model.tables()[t];
        const auto last = own.is_last_year ? std::nullopt : last_years(model, t);
        for (std::size_t c = 0; last && c < own.columns.size(); ++c) {
            const ReviewColumn& column = own.columns[c];
            const ColumnRole role = column.role == ColumnRole::opening ? ColumnRole::outcome : column.role;
            const auto other = is_comparable(role) && column.year
                                   ? column_with(model.tables()[*last], role, column.year)
                                   : std::nullopt;
            if (other) {
                compare_column(model, t, c, *last, *other, ties);
            }
        }
    }
}

} // namespace finsam::review
