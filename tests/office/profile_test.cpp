#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::command_test {
namespace {

TEST(KeptProfile, AFolderWithOtherThingsIsLeftAlone) {
    const Folder folder;
    std::filesystem::create_directory(folder / "mitt");
    const std::string other = folder.write("mitt/brev.txt", "viktigt");
    const Outcome outcome = run_finsam({"arbetsbok", "--sie", example_books().year_2024, "--karta", "bas", "--profil",
                                        (folder / "mitt").string(), "-o", (folder / "ut.ods").string()});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, ::testing::HasSubstr("är inte en profil som finsam har gjort"));
    EXPECT_EQ(read_file(other), "viktigt");
    EXPECT_FALSE(std::filesystem::exists(folder / "ut.ods"));
}

} // namespace
} // namespace finsam::command_test
