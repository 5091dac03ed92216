#include "parsers/swedish_format.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

#define NBSP "\u00A0"

TEST(SwedishFormat, GroupsWithHardSpaces) {
    EXPECT_EQ(format_amount(Ore::from_kronor(1662665), Unit::kr), "1" NBSP "662" NBSP "665");
    EXPECT_EQ(format_amount(Ore::from_kronor(1662665), Unit::ore), "1" NBSP "662" NBSP "665,00");
    EXPECT_EQ(format_amount(Ore::from_kronor(1000), Unit::kr), "1" NBSP "000");
}

TEST(SwedishFormat, NegativeHasTheMinusSign) {
    EXPECT_EQ(format_amount(Ore::from_kronor(-575), Unit::kr), "−575");
    EXPECT_EQ(format_amount(Ore(-5), Unit::ore), "−0,05");
}

TEST(SwedishFormat, RoundsFromOreHalfAwayFromZero) {
    EXPECT_EQ(format_amount(Ore(1297591500), Unit::tkr), "12" NBSP "976");
    EXPECT_EQ(format_amount(Ore(-50), Unit::kr), "−1");
    EXPECT_EQ(format_amount(Ore(-49), Unit::kr), "0");
    EXPECT_EQ(format_amount(Ore::from_kronor(1'500'000), Unit::mnkr), "2");
}

TEST(SwedishFormat, PercentHasSpaceAndComma) {
    EXPECT_EQ(format_percent(0.896, 1), "89,6" NBSP "%");
    EXPECT_EQ(format_percent(0.8955, 1), "89,6" NBSP "%");
    EXPECT_EQ(format_percent(-0.25, 0), "−25" NBSP "%");
    EXPECT_EQ(format_percent(-0.0001, 1), "0,0" NBSP "%");
}

TEST(SwedishFormat, UnitsHaveNames) {
    EXPECT_EQ(swedish_name(Unit::ore), "öre");
    EXPECT_EQ(swedish_name(Unit::mnkr), "mnkr");
}

} // namespace
} // namespace finsam
