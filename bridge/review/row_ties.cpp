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
        const int cost = table_.rows[row].row_class == RowClass::cost ? table_.cost_sign : 1;
        switch (own.role) {
        case ColumnRole::outcome:
            add(row, column, {{1, other(ColumnRole::income)}, {table_.cost_sign, other(ColumnRole::cost)}},
                "Netto = intäkt + kostnad", "RKR R14");
            break;
        case ColumnRole::deviation:
            add(row, column,
                {{cost * table_.deviation_sign, other(ColumnRole::outcome)},
                 {-cost * table_.deviation_sign, other(ColumnRole::budget)}},
                table_.deviation_sign > 0 ? "Avvikelse = utfall - budget" : "Avvikelse = budget - utfall", "RKR R14");
            break;
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

    /// An empty opening figure is none, so a result that the year made is all change.
    void add_change(std::size_t row, std::size_t column) {
        const auto closing = column_with(table_, ColumnRole::outcome);
        const auto opening = column_with(table_, ColumnRole::opening);
        const bool has_opening = opening && model_.find(at_, row, *opening);
        add(row, column, has_opening ? std::vector<Part>{{1, closing}, {-1, opening}} : std::vector<Part>{{1, closing}},
            "Förändring = utgående balans - ingående balans", "LKBR 6 kap.");
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
            if (!figure) {
                return;
            }
            tie.terms.push_back({part.sign, *figure});
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
