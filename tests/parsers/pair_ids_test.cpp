#include "parsers/pair_ids.hpp"

#include <gtest/gtest.h>

namespace finsam {

TEST(PairIds, OfANewPairIsZero) {
    PairIds ids;
    EXPECT_EQ(ids.at(1, 0), 0);
}

TEST(PairIds, TellsFirstFromSecond) {
    PairIds ids;
    ids.at(1, 2) = 7;
    EXPECT_EQ(ids.at(2, 1), 0);
    EXPECT_EQ(ids.at(1, 2), 7);
}

TEST(PairIds, KeepsAllAsItGrows) {
    PairIds ids;
    for (std::int64_t first = 1; first <= 300; ++first) {
        for (std::int64_t second = 0; second < 300; ++second) {
            ids.at(first, second) = first * 1'000 + second;
        }
    }
    for (std::int64_t first = 1; first <= 300; ++first) {
        for (std::int64_t second = 0; second < 300; ++second) {
            ASSERT_EQ(ids.at(first, second), first * 1'000 + second);
        }
    }
}

} // namespace finsam
