#pragma once
// The example's budget by month: costs in twelve parts, contributions by quarter.

#include "examples/books/example_data.hpp"

namespace finsam::example {

struct BudgetMonth {
    std::string account;
    int month = 0;
    Ore total;                       ///< SIE's sign
    std::vector<InsatsAmount> parts; ///< sum to `total`
};

/// Every account and month with a budget; whole kronor.
[[nodiscard]] std::vector<BudgetMonth> budget_by_month(const ExampleData& data);

} // namespace finsam::example
