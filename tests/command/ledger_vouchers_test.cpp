// Vouchers of a workbook that holds none, from a ledger with the very same files.

#include "bridge/workbook/ledger_vouchers.hpp"

#include "bridge/ledger/ledger.hpp"
#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class LedgerVouchers : public testing::Test {
protected:
    std::filesystem::path ledger(const std::string& name, const std::vector<std::string>& files) const {
        Ledger made = Ledger::open(folder / name).value();
        for (const std::string& file : files) {
            EXPECT_TRUE(made.import_file(file));
        }
        return folder / name;
    }

    /// As a workbook tells them: everything but the vouchers.
    static Books without_vouchers(const std::filesystem::path& path, int year) {
        return Ledger::open_existing(path)->books({.year = year}).value();
    }

    command_test::Folder folder;
    const command_test::ExampleBooks example = command_test::example_books();
};

TEST_F(LedgerVouchers, ComeFromTheLedgerThatHasEveryFile) {
    const auto half = ledger("halv.db", {example.year_2024});
    const auto whole = ledger("hel.db", {example.year_2024, example.year_2023});
    const Books books = without_vouchers(whole, 2024);
    const std::vector<std::filesystem::path> ledgers = {folder / "borta.db", half, whole};
    const auto found = vouchers_from(ledgers, books);
    ASSERT_TRUE(found) << found.error();
    EXPECT_EQ(found->ledger, whole);
    Ore interest; // #RES 0 8314 -2846.00 and 8310 -358265.00 of the file of 2024
    for (const VoucherRow& row : found->rows) {
        if (row.date.year == 2024 && (row.account == "8310" || row.account == "8314")) {
            interest += row.amount;
        }
    }
    EXPECT_EQ(interest, Ore(-36111100));
}

TEST_F(LedgerVouchers, OfAnotherVersionOfAFileAreNotTaken) {
    std::string newer = command_test::read_file(example.year_2024);
    const auto at = newer.find("#GEN ");
    newer.replace(at, newer.find('\n', at) - at, "#GEN 20990101\r");
    const auto ours = ledger("var.db", {example.year_2024, example.year_2023});
    const auto theirs = ledger("deras.db", {folder.write("insjoriket-2024.se", newer), example.year_2023});
    const Books books = without_vouchers(ours, 2024);
    const auto found = vouchers_from(std::vector{theirs}, books);
    ASSERT_FALSE(found);
    EXPECT_THAT(found.error(), AllOf(HasSubstr("insjoriket-2024.se"), HasSubstr("Finsam > Huvudböcker")));
}

TEST_F(LedgerVouchers, OfBooksThatNameNoFileAreNotGuessed) {
    EXPECT_FALSE(vouchers_from({}, Books()));
}

} // namespace
} // namespace finsam
