#include "bridge/figures/balanskrav.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace finsam {
namespace {

Ore kr(std::int64_t kronor) {
    return Ore::from_kronor(kronor);
}

TEST(Balanskrav, ResultAloneIsTheBalanskravsresultat) {
    BalanskravInput input;
    input.arets_resultat = kr(1662665); // Insjöriket 2024
    EXPECT_EQ(balanskrav(input)->balanskravsresultat, kr(1662665));
}

TEST(Balanskrav, EveryTermHasTheSignOfTheSection) {
    // 1000 - 100 + 40 + 30 - 20 + 7 = 957; 957 - 50 + 5 = 912
    const auto result = balanskrav({kr(1000), kr(100), kr(40), kr(30), kr(20), kr(7), kr(50), kr(5)});
    EXPECT_EQ(result->efter_justeringar, kr(957));
    EXPECT_EQ(result->balanskravsresultat, kr(912));
}

TEST(Balanskrav, UnrealisedLossIsAddedAndAterforingOfLossDeducted) {
    BalanskravInput input;
    input.orealiserade = kr(-20);
    input.aterforing = kr(-5);
    EXPECT_EQ(balanskrav(input)->efter_justeringar, kr(15));
}

TEST(Balanskrav, NegativeArgumentIsNamed) {
    const auto with = [](Ore BalanskravInput::*field) {
        BalanskravInput input;
        input.*field = kr(-1);
        return balanskrav(input);
    };
    EXPECT_EQ(with(&BalanskravInput::realisationsvinster).error(), "realisationsvinster");
    EXPECT_EQ(with(&BalanskravInput::vinster_undantag).error(), "vinster_undantag");
    EXPECT_EQ(with(&BalanskravInput::forluster_undantag).error(), "förluster_undantag");
    EXPECT_EQ(with(&BalanskravInput::reservering).error(), "reservering");
    EXPECT_EQ(with(&BalanskravInput::anvandning).error(), "användning");
    EXPECT_TRUE(with(&BalanskravInput::arets_resultat).has_value());
}

TEST(Balanskrav, SumsThatDoNotFitAreRefused) {
    BalanskravInput input;
    input.arets_resultat = Ore(std::numeric_limits<std::int64_t>::max());
    input.forluster_undantag = kr(1);
    EXPECT_EQ(balanskrav(input).error(), balanskrav_does_not_fit);
    input = {};
    input.orealiserade = Ore(std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(balanskrav(input).error(), balanskrav_does_not_fit);
}

} // namespace
} // namespace finsam
