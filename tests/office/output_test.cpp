// What the command leaves behind: all of its files or none, and nothing else.

#include "tests/command/run_command.hpp"
#include "tests/office/office_test.hpp"

#include <algorithm>
#include <csignal>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

namespace finsam::office {
namespace {

using command_test::Folder;
using command_test::Outcome;
using command_test::read_file;
using ::testing::HasSubstr;

class Output : public OfficeTest {
protected:
    static std::vector<std::string> arguments(const std::vector<std::string>& more) {
        std::vector<std::string> all = {"arbetsbok", "--sie", command_test::example_books().year_2024, "--karta",
                                        "bas"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    static Outcome workbook(const std::vector<std::string>& more) { return command_test::run_finsam(arguments(more)); }
    static std::vector<std::string> names_in(const std::filesystem::path& folder) {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            names.push_back(entry.path().filename().string());
        }
        std::ranges::sort(names);
        return names;
    }
};

TEST_F(Output, EachFileGoesToItsOwnFolderWhateverItsName) {
    const Folder folder;
    std::filesystem::create_directory(folder / "å ä ö");
    const Outcome outcome =
        workbook({"-o", (folder / "bok.ods").string(), "--pdf", (folder / "å ä ö" / "rapport 1.pdf").string()});
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_THAT(names_in(folder.path()), ::testing::ElementsAre("bok.ods", "å ä ö"));
    EXPECT_THAT(names_in(folder / "å ä ö"), ::testing::ElementsAre("rapport 1.pdf"));
}

TEST_F(Output, WhatDoesNotHoldIsToldInWords) {
    const Folder folder;
    std::string books = read_file(command_test::example_books().year_2024);
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"#TRANS 5010", "#TRANS 9999999"},
                                   {"#KSUMMA", "#XSUMMA"}}) { // rent is booked elsewhere, but #RES still has it
        for (auto at = books.find(from); at != std::string::npos; at = books.find(from, at + to.size())) {
            books.replace(at, from.size(), to);
        }
    }
    const Outcome outcome = command_test::run_finsam({"arbetsbok", "--sie", folder.write("odd.se", books),
                                                      "--karta", "bas", "-o", (folder / "bok.ods").string()});
    EXPECT_EQ(outcome.exit, 1);
    EXPECT_THAT(outcome.out, HasSubstr("Stämmer inte: Ingående balans + verifikationer = utgående balans och resultat "
                                       "2024: Skiljer: 5010 Lokalhyra, 9999999."));
}

TEST_F(Output, AnotherFileSystemIsNoObstacle) {
    if (!std::filesystem::is_directory("/dev/shm")) {
        GTEST_SKIP() << "/dev/shm finns inte här";
    }
    const Folder folder;
    const std::filesystem::path pdf = "/dev/shm/finsam-test-" + std::to_string(getpid()) + ".pdf";
    EXPECT_EQ(workbook({"-o", (folder / "bok.ods").string(), "--pdf", pdf.string()}).exit, 0);
    EXPECT_TRUE(read_file(pdf).starts_with("%PDF"));
    std::filesystem::remove(pdf);
}

TEST_F(Output, AFileThatCannotBeWrittenLeavesTheOthersAsTheyWere) {
    const Folder folder;
    const std::string old = folder.write("bok.ods", "gammal");
    const Outcome outcome = workbook({"-o", old, "--pdf", (folder / "saknas" / "r.pdf").string(), "--skriv-over"});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("mappen finns inte"));
    EXPECT_EQ(read_file(old), "gammal");
    EXPECT_THAT(names_in(folder.path()), ::testing::ElementsAre("bok.ods"));
}

TEST_F(Output, OverwritingReplacesTheFile) {
    const Folder folder;
    const std::string old = folder.write("bok.ods", "gammal");
    EXPECT_EQ(workbook({"-o", old, "--skriv-over"}).exit, 0);
    EXPECT_TRUE(read_file(old).starts_with("PK"));
    EXPECT_THAT(names_in(folder.path()), ::testing::ElementsAre("bok.ods"));
}

TEST_F(Output, AnInputFileIsNeverOverwritten) {
    const Folder folder;
    const std::string books = read_file(command_test::example_books().year_2024);
    const std::string sie = folder.write("bok.ods", books); // a SIE file under a workbook's name
    const Outcome outcome =
        command_test::run_finsam({"arbetsbok", "--sie", sie, "--karta", "bas", "-o", sie, "--skriv-over"});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("används redan som indatafil"));
    EXPECT_EQ(read_file(sie), books);
}

TEST_F(Output, ANameThatSaysAnotherFormatIsRefused) {
    const Folder folder;
    const Outcome outcome = workbook({"-o", (folder / "bok.xlsx").string()});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("ska sluta på .ods"));
    EXPECT_TRUE(names_in(folder.path()).empty());
}

TEST_F(Output, AnInterruptedRunLeavesNothing) {
    const Folder folder;
    std::vector<std::string> words = arguments({"-o", (folder / "bok.ods").string()});
    words.insert(words.begin(), FINSAM_COMMAND);
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        execv(pointers.front(), pointers.data());
        _exit(127);
    }
    // The office writes its log as soon as it starts: then the run is in its long part.
    const auto started = [&] {
        for (const std::string& name : names_in(folder.path())) {
            std::error_code gone;
            if (std::filesystem::exists(folder / name / "soffice.log", gone)) {
                return true;
            }
        }
        return false;
    };
    int status = 0;
    pid_t ended = 0;
    while (!started() && ended == 0) {
        ended = waitpid(child, &status, WNOHANG);
    }
    ASSERT_EQ(ended, 0) << "the run was over before it could be interrupted";
    kill(child, SIGTERM);
    waitpid(child, &status, 0);
    EXPECT_TRUE(names_in(folder.path()).empty());
}

} // namespace
} // namespace finsam::office
