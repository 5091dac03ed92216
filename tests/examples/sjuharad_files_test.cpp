// The example of Sjuhärad: files that tie, with the account numbers that the report's notes show.

#include "examples/books/posted_books.hpp"
#include "tests/examples/insjoriket_documents.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::example {

namespace {

using sie::BalanceKind;

const std::vector<sie::Document>& documents() {
    static const std::vector<sie::Document> read = [] {
        std::vector<sie::Document> out;
        const auto files = sjuharad_files();
        EXPECT_TRUE(files) << files.error();
        for (const ExampleFile& file : files.value_or(std::vector<ExampleFile>{}))
            out.push_back(sie::read_document(std::string_view(file.bytes)));
        return out;
    }();
    return read;
}

Ore kronor(double amount) {
    return *from_kronor_double(amount);
}

TEST(SjuharadFiles, are_two_years_that_tie_in_every_voucher_and_account) {
    ASSERT_EQ(documents().size(), 2U);
    for (const sie::Document& document : documents()) {
        EXPECT_EQ(document.result.unbalanced_vouchers, 0U);
        const sie::Reconciliation tie = sie::reconcile(document);
        EXPECT_EQ(tie.opening_sum, Ore(0));
        EXPECT_EQ(tie.closing_and_result_sum, Ore(0));
        EXPECT_THAT(tie.deviating_accounts, testing::IsEmpty());
        EXPECT_GT(document.vouchers.size(), 200U);
    }
}

TEST(SjuharadFiles, have_the_notes_accounts_to_the_ore) {
    const auto balances = amounts(documents().at(0), BalanceKind::ub, 0);
    EXPECT_EQ(balances.at("1930"), kronor(5100251.73));
    EXPECT_EQ(balances.at("2411"), kronor(-6708146.97));
    const auto results = amounts(documents().at(0), BalanceKind::res, 0);
    EXPECT_EQ(results.at("5539"), kronor(20691706.70));
    EXPECT_EQ(results.at("5540"), kronor(-387231.50));
    EXPECT_EQ(results.at("3740"), kronor(13.95));
    EXPECT_EQ(amounts(documents().at(1), BalanceKind::res, 0).at("7599"), kronor(92372.53));
}

TEST(SjuharadFiles, open_the_next_year_with_the_result_in_equity) {
    EXPECT_EQ(amounts(documents().at(1), BalanceKind::ub, 0).at("2010"), kronor(-3842877.86));
    EXPECT_EQ(amounts(documents().at(0), BalanceKind::ib, 0).at("2010"), kronor(-3037883.49));
}

} // namespace

} // namespace finsam::example
