// Översikt and the chain of eget kapital over all the years that a ledger has, through the command.

#include "tests/command/made_years.hpp"
#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

/// Results 100, 50, -30, 20, 0, 60, 10 on an eget kapital of 500.
std::vector<MadeYear> seven_years() {
    return chained({{2018, 500, 900, 400, 100, 300},
                    {0, 0, 900, 450, 100, 300},
                    {0, 0, 900, 500, 100, 330},
                    {0, 0, 920, 500, 100, 300},
                    {0, 0, 920, 500, 110, 310},
                    {0, 0, 980, 500, 110, 310},
                    {0, 0, 980, 540, 110, 320}});
}

class YearsOfALedger : public testing::Test {
protected:
    void import(const std::vector<MadeYear>& years) const {
        for (const MadeYear& year : years) {
            const std::string file =
                folder.write(fmt::format("{}.se", year.year), sie_of("Samordning Sjon", "222000-1111", year));
            const Outcome outcome = run_finsam({"importera", "--huvudbok", ledger(), file});
            ASSERT_EQ(outcome.exit, 0) << outcome.err;
        }
    }
    json report(int year, std::vector<std::string> more = {}, int exit = 0) const {
        std::vector<std::string> arguments = {"rapport", "--huvudbok", ledger(),   "--ar", std::to_string(year),
                                              "--karta", "bas",        "--format", "json", "--uppstallning",
                                              "ore"}; // an översikt of six years
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Outcome outcome = run_finsam(arguments);
        EXPECT_EQ(outcome.exit, exit) << outcome.err;
        return json::parse(outcome.out);
    }
    static std::vector<std::string> values(const json& all, const std::string& row) {
        std::vector<std::string> list;
        for (const json& one : all["tabeller"]["oversikt"]["rader"]) {
            if (one["nyckel"] == row) {
                for (const json& value : one["varden"]) {
                    list.push_back(value.is_null() ? "" : value.get<std::string>());
                }
            }
        }
        return list;
    }
    static std::vector<json> checks(const json& all, const std::string& key) {
        std::vector<json> list;
        std::ranges::copy_if(all["kontroller"], std::back_inserter(list),
                             [&](const json& one) { return one["nyckel"] == key; });
        return list;
    }
    std::string ledger() const { return (folder / "l.db").string(); }
    Folder folder;
};

TEST_F(YearsOfALedger, TheOverviewOfAnyYearReachesFiveYearsBack) {
    import(seven_years());
    const json latest = report(2024);
    EXPECT_THAT(values(latest, "eget_kapital"),
                ElementsAre("710.00", "700.00", "640.00", "640.00", "620.00", "650.00"));
    EXPECT_THAT(values(latest, "arets_resultat"), ElementsAre("10.00", "60.00", "0.00", "20.00", "-30.00", "50.00"));
    for (const json& tie : checks(latest, "oversikt_ek_kedja")) {
        EXPECT_EQ(tie["tillstand"], "stämmer") << tie;
    }
    EXPECT_EQ(checks(latest, "oversikt_ek_kedja").size(), 5U);
    const json earlier = report(2021);
    EXPECT_THAT(values(earlier, "eget_kapital"), ElementsAre("640.00", "620.00", "650.00", "600.00", "500.00", ""))
        << "2017 is known by what 2018 began with";
    EXPECT_THAT(values(earlier, "arets_resultat"), ElementsAre("20.00", "-30.00", "50.00", "100.00", "", ""));
}

TEST_F(YearsOfALedger, TypedFiguresFillAGap) {
    std::vector<MadeYear> years = seven_years();
    years.erase(years.begin() + 4); // 2022: result 0
    import(years);
    EXPECT_THAT(values(report(2024), "arets_resultat"), ElementsAre("10.00", "60.00", "", "20.00", "-30.00", "50.00"));
    const std::string typed = folder.write("indata.toml", "[ar.2022]\narets_resultat = 0\n");
    const json filled = report(2024, {"--indata", typed});
    EXPECT_THAT(values(filled, "arets_resultat"), ElementsAre("10.00", "60.00", "0.00", "20.00", "-30.00", "50.00"));
    EXPECT_THAT(values(filled, "eget_kapital"), ElementsAre("710.00", "700.00", "640.00", "640.00", "620.00", "650.00"))
        << "2022 as 2023 began";
    for (const json& tie : checks(filled, "oversikt_ek_kedja")) {
        EXPECT_EQ(tie["tillstand"], "stämmer") << tie;
    }
}

TEST_F(YearsOfALedger, ABreakInTheChainIsReportedByTheYearsAndTheAmounts) {
    std::vector<MadeYear> years = seven_years();
    for (std::size_t i = 3; i < years.size(); ++i) { // 2021 begins with 5 kr less than 2020 ended with
        years[i].opening -= 5;
    }
    import(years);
    const json all = report(2024, {}, 1);
    std::vector<json> broken;
    std::ranges::copy_if(all["kontroller"], std::back_inserter(broken),
                         [](const json& one) { return one["tillstand"] == "fel"; });
    ASSERT_FALSE(broken.empty());
    const auto chain = checks(all, "ib_ub");
    const auto of_2021 = std::ranges::find(chain, "2021", [](const json& one) { return one["ar"].get<std::string>(); });
    ASSERT_NE(of_2021, chain.end());
    EXPECT_EQ((*of_2021)["tillstand"], "fel");
    EXPECT_EQ((*of_2021)["vanster"], "615.00");
    EXPECT_EQ((*of_2021)["hoger"], "620.00");
    EXPECT_EQ((*of_2021)["detalj"], "Ingående balans 2021 är inte utgående balans 2020. Skiljer: 1930 Bank.");
    for (const json& one : chain) {
        EXPECT_EQ(one["tillstand"], one["ar"] == "2021" ? "fel" : "stämmer") << one;
    }
}

} // namespace
} // namespace finsam::command_test
