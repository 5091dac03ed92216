// What the members would pay by law and population, against shares divided by hand.

#include "bridge/report/member_shares.hpp"
#include "tests/bridge/small_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

namespace finsam {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Member member(std::string group, std::optional<std::int64_t> population = {}) {
    Member out;
    out.name = group + std::to_string(population.value_or(0));
    out.group = std::move(group);
    if (population) {
        out.population[2024] = *population;
    }
    return out;
}

std::vector<std::int64_t> shares(std::int64_t kronor, const std::vector<Member>& members) {
    std::vector<std::int64_t> out;
    for (const auto& share : member_shares(kronor, members, 2024)) {
        out.push_back(share.value_or(-1));
    }
    return out;
}

TEST(MemberShares, AHalfAQuarterAndAQuarterByPopulation) {
    // 4 000 000: state 2 000 000, region 1 000 000; of the municipalities' million 3/4 and 1/4.
    EXPECT_THAT(shares(4'000'000, {member("stat"), member("region"), member("kommun", 30000), member("kommun", 10000)}),
                ElementsAre(2'000'000, 1'000'000, 750'000, 250'000));
}

TEST(MemberShares, WhatIsLeftGoesToTheLargestRemainders) {
    // A quarter is 100: 33,3 each, and the krona that is left to the first.
    const std::vector<Member> three = {member("kommun", 5), member("kommun", 5), member("kommun", 5), member("stat"),
                                       member("region")};
    EXPECT_THAT(shares(400, three), ElementsAre(34, 33, 33, 200, 100));
    // 401 kronor: the odd one is the state's; 402: the region has the second; 403: both quarters, not the state.
    EXPECT_THAT(shares(401, three), ElementsAre(34, 33, 33, 201, 100));
    EXPECT_THAT(shares(402, three), ElementsAre(34, 33, 33, 201, 101));
    EXPECT_THAT(shares(403, three), ElementsAre(34, 34, 33, 201, 101));
}

TEST(MemberShares, SumToTheWholeWhateverItIs) {
    const std::vector<Member> all = {member("stat"),         member("stat"),        member("region"),
                                     member("kommun", 9481), member("kommun", 114), member("kommun", 34820)};
    for (std::int64_t kronor = 18'022'000; kronor < 18'022'200; ++kronor) {
        const auto parts = shares(kronor, all);
        EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), kronor);
    }
}

TEST(MemberShares, SeveralOfTheStateShareEquallyUnlessAllHaveAPopulation) {
    EXPECT_THAT(shares(400, {member("stat"), member("stat"), member("region"), member("kommun", 1)}),
                ElementsAre(100, 100, 100, 100));
    EXPECT_THAT(shares(400, {member("stat"), member("region", 3), member("region", 1), member("kommun", 1)}),
                ElementsAre(200, 75, 25, 100));
    EXPECT_THAT(shares(400, {member("stat"), member("region", 3), member("region"), member("kommun", 1)}),
                ElementsAre(200, -1, -1, 100));
}

TEST(MemberShares, AreUnknownWithoutEveryMunicipalitysPopulationOrAGroup) {
    EXPECT_THAT(shares(400, {member("stat"), member("region"), member("kommun", 1), member("kommun")}),
                ElementsAre(200, 100, -1, -1));
    EXPECT_THAT(shares(400, {member("stat"), member("kommun", 1)}), ElementsAre(-1, -1));
    EXPECT_THAT(shares(-4, {member("stat"), member("region"), member("kommun", 1)}), ElementsAre(-1, -1, -1));
}

TEST(MemberShares, PopulationIsTypedForAllYearsOrForEach) {
    const auto typed = TypedInput::from_toml("[[medlem]]\nnamn = \"Borås\"\ngrupp = \"kommun\"\nkonto = \"3513\"\n"
                                             "befolkning = 114000\n[[medlem]]\nnamn = \"Mark\"\ngrupp = \"kommun\"\n"
                                             "konto = \"3514\"\nbefolkning = { 2023 = 35000, 2024 = 34900 }\n")
                           .value();
    EXPECT_EQ(typed.members[0].population_in(2019), 114000);
    EXPECT_EQ(typed.members[1].population_in(2024), 34900);
    EXPECT_EQ(typed.members[1].population_in(2022), std::nullopt);
}

TEST(MemberShares, APopulationThatIsNoWholeNumberIsAnErrorWithItsLine) {
    for (const char* bad : {"-1", "12.5", "\"14 000\"", "{ 2024 = \"x\" }", "{ i_fjol = 3 }"}) {
        const auto typed = TypedInput::from_toml(
            std::string("[[medlem]]\nnamn = \"Borås\"\ngrupp = \"kommun\"\nkonto = \"3513\"\nbefolkning = ") + bad);
        ASSERT_FALSE(typed) << bad;
        EXPECT_THAT(typed.error(), HasSubstr("ad 5")) << bad;
        EXPECT_THAT(typed.error(), HasSubstr("befolkning")) << bad;
    }
}

TEST(MemberShares, TheTableShowsThemBesideWhatIsPaid) {
    const Layout layout = one_table(
        R"({ rubrik = "B" }, { rubrik = "F", slag = "fordelning" }, { rubrik = "A", slag = "avvikelse_fordelning" })",
        R"({ nyckel = "stat", text = "S", slag = "medlemslista", grupp = "stat", karta = "notrad", kartnycklar = ["driftbidrag"] },
           { nyckel = "region", text = "R", slag = "medlemslista", grupp = "region", karta = "notrad", kartnycklar = ["driftbidrag"] },
           { nyckel = "kommuner", text = "K", slag = "medlemmar", grupp = "kommun", karta = "notrad", kartnycklar = ["driftbidrag"] },
           { nyckel = "summa", text = "Summa", slag = "summa", summa = ["stat", "region", "kommuner"] })");
    TypedInput typed;
    typed.members = {member("stat"), member("region"), member("kommun", 2), member("kommun", 1)};
    typed.members[0].account = "3511";
    typed.members[1].account = "3512";
    typed.members[2].typed[2024] = Ore::from_kronor(160);
    typed.members[3].typed[2024] = Ore::from_kronor(90);
    YearBooks year;
    year.from = {2024, 1, 1}, year.to = {2024, 12, 31};
    year.result = AccountAmounts{
        {"3511", Ore::from_kronor(-500)}, {"3512", Ore::from_kronor(-250)}, {"3513", Ore::from_kronor(-250)}};
    Books books;
    books.years = {year};
    const Report report = evaluate(layout, AccountMap::built_in("kommun-bas").value(), books, typed);
    const auto kr = [](std::int64_t kronor) { return Value(Ore::from_kronor(kronor)); };
    const auto row = [&](const char* key) { return report.find("t")->find(key)->values; };
    EXPECT_THAT(row("stat.stat0"), ElementsAre(kr(500), kr(500), kr(0)));
    EXPECT_THAT(row("region.region0"), ElementsAre(kr(250), kr(250), kr(0)));
    EXPECT_THAT(row("kommuner"), ElementsAre(kr(250), kr(250), kr(0)));
    EXPECT_THAT(row("summa"), ElementsAre(kr(1000), kr(1000), kr(0)));
}

} // namespace
} // namespace finsam
