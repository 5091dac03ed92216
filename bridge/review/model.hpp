#pragma once
// Every figure of a report in öre, and the ties between them.

#include "bridge/review/review_table.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace finsam::review {

/// A figure as an amount. `step` is what its last printed digit is worth: it may be wrong by half of it. Figures in öre
/// are exact, and have the step 0.
struct Figure {
    std::size_t table = 0, row = 0, column = 0;
    std::int64_t value = 0; ///< öre, with the sign that is printed; of shares and counts hundredths
    std::int64_t step = 0;
    double share = 0.0, share_step = 0.0; ///< of shares: 0.82 and 0.01
};

using FigureIndex = std::size_t;

struct TieTerm {
    int sign = 1;
    FigureIndex figure = 0;
};

/// Sum of `terms` = 0. With `ratio_of`: the share `subject` is sum of `terms` / sum of `ratio_of`.
struct Tie {
    std::string text;        ///< "Summa tillgångar = anläggningstillgångar + omsättningstillgångar"
    std::string rule;        ///< its source: "LKBR 6 kap."
    FigureIndex subject = 0; ///< the figure that the others should give
    std::vector<TieTerm> terms;
    std::vector<TieTerm> ratio_of;
    bool is_exact = false; ///< the same print of the same amount: rounding explains no difference
};

using Values = std::vector<std::int64_t>;

class Model {
public:
    explicit Model(std::vector<ReviewTable> tables);

    [[nodiscard]] const std::vector<ReviewTable>& tables() const noexcept { return tables_; }
    [[nodiscard]] const ReviewTable& table_of(FigureIndex figure) const { return tables_[figures_[figure].table]; }
    [[nodiscard]] const ReviewRow& row_of(FigureIndex figure) const;
    [[nodiscard]] const ReviewColumn& column_of(FigureIndex figure) const;
    [[nodiscard]] const ReviewCell& cell_of(FigureIndex figure) const;
    [[nodiscard]] const Figure& operator[](FigureIndex figure) const { return figures_[figure]; }
    [[nodiscard]] std::size_t size() const noexcept { return figures_.size(); }
    [[nodiscard]] std::optional<FigureIndex> find(std::size_t table, std::size_t row, std::size_t column) const;
    /// As printed.
    [[nodiscard]] const Values& values() const noexcept { return values_; }

    /// What is left when the tie is computed: sum of the terms. Of ratios 0 when it holds, else 1.
    [[nodiscard]] std::int64_t difference(const Tie& tie, const Values& values) const;
    /// The tie holds within what rounding can explain: half a unit for each figure in it, nothing when it is exact.
    [[nodiscard]] bool holds(const Tie& tie, const Values& values) const;
    /// The value of one figure of a linear tie that makes it hold; nothing of ratios, but for the share itself.
    [[nodiscard]] std::optional<std::int64_t> needed(const Tie& tie, FigureIndex figure, const Values& values) const;
    /// The share that a ratio tie gives; nothing when it divides by zero.
    [[nodiscard]] std::optional<double> ratio(const Tie& tie, const Values& values) const;

private:
    [[nodiscard]] bool ratio_holds(const Tie& tie, const Values& values) const;
    std::vector<ReviewTable> tables_;
    std::vector<Figure> figures_;
    Values values_;
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, FigureIndex> index_;
};

/// Terms of both sides: left - right = 0.
[[nodiscard]] std::vector<TieTerm> negated(std::vector<TieTerm> terms);

} // namespace finsam::review
