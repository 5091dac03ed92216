#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::command_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

RunOptions language(const std::string& lang) {
    RunOptions options;
    options.environment = {{"LC_ALL", ""}, {"LC_MESSAGES", ""}, {"LANG", lang}};
    return options;
}

TEST(Help, IsSwedishByDefault) {
    const Outcome outcome = run_finsam({"--help"}, language("sv_SE.UTF-8"));
    EXPECT_EQ(outcome.exit, 0);
    EXPECT_THAT(outcome.out, HasSubstr("Användning"));
    EXPECT_THAT(outcome.out, HasSubstr("ifylld arbetsbok"));
}

TEST(Help, IsEnglishWhereTheLanguageIs) {
    for (const char* lang : {"en", "en_GB.UTF-8"}) {
        const Outcome outcome = run_finsam({"arbetsbok", "--help"}, language(lang));
        EXPECT_EQ(outcome.exit, 0);
        EXPECT_THAT(outcome.out, HasSubstr("Fill the annual report workbook"));
    }
}

TEST(Help, UsesTheLanguageForPositionalArgumentsToo) {
    for (const char* command : {"kontrollera", "importera"}) {
        EXPECT_THAT(run_finsam({command, "--help"}, language("en")).out,
                    AllOf(HasSubstr("files..."), Not(HasSubstr("filer"))));
        EXPECT_THAT(run_finsam({command, "--help"}, language("sv_SE.UTF-8")).out, HasSubstr("filer..."));
    }
}

TEST(Help, NamesEveryCommand) {
    const Outcome outcome = run_finsam({"--help"}, language("sv_SE.UTF-8"));
    for (const char* command : {"kontrollera", "importera", "rapport", "arbetsbok", "revisionskopia", "spara",
                                "exportera", "granska", "jamfor"}) {
        EXPECT_THAT(outcome.out, HasSubstr(command));
    }
}

} // namespace
} // namespace finsam::command_test
