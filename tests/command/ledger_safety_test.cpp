// `finsam importera` where the ledger cannot be written, and two of them at once: said in words, nothing lost or left.

#include "tests/command/run_command.hpp"

#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::command_test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

Outcome import(const std::string& file, const fs::path& ledger, const RunOptions& options = {}) {
    return run_finsam({"importera", "--huvudbok", ledger.string(), file}, options);
}

std::ptrdiff_t files_in(const Folder& folder) {
    return std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
}

TEST(FullDisk, LeavesNoNewLedger) {
    const Folder folder;
    const fs::path ledger = folder / "l.db";
    ASSERT_EQ(import(example_books().year_2024, ledger).exit, 0);
    const auto size = fs::file_size(ledger);
    for (std::uintmax_t room = 8'192; room < size; room += 24'576) {
        fs::remove(ledger);
        RunOptions options;
        options.largest_file = room;
        const Outcome outcome = import(example_books().year_2024, ledger, options);
        EXPECT_EQ(outcome.exit, 2) << room;
        EXPECT_THAT(outcome.err, HasSubstr("Kontrollera att disken fungerar och har plats")) << room;
        ASSERT_EQ(files_in(folder), 0) << room;
    }
}

TEST(FullDisk, LeavesALedgerWithWhatItHeld) {
    const Folder folder;
    const fs::path ledger = folder / "l.db";
    ASSERT_EQ(import(example_books().year_2023, ledger).exit, 0);
    const Outcome report_before = run_finsam({"rapport", "--huvudbok", ledger.string(), "--karta", "kommun-bas"});
    RunOptions options;
    options.largest_file = fs::file_size(ledger) + 4'096;
    const Outcome outcome = import(example_books().year_2024, ledger, options);
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("Inget har ändrats"));
    EXPECT_EQ(files_in(folder), 1);
    const Outcome report_after = run_finsam({"rapport", "--huvudbok", ledger.string(), "--karta", "kommun-bas"});
    EXPECT_EQ(report_after.out, report_before.out);
    EXPECT_EQ(report_after.exit, report_before.exit);
}

TEST(ReadOnlyFolder, LeavesItsLedgerAsItWas) {
    const Folder folder;
    const fs::path ledger = folder / "l.db";
    ASSERT_EQ(import(example_books().year_2023, ledger).exit, 0);
    const std::string before = read_file(ledger);
    const Folder readable; // the example's own folder may be closed to other users
    const std::string file = readable.write("2024.se", read_file(example_books().year_2024));
    fs::permissions(ledger, fs::perms(0666));
    fs::permissions(folder.path(), fs::perms(0555));
    RunOptions options;
    options.as_ordinary_user = true;
    const Outcome outcome = import(file, ledger, options);
    fs::permissions(folder.path(), fs::perms(0755));
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("får skriva"));
    EXPECT_TRUE(read_file(ledger) == before);
    EXPECT_EQ(files_in(folder), 1);
}

TEST(TwoImports, AtOnceIntoANewLedgerAreBothThere) {
    const Folder folder;
    const fs::path ledger = folder / "l.db";
    auto first = std::async(std::launch::async, [&] { return import(example_books().year_2024, ledger); });
    auto second = std::async(std::launch::async, [&] { return import(example_books().year_2023, ledger); });
    EXPECT_EQ(first.get().exit, 0);
    EXPECT_EQ(second.get().exit, 0);
    for (const std::string& file : {example_books().year_2024, example_books().year_2023}) {
        EXPECT_THAT(import(file, ledger).out, HasSubstr("redan inläst"));
    }
}

} // namespace
} // namespace finsam::command_test
