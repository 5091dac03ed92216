#include "parsers/checksum.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(Checksum, IsTheCrc32OfZlib) {
    Ksumma sum;
    EXPECT_EQ(sum.value(), 0u);
    sum.feed("123456789");
    EXPECT_EQ(sum.value(), 0xCBF43926u); // the check value published with the polynomial
}

TEST(Checksum, PiecesMakeTheSameSum) {
    Ksumma sum;
    sum.feed("1234");
    sum.feed("");
    sum.feed("56789");
    EXPECT_EQ(sum.value(), 0xCBF43926u);
}

TEST(Checksum, StatesHaveSwedishNames) {
    EXPECT_EQ(swedish_name(KsummaState::absent), "saknas");
    EXPECT_EQ(swedish_name(KsummaState::correct), "ok");
    EXPECT_EQ(swedish_name(KsummaState::wrong), "fel");
    EXPECT_EQ(swedish_name(KsummaState::interrupted), "avbruten");
}

} // namespace
} // namespace finsam
