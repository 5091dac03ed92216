#include "examples/books/budget.hpp"

namespace finsam::example {

namespace {

/// `amount` in `count` whole-krona parts; what is left over lies in the last.
Ore part_of(Ore amount, int number, int count) noexcept {
    const std::int64_t kronor = amount.count() / 100;
    const std::int64_t left = number == count - 1 ? kronor % count : 0;
    return Ore::from_kronor(kronor / count + left);
}

} // namespace

std::vector<BudgetMonth> budget_by_month(const ExampleData& data) {
    std::vector<BudgetMonth> months;
    for (const PlannedAccount& account : data.accounts) {
        const Ore year = account.figures[index(Figure::budget)];
        if (year.is_zero())
            continue;
        const bool by_quarter = account.number.front() == '3';
        const int count = by_quarter ? 4 : 12;
        const std::vector<InsatsAmount> spread = data.spread(account.number, year, Figure::budget);
        for (int i = 0; i < count; ++i) {
            BudgetMonth month{account.number, by_quarter ? 3 * i + 1 : i + 1, Ore(0), {}};
            for (const InsatsAmount& part : spread) {
                const Ore amount = part_of(part.amount, i, count);
                month.parts.push_back({part.insats, amount});
                month.total += amount;
            }
            months.push_back(std::move(month));
        }
    }
    return months;
}

} // namespace finsam::example
