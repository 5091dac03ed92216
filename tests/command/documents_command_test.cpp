// --delar and --budgetplan: which document the command makes, and what it says when it cannot.

#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class DocumentsCommand : public testing::Test {
protected:
    Outcome report(std::vector<std::string> more) const {
        std::vector<std::string> arguments = {"rapport", "--sie", books.year_2024, "--karta", "bas"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_finsam(arguments);
    }
    ExampleBooks books = example_books();
    Folder folder;
};

TEST_F(DocumentsCommand, AnInterimReportIsNamedAndHasItsTables) {
    const Outcome outcome = report({"--sie", books.year_2023, "--delar", "2024-08-31", "--format", "json"});
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    const json all = json::parse(outcome.out);
    EXPECT_EQ(all["dokument"], "Delårsrapport 2024-08-31");
    EXPECT_EQ(all["tabeller"]["resultatrakning"]["kolumner"][0], "2024-01-01–2024-08-31");
    EXPECT_EQ(all["tabeller"]["resultatrakning"]["kolumner"][1], "2023-01-01–2023-08-31");
    EXPECT_FALSE(all["tabeller"].contains("oversikt"));
}

TEST_F(DocumentsCommand, WithoutLastYearsFileTheComparisonIsEmptyAndTold) {
    const Outcome outcome = report({"--delar", "2024-08-31", "--format", "json"});
    EXPECT_THAT(outcome.err, HasSubstr("Jämförelsen med perioden till 2023-08-31 är tom"));
    const json table = json::parse(outcome.out)["tabeller"]["resultatrakning"];
    EXPECT_EQ(table["kolumner"][1], "");
    EXPECT_TRUE(table["rader"][0]["varden"][1].is_null());
}

TEST_F(DocumentsCommand, ABudgetOfTheYearAfterTheBooks) {
    const std::string csv =
        folder.write("budget.csv", "insats;intäkt;kostnad;budget året före\n10;900;0;800\n11;0;850;\n");
    const Outcome outcome =
        report({"--sie", books.year_2023, "--budgetplan", "2025", "--budget", csv, "--format", "json"});
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    const json all = json::parse(outcome.out);
    EXPECT_EQ(all["dokument"], "Budget och verksamhetsplan 2025");
    EXPECT_EQ(all["tabeller"]["resultatrakning"]["rader"][0]["varden"][0], "900.00");
    EXPECT_EQ(all["tabeller"]["driftredovisning"]["rader"][0]["varden"][1], "800.00");
}

TEST_F(DocumentsCommand, WhatCannotBeMadeIsRefusedWithTheReason) {
    EXPECT_THAT(report({"--delar", "2024-08-32"}).err, HasSubstr("--delar: 2024-08-32 är ingen dag"));
    EXPECT_THAT(report({"--delar", "2024-08-31", "--ar", "2024"}).err,
                HasSubstr("Ange antingen --ar eller --delar, inte båda."));
    EXPECT_NE(report({"--delar", "2024-08-31", "--budgetplan", "2025"}).exit, 0);
    EXPECT_THAT(report({"--delar", "2020-08-31"}).err, HasSubstr("inget räkenskapsår med dagen 2020-08-31"));
    EXPECT_THAT(report({"--budgetplan", "2031"}).err, HasSubstr("Budgetåret 2031"));
    const std::string toml = folder.write(
        "egen.toml", "namn = \"x\"\ntitel = \"X\"\n[[tabell]]\nnyckel = \"t\"\ntitel = \"T\"\nblad = \"T\"\nkolumner = "
                     "[{ rubrik = \"{ar}\" }]\nrader = [{ nyckel = \"a\", text = \"A\", slag = \"konton\", kartnycklar "
                     "= [\"avskrivningar\"] }]\n");
    const Outcome outcome = report({"--delar", "2024-08-31", "--uppstallning", toml});
    EXPECT_THAT(outcome.err, HasSubstr("inga tabeller för Delårsrapport"));
    EXPECT_EQ(outcome.out, "");
}

} // namespace
} // namespace finsam::command_test
