#include "bridge/figures/soliditet.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(Soliditet, IsEquityOverAssets) {
    // Insjöriket 2024 prints 90 %: 8 452 004 / 9 428 587.
    EXPECT_NEAR(soliditet(8452004, 9428587).value(), 0.896, 0.0005);
}

TEST(Soliditet, PensionObligationsAreDeducted) {
    EXPECT_DOUBLE_EQ(soliditet(50, 100, 10).value(), 0.4);
}

TEST(Soliditet, NoAssetsNoFigure) {
    EXPECT_FALSE(soliditet(1, 0).has_value());
}

} // namespace
} // namespace finsam
