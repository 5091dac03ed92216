#include "parsers/ore.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace finsam {
namespace {

TEST(Ore, PrintsKronorWithTwoDecimals) {
    EXPECT_EQ(to_decimal_kronor(Ore(166266500)), "1662665.00");
    EXPECT_EQ(to_decimal_kronor(Ore(-50)), "-0.50");
    EXPECT_EQ(to_decimal_kronor(Ore(std::numeric_limits<std::int64_t>::min())), "-92233720368547758.08");
}

TEST(Ore, RoundsHalfAwayFromZero) {
    EXPECT_EQ(round_to_unit(Ore(50), 100), Ore(100));
    EXPECT_EQ(round_to_unit(Ore(49), 100), Ore(0));
    EXPECT_EQ(round_to_unit(Ore(-50), 100), Ore(-100));
    EXPECT_EQ(round_to_unit(Ore(-49), 100), Ore(0));
    EXPECT_EQ(round_to_unit(Ore(1297591500), 100'000), Ore(1297600000)); // 12 975 915 kr is 12 976 tkr
}

TEST(Ore, RoundsTowardsZeroWhereTheNearestUnitDoesNotFit) {
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();  // 9 223 372 036 854 775 807
    const std::int64_t least = std::numeric_limits<std::int64_t>::min(); // 9 223 372 036 854 775 808 below zero
    EXPECT_EQ(round_to_unit(Ore(most), 100'000), Ore(9'223'372'036'854'700'000));
    EXPECT_EQ(round_to_unit(Ore(least), 100'000), Ore(-9'223'372'036'854'700'000));
    EXPECT_EQ(round_to_unit(Ore(most), 100), Ore(9'223'372'036'854'775'800)); // 7 öre: down, as ever
}

TEST(Ore, CheckedAddRefusesOverflow) {
    const Ore most(std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(checked_add(most, Ore(1)), std::nullopt);
    EXPECT_EQ(checked_add(most, Ore(-1)), Ore(std::numeric_limits<std::int64_t>::max() - 1));
}

TEST(Ore, CellsRoundToNearestOre) {
    EXPECT_EQ(from_kronor_double(0.1 + 0.2), Ore(30));
    EXPECT_EQ(from_kronor_double(-1662665.0), Ore::from_kronor(-1662665));
    EXPECT_EQ(from_kronor_double(std::nan("")), std::nullopt);
    EXPECT_EQ(from_kronor_double(1e300), std::nullopt);
}

} // namespace
} // namespace finsam
