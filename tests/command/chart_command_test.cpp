// Which chart the books seem to follow, as `finsam rapport` tells it.

#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Income 100, pay 60, rent 30, interest 1: BAS by the names of the accounts.
const std::string bas_books =
    "#FLAGGA 0\n#PROGRAM \"Prov\" 1\n#FORMAT PC8\n#GEN 20250101\n#SIETYP 4\n#ORGNR 222000-0000\n"
    "#FNAMN \"Provet\"\n#RAR 0 20240101 20241231\n#KONTO 1930 \"Bank\"\n#KONTO 3010 \"Driftbidrag\"\n"
    "#KONTO 5010 \"Lokalhyra\"\n#KONTO 7010 \"L\x94ner\"\n#KONTO 7510 \"Arbetsgivaravgifter\"\n"
    "#KONTO 8410 \"R\x84ntekostnader\"\n#UB 0 1930 9.00\n#RES 0 3010 -100.00\n#RES 0 5010 30.00\n"
    "#RES 0 7510 60.00\n#RES 0 8410 1.00\n";

class ChartOfAccounts : public testing::Test {
protected:
    Outcome report(std::vector<std::string> more) const {
        std::vector<std::string> arguments = {"rapport", "--sie", folder.write("prov.se", bas_books)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_finsam(arguments);
    }
    Folder folder;
};

TEST_F(ChartOfAccounts, ADefaultThatDoesNotFitIsTold) {
    const Outcome outcome = report({});
    EXPECT_THAT(outcome.out, HasSubstr("Kontokarta: kommun-bas. Kontoplanen ser ut att vara BAS"));
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("7510 Arbetsgivaravgifter"), HasSubstr("Välj --kontoplan bas")));
}

TEST_F(ChartOfAccounts, TheRightChoiceIsSilentAndUsesItsMap) {
    const Outcome outcome = report({"--kontoplan", "bas", "--format", "json"});
    EXPECT_THAT(outcome.err, Not(HasSubstr("--kontoplan")));
    const json all = json::parse(outcome.out);
    EXPECT_EQ(all["kontoplan"]["karta"], "bas");
    EXPECT_EQ(all["kontoplan"]["foreslagen"], "bas");
    EXPECT_EQ(all["kontoplan"]["sakerhet"], "säker");
    EXPECT_FALSE(all["kontoplan"]["skal"].empty());
    EXPECT_EQ(all["tabeller"]["resultatrakning"]["rader"][0]["varden"][0], "100.00");
}

TEST_F(ChartOfAccounts, AnUnknownChartAndAChartBesideAMapAreRefused) {
    EXPECT_NE(report({"--kontoplan", "k2"}).exit, 0);
    EXPECT_NE(report({"--kontoplan", "bas", "--karta", "bas"}).exit, 0);
    EXPECT_EQ(report({"--kontoplan", "k2"}).out, "");
}

} // namespace
} // namespace finsam::command_test
