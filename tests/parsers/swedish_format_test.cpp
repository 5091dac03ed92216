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

TEST(SwedishFormat, DecimalsOfTheUnitAreRoundedFromOreToo) {
    EXPECT_EQ(format_amount(Ore(66480540), AmountForm{Unit::tkr, 2}), "664,81"); // 664 805,40 kr
    EXPECT_EQ(format_amount(Ore(66480500), AmountForm{Unit::tkr, 2}), "664,81"); // a half, away from zero
    EXPECT_EQ(format_amount(Ore(-66480500), AmountForm{Unit::tkr, 2}), "−664,81");
    EXPECT_EQ(format_amount(Ore(123630400), AmountForm{Unit::tkr, 2}), "1" NBSP "236,30");
    EXPECT_EQ(format_amount(Ore(-499), AmountForm{Unit::tkr, 2}), "0,00");
    EXPECT_EQ(format_amount(Ore(-500), AmountForm{Unit::tkr, 2}), "−0,01");
    EXPECT_EQ(format_amount(Ore::from_kronor(14'278'000), AmountForm{Unit::mnkr, 1}), "14,3");
    EXPECT_EQ(format_amount(Ore(12345), AmountForm{Unit::kr, 1}), "123,5");
    EXPECT_EQ(format_amount(Ore(12345), AmountForm{Unit::kr, 2}), "123,45");
    EXPECT_EQ(format_amount(Ore(12345), usual_form(Unit::ore)), "123,45");
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
