#include "bridge/review/model.hpp"

#include <algorithm>
#include <cmath>

namespace finsam::review {
namespace {

/// Larger amounts are no förbund's; below it no sum of a table's figures overflows.
constexpr std::int64_t largest_figure = largest_amount.count();

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) {
        power *= 10;
    }
    return power;
}

std::optional<Figure> figure_of(const ReviewTable& table, const ReviewRow& row, const PrintedFigure& printed) {
    Figure figure;
    figure.value = printed.hundredths;
    if (row.row_class == RowClass::count) {
        return figure;
    }
    if (row.row_class == RowClass::share) {
        const bool in_percent = printed.is_percent || std::abs(printed.number) > 1.5;
        figure.share = in_percent ? printed.number / 100 : printed.number;
        figure.share_step = std::pow(10.0, -printed.decimals) / (in_percent ? 100 : 1);
        return figure;
    }
    const std::int64_t unit = ore_per_unit(printed.unit.value_or(table.unit)) / 100;
    const int decimals =
        std::min(2, printed.hundredths == 0 ? std::max(printed.decimals, table.usual_decimals) : printed.decimals);
    if (std::abs(printed.hundredths) > largest_figure / std::max<std::int64_t>(unit, 1)) {
        return std::nullopt;
    }
    figure.value = printed.hundredths * unit;
    figure.step = unit == 1 && decimals == 2 ? 0 : unit * power_of_ten(2 - decimals);
    return figure;
}

std::int64_t sum(const std::vector<TieTerm>& terms, const Values& values) {
    std::int64_t total = 0;
    for (const TieTerm& term : terms) {
        total += term.sign * values[term.figure];
    }
    return total;
}

} // namespace

Model::Model(std::vector<ReviewTable> tables) : tables_(std::move(tables)) {
    for (std::size_t t = 0; t < tables_.size(); ++t) {
        for (std::size_t r = 0; r < tables_[t].rows.size(); ++r) {
            const ReviewRow& row = tables_[t].rows[r];
            for (std::size_t c = 0; c < row.cells.size(); ++c) {
                const auto figure =
                    row.cells[c].figure ? figure_of(tables_[t], row, *row.cells[c].figure) : std::nullopt;
                if (figure) {
                    index_[{t, r, c}] = figures_.size();
                    figures_.push_back(*figure);
                    figures_.back().table = t;
                    figures_.back().row = r;
                    figures_.back().column = c;
                    values_.push_back(figure->value);
                }
            }
        }
    }
}

const ReviewRow& Model::row_of(FigureIndex figure) const {
    return table_of(figure).rows[figures_[figure].row];
}

const ReviewColumn& Model::column_of(FigureIndex figure) const {
    return table_of(figure).columns[figures_[figure].column];
}

const ReviewCell& Model::cell_of(FigureIndex figure) const {
    return row_of(figure).cells[figures_[figure].column];
}

std::optional<FigureIndex> Model::find(std::size_t table, std::size_t row, std::size_t column) const {
    const auto found = index_.find({table, row, column});
    return found == index_.end() ? std::nullopt : std::optional(found->second);
}

std::int64_t Model::difference(const Tie& tie, const Values& values) const {
    return tie.ratio_of.empty() ? sum(tie.terms, values) : ratio_holds(tie, values) ? 0 : 1;
}

bool Model::holds(const Tie& tie, const Values& values) const {
    if (!tie.ratio_of.empty()) {
        return ratio_holds(tie, values);
    }
    std::int64_t steps = 0;
    for (const TieTerm& term : tie.terms) {
        steps += figures_[term.figure].step;
    }
    return 2 * std::abs(sum(tie.terms, values)) <= (tie.is_exact ? 0 : steps);
}

std::optional<std::int64_t> Model::needed(const Tie& tie, FigureIndex figure, const Values& values) const {
    const auto term = std::ranges::find(tie.terms, figure, &TieTerm::figure);
    if (!tie.ratio_of.empty() || term == tie.terms.end()) {
        return std::nullopt;
    }
    return values[figure] - term->sign * sum(tie.terms, values);
}

std::optional<double> Model::ratio(const Tie& tie, const Values& values) const {
    const auto below = static_cast<double>(sum(tie.ratio_of, values));
    return below == 0.0 ? std::nullopt : std::optional(static_cast<double>(sum(tie.terms, values)) / below);
}

/// The printed share may be off by half its last digit, and so may the amounts that it is computed from.
bool Model::ratio_holds(const Tie& tie, const Values& values) const {
    const auto computed = ratio(tie, values);
    if (!computed) {
        return true;
    }
    const auto half_steps = [&](const std::vector<TieTerm>& terms) {
        double half = 0.0;
        for (const TieTerm& term : terms) {
            half += static_cast<double>(figures_[term.figure].step) / 2;
        }
        return half;
    };
    const double below = std::abs(static_cast<double>(sum(tie.ratio_of, values)));
    const double spread = (half_steps(tie.terms) + std::abs(*computed) * half_steps(tie.ratio_of)) / below;
    const Figure& share = figures_[tie.subject];
    constexpr double slack = 1e-9; // of binary fractions
    return std::abs(*computed - share.share) <= share.share_step / 2 + spread + slack;
}

std::vector<TieTerm> negated(std::vector<TieTerm> terms) {
    for (TieTerm& term : terms) {
        term.sign = -term.sign;
    }
    return terms;
}

} // namespace finsam::review
