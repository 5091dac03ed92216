// What ties in a file, and what does not. Figures are summed by hand in the comments.

#include "sie_fixture.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "OUB 1930 {1 10} 2024-03: 5.00 for 7.00": what the record says, for what the rest of the file gives.
std::vector<std::string> deviations(const Document& document) {
    std::vector<std::string> found;
    for (const Deviation& item : reconcile(document).deviations) {
        std::string objects;
        for (const ObjectRef& object : item.objects) {
            objects += fmt::format(" {{{} {}}}", object.dimension, object.code);
        }
        found.push_back(fmt::format("{} {}{}{}: {} for {}", stable_name(item.tie), item.account, objects,
                                    item.period ? " " + to_iso(*item.period) : "", to_decimal_kronor(item.stated),
                                    to_decimal_kronor(item.expected)));
    }
    return found;
}

constexpr std::string_view march = "#VER A 1 20240315\n{\n#TRANS 1930 {} 50\n#TRANS 3010 {1 10 6 P1} -30\n"
                                   "#TRANS 3010 {1 11} -20\n}\n";

TEST(Reconciler, PeriodsAgainstTheVouchersOfTheMonth) {
    EXPECT_THAT(deviations(read4("#PSALDO 0 202403 1930 {} 50\n#PSALDO 0 202403 3010 {} -50\n" + std::string(march))),
                IsEmpty());
    EXPECT_THAT(deviations(read4("#PSALDO 0 202403 1930 {} 49\n#PSALDO 0 202404 3010 {} -50\n" + std::string(march))),
                ElementsAre("PSALDO 1930 2024-03: 49.00 for 50.00", "PSALDO 3010 2024-04: -50.00 for 0.00",
                            "PSALDO 3010 2024-03: 0.00 for -50.00"));
}

TEST(Reconciler, PeriodsAgainstBalancesWhenThereAreNoVouchers) {
    const std::string type2 = "#FLAGGA 0\n#SIETYP 2\n#IB 0 1930 100\n#UB 0 1930 150\n#RES 0 3010 -50\n"
                              "#PSALDO 0 202403 1930 {} 20\n#PSALDO 0 202404 1930 {} 30\n";
    EXPECT_THAT(deviations(read(type2 + "#PSALDO 0 202404 3010 {} -50\n")), IsEmpty());
    EXPECT_THAT(deviations(read(type2 + "#PSALDO 0 202404 3010 {} -49\n")),
                ElementsAre("PSALDO 3010: -49.00 for -50.00"));
}

constexpr std::string_view three_accounts =
    "#VER A 1 20240315\n{\n#TRANS 1930 {} 50\n#TRANS 3010 {} -80\n#TRANS 1510 {} 30\n}\n";

TEST(Reconciler, ABalanceThatIsNotThereIsZeroWhereOthersAre) {
    EXPECT_THAT(deviations(read4("#UB 0 1930 50\n" + std::string(three_accounts))),
                ElementsAre("UB 1510: 0.00 for 30.00", "RES 3010: 0.00 for -80.00"));
    EXPECT_THAT(deviations(read4("#RES 0 3010 -80\n" + std::string(three_accounts))),
                ElementsAre("UB 1510: 0.00 for 30.00", "UB 1930: 0.00 for 50.00"));
    EXPECT_THAT(deviations(read4(three_accounts)), IsEmpty()); // 4I has none
    EXPECT_THAT(deviations(read4("#IB -1 1930 5\n#UB -1 1930 5\n" + std::string(three_accounts))), IsEmpty());
}

TEST(Reconciler, TheTypeOfAnAccountGoesBeforeItsClass) {
    EXPECT_THAT(deviations(read4("#KTYP 1510 I\n#UB 0 1930 50\n#RES 0 3010 -80\n" + std::string(three_accounts))),
                ElementsAre("RES 1510: 0.00 for 30.00"));
}

TEST(Reconciler, AnAccountThatEndsWhereItBeganNeedsNoBalance) {
    EXPECT_THAT(deviations(read4("#UB 0 1510 30\n#RES 0 3010 -30\n#VER A 1 20240315\n{\n#TRANS 1930 {} 50\n"
                                 "#TRANS 1930 {} -50\n#TRANS 1510 {} 30\n#TRANS 3010 {} -30\n}\n")),
                IsEmpty());
}

TEST(Reconciler, AMonthThatIsNotToldIsZero) {
    const std::string april = "#VER A 2 20240415\n{\n#TRANS 1930 {} 7\n#TRANS 3010 {} -7\n}\n";
    EXPECT_THAT(deviations(read4("#PSALDO 0 202403 1930 {} 50\n" + std::string(march) + april)),
                ElementsAre("PSALDO 1930 2024-04: 0.00 for 7.00"));
    EXPECT_THAT(deviations(read4("#PSALDO 0 202403 3010 {1 10} -30\n" + std::string(march) +
                                 "#VER A 2 20240415\n{\n#TRANS 1930 {} 7\n#TRANS 3010 {1 10} -7\n}\n")),
                ElementsAre("PSALDO_OBJEKT 3010 {1 10} 2024-04: 0.00 for -7.00"));
}

TEST(Reconciler, AnAccountWithoutAnyPeriodIsJudgedWhereOthersOfItsKindHaveThem) {
    EXPECT_THAT(deviations(read4("#PSALDO 0 202403 1930 {} 50\n" + std::string(three_accounts))),
                ElementsAre("PSALDO 1510 2024-03: 0.00 for 30.00"));
    EXPECT_THAT(deviations(read4("#PSALDO 0 202403 3010 {} -80\n" + std::string(three_accounts))),
                IsEmpty()); // some files have those of the result only
}

TEST(Reconciler, AccountsWithoutBalanceAreListedApart) {
    const Reconciliation found = reconcile(read4("#UB 0 1930 51\n#PSALDO 0 202403 1930 {} 50\n#PSALDO 0 202403 3010 {1 "
                                                 "10} 0\n" +
                                                 std::string(three_accounts)));
    EXPECT_THAT(found.deviating_accounts, ElementsAre("1930"));
    EXPECT_THAT(found.accounts_without_balance, ElementsAre("1510", "3010"));
    EXPECT_THAT(found.accounts_deviating_by_period, IsEmpty());
    EXPECT_THAT(found.accounts_without_changes, ElementsAre("1510")); // 3010 has them per object
}

TEST(Reconciler, ClosingBalancesAndResultSumToZero) {
    const Reconciliation whole = reconcile(read4("#UB 0 1930 80\n#RES 0 3010 -80\n"));
    EXPECT_TRUE(whole.states_closing);
    EXPECT_EQ(whole.closing_and_result_sum, Ore());
    EXPECT_EQ(reconcile(read4("#UB 0 1930 80\n#RES 0 3010 -79\n")).closing_and_result_sum, Ore(100));
    EXPECT_FALSE(reconcile(read4(march)).states_closing);
}

TEST(Reconciler, PeriodsOfObjects) {
    EXPECT_THAT(deviations(read4("#PSALDO 0 202403 3010 {1 10} -30\n#PSALDO 0 202403 3010 {6 P1 1 10} -30\n"
                                 "#PSALDO 0 202403 3010 {1 11} -20\n" +
                                 std::string(march))),
                IsEmpty());
    EXPECT_THAT(deviations(read4("#PSALDO 0 202403 3010 {1 10} -31\n" + std::string(march))),
                ElementsAre("PSALDO_OBJEKT 3010 {1 10} 2024-03: -31.00 for -30.00"));
}

TEST(Reconciler, ObjectsFromOpeningThroughVouchersToClosing) {
    const std::string books = "#OIB 0 1510 {1 10} 100\n#OUB 0 1510 {1 10} 125\n#VER A 1 20240315\n{\n"
                              "#TRANS 1510 {1 10} 25\n#TRANS 3010 {1 10} -25\n}\n";
    EXPECT_THAT(deviations(read4(books)), IsEmpty());
    EXPECT_THAT(deviations(read4(books + "#OUB 0 1510 {1 11} 5\n")), ElementsAre("OUB 1510 {1 11}: 5.00 for 0.00"));
}

TEST(Reconciler, ObjectsWithoutVouchers) {
    EXPECT_THAT(deviations(read("#FLAGGA 0\n#SIETYP 3\n#OIB 0 1510 {1 10} 100\n#OUB 0 1510 {1 10} 125\n"
                                "#PSALDO 0 202401 1510 {1 10} 24\n")),
                ElementsAre("PSALDO_OBJEKT 1510 {1 10}: 24.00 for 25.00"));
}

TEST(Reconciler, RowsOfObjectsAreNoPartOfTheAccount) {
    const Reconciliation found = reconcile(read4("#PSALDO 0 202403 3010 {1 10} -30\n" + std::string(march)));
    EXPECT_EQ(found.accounts_by_period, 0u);
    EXPECT_EQ(found.objects, 1u);
}

TEST(Reconciler, EarlierYearsAndBudgetsAreNotJudged) {
    EXPECT_THAT(deviations(read4("#IB -1 1930 7\n#UB -1 1930 9\n#PSALDO -1 202303 1930 {} 5\n#PBUDGET 0 202403 3010 {} "
                                 "-99\n" +
                                 std::string(march))),
                IsEmpty());
}

TEST(Reconciler, WhatUnbalancedVouchersMovedIsCounted) {
    const Document document =
        read4("#UB 0 1930 50\n#RES 0 3010 -49\n#PSALDO 0 202403 1930 {} 50\n#VER A 1 20240315\n{\n"
              "#TRANS 1930 {} 50\n#TRANS 3010 {} -49\n}\n");
    EXPECT_EQ(reconcile(document).unbalanced_vouchers, 1u);
    EXPECT_THAT(deviations(document), IsEmpty());
}

TEST(Reconciler, SeriesHaveGapsDuplicatesAndOtherNumbers) {
    std::string sie;
    for (const char* name : {"A 3", "A 1", "A 7", "A 2", "A 3", "A K9", "A \"\"", "B 10"}) {
        sie += fmt::format("#VER {} 20240101\n{{\n}}\n", name);
    }
    const Reconciliation found = reconcile(read4(sie));
    ASSERT_EQ(found.series.size(), 2u);
    const SeriesState& a = found.series[0];
    EXPECT_EQ(a.series, "A");
    EXPECT_EQ(a.vouchers, 7u);
    EXPECT_EQ(a.first, 1u);
    EXPECT_EQ(a.last, 7u);
    EXPECT_EQ(a.missing, 3u);
    EXPECT_THAT(a.gaps, ElementsAre(NumbersUsed::Interval(4, 6)));
    EXPECT_EQ(a.duplicates, 1u);
    EXPECT_THAT(a.duplicate_numbers, ElementsAre("3"));
    EXPECT_THAT(a.other_numbers, ElementsAre("K9"));
    EXPECT_EQ(a.unnumbered, 1u);
    EXPECT_EQ(found.series[1].missing, 0u);
}

TEST(Reconciler, RefusedVouchersLeaveNoGap) {
    struct Series final : Handler {
        Reconciler reconciler;
        void voucher(const Voucher& r) override { reconciler.voucher(r); }
        void refused_voucher(const RefusedVoucher& r) override { reconciler.refused_voucher(r); }
    } handler;
    (void)read_sie(type4("#VER A 1 20240101\n{\n}\n#VER A 2 20240101\n{\n#TRANS 1 {} x\n}\n#VER A 3 20240101\n{\n}\n"),
                   handler);
    EXPECT_EQ(handler.reconciler.result().series.at(0).missing, 0u);
}

TEST(Reconciler, DatesOutsideTheYear) {
    const Reconciliation found =
        reconcile(read4("#VER A 1 20231231\n{\n}\n#VER A 2 20240601\n{\n}\n#VER A 3 20250101\n{\n}\n"));
    EXPECT_EQ(found.vouchers_outside_year, 2u);
    EXPECT_EQ(found.first_date, (Date{2023, 12, 31}));
    EXPECT_EQ(found.last_date, (Date{2025, 1, 1}));
}

} // namespace
} // namespace finsam::sie
