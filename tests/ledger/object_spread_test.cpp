#include "bridge/ledger/object_spread.hpp"

#include <gtest/gtest.h>

namespace finsam {

static ListedAmount row(std::vector<sie::ObjectRef> objects, std::int64_t kronor) {
    return {"5010", std::move(objects), Ore::from_kronor(kronor)};
}

static Ore spread_on_a(const std::vector<ListedAmount>& rows, std::int64_t total) {
    CarefulSum sums;
    Ore sum;
    for (const auto& part : spread(rows, "6", {{"5010", Ore::from_kronor(total)}}, sums)) {
        sum += part.object == "A" ? part.amount : Ore();
    }
    return sum;
}

TEST(ObjectSpread, RowsWithOneAndWithSeveralObjectsShareAnAmount) {
    EXPECT_EQ(spread_on_a({row({{"6", "A"}}, 30), row({{"1", "K"}, {"6", "A"}}, 12)}, 42), Ore::from_kronor(42));
}

TEST(ObjectSpread, LongerListsThatRepeatTheTotalDoNotCount) {
    EXPECT_EQ(spread_on_a({row({{"6", "A"}}, 30), row({{"1", "K"}, {"6", "A"}}, 30)}, 30), Ore::from_kronor(30));
}

TEST(ObjectSpread, OtherDimensionsDoNotCount) {
    EXPECT_EQ(spread_on_a({row({{"6", "A"}}, 30), row({{"1", "A"}}, 30), row({}, 30)}, 30), Ore::from_kronor(30));
}

TEST(ObjectSpread, TotalsOfSharedRowsAreAllOfThem) {
    CarefulSum sums;
    const auto totals = account_totals({row({{"1", "K"}}, 5), row({{"1", "K"}, {"6", "A"}}, 12)}, "6", sums);
    EXPECT_EQ(totals.at("5010"), Ore::from_kronor(17));
}

TEST(ObjectSpread, AnOverflowIsRemembered) {
    CarefulSum sums;
    Ore sum(INT64_MAX);
    sums.add(sum, Ore(1));
    EXPECT_TRUE(sums.overflowed());
}

TEST(ObjectSpread, TheSmallestAmountCanBeSubtracted) {
    CarefulSum sums;
    Ore sum(-1);
    sums.subtract(sum, Ore(INT64_MIN));
    EXPECT_EQ(sum, Ore(INT64_MAX));
    EXPECT_FALSE(sums.overflowed());
}

} // namespace finsam
