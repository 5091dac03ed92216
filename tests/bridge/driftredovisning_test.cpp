#include "bridge/figures/driftredovisning.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace finsam {
namespace {

Ore kr(std::int64_t kronor) {
    return Ore::from_kronor(kronor);
}
std::vector<std::string> codes(const std::vector<DriftredovisningRow>& rows) {
    std::vector<std::string> out;
    for (const auto& row : rows) {
        out.push_back(row.insats);
    }
    return out;
}

TEST(Driftredovisning, ClassThreeIsIncomeFourToSevenCostEightBySign) {
    EXPECT_TRUE(is_income("3010", kr(5)));
    EXPECT_FALSE(is_income("4010", kr(-5)));
    EXPECT_FALSE(is_income("7010", kr(-5)));
    EXPECT_TRUE(is_income("8310", kr(-5)));
    EXPECT_FALSE(is_income("8410", kr(5)));
}

TEST(Driftredovisning, CostsAreNegativeAndNetIsTheirSum) {
    const auto rows = driftredovisning({{"1", "3010", kr(-100)}, {"1", "4010", kr(60)}, {"1", "4010", kr(15)}}, {}, {});
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].columns[0], kr(100));
    EXPECT_EQ(rows[0].columns[1], kr(-75));
    EXPECT_EQ(rows[0].columns[2], kr(25));
    EXPECT_EQ(rows[1].columns, rows[0].columns);
}

TEST(Driftredovisning, WithoutBudgetAndLastYearThoseColumnsAreEmpty) {
    const auto rows = driftredovisning({{"1", "4010", kr(60)}}, {}, {});
    for (std::size_t i = 3; i < 8; ++i) {
        EXPECT_FALSE(rows[0].columns[i].has_value()) << i;
        EXPECT_FALSE(rows[1].columns[i].has_value()) << i;
    }
}

TEST(Driftredovisning, LowerCostThanBudgetedIsAPositiveDeviation) {
    // Sollefteå 2024, Psykiatriveckan: -44 against -60 is 16.
    const std::vector<InsatsBudget> budget = {{"psyk", "", Ore(), kr(-60), kr(-60)}};
    const auto rows = driftredovisning({{"psyk", "4010", kr(44)}}, budget, {});
    EXPECT_EQ(rows[0].columns[3], kr(-60));
    EXPECT_EQ(rows[0].columns[4], kr(16));
}

TEST(Driftredovisning, BudgetOrderThenOthersByCodeThenNotSpreadThenSum) {
    const std::vector<InsatsBudget> budget = {{"9", "", {}, {}, kr(-1)}, {"2", "", {}, {}, kr(-2)}};
    const std::vector<ObjectAmount> last = {{"1", "4010", kr(1)}};
    const auto rows = driftredovisning({{"", "5010", kr(7)}, {"5", "4010", kr(3)}, {"2", "4010", kr(2)}}, budget, last);
    EXPECT_EQ(codes(rows), (std::vector<std::string>{"9", "2", "1", "5", "", "summa"}));
}

TEST(Driftredovisning, ColumnsSumAlsoForAnInsatsWithoutBudget) {
    const std::vector<InsatsBudget> budget = {{"1", "", {}, {}, kr(-10)}};
    const auto rows = driftredovisning({{"1", "4010", kr(8)}, {"2", "4010", kr(5)}}, budget, {});
    EXPECT_EQ(rows[1].columns[3], Ore());
    EXPECT_EQ(rows[1].columns[4], kr(-5));
    EXPECT_EQ(rows[2].columns[4], kr(-3)); // -13 against -10
}

TEST(Driftredovisning, NotSpreadIsLeftOutWhenZero) {
    EXPECT_EQ(codes(driftredovisning({{"", "4010", kr(0)}, {"1", "4010", kr(1)}}, {}, {})),
              (std::vector<std::string>{"1", "summa"}));
}

TEST(Driftredovisning, BalanceAccountsAndTheBookedResultDoNotCount) {
    const auto rows = driftredovisning({{"1", "1930", kr(9)}, {"1", "8999", kr(9)}, {"1", "4010", kr(1)}}, {}, {});
    EXPECT_EQ(rows.back().columns[2], kr(-1));
}

TEST(Driftredovisning, OnlyClassesThreeToEightCount) {
    EXPECT_TRUE(counts_in_driftredovisning("3010"));
    EXPECT_TRUE(counts_in_driftredovisning("8310"));
    EXPECT_FALSE(counts_in_driftredovisning("8999"));
    EXPECT_FALSE(counts_in_driftredovisning("9010"));
    EXPECT_FALSE(counts_in_driftredovisning("2999"));
    EXPECT_FALSE(counts_in_driftredovisning(""));
}

TEST(Driftredovisning, BooksWithoutInsatserHaveAllOfItOnNone) {
    const auto all = spread_on_insatser(std::nullopt, AccountAmounts{{"4010", kr(5)}});
    ASSERT_TRUE(all.has_value());
    EXPECT_EQ(all->front().object, "");
    EXPECT_EQ(all->front().amount, kr(5));
    EXPECT_FALSE(spread_on_insatser(std::nullopt, std::nullopt).has_value());
}

TEST(Driftredovisning, SumsThatDoNotFitAreNothing) {
    const Ore huge(std::numeric_limits<std::int64_t>::max());
    const auto rows = driftredovisning({{"1", "4010", huge}, {"2", "4010", huge}}, {}, {});
    EXPECT_EQ(rows[0].columns[1], -huge);
    EXPECT_FALSE(rows.back().columns[1].has_value());
}

} // namespace
} // namespace finsam
