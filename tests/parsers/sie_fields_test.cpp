#include "parsers/sie_fields.hpp"

#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

Ore ore(std::string_view text) {
    const ParsedAmount parsed = parse_amount(text);
    EXPECT_EQ(parsed.error, AmountError::none) << text;
    return parsed.amount;
}

AmountError error(std::string_view text) {
    return parse_amount(text).error;
}

TEST(Amount, IsExactOre) {
    EXPECT_EQ(ore("100"), Ore(10000));
    EXPECT_EQ(ore("100.5"), Ore(10050));
    EXPECT_EQ(ore("-0.05"), Ore(-5));
    EXPECT_EQ(ore("-1234.56"), Ore(-123456));
    EXPECT_EQ(ore("000001.00"), Ore(100));
    EXPECT_EQ(ore("-0.00"), Ore(0));
}

TEST(Amount, UpToTenMillionMillionKronorIsTaken) {
    EXPECT_EQ(ore("10000000000000.00"), Ore(1'000'000'000'000'000));
    EXPECT_EQ(ore("-10000000000000"), Ore(-1'000'000'000'000'000));
    EXPECT_EQ(error("10000000000000.01"), AmountError::too_large);
    EXPECT_EQ(error("-10000000000000.01"), AmountError::too_large);
}

TEST(Amount, OneThat64BitsCannotHoldIsTooLarge) {
    EXPECT_EQ(error("92233720368547758.08"), AmountError::too_large);
    EXPECT_EQ(error("-92233720368547758.09"), AmountError::too_large);
    EXPECT_EQ(error("99999999999999999999999999999"), AmountError::too_large);
}

TEST(Amount, MoreThanTwoDecimalsIsAnError) {
    EXPECT_EQ(error("1.234"), AmountError::too_many_decimals);
    EXPECT_EQ(error("1.000"), AmountError::too_many_decimals);
}

TEST(Amount, OtherTextIsAnError) {
    for (const char* text : {"", "-", "+1", "1.", ".5", "1 000", "1.2.3", "abc", "1e5", "--1", "1-", "0x10"}) {
        EXPECT_EQ(error(text), AmountError::malformed) << text;
    }
}

TEST(Amount, DecimalCommaIsTakenAndTold) {
    EXPECT_EQ(ore("-12,50"), Ore(-1250));
    EXPECT_TRUE(parse_amount("-12,50").decimal_comma);
    EXPECT_FALSE(parse_amount("-12.50").decimal_comma);
}

TEST(Number, IsWhole) {
    EXPECT_EQ(parse_int("-1"), -1);
    EXPECT_EQ(parse_int("2018"), 2018);
    for (const char* text : {"", "1.5", "CCMXVIII", "99999999999", "1 "}) {
        EXPECT_EQ(parse_int(text), std::nullopt) << text;
    }
}

TEST(Quantity, IsADecimal) {
    for (const char* text : {"0", "0.00", "-3", "1,5"}) {
        EXPECT_TRUE(is_decimal(text)) << text;
    }
    for (const char* text : {"", "-", "st", "1.", "1.2.3"}) {
        EXPECT_FALSE(is_decimal(text)) << text;
    }
}

} // namespace
} // namespace finsam::sie
