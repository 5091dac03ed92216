// A ledger that lacks a year in between, through the command: the workbook shows the years that are known, and every
// figure of it is compared with the engine's before the file is written.

#include "tests/command/made_years.hpp"
#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::office {
namespace {

using ::testing::HasSubstr;

/// Results 100, 50, -30 and 20 on an eget kapital of 500; the file of 2022 is missing.
TEST(AYearIsMissing, TheWorkbookHasTheOthers) {
    const command_test::Folder folder;
    const std::string ledger = (folder / "l.db").string();
    for (const command_test::MadeYear& year : command_test::chained({{2021, 500, 900, 400, 100, 300},
                                                                     {0, 0, 900, 450, 100, 300},
                                                                     {0, 0, 900, 500, 100, 330},
                                                                     {0, 0, 920, 500, 100, 300}})) {
        if (year.year != 2022) {
            const std::string file = folder.write(fmt::format("{}.se", year.year),
                                                  command_test::sie_of("Samordning Sjon", "222000-1111", year));
            const auto imported = command_test::run_finsam({"importera", "--huvudbok", ledger, file});
            ASSERT_EQ(imported.exit, 0) << imported.err;
        }
    }
    const std::string workbook = (folder / "rapport.ods").string();
    const auto outcome =
        command_test::run_finsam({"arbetsbok", "--huvudbok", ledger, "--ar", "2024", "--karta", "bas", "--uppstallning",
                                  "ore", "-o", workbook}); // an översikt of six years
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_THAT(outcome.out, ::testing::AllOf(HasSubstr("Årets resultat: 20 kr"), HasSubstr(" 0 fel")));
    EXPECT_TRUE(std::filesystem::exists(workbook));
}

} // namespace
} // namespace finsam::office
