#include "bridge/review/note_ties.hpp"

#include "bridge/review/columns.hpp"
#include "bridge/review/localise.hpp"
#include "bridge/review/row_ties.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

namespace finsam::review {
namespace {

constexpr std::string_view notes_source = "LKBR 9 kap.";

bool is_statement(const ReviewTable& table) {
    return table.kind == "resultatrakning" || table.kind == "balansrakning";
}

bool is_amount(const ReviewRow& row) {
    return row.has_figure && row.row_class != RowClass::share && row.row_class != RowClass::count;
}

/// Far larger than what rounding could make alike.
bool is_large(const Model& model, FigureIndex figure) {
    constexpr std::int64_t clearly = 20;
    const std::int64_t value = std::abs(model.values()[figure]);
    return value != 0 && value >= clearly * std::max<std::int64_t>(model[figure].step, 100);
}

bool is_alike(const Model& model, FigureIndex a, FigureIndex b) {
    const std::int64_t difference = std::abs(std::abs(model.values()[a]) - std::abs(model.values()[b]));
    return 2 * difference <= model[a].step + model[b].step;
}

int sign(std::int64_t value) {
    return value < 0 ? -1 : 1;
}

// --- notes
// ------------------------------------------------------------------------------------------------------------

/// Pairs of a note's figures and those of one row and role of another table, by year.
struct Link {
    std::vector<std::pair<FigureIndex, FigureIndex>> pairs;
    int alike = 0, unlike = 0, signs = 0;

    [[nodiscard]] bool is_better_than(const Link& other) const {
        return alike - unlike != other.alike - other.unlike ? alike - unlike > other.alike - other.unlike
                                                            : alike > other.alike;
    }
};

class NoteLinks {
public:
    NoteLinks(const Model& model, std::size_t table) : model_(model), at_(table) {}

    /// The best row for the sum in `row`; an empty link when no figure is alike in any year.
    Link best(std::size_t row) const {
        Link best;
        for (const bool statements : {true, false}) { // a note explains a statement, if any has the figure
            for (std::size_t t = 0; t < model_.tables().size(); ++t) {
                const ReviewTable& other = model_.tables()[t];
                const bool by_insats = other.kind == "driftredovisning" || other.kind == "drift_sammandrag";
                if (t != at_ && !other.is_last_year && (statements ? is_statement(other) : by_insats)) {
                    take_better(row, t, best);
                }
            }
        }
        return best.alike > best.unlike || is_believable(best) ? best : Link();
    }

    void take_better(std::size_t row, std::size_t other, Link& best) const {
        for (std::size_t r = 0; r < model_.tables()[other].rows.size(); ++r) {
            for (const ColumnRole role : {ColumnRole::outcome, ColumnRole::cost, ColumnRole::income}) {
                Link own = link(row, other, r, role);
                if (own.alike > 0 && own.is_better_than(best)) {
                    best = std::move(own);
                }
            }
        }
    }

    Link link(std::size_t row, std::size_t other_table, std::size_t other_row, ColumnRole role) const {
        Link link;
        const ReviewTable &own = model_.tables()[at_], &other = model_.tables()[other_table];
        for (std::size_t c = 0; c < own.columns.size(); ++c) {
            const auto figure = model_.find(at_, row, c);
            const bool counts = own.columns[c].role == ColumnRole::outcome && own.columns[c].year;
            const auto column = counts ? column_of(other, role, *own.columns[c].year) : std::nullopt;
            const auto target = column ? model_.find(other_table, other_row, *column) : std::nullopt;
            if (!figure || !target) {
                continue;
            }
            link.pairs.emplace_back(*figure, *target);
            if (!is_alike(model_, *figure, *target)) {
                ++link.unlike;
            } else if (is_large(model_, *figure)) {
                ++link.alike;
                const int target_sign = role == ColumnRole::cost ? -other.cost_sign : sign(model_.values()[*target]);
                link.signs += sign(model_.values()[*figure]) * target_sign;
            }
        }
        return link;
    }

private:
    /// As many figures differ as are alike. Short figures are alike by chance; then the note must be called as the row,
    /// or the others look like misprints of each other.
    bool is_believable(const Link& link) const {
        constexpr std::int64_t long_figure = 10'000; // steps
        return std::ranges::any_of(link.pairs, [&](const auto& pair) {
            const auto& [own, other] = pair;
            const std::int64_t step = std::max<std::int64_t>({model_[own].step, model_[other].step, 100});
            const std::int64_t a = std::abs(model_.values()[own]), b = std::abs(model_.values()[other]);
            const bool is_long = a >= long_figure * step && is_alike(model_, own, other);
            return is_long || misprint_likeness(a / step, b / step) == 2 || is_called_as(model_.row_of(other));
        });
    }

    bool is_called_as(const ReviewRow& row) const {
        const ReviewTable& own = model_.tables()[at_];
        const Words title = words_of(own.name + " " + own.title);
        return !row.forms.empty() && std::ranges::all_of(row.forms.front(), [&](const std::string& word) {
            return std::ranges::any_of(title, [&](const std::string& one) { return is_same_word(one, word); });
        });
    }

    static std::optional<std::size_t> column_of(const ReviewTable& table, ColumnRole role, int year) {
        const auto column = column_with(table, role, year);
        return column || role != ColumnRole::outcome ? column : column_with(table, ColumnRole::opening, year);
    }

    const Model& model_;
    std::size_t at_;
};

void add_link(const Model& model, const Link& link, std::string_view rule, std::vector<Tie>& ties) {
    for (const auto& [figure, target] : link.pairs) {
        const int same = link.signs < 0 ? -1 : 1;
        Tie tie{"”" + model.row_of(figure).label + "” = ”" + model.row_of(target).label + "” i " +
                    model.table_of(target).name,
                std::string(rule),
                figure,
                {{-1, figure}, {same, target}},
                {}};
        ties.push_back(std::move(tie));
    }
}

/// The sums of the table, or its only row.
std::vector<std::size_t> summed_rows(const ReviewTable& table, const std::vector<SumRule>& sums) {
    std::vector<std::size_t> rows;
    for (const SumRule& sum : sums) {
        rows.push_back(sum.row);
    }
    if (rows.empty() && std::ranges::count_if(table.rows, is_amount) == 1) {
        rows.push_back(static_cast<std::size_t>(std::ranges::find_if(table.rows, is_amount) - table.rows.begin()));
    }
    return rows;
}

// --- insatser
// ---------------------------------------------------------------------------------------------------------

bool has_insatser(const ReviewTable& table) {
    constexpr std::size_t most = 300; // every row is compared with every row of the other table
    if (table.rows.size() > most) {
        return false;
    }
    return table.kind == "driftredovisning" || table.kind == "insatser" || table.kind == "anslag" ||
           table.kind == "not";
}

/// How alike two labels are, each in the form that suits best.
double label_match(const std::vector<Words>& a, const std::vector<Words>& b) {
    double best = 0.0;
    for (const Words& one : a) {
        for (const Words& other : b) {
            const double like = similarity(one, other); // 0 when a deciding word stands in one only
            const double contained = like > 0.0 ? containment(one, other) : 0.0;
            best = std::max(best, contained < 0.85 ? 0.0 : contained + like);
        }
    }
    return best;
}

/// Rows of two tables that are each other's only match.
std::vector<std::pair<std::size_t, std::size_t>> matching_rows(const ReviewTable& a, const ReviewTable& b) {
    const auto forms_of = [](const ReviewTable& table) {
        std::vector<std::vector<Words>> forms;
        for (const ReviewRow& row : table.rows) {
            forms.push_back(is_amount(row) && !row.is_part && !row.is_sum ? row.forms : std::vector<Words>());
        }
        return forms;
    };
    const auto forms_a = forms_of(a), forms_b = forms_of(b);
    const auto best_for = [](const std::vector<Words>& own,
                             const std::vector<std::vector<Words>>& others) -> std::optional<std::size_t> {
        double best = 0.0, second = 0.0;
        std::size_t at = 0;
        for (std::size_t i = 0; i < others.size(); ++i) {
            const double match = label_match(own, others[i]);
            if (match > best) {
                second = best;
                best = match;
                at = i;
            } else {
                second = std::max(second, match);
            }
        }
        return best > 0.0 && best > second + 0.01 ? std::optional(at) : std::nullopt;
    };
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < forms_a.size(); ++i) {
        const auto j = best_for(forms_a[i], forms_b);
        if (j && best_for(forms_b[*j], forms_a) == i) {
            pairs.emplace_back(i, *j);
        }
    }
    return pairs;
}

constexpr std::pair<ColumnRole, ColumnRole> same_roles[] = {
    {ColumnRole::outcome, ColumnRole::outcome}, {ColumnRole::outcome, ColumnRole::cost},
    {ColumnRole::budget, ColumnRole::budget},   {ColumnRole::deviation, ColumnRole::deviation},
    {ColumnRole::used, ColumnRole::cost},       {ColumnRole::granted, ColumnRole::budget},
    {ColumnRole::income, ColumnRole::income},   {ColumnRole::cost, ColumnRole::cost},
};

/// The same insatser in one column of each table.
Link column_link(const Model& model, std::pair<std::size_t, std::size_t> tables,
                 const std::vector<std::pair<std::size_t, std::size_t>>& rows,
                 std::pair<std::size_t, std::size_t> columns) {
    Link link;
    for (const auto& [row, other_row] : rows) {
        const auto a = model.find(tables.first, row, columns.first);
        const auto b = model.find(tables.second, other_row, columns.second);
        if (!a || !b) {
            continue;
        }
        link.pairs.emplace_back(*a, *b);
        if (!is_alike(model, *a, *b)) {
            ++link.unlike;
        } else if (model.values()[*a] != 0 && model.values()[*b] != 0) {
            ++link.alike;
            link.signs += sign(model.values()[*a]) * sign(model.values()[*b]);
        }
    }
    return link;
}

/// The column of another table that a column is most like, and the roles that pair them.
struct ColumnLink {
    Link link;
    const std::pair<ColumnRole, ColumnRole>* roles = nullptr;
};

ColumnLink best_column(const Model& model, std::pair<std::size_t, std::size_t> tables,
                       const std::vector<std::pair<std::size_t, std::size_t>>& rows, std::size_t column) {
    ColumnLink best;
    const ReviewColumn& own = model.tables()[tables.first].columns[column];
    for (const auto& roles : same_roles) {
        const auto other = own.role == roles.first && own.year
                               ? column_with(model.tables()[tables.second], roles.second, own.year)
                               : std::nullopt;
        if (other) {
            Link link = column_link(model, tables, rows, {column, *other});
            if (best.roles == nullptr || link.is_better_than(best.link)) {
                best = {std::move(link), &roles};
            }
        }
    }
    return best;
}

/// Each column of `a` with the column of `b` that it is most like, when at least two insatser say the same and more do
/// than do not; half is enough where most do in the columns of all years.
void add_table_pair(const Model& model, std::size_t a, std::size_t b, std::vector<Tie>& ties) {
    const auto rows = matching_rows(model.tables()[a], model.tables()[b]);
    if (rows.size() < 2) {
        return;
    }
    std::vector<ColumnLink> columns;
    std::map<const std::pair<ColumnRole, ColumnRole>*, Link> all;
    for (std::size_t c = 0; c < model.tables()[a].columns.size(); ++c) {
        columns.push_back(best_column(model, {a, b}, rows, c));
        all[columns.back().roles].alike += columns.back().link.alike;
        all[columns.back().roles].unlike += columns.back().link.unlike;
    }
    for (const auto& [own, roles] : columns) {
        const Link& years = all[roles];
        const bool by_itself = own.alike >= 2 && own.alike > own.unlike;
        const bool as_other_years = own.alike > 0 && own.alike >= own.unlike && years.alike > 2 * years.unlike;
        if (by_itself || as_other_years) {
            add_link(model, own, "RKR R14", ties);
        }
    }
}

// --- funding
// ----------------------------------------------------------------------------------------------------------

bool is_region(const ReviewRow& row) {
    const Words words = words_of(row.label);
    return std::ranges::any_of(words, [](const std::string& word) {
        return word.starts_with("region") || word.starts_with("landsting") || word == "vgr" ||
               word.starts_with("delregional");
    });
}

/// `times` * the rows = the total, in every column.
std::vector<Tie> share_ties(const Model& model, std::size_t table, const std::vector<std::size_t>& rows,
                            std::size_t total, int times, std::string_view text) {
    std::vector<Tie> ties;
    for (std::size_t c = 0; c < model.tables()[table].columns.size() && !rows.empty(); ++c) {
        if (may_not_add_up(model.tables()[table].columns[c])) {
            continue;
        }
        const auto sum = model.find(table, total, c);
        Tie tie{std::string(text), "lag (2003:1210) om finansiell samordning", 0, {}, {}};
        for (const std::size_t row : rows) {
            if (const auto figure = model.find(table, row, c)) {
                tie.terms.insert(tie.terms.end(), static_cast<std::size_t>(times), {1, *figure});
                tie.subject = *figure;
            }
        }
        if (sum && !tie.terms.empty()) {
            tie.terms.push_back({-1, *sum});
            ties.push_back(std::move(tie));
        }
    }
    return ties;
}

} // namespace

void add_note_ties(const Model& model, std::size_t table, const std::vector<SumRule>& sums, std::vector<Tie>& ties) {
    const ReviewTable& own = model.tables()[table];
    const NoteLinks links(model, table);
    for (const std::size_t row : summed_rows(own, sums)) {
        add_link(model, links.best(row), notes_source, ties);
    }
}

void add_insats_ties(const Model& model, std::vector<Tie>& ties) {
    const auto& tables = model.tables();
    for (std::size_t a = 0; a < tables.size(); ++a) {
        for (std::size_t b = 0; b < tables.size(); ++b) {
            const bool in_order = a != b && (tables[b].kind == "driftredovisning" || a < b);
            const bool twice = tables[a].kind == "driftredovisning" && tables[b].kind == "driftredovisning" && a > b;
            if (!in_order || twice || !has_insatser(tables[a]) || !has_insatser(tables[b]) || tables[a].is_last_year ||
                tables[b].is_last_year || (tables[a].kind == "not" && tables[b].kind == "not")) {
                continue;
            }
            add_table_pair(model, a, b, ties);
        }
    }
}

void add_funding_ties(const Model& model, std::size_t table, const std::vector<SumRule>& sums, std::vector<Tie>& ties) {
    const ReviewTable& own = model.tables()[table];
    if (own.kind != "not_finansiering" || sums.empty()) {
        return;
    }
    std::vector<std::size_t> state, region, municipalities;
    for (std::size_t r = 0; r < own.rows.size() && r != sums.back().row; ++r) {
        const std::string& key = own.rows[r].key;
        if (key == "stat" || key == "forsakringskassan" || key == "arbetsformedlingen") {
            state.push_back(r);
        } else if (is_region(own.rows[r])) {
            region.push_back(r);
        } else if (key == "kommuner") {
            municipalities.push_back(r);
        }
    }
    for (const auto& [rows, times, text] :
         {std::tuple{&state, 2, "Staten betalar hälften"}, std::tuple{&region, 4, "Regionen betalar en fjärdedel"},
          std::tuple{&municipalities, 4, "Kommunerna betalar en fjärdedel"}}) {
        const auto made = share_ties(model, table, *rows, sums.back().row, times, text);
        const auto holds =
            std::ranges::count_if(made, [&](const Tie& tie) { return model.holds(tie, model.values()); });
        if (holds > 0 && 2 * holds >= static_cast<std::ptrdiff_t>(made.size())) { // else decided in whole thousands
            ties.insert(ties.end(), made.begin(), made.end());
        }
    }
}

} // namespace finsam::review
