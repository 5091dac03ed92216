#pragma once
// The sums inside a published table: which rows a sum adds up, from the table's kind, its labels and its own figures.

#include "bridge/review/model.hpp"

namespace finsam::review {

/// A row that should be the sum of others, in every column.
struct SumRule {
    struct Part {
        int sign;
        std::size_t row;
    };
    std::size_t row = 0;
    std::vector<Part> parts;
    std::string text, rule;
};

/// How many columns a sum fits: `telling` ones have figures far larger than what rounding could explain.
struct Fit {
    int holds = 0, fails = 0, telling = 0;
};

[[nodiscard]] Fit fit(const Model& model, std::size_t table, const SumRule& sum);

/// Which rows each sum of the table adds up.
[[nodiscard]] std::vector<SumRule> find_sums(const Model& model, std::size_t table);

/// What a row called ingående begins with is what its row called utgående ended with the year before.
void add_opening_ties(const Model& model, std::size_t table, const std::vector<SumRule>& sums, std::vector<Tie>& ties);

/// A tie for every column of a sum.
void add_sum_ties(const Model& model, std::size_t table, const std::vector<SumRule>& sums, std::vector<Tie>& ties);

} // namespace finsam::review
