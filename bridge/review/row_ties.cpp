#include "bridge/review/row_ties.hpp"

#include <algorithm>

namespace finsam::review {
namespace {

class RowTies {
public:
    RowTies(const Model& model, std::size_t table, std::vector<Tie>& ties)
        : model_(model), at_(table), table_(model.tables()[table]), ties_(ties) {}

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
        const auto year = table_.columns[column].year;
        const auto outcome = column_with(table_, ColumnRole::outcome, year),
                   budget = column_with(table_, ColumnRole::budget, year);
        if (!budget) {
            return add_yearly_change(row, column);
        }
        const int sign =
            table_.rows[row].row_class == RowClass::cost ? table_.cost_deviation_sign : table_.deviation_sign;
        add(row, column, {{sign, outcome}, {-sign, budget}},
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
};

} // namespace

std::optional<std::size_t> column_with(const ReviewTable& table, ColumnRole role, std::optional<int> year) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].role == role && (!year || table.columns[c].year == year)) {
            return c;
        }
    }
    return std::nullopt;
}

void add_row_ties(const Model& model, std::size_t table, std::vector<Tie>& ties) {
    RowTies(model, table, ties).run();
}

} // namespace finsam::review
