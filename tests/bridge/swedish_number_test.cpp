#include "parsers/swedish_number.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

std::optional<Ore> kronor(std::int64_t value) {
    return Ore::from_kronor(value);
}

TEST(SwedishAmount, ReadsGroupsOfEveryKindOfSpace) {
    EXPECT_EQ(parse_swedish_amount("1 662 665"), kronor(1662665));
    EXPECT_EQ(parse_swedish_amount("1662 665"), kronor(1662665));
    EXPECT_EQ(parse_swedish_amount("1662665"), kronor(1662665));
    EXPECT_EQ(parse_swedish_amount("1  662  665"), kronor(1662665));
    EXPECT_EQ(parse_swedish_amount("1\u00A0662\u00A0665"), kronor(1662665));
    EXPECT_EQ(parse_swedish_amount("1\u202F662\u202F665"), kronor(1662665));
}

TEST(SwedishAmount, ReadsEveryKindOfMinus) {
    EXPECT_EQ(parse_swedish_amount("-575"), kronor(-575));
    EXPECT_EQ(parse_swedish_amount("- 40"), kronor(-40));
    EXPECT_EQ(parse_swedish_amount("–40"), kronor(-40));
    EXPECT_EQ(parse_swedish_amount("\u2212 1 900"), kronor(-1900));
    EXPECT_EQ(parse_swedish_amount("+ 816"), kronor(816));
    EXPECT_EQ(parse_swedish_amount("(-75)"), kronor(-75));
}

TEST(SwedishAmount, ALoneDashIsZero) {
    EXPECT_EQ(parse_swedish_amount("-"), kronor(0));
    EXPECT_EQ(parse_swedish_amount(" – "), kronor(0));
    EXPECT_EQ(parse_swedish_amount("0,00"), kronor(0));
}

TEST(SwedishAmount, ReadsUnits) {
    EXPECT_EQ(parse_swedish_amount("1 662 665 kr"), kronor(1662665));
    EXPECT_EQ(parse_swedish_amount("14 278 tkr"), kronor(14278000));
    EXPECT_EQ(parse_swedish_amount("1,5 mnkr"), kronor(1500000));
    EXPECT_EQ(parse_swedish_amount("430,68 tkr"), kronor(430680));
}

TEST(SwedishAmount, ReadsDecimals) {
    EXPECT_EQ(parse_swedish_amount("1 234,56"), Ore(123456));
    EXPECT_EQ(parse_swedish_amount("0,5"), Ore(50));
    EXPECT_EQ(parse_swedish_amount("1234.5"), Ore(123450));
    EXPECT_EQ(parse_swedish_amount("12,300"), Ore(1230));
}

TEST(SwedishAmount, APointIsADecimalMarkUnlessItMayMarkGroups) {
    EXPECT_EQ(parse_swedish_amount("1234.560"), Ore(123456)) << "a group has three digits at most";
    EXPECT_EQ(parse_swedish_amount("0.500"), Ore(50)) << "no group begins with a zero";
    EXPECT_EQ(parse_swedish_amount("1.2300"), Ore(123)) << "four digits are no group";
    EXPECT_EQ(parse_swedish_amount("-1.500"), std::nullopt);
    EXPECT_EQ(parse_swedish_number("123.456"), std::nullopt);
    EXPECT_EQ(parse_swedish_number("0.125"), 0.125);
    EXPECT_EQ(parse_swedish_number("-1234.5678"), -1234.5678);
}

TEST(SwedishAmount, RefusesWhatIsNoAmountOrAmbiguous) {
    for (const char* text : {"", " ", "abc", "1 2", "12 34", "1,234", "1.500", "1,2,3", "--5", "5-", "(75)", "1,", "kr",
                             "82%", "92233720368547758 08", "€5", "- -"}) {
        EXPECT_EQ(parse_swedish_amount(text), std::nullopt) << text;
    }
}

TEST(SwedishNumber, ReadsShares) {
    EXPECT_EQ(parse_swedish_number("82%"), 0.82);
    EXPECT_EQ(parse_swedish_number("89,6\u00A0%"), 0.896);
    EXPECT_EQ(parse_swedish_number("0,82"), 0.82);
    EXPECT_EQ(parse_swedish_number("2"), 2.0);
    EXPECT_EQ(parse_swedish_number("–3"), -3.0);
    EXPECT_EQ(parse_swedish_number("två"), std::nullopt);
}

} // namespace
} // namespace finsam
