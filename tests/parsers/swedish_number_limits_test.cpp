#include "parsers/swedish_number.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(SwedishNumber, AllocatesAndSoDoesNotPromiseNotToThrow) {
    EXPECT_FALSE(noexcept(parse_swedish_amount(std::string_view())));
    EXPECT_FALSE(noexcept(parse_swedish_number(std::string_view())));
}

TEST(SwedishNumber, TakesAmountsUpToTheLargestThatASieFileMayHave) {
    EXPECT_EQ(parse_swedish_amount("10 000 000 000 000 kr"), largest_amount);
    EXPECT_EQ(parse_swedish_amount("\u221210 000 000 mnkr"), -largest_amount);
    EXPECT_EQ(parse_swedish_amount("10 000 000 000 000,01"), std::nullopt);
    EXPECT_EQ(parse_swedish_amount("10 000 001 mnkr"), std::nullopt);
}

} // namespace
} // namespace finsam
