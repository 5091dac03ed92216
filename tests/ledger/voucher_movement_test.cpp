// What vouchers moved, year by year, and whether those that are listed balance and explain it.

#include "bridge/ledger/voucher_movement.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

constexpr Ore kr(int kronor) {
    return Ore::from_kronor(kronor);
}

VoucherRow row(const char* number, Date date, const char* account, int kronor) {
    VoucherRow one;
    one.series = "A", one.number = number, one.date = date, one.account = account, one.amount = kr(kronor);
    one.file_name = "bok.se";
    return one;
}

/// 2024 and 2023, each with an opening balance so that it is more than a plan.
Books two_years() {
    Books books;
    for (const std::int16_t year : {std::int16_t{2024}, std::int16_t{2023}}) {
        YearBooks one;
        one.from = {year, 1, 1}, one.to = {year, 12, 31};
        one.opening = AccountAmounts{{"1930", kr(100)}};
        books.years.push_back(one);
    }
    books.vouchers = {row("1", {2024, 1, 2}, "5010", 30), row("1", {2024, 1, 2}, "1930", -30),
                      row("1", {2023, 5, 2}, "1930", 7), row("1", {2023, 5, 2}, "3010", -7)};
    return books;
}

TEST(VoucherMovement, IsOfTheYearWhoseVoucherItIs) {
    const Books books = two_years();
    EXPECT_EQ(voucher_movement(books, 0), (AccountAmounts{{"1930", kr(-30)}, {"5010", kr(30)}}));
    EXPECT_EQ(voucher_movement(books, 1), (AccountAmounts{{"1930", kr(7)}, {"3010", kr(-7)}}));
    EXPECT_EQ(voucher_movement(books, 2), std::nullopt) << "no such year";
}

TEST(VoucherMovement, WhatTheYearsFileTellsGoesBeforeTheDays) {
    Books books = two_years();
    books.years[0].movement = AccountAmounts{{"1930", kr(1)}};
    EXPECT_EQ(voucher_movement(books, 0), (AccountAmounts{{"1930", kr(1)}}));
}

TEST(VoucherMovement, AYearWithoutVouchersHasNone) {
    Books books = two_years();
    books.vouchers.resize(2);
    EXPECT_EQ(voucher_movement(books, 1), std::nullopt);
    EXPECT_FALSE(voucher_faults(Books{}));
}

/// A budget of 2025 lists the vouchers of 2024 and 2023.
TEST(VoucherMovement, APlannedYearIsPassedOver) {
    Books books = two_years();
    YearBooks planned;
    planned.from = {2025, 1, 1}, planned.to = {2025, 12, 31};
    books.years.insert(books.years.begin(), planned);
    EXPECT_EQ(voucher_movement(books, 0), std::nullopt);
    EXPECT_EQ(voucher_movement(books, 1)->at("1930"), kr(-30));
    EXPECT_EQ(voucher_movement(books, 2)->at("1930"), kr(7));
}

TEST(VoucherFaults, ThereAreNoneInBooksThatAgree) {
    const auto faults = voucher_faults(two_years());
    ASSERT_TRUE(faults);
    EXPECT_EQ(faults->unbalanced, 0U);
    EXPECT_TRUE(faults->unexplained.empty());
}

TEST(VoucherFaults, VouchersOfTheSameNumberInTwoYearsAreTwo) {
    Books books = two_years();
    books.vouchers[0].amount += kr(5); // 2024 has 5 too much, 2023 5 too little: together they are zero
    books.vouchers[2].amount -= kr(5);
    EXPECT_EQ(voucher_faults(books)->unbalanced, 2U);
}

TEST(VoucherFaults, AnAccountThatMovedOtherwiseIsNamed) {
    Books books = two_years();
    books.years[0].movement = voucher_movement(books, 0);
    books.vouchers[1].account = "1910";
    const auto faults = voucher_faults(books);
    EXPECT_EQ(faults->unbalanced, 0U);
    EXPECT_EQ(faults->unexplained, (AccountAmounts{{"1910", kr(-30)}, {"1930", kr(30)}}));
}

} // namespace
} // namespace finsam
