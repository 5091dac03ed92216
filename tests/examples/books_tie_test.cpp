// The example's bookkeeping: what an auditor checks in a ledger.

#include "tests/examples/insjoriket_documents.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace finsam::example {

namespace {

using sie::BalanceKind;

class ExampleBooksOf : public testing::TestWithParam<int> {};

INSTANTIATE_TEST_SUITE_P(Year, ExampleBooksOf, testing::Values(2024, 2023));

std::map<std::string, Ore> movements(const sie::Document& document) {
    std::map<std::string, Ore> moved;
    for (const sie::Voucher& voucher : document.vouchers)
        for (const sie::TransactionRow& row : voucher.rows)
            moved[row.account] += row.amount;
    return moved;
}

TEST_P(ExampleBooksOf, balance_in_every_voucher) {
    const sie::Document& document = document_of(GetParam());
    EXPECT_EQ(document.result.unbalanced_vouchers, 0u);
    for (const sie::Voucher& voucher : document.vouchers) {
        Ore sum;
        for (const sie::TransactionRow& row : voucher.rows)
            sum += row.amount;
        EXPECT_TRUE(sum.is_zero()) << voucher.series << voucher.number;
        EXPECT_GE(voucher.rows.size(), 2u) << voucher.series << voucher.number;
    }
}

TEST_P(ExampleBooksOf, number_every_series_from_one_without_gaps_and_by_date) {
    std::map<std::string, int> last;
    std::map<std::string, Date> date;
    for (const sie::Voucher& voucher : document_of(GetParam()).vouchers) {
        EXPECT_EQ(voucher.number, std::to_string(++last[voucher.series])) << "series " << voucher.series;
        EXPECT_LE(date[voucher.series], voucher.date) << voucher.series << voucher.number;
        date[voucher.series] = voucher.date;
    }
}

TEST_P(ExampleBooksOf, lie_inside_the_year) {
    for (const sie::Voucher& voucher : document_of(GetParam()).vouchers)
        EXPECT_EQ(voucher.date.year, GetParam()) << voucher.series << voucher.number;
}

TEST_P(ExampleBooksOf, go_from_opening_through_vouchers_to_closing) {
    const sie::Document& document = document_of(GetParam());
    const auto opening = amounts(document, BalanceKind::ib, 0);
    const auto closing = amounts(document, BalanceKind::ub, 0);
    const auto result = amounts(document, BalanceKind::res, 0);
    const auto moved = movements(document);
    for (const sie::Account& account : document.accounts) {
        const auto of = [&](const std::map<std::string, Ore>& in) {
            const auto at = in.find(account.number);
            return at == in.end() ? Ore(0) : at->second;
        };
        EXPECT_EQ(of(opening) + of(moved), of(closing) + of(result)) << account.number;
        EXPECT_TRUE((is_balance_account(account.number) ? of(result) : of(closing)).is_zero()) << account.number;
    }
}

TEST_P(ExampleBooksOf, tie_by_the_reader_s_own_reconciliation) {
    const sie::Reconciliation tie = sie::reconcile(document_of(GetParam()));
    EXPECT_EQ(tie.opening_sum, Ore(0));
    EXPECT_EQ(tie.closing_and_result_sum, Ore(0));
    EXPECT_EQ(tie.unbalanced_vouchers, 0u);
    EXPECT_THAT(tie.deviating_accounts, testing::IsEmpty());
}

TEST_P(ExampleBooksOf, give_every_cost_an_insats_and_an_ansvar_and_leave_interest_without) {
    for (const sie::Voucher& voucher : document_of(GetParam()).vouchers) {
        for (const sie::TransactionRow& row : voucher.rows) {
            const char account_class = row.account.front();
            std::set<std::string> dimensions;
            for (const sie::ObjectRef& object : row.objects)
                dimensions.insert(object.dimension);
            const bool carries = account_class >= '3' && account_class <= '7';
            EXPECT_EQ(dimensions, (carries ? std::set<std::string>{"20", "21"} : std::set<std::string>{}))
                << voucher.series << voucher.number << " " << row.account;
        }
    }
}

TEST_P(ExampleBooksOf, never_overdraw_the_bank_or_turn_a_claim_into_a_debt) {
    const sie::Document& document = document_of(GetParam());
    for (const std::string account : {"1510", "1630", "1650", "1930"}) {
        Ore balance = amounts(document, BalanceKind::ib, 0)[account];
        std::map<Date, Ore> by_day;
        for (const sie::Voucher& voucher : document.vouchers)
            for (const sie::TransactionRow& row : voucher.rows)
                if (row.account == account)
                    by_day[voucher.date] += row.amount;
        for (const auto& [date, moved] : by_day) {
            balance += moved;
            EXPECT_GE(balance, Ore(0)) << account << " " << to_iso(date);
        }
    }
}

TEST(ExampleBooks, open_2024_with_the_closing_balances_of_2023) {
    const auto closing = amounts(document_of(2023), BalanceKind::ub, 0);
    EXPECT_FALSE(closing.empty());
    EXPECT_EQ(amounts(document_of(2024), BalanceKind::ib, 0), closing);
    EXPECT_EQ(amounts(document_of(2024), BalanceKind::ub, -1), closing);
    EXPECT_EQ(amounts(document_of(2024), BalanceKind::ib, -1), amounts(document_of(2023), BalanceKind::ib, 0));
    EXPECT_EQ(amounts(document_of(2024), BalanceKind::res, -1), amounts(document_of(2023), BalanceKind::res, 0));
}

TEST(ExampleBooks, open_2023_with_the_closing_balances_of_2022) {
    EXPECT_EQ(amounts(document_of(2023), BalanceKind::ub, -1), amounts(document_of(2023), BalanceKind::ib, 0));
    EXPECT_TRUE(amounts(document_of(2023), BalanceKind::ib, -1).empty());
}

TEST(ExampleBooks, book_the_result_of_2023_and_not_that_of_2024) {
    EXPECT_EQ(amounts(document_of(2023), BalanceKind::res, 0)["8999"], Ore::from_kronor(227'855));
    EXPECT_EQ(amounts(document_of(2023), BalanceKind::ub, 0)["2099"], Ore::from_kronor(-227'855));
    EXPECT_FALSE(amounts(document_of(2024), BalanceKind::res, 0).contains("8999"));
    EXPECT_FALSE(amounts(document_of(2024), BalanceKind::ub, 0).contains("2099"));
    EXPECT_EQ(amounts(document_of(2024), BalanceKind::ub, 0)["2091"], Ore::from_kronor(-6'789'339));
}

TEST(ExampleBooks, hold_ore_in_vouchers_but_whole_kronor_at_the_year_s_end) {
    std::size_t with_ore = 0;
    for (const sie::Voucher& voucher : document_of(2024).vouchers)
        for (const sie::TransactionRow& row : voucher.rows)
            with_ore += row.amount.count() % 100 != 0 ? 1 : 0;
    EXPECT_GT(with_ore, 100u);
    for (const BalanceKind kind : {BalanceKind::ub, BalanceKind::res})
        for (const auto& [account, amount] : amounts(document_of(2024), kind, 0))
            EXPECT_EQ(amount.count() % 100, 0) << account;
}

} // namespace

} // namespace finsam::example
