// The members' funding, and the equity that is reasonable in relation to it.

#include "bridge/figures/ek_riktvarde.hpp"
#include "bridge/figures/largest_remainder.hpp"
#include "bridge/figures/medelsfordelning.hpp"

#include <gmock/gmock.h>
#include <numeric>

namespace finsam {
namespace {

using testing::ElementsAre;
using Weights = std::vector<std::int64_t>;

TEST(LargestRemainder, TextbookSeats) {
    // Wikipedia, "Quota method", Hare quota: 100 000 votes, 10 seats.
    EXPECT_THAT(largest_remainder(10, Weights{47000, 16000, 15800, 12000, 6100, 3100}).value(),
                ElementsAre(5, 2, 1, 1, 1, 0));
}

TEST(LargestRemainder, EqualRemaindersGoToTheFirst) {
    EXPECT_THAT(largest_remainder(2, Weights{1, 1, 1}).value(), ElementsAre(1, 1, 0));
    EXPECT_THAT(largest_remainder(0, Weights{3, 0}).value(), ElementsAre(0, 0));
}

TEST(LargestRemainder, SumsExactlyForLargeFigures) {
    const Weights weights = {4503599627370496, 3, 9007199254740992, 77777777777};
    const auto parts = largest_remainder(9007199254740991, weights);
    ASSERT_TRUE(parts);
    EXPECT_EQ(std::accumulate(parts->begin(), parts->end(), std::int64_t{0}), 9007199254740991);
}

TEST(LargestRemainder, RefusesWhatCannotBeDivided) {
    EXPECT_FALSE(largest_remainder(-1, Weights{1}));
    EXPECT_FALSE(largest_remainder(10, Weights{}));
    EXPECT_FALSE(largest_remainder(10, Weights{0, 0}));
    EXPECT_FALSE(largest_remainder(10, Weights{5, -1}));
    EXPECT_FALSE(largest_remainder((std::int64_t{1} << 53) + 1, Weights{1}));
}

TEST(Medelsfordelning, Solleftea2024) {
    // Not 2 of the annual report 2024, tkr: staten 1 416, Sollefteå kommun 708, Region Västernorrland 708.
    const auto parts = medelsfordelning(2'832'000, Weights{1});
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->staten, 1'416'000);
    EXPECT_EQ(parts->regionen, 708'000);
    EXPECT_THAT(parts->kommunerna, ElementsAre(708'000));
}

TEST(Medelsfordelning, Insjoriket2024InThousands) {
    // Not 1: staten 7 139, VGR 3 570, the municipalities 1 067 + 603 + 600 + 660 + 639 = 3 569: the odd one is the
    // region's. The municipalities' shares stand for their populations.
    const auto parts = medelsfordelning(14'278, Weights{1067, 603, 600, 660, 639});
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->staten, 7'139);
    EXPECT_EQ(parts->regionen, 3'570);
    EXPECT_THAT(parts->kommunerna, ElementsAre(1067, 603, 600, 660, 639));
}

TEST(Medelsfordelning, Sjuharad2024InHundreds) {
    // Not 2, tkr with a decimal: kommuner 4 505,5 of 18 022, of which Borås 2 252,1 ...
    const Weights published = {1910, 22521, 1866, 6931, 2119, 2342, 4944, 2422};
    const auto parts = medelsfordelning(180'220, published);
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->staten, 90'110);
    EXPECT_EQ(parts->regionen, 45'055);
    EXPECT_EQ(parts->kommunerna, published);
}

TEST(Medelsfordelning, RefusesWhatCannotBeDivided) {
    EXPECT_FALSE(medelsfordelning(-4, Weights{1}));
    EXPECT_FALSE(medelsfordelning(4, Weights{}));
}

TEST(EkRiktvarde, Sjuharad2024) {
    // 18 022 tkr gives 2 902 tkr: 1 400 + 1 200 + 302,2.
    EXPECT_EQ(ek_riktvarde(Ore::from_kronor(18'022'000)), Ore::from_kronor(2'902'200));
}

TEST(EkRiktvarde, EachStepTakesWhatIsAboveTheOneBefore) {
    EXPECT_EQ(ek_riktvarde(Ore()), Ore());
    EXPECT_EQ(ek_riktvarde(Ore::from_kronor(2'832'000)), Ore::from_kronor(566'400));
    EXPECT_EQ(ek_riktvarde(Ore::from_kronor(7'000'000)), Ore::from_kronor(1'400'000));
    EXPECT_EQ(ek_riktvarde(Ore::from_kronor(7'000'100)), Ore::from_kronor(1'400'015));
    EXPECT_EQ(ek_riktvarde(Ore::from_kronor(15'000'000)), Ore::from_kronor(2'600'000));
}

TEST(EkRiktvarde, RoundsToTheOre) {
    constexpr EkSteg third[] = {{std::nullopt, 333'333}};
    EXPECT_EQ(ek_riktvarde(Ore(100), third), Ore(33));
    constexpr EkSteg half[] = {{std::nullopt, 500'000}};
    EXPECT_EQ(ek_riktvarde(Ore(3), half), Ore(2));
}

TEST(EkRiktvarde, TellsWhatIsWrongWithTheSteps) {
    const auto fault = [](std::vector<EkSteg> trappa, Ore medel = Ore(100)) {
        const auto result = ek_riktvarde(medel, trappa);
        return result ? std::string_view() : result.error();
    };
    EXPECT_EQ(fault({}), "trappan har inga steg.");
    EXPECT_EQ(fault({{std::nullopt, 1}}, Ore(-1)), "medlemsmedlen är negativa.");
    EXPECT_EQ(fault({{std::nullopt, 1'000'001}}), "en andel i trappan ligger inte mellan 0 och 100 %.");
    EXPECT_EQ(fault({{std::nullopt, 1}, {Ore(5), 1}}), "bara trappans sista steg får sakna gräns.");
    EXPECT_EQ(fault({{Ore(5), 1}, {Ore(5), 1}}), "trappans gränser ska stiga.");
    EXPECT_EQ(fault({{Ore(50), 1}}), "medlemsmedlen är större än trappans sista gräns.");
}

} // namespace
} // namespace finsam
