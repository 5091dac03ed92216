// `finsam kontrollera --huvudbok` and `--bokforing`: text, JSON and exit codes.

#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json check_named(const json& year, const std::string& name) {
    for (const json& one : year.at("kontroller")) {
        if (one.at("kontroll") == name) {
            return one;
        }
    }
    return {};
}

TEST(LedgerCheckCommand, TheExamplesHaveNoErrorsAndNoWarnings) {
    for (const char* forbund : {"insjoriket", "sjuharad", "solleftea"}) {
        const ExampleBooks books = example_books(forbund);
        const Outcome outcome = run_finsam({"kontrollera", "--bokforing", "--json", books.year_2024, books.year_2023});
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
        const json years = json::parse(outcome.out);
        ASSERT_EQ(years.size(), 2U);
        for (const json& year : years) {
            EXPECT_EQ(year.at("fel"), 0) << forbund << year.dump(1);
            EXPECT_EQ(year.at("varningar"), 0) << forbund << year.dump(1);
        }
        EXPECT_EQ(check_named(years[0], "ib_ub").at("tillstand"), "stämmer");
        EXPECT_EQ(check_named(years[0], "ib_rorelse_ub").at("tillstand"), "stämmer");
    }
}

TEST(LedgerCheckCommand, AFaultIsInTextAndJsonWithItsVoucher) {
    const Folder folder;
    std::string sie = read_file(example_books().year_2024);
    const auto at = sie.find("#VER B 12 2024");
    ASSERT_NE(at, std::string::npos);
    sie.replace(sie.find("2024", at), 4, "2025");
    sie.erase(sie.rfind("#KSUMMA")); // the last record, the sum of what was there before
    sie.erase(sie.find("#KSUMMA"), sizeof("#KSUMMA\r\n") - 1);
    const std::string ledger = (folder / "l.db").string();
    ASSERT_EQ(run_finsam({"importera", "--huvudbok", ledger, folder.write("2024.se", sie)}).exit, 0);
    const Outcome text = run_finsam({"kontrollera", "--huvudbok", ledger, "--ar", "2024"});
    EXPECT_EQ(text.exit, 1);
    EXPECT_THAT(text.out, HasSubstr("fel           Verifikationernas datum ligger i räkenskapsåret"));
    EXPECT_THAT(text.out, HasSubstr("B 12, 2025-"));
    const Outcome as_json = run_finsam({"kontrollera", "--huvudbok", ledger, "--json"});
    const json finding = check_named(json::parse(as_json.out).at(0), "datum_i_aret").at("fynd").at(0);
    EXPECT_EQ(finding.at("allvar"), "fel");
    EXPECT_EQ(finding.at("verifikation").at("nummer"), "12");
    EXPECT_EQ(finding.at("verifikation").at("fil"), "2024.se");
}

TEST(LedgerCheckCommand, WantsALedgerOrFilesAndNotBoth) {
    EXPECT_EQ(run_finsam({"kontrollera"}).exit, 2);
    EXPECT_EQ(run_finsam({"kontrollera", "--huvudbok", "l.db", "a.se"}).exit, 2);
    const Folder folder;
    const Outcome none = run_finsam({"kontrollera", "--huvudbok", (folder / "ingen.db").string()});
    EXPECT_EQ(none.exit, 2);
    EXPECT_THAT(none.err, HasSubstr("finns inte"));
}

} // namespace
} // namespace finsam::command_test
