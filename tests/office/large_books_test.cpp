// Books with more insatser and more accounts than the least workbook has lines for, through the command: every figure
// of the workbook is then compared with the engine's before the file is written.

#include "tests/command/run_command.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::office {
namespace {

using ::testing::HasSubstr;

/// Two codes differ in case alone, two are the keys of other rows, one would be a pattern in a search.
std::vector<std::string> codes() {
    std::vector<std::string> list = {"p00", "summa", "ej_fordelat", "P.*"};
    for (int i = 0; i < 56; ++i) {
        list.push_back(fmt::format("P{:02}", i));
    }
    return list;
}

/// The first year, of eight months: 30 members give 1 000 kr each, 60 insatser cost 100 kr each, rent is 9 kr.
std::string large_sie() {
    std::string sie = "#FLAGGA 0\r\n#PROGRAM \"Prov\" 1\r\n#FORMAT PC8\r\n#GEN 20250101\r\n#SIETYP 4\r\n"
                      "#ORGNR 222000-0000\r\n#FNAMN \"Provet\"\r\n#RAR 0 20240501 20241231\r\n#DIM 6 \"Projekt\"\r\n"
                      "#KONTO 1930 \"Bank\"\r\n#KONTO 4010 \"Insatser\"\r\n#KONTO 5010 \"Hyra\"\r\n";
    for (int i = 0; i < 30; ++i) {
        sie += fmt::format("#KONTO {0} \"Medlem {1}\"\r\n#RES 0 {0} -1000.00\r\n", 30110 + i, i + 1);
    }
    for (const std::string& code : codes()) {
        sie += fmt::format("#OBJEKT 6 \"{0}\" \"Insats {0}\"\r\n#PSALDO 0 202412 4010 {{6 \"{0}\"}} 100.00\r\n"
                           "#PBUDGET 0 202412 4010 {{6 \"{0}\"}} 90.00\r\n",
                           code);
    }
    return sie + "#PBUDGET 0 202412 5010 {} 11.00\r\n#RES 0 4010 6000.00\r\n#RES 0 5010 9.00\r\n"
                 "#UB 0 1930 23991.00\r\n";
}

class LargeBooks : public ::testing::Test {
protected:
    command_test::Outcome workbook(std::vector<std::string> more) const {
        std::vector<std::string> arguments = {"arbetsbok", "--sie", folder.write("stor.se", large_sie()), "--karta",
                                              "bas",       "-o",    (folder / "stor.ods").string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return command_test::run_finsam(arguments);
    }

    command_test::Folder folder;
};

TEST_F(LargeBooks, EveryInsatsAndAccountHasItsLine) {
    const auto outcome = workbook({});
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("Årets resultat: 23\u00A0991 kr")); // 30 000 - 6 000 - 9
    EXPECT_THAT(outcome.out, HasSubstr(" 0 fel"));
}

TEST_F(LargeBooks, ATypedBudgetOfNetsAndAYearTypedByItsLastDayHaveRoomToo) {
    std::string budget = "insats;netto\n";
    for (const std::string& code : codes()) {
        budget += code == "summa" ? "" : code + ";-95\n"; // the name of the row of sums in that file
    }
    const auto outcome = workbook({"--budget", folder.write("budget.csv", budget), "--indata",
                                   folder.write("indata.toml", "[ar.\"2023-04-30\"]\narets_resultat = 5\n")});
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr(" 0 fel"));
}

} // namespace
} // namespace finsam::office
