#include "bridge/review/conventions.hpp"

#include "bridge/review/row_ties.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace finsam::review {
namespace {

/// Rows that say the same amount, whichever table they stand in. What matters is only that their units can be compared.
struct SameAmount {
    std::string_view table, key, amount;
};

constexpr SameAmount same_amounts[] = {
    {"resultatrakning", "arets_resultat", "resultat"},
    {"oversikt", "arets_resultat", "resultat"},
    {"kassaflodesanalys", "arets_resultat", "resultat"},
    {"balansrakning", "arets_resultat", "resultat"},
    {"balanskrav", "arets_resultat", "resultat"},
    {"balanskrav", "balanskravsresultat", "resultat"},
    {"drift_sammandrag", "resultat", "resultat"},
    {"resultatrakning", "verksamhetens_intakter", "intakter"},
    {"resultatrakning", "bidrag_huvudman", "intakter"},
    {"oversikt", "verksamhetens_intakter", "intakter"},
    {"oversikt", "medlemmar", "intakter"},
    {"drift_sammandrag", "medlemsavgift", "intakter"},
    {"resultatrakning", "verksamhetens_kostnader", "kostnader"},
    {"oversikt", "verksamhetens_kostnader", "kostnader"},
    {"oversikt", "kostnader", "kostnader"},
    {"drift_sammandrag", "kostnader", "kostnader"},
    {"balansrakning", "kassa_bank", "kassa"},
    {"kassaflodesanalys", "likvida_vid_arets_slut", "kassa"},
    {"oversikt", "likvida_medel", "kassa"},
    {"drift_sammandrag", "likvida_medel", "kassa"},
    {"balansrakning", "summa_tillgangar", "tillgangar"},
    {"oversikt", "balansomslutning", "tillgangar"},
    {"balansrakning", "eget_kapital", "eget kapital"},
    {"oversikt", "eget_kapital", "eget kapital"},
    {"drift_sammandrag", "eget_kapital", "eget kapital"},
    {"riktvarde", "eget_kapital", "eget kapital"},
    {"riktvarde", "medlemsbidrag", "intakter"},
};

double kronor_per(Unit unit) {
    return static_cast<double>(ore_per_unit(unit)) / 100.0;
}

/// As printed, in the table's unit.
double printed(const PrintedFigure& figure) {
    return static_cast<double>(figure.hundredths) / 100.0;
}

using Amounts = std::map<std::pair<std::string_view, int>, double>; ///< by amount and year, without sign

Amounts amounts_of(const ReviewTable& table) {
    Amounts amounts;
    for (const SameAmount& same : same_amounts) {
        const ReviewRow* row = same.table == table.kind ? table.find(same.key) : nullptr;
        for (std::size_t c = 0; row != nullptr && c < table.columns.size(); ++c) {
            const ReviewColumn& column = table.columns[c];
            const bool is_outcome = column.role == ColumnRole::outcome || column.role == ColumnRole::opening;
            if (is_outcome && column.year && row->cells[c].figure && row->cells[c].figure->hundredths != 0) {
                amounts.try_emplace({same.amount, *column.year}, std::abs(printed(*row->cells[c].figure)));
            }
        }
    }
    return amounts;
}

/// How many times larger the unit of `a` is than that of `b`, as most of their common amounts say: 0.001, 1, 1000 ...
std::optional<double> ratio_of_units(const Amounts& a, const Amounts& b) {
    std::map<int, int> votes; // thousands
    for (const auto& [what, amount] : a) {
        if (const auto other = b.find(what); other != b.end()) {
            ++votes[static_cast<int>(std::lround(std::log10(other->second / amount) / 3))];
        }
    }
    const auto most = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    return most == votes.end() ? std::nullopt : std::optional(std::pow(1000.0, most->first));
}

Unit nearest_unit(double kronor) {
    return kronor > 30'000 ? Unit::mnkr : kronor > 30 ? Unit::tkr : Unit::kr;
}

/// A förbund's largest amounts are a few million to some hundred million kronor.
Unit guessed_unit(const ReviewTable& table) {
    double largest = 0.0;
    for (const ReviewRow& row : table.rows) {
        for (const ReviewCell& cell : row.cells) {
            largest = std::max(largest, cell.figure ? std::abs(printed(*cell.figure)) : 0.0);
        }
    }
    return largest >= 300'000 ? Unit::kr : largest >= 300 ? Unit::tkr : Unit::mnkr;
}

/// The figures of tables whose unit is known, in kronor, with what their last digit is worth.
struct KnownFigure {
    double kronor, step;
};

void add_known(const ReviewTable& table, std::vector<KnownFigure>& known) {
    for (const ReviewRow& row : table.rows) {
        for (const ReviewCell& cell : row.cells) {
            if (cell.figure && row.row_class != RowClass::share && row.row_class != RowClass::count) {
                const double unit = kronor_per(cell.figure->unit.value_or(table.unit));
                known.push_back({std::abs(printed(*cell.figure)) * unit,
                                 unit * std::pow(10.0, -std::min(cell.figure->decimals, 2))});
            }
        }
    }
}

/// How many of the table's figures stand in other tables, were it printed in this unit.
int figures_known(const ReviewTable& table, Unit unit, const std::vector<KnownFigure>& known) {
    constexpr double certain = 100.0; // steps: smaller figures are alike by chance
    int count = 0;
    for (const ReviewRow& row : table.rows) {
        for (const ReviewCell& cell : row.cells) {
            if (!cell.figure || row.row_class == RowClass::share || row.row_class == RowClass::count) {
                continue;
            }
            const double kronor = std::abs(printed(*cell.figure)) * kronor_per(unit);
            const double step = kronor_per(unit) * std::pow(10.0, -std::min(cell.figure->decimals, 2));
            count += std::ranges::any_of(known, [&](const KnownFigure& other) {
                return kronor > certain * std::max(step, other.step) &&
                       std::abs(kronor - other.kronor) <= (step + other.step) / 2;
            });
        }
    }
    return count;
}

class Units {
public:
    explicit Units(std::vector<ReviewTable>& tables) : tables_(tables), settled_(tables.size()) {
        for (const ReviewTable& table : tables) {
            amounts_.push_back(amounts_of(table));
        }
    }

    void run() {
        for (std::size_t t = 0; t < tables_.size(); ++t) {
            if (tables_[t].stated_unit) {
                settle(t, *tables_[t].stated_unit);
            }
        }
        follow_amounts();
        for (const std::string_view kind : {"resultatrakning", "balansrakning", "kassaflodesanalys", "oversikt"}) {
            for (std::size_t t = 0; t < tables_.size(); ++t) {
                if (!settled_[t] && tables_[t].kind == kind) {
                    settle(t, guessed_unit(tables_[t]));
                    follow_amounts();
                }
            }
        }
        follow_figures();
    }

private:
    void settle(std::size_t t, Unit unit) {
        tables_[t].unit = unit;
        settled_[t] = true;
        add_known(tables_[t], known_);
    }

    /// Tables that share amounts with a settled one, again and again.
    void follow_amounts() {
        for (bool more = true; more;) {
            more = false;
            for (std::size_t t = 0; t < tables_.size(); ++t) {
                for (std::size_t other = 0; other < tables_.size() && !settled_[t]; ++other) {
                    const auto ratio = settled_[other] ? ratio_of_units(amounts_[t], amounts_[other]) : std::nullopt;
                    if (ratio) {
                        settle(t, nearest_unit(*ratio * kronor_per(tables_[other].unit)));
                        more = true;
                    }
                }
            }
        }
    }

    /// The others: the unit in which most of their figures stand in settled tables too.
    void follow_figures() {
        const Unit usual = tables_.empty() ? Unit::kr : usual_unit();
        for (const bool drift : {true, false}) {
            for (std::size_t t = 0; t < tables_.size(); ++t) {
                if (settled_[t] || drift != (tables_[t].kind == "driftredovisning")) {
                    continue;
                }
                Unit best = usual;
                int most = figures_known(tables_[t], usual, known_);
                for (const Unit unit : {Unit::kr, Unit::tkr, Unit::mnkr}) {
                    if (const int own = figures_known(tables_[t], unit, known_); own > most) {
                        most = own;
                        best = unit;
                    }
                }
                settle(t, best);
            }
        }
    }

    Unit usual_unit() const {
        const auto income = std::ranges::find(tables_, "resultatrakning", &ReviewTable::kind);
        return income == tables_.end() ? guessed_unit(tables_.front()) : income->unit;
    }

    std::vector<ReviewTable>& tables_;
    std::vector<bool> settled_;
    std::vector<Amounts> amounts_;
    std::vector<KnownFigure> known_;
};

/// The sign of most figures that `counts` picks: 1 or -1; 0 when there are as many of each.
template <class Counts>
int usual_sign(const ReviewTable& table, Counts counts) {
    int sign = 0;
    for (const ReviewRow& row : table.rows) {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            if (row.cells[c].figure && counts(row, table.columns[c])) {
                const std::int64_t value = row.cells[c].figure->hundredths;
                sign += value > 0 ? 1 : value < 0 ? -1 : 0;
            }
        }
    }
    return sign > 0 ? 1 : sign < 0 ? -1 : 0;
}

/// Of rows of costs, or of all others: how many have deviation = outcome - budget less those that have it turned.
struct DeviationVotes {
    int votes = 0, rows = 0;
};

DeviationVotes votes_for_deviation(const ReviewTable& table, bool of_costs) {
    DeviationVotes found;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto compared = table.columns[c].role == ColumnRole::deviation ? compared_by(table, c) : std::nullopt;
        for (std::size_t r = 0; compared && r < table.rows.size(); ++r) {
            const auto& cells = table.rows[r].cells;
            const auto &outcome = cells[compared->outcome].figure, &budget = cells[compared->budget].figure,
                       &deviation = cells[c].figure;
            if ((table.rows[r].row_class == RowClass::cost) == of_costs && outcome && budget && deviation) {
                constexpr double rounding = 1.5; // of three figures
                const double computed = printed(*outcome) - printed(*budget);
                const bool same = std::abs(computed - printed(*deviation)) <= rounding,
                           turned = std::abs(computed + printed(*deviation)) <= rounding;
                found.votes += same == turned ? 0 : same ? 1 : -1;
                ++found.rows;
            }
        }
    }
    return found;
}

/// A deviation that betters the result is usually positive in every row, also where costs are printed positive. One row
/// of several is rather a wrong sign than a habit. But where costs have a single row, without a sign, it tells the
/// habit: a plain difference of it adds up to that of the result either way.
void settle_deviations(ReviewTable& table) {
    const int others = votes_for_deviation(table, false).votes;
    const auto [costs, cost_rows] = votes_for_deviation(table, true);
    const int votes = std::abs(others) > 1 ? others : others + table.cost_sign * costs;
    table.deviation_sign = votes < 0 ? -1 : 1;
    const int usual = table.deviation_sign * table.cost_sign;
    const bool is_alone = cost_rows == 1 && table.cost_sign < 0;
    const bool another = costs * usual < (is_alone ? 0 : -1);
    table.cost_deviation_sign = another ? -usual : usual;
}

bool has_positive(const ReviewTable& table, ColumnRole role) {
    return std::ranges::any_of(table.rows, [&](const ReviewRow& row) {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const auto& figure = row.cells[c].figure;
            if (table.columns[c].role == role && figure && figure->hundredths > 0) {
                return true;
            }
        }
        return false;
    });
}

void settle_signs(ReviewTable& table) {
    const auto is_cost = [](const ReviewRow& row, const ReviewColumn& column) {
        return column.role == ColumnRole::cost ||
               (row.row_class == RowClass::cost && column.role != ColumnRole::deviation);
    };
    const auto is_credit = [](const ReviewRow& row, const ReviewColumn& column) {
        return row.row_class == RowClass::credit && row.key != "arets_resultat" && column.role != ColumnRole::change;
    };
    table.cost_sign = usual_sign(table, is_cost) > 0 ? -1 : 1;
    if (table.kind == "anslag") {
        table.cost_sign = has_positive(table, ColumnRole::used) ? -1 : 1; // what is used is called so without a sign
    }
    table.credit_sign = usual_sign(table, is_credit) < 0 ? -1 : 1;
    settle_deviations(table);
}

} // namespace

void settle_conventions(std::vector<ReviewTable>& tables) {
    Units(tables).run();
    for (ReviewTable& table : tables) {
        settle_signs(table);
    }
}

} // namespace finsam::review
