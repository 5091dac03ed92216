// finsam exportera, as a user runs it.

#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// A ledger with the example's two years.
struct ExportCommand : testing::Test {
    Folder folder;
    std::string ledger = (folder / "L.db").string();
    std::string target = (folder / "ut.se").string();

    void SetUp() override {
        const Outcome outcome =
            run_finsam({"importera", "--huvudbok", ledger, example_books().year_2023, example_books().year_2024});
        ASSERT_EQ(outcome.exit, 0) << outcome.err;
    }
    [[nodiscard]] Outcome export_as(const std::vector<std::string>& more) const {
        std::vector<std::string> arguments = {"exportera", "--huvudbok", ledger, "-o", target};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_finsam(arguments);
    }
    [[nodiscard]] std::string report_of(const std::string& of_ledger) const {
        const Outcome outcome = run_finsam({"rapport", "--huvudbok", of_ledger, "--karta", "bas", "--format", "csv"});
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
        return outcome.out;
    }
};

TEST_F(ExportCommand, WritesBooksThatGiveTheSameReport) {
    const std::string again = (folder / "igen.db").string();
    for (const std::string year : {"2023", "2024"}) {
        target = (folder / (year + ".se")).string();
        const Outcome made = export_as({"--ar", year, "--ksumma"});
        EXPECT_EQ(made.exit, 0) << made.err;
        EXPECT_EQ(made.err, "");
        const Outcome taken = run_finsam({"importera", "--huvudbok", again, target});
        EXPECT_EQ(taken.exit, 0) << taken.err;
        EXPECT_EQ(taken.err, "");
    }
    const std::string report = report_of(ledger);
    EXPECT_THAT(report, HasSubstr("1662665,00")); // the published result of 2024
    EXPECT_EQ(report_of(again), report);
}

TEST_F(ExportCommand, SummarisesWhatItWrote) {
    const Outcome made = export_as({"--ksumma"});
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_THAT(made.out, AllOf(HasSubstr("Skrev " + target),
                                HasSubstr("SIE typ 4E, Samordningsförbundet Insjöriket, "
                                          "räkenskapsår 2024, ur insjoriket-2024.se"),
                                HasSubstr("1 #FLAGGA"), HasSubstr("#TRANS"), HasSubstr("Kontrollsumma: ")));
    const std::string bytes = read_file(target);
    EXPECT_TRUE(bytes.starts_with("#FLAGGA 0\r\n#KSUMMA\r\n#PROGRAM \"finsam\""));
    const auto sum = made.out.substr(made.out.find("Kontrollsumma: ") + 15);
    EXPECT_TRUE(bytes.ends_with("#KSUMMA " + sum.substr(0, sum.find('\n')) + "\r\n"));
}

TEST_F(ExportCommand, HasNoChecksumUnlessAsked) {
    EXPECT_EQ(export_as({}).exit, 0);
    EXPECT_THAT(read_file(target), Not(HasSubstr("#KSUMMA")));
}

TEST_F(ExportCommand, WritesEveryType) {
    for (const std::string type : {"1", "2", "3", "4E", "4I"}) {
        target = (folder / ("typ" + type + (type == "4I" ? ".si" : ".se"))).string();
        const Outcome made = export_as({"--typ", type});
        EXPECT_EQ(made.exit, 0) << made.err;
        EXPECT_EQ(made.err, "");
        const Outcome checked = run_finsam({"kontrollera", "--json", target});
        const auto file = nlohmann::json::parse(checked.out).at(0);
        EXPECT_EQ(file.at("sietyp").get<int>(), type.front() - '0');
        EXPECT_EQ(file.at("kodning"), "cp437");
        EXPECT_TRUE(file.at("avvisade").empty());
        EXPECT_EQ(file.at("antal").contains("VER"), type.starts_with("4"));
        EXPECT_EQ(file.at("antal").contains("UB"), type != "4I");
        EXPECT_EQ(file.at("antal").contains("PSALDO"), type == "2" || type == "3");
    }
}

TEST_F(ExportCommand, TakesTheTypeInSmallLetters) {
    EXPECT_EQ(export_as({"--typ", "4e"}).exit, 0);
    EXPECT_THAT(read_file(target), HasSubstr("#VER"));
}

TEST_F(ExportCommand, ReplacesAFileOnlyWhenToldTo) {
    folder.write("ut.se", "gammal");
    const Outcome refused = export_as({});
    EXPECT_EQ(refused.exit, 2);
    EXPECT_THAT(refused.err, HasSubstr("--skriv-over"));
    EXPECT_EQ(read_file(target), "gammal");
    EXPECT_EQ(export_as({"--skriv-over"}).exit, 0);
    EXPECT_THAT(read_file(target), HasSubstr("#FLAGGA 0"));
}

TEST_F(ExportCommand, WantsANameToWriteTo) {
    target = "";
    const Outcome refused = export_as({});
    EXPECT_EQ(refused.exit, 2);
    EXPECT_THAT(refused.err, HasSubstr("namn är tomt"));
}

TEST_F(ExportCommand, NeverWritesOverTheLedger) {
    const std::string before = read_file(ledger);
    target = ledger;
    EXPECT_EQ(export_as({"--skriv-over"}).exit, 2);
    EXPECT_EQ(read_file(ledger), before);
}

TEST_F(ExportCommand, LeavesNothingBehindWhenItRefuses) {
    const Outcome refused = export_as({"--ar", "1999"});
    EXPECT_EQ(refused.exit, 2);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("1999"), HasSubstr("2024, 2023")));
    EXPECT_FALSE(std::filesystem::exists(target));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        EXPECT_EQ(entry.path().filename(), "L.db");
    }
}

TEST_F(ExportCommand, SaysWhichTypesThereAre) {
    EXPECT_EQ(export_as({"--typ", "5"}).exit, 2);
    EXPECT_THAT(export_as({"--typ", "5"}).err,
                HasSubstr("--typ: ”5” går inte att välja. Välj något av 1, 2, 3, 4E, 4I."));
}

TEST_F(ExportCommand, SaysWhenTheNameWouldMisleadOtherPrograms) {
    const Outcome made = export_as({"--typ", "4I"});
    EXPECT_EQ(made.exit, 0);
    EXPECT_THAT(made.err, HasSubstr("brukar sluta på .si"));
}

TEST(ExportFromFaultyFile, SaysThatRecordsAreMissing) {
    const Folder folder;
    const std::string ledger = (folder / "L.db").string();
    const std::string file = folder.write(
        "fel.se", "#FLAGGA 0\n#PROGRAM a b\n#FORMAT PC8\n#GEN 20250101\n#SIETYP 4\n#FNAMN \"Konto i \xE2\x82\xAC\"\n"
                  "#RAR 0 20240101 20241231\n#UB 0 1930 1\n#VER A 1 20240101\n{\n#TRANS 1930 {} 1\n}\n");
    EXPECT_EQ(run_finsam({"importera", "--huvudbok", ledger, file}).exit, 1);
    const Outcome made = run_finsam({"exportera", "--huvudbok", ledger, "-o", (folder / "ut.se").string()});
    EXPECT_EQ(made.exit, 1);
    EXPECT_THAT(made.err, AllOf(HasSubstr("(1 fel, 1 avvisad verifikation)"), HasSubstr("[tecken_ersatta]")));
    EXPECT_THAT(made.out, HasSubstr("1 text har tecken"));
    EXPECT_THAT(read_file(folder / "ut.se"), HasSubstr("#FNAMN \"Konto i EUR\""));
}

} // namespace
} // namespace finsam::command_test
