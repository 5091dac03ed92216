#include "bridge/review/row_ties.hpp"

#include <algorithm>
#include <cmath>

namespace finsam::review {
namespace {

class RowTies {
public:
    RowTies(const Model& model, std::size_t table, std::vector<Tie>& ties)
        : model_(model), at_(table), table_(model.tables()[table]), ties_(ties) {
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            const bool is_deviation = table_.columns[c].role == ColumnRole::deviation;
            compared_.push_back(is_deviation ? compared_by(table_, c) : std::nullopt);
        }
    }

    void run() {
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            if (table_.rows[r].row_class != RowClass::share && table_.rows[r].row_class != RowClass::count) {
                for (std::size_t c = 0; c < table_.columns.size(); ++c) {
                    by_role(r, c);
                }
            }
        }
    }

private:
    struct Part {
        int sign;
        std::optional<std::size_t> column;
    };

    void by_role(std::size_t row, std::size_t column) {
        const ReviewColumn& own = table_.columns[column];
        const auto other = [&](ColumnRole role, int before = 0) {
            return own.year ? column_with(table_, role, *own.year - before) : std::nullopt;
        };
        switch (own.role) {
        case ColumnRole::outcome:
            add(row, column, {{1, other(ColumnRole::income)}, {table_.cost_sign, other(ColumnRole::cost)}},
                "Netto = intäkt + kostnad", "RKR R14");
            break;
        case ColumnRole::deviation: add_deviation(row, column); break;
        case ColumnRole::change: add_change(row, column); break;
        case ColumnRole::unused:
            add(row, column,
                {{1, column_with(table_, ColumnRole::granted)},
                 {table_.cost_sign, column_with(table_, ColumnRole::used)}},
                "Ej förbrukade medel = beviljade - förbrukade", "RKR R14");
            break;
        default: break;
        }
    }

    /// From the budget; where the table has none, from the year before.
    void add_deviation(std::size_t row, std::size_t column) {
        if (!column_with(table_, ColumnRole::budget, table_.columns[column].year)) {
            return add_yearly_change(row, column);
        }
        const auto& compared = compared_[column];
        if (!compared || lacks_comparison(table_.rows[row], *compared, column)) {
            return;
        }
        const int sign =
            table_.rows[row].row_class == RowClass::cost ? table_.cost_deviation_sign : table_.deviation_sign;
        add(row, column, {{sign, compared->outcome}, {-sign, compared->budget}},
            table_.deviation_sign > 0 ? "Avvikelse = utfall - budget" : "Avvikelse = budget - utfall", "RKR R14");
    }

    void add_change(std::size_t row, std::size_t column) {
        const auto opening = column_with(table_, ColumnRole::opening);
        if (!opening) {
            return add_yearly_change(row, column);
        }
        const std::vector<Part> closing = {{1, column_with(table_, ColumnRole::outcome)}};
        std::vector<Part> parts = closing;
        if (model_.find(at_, row, *opening)) { // else the result that the year made: all of it is change
            parts.push_back({-1, opening});
        }
        add(row, column, parts, "Förändring = utgående balans - ingående balans", "LKBR 6 kap.");
    }

    /// "Förändring" or "Differens" beside two years, with the sign that most rows have; nothing when it is not that.
    void add_yearly_change(std::size_t row, std::size_t column) {
        const auto year = table_.columns[column].year;
        const auto now = column_with(table_, ColumnRole::outcome, year),
                   before = year ? column_with(table_, ColumnRole::outcome, *year - 1) : std::nullopt;
        const int sign = now && before ? sign_of_change(column, *now, *before) : 0;
        if (sign != 0) {
            add(row, column, {{sign, now}, {-sign, before}}, "Förändring = årets tal - förra årets", "LKBR 5 kap.");
        }
    }

    int sign_of_change(std::size_t column, std::size_t now, std::size_t before) const {
        int with = 0, against = 0, all = 0;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            const auto change = model_.find(at_, r, column), a = model_.find(at_, r, now),
                       b = model_.find(at_, r, before);
            if (!change || !a || !b || model_.values()[*change] == 0) {
                continue;
            }
            const auto fits = [&](int sign) {
                return model_.holds({"", "", *change, {{-1, *change}, {sign, *a}, {-sign, *b}}, {}}, model_.values());
            };
            ++all;
            with += fits(1) ? 1 : 0;
            against += fits(-1) ? 1 : 0;
        }
        return 2 * with > all ? 1 : 2 * against > all ? -1 : 0;
    }

    void add(std::size_t row, std::size_t subject_column, const std::vector<Part>& parts, std::string_view text,
             std::string_view rule) {
        const auto subject = model_.find(at_, row, subject_column);
        if (!subject) {
            return;
        }
        Tie tie{std::string(text), std::string(rule), *subject, {{-1, *subject}}, {}};
        for (const Part& part : parts) {
            const auto figure = part.column ? model_.find(at_, row, *part.column) : std::nullopt;
            if (figure) {
                tie.terms.push_back({part.sign, *figure});
            } else if (!part.column || !table_.rows[row].cells[*part.column].text.empty()) {
                return; // a cell that is left empty is zero beside others
            }
        }
        if (tie.terms.size() < 2) {
            return;
        }
        ties_.push_back(std::move(tie));
    }

    const Model& model_;
    std::size_t at_;
    const ReviewTable& table_;
    std::vector<Tie>& ties_;
    std::vector<std::optional<Compared>> compared_; ///< by column of deviations
};

struct Fits {
    int fit = 0, all = 0;
};

/// What the last printed digit is worth, in the table's unit; a zero is printed with fewer digits.
double step_of(const ReviewTable& table, const PrintedFigure& figure) {
    const int decimals = figure.hundredths == 0 ? std::max(figure.decimals, table.usual_decimals) : figure.decimals;
    return std::pow(10.0, -decimals);
}

/// The rows whose deviation is the difference of both columns, as printed and within rounding.
Fits fits_of(const ReviewTable& table, const Compared& columns, std::size_t deviation) {
    Fits fits;
    for (const ReviewRow& row : table.rows) {
        const auto &own = row.cells[deviation].figure, &outcome = row.cells[columns.outcome].figure,
                   &budget = row.cells[columns.budget].figure;
        if (own && outcome && budget) {
            const double steps = step_of(table, *own) + step_of(table, *outcome) + step_of(table, *budget);
            const double difference = std::abs(outcome->number - budget->number);
            constexpr double half = 0.501; // a little more, for fractions that are no binary ones
            ++fits.all;
            fits.fit += std::abs(difference - std::abs(own->number)) <= half * steps ? 1 : 0;
        }
    }
    return fits;
}

std::vector<std::size_t> columns_with(const ReviewTable& table, ColumnRole role, std::optional<int> year) {
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].role == role && table.columns[c].year == year) {
            columns.push_back(c);
        }
    }
    return columns;
}

/// Nothing printed, or a dash.
bool is_blank(const ReviewCell& cell) {
    return cell.text.empty() ||
           (cell.figure && cell.figure->hundredths == 0 && cell.text.find('0') == std::string::npos);
}

} // namespace

std::optional<std::size_t> column_with(const ReviewTable& table, ColumnRole role, std::optional<int> year) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].role == role && (!year || table.columns[c].year == year)) {
            return c;
        }
    }
    return std::nullopt;
}

std::optional<Compared> compared_by(const ReviewTable& table, std::size_t deviation) {
    const auto year = table.columns[deviation].year;
    const auto outcomes = columns_with(table, ColumnRole::outcome, year),
               budgets = columns_with(table, ColumnRole::budget, year);
    std::optional<Compared> best;
    Fits most;
    for (const std::size_t outcome : outcomes) {
        for (const std::size_t budget : budgets) {
            const Fits own = fits_of(table, {outcome, budget}, deviation);
            if (!best || own.fit > most.fit) {
                best = {outcome, budget};
                most = own;
            }
        }
    }
    constexpr int few = 2; // rows that say nothing of what the column is
    const bool is_only_choice = outcomes.size() * budgets.size() == 1 && most.all <= few;
    return is_only_choice || (most.fit > 0 && 2 * most.fit >= most.all) ? best : std::nullopt;
}

bool lacks_comparison(const ReviewRow& row, const Compared& compared, std::size_t deviation) {
    const auto& own = row.cells[deviation].figure;
    return (!own || own->hundredths == 0) &&
           (is_blank(row.cells[compared.outcome]) || is_blank(row.cells[compared.budget]));
}

void add_row_ties(const Model& model, std::size_t table, std::vector<Tie>& ties) {
    RowTies(model, table, ties).run();
}

} // namespace finsam::review
