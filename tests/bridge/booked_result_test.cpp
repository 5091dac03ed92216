// The year's result is computed from classes 3 to 8. Whether the books carried it over 89xx to equity makes no
// difference, in any chart.

#include "bridge/report/statement.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

struct ChartAccounts {
    const char* map;
    const char *income, *pay, *booked_result, *equity_of_year;
};

std::ostream& operator<<(std::ostream& out, const ChartAccounts& chart) {
    return out << chart.map;
}

class BookedResult : public testing::TestWithParam<ChartAccounts> {
protected:
    static Ore kr(std::int64_t kronor) { return Ore::from_kronor(kronor); }

    /// Opening equity 500; income 300, pay 200: a result of 100 on the bank.
    static Books books(bool is_booked) {
        const ChartAccounts& chart = GetParam();
        Books books;
        YearBooks year;
        year.from = {2024, 1, 1}, year.to = {2024, 12, 31};
        year.opening = AccountAmounts{{"1930", kr(500)}, {"2010", kr(-500)}};
        year.closing = AccountAmounts{{"1930", kr(600)}, {"2010", kr(-500)}};
        year.result = AccountAmounts{{chart.income, kr(-300)}, {chart.pay, kr(200)}};
        if (is_booked) {
            (*year.closing)[chart.equity_of_year] = kr(-100);
            (*year.result)[chart.booked_result] = kr(100);
        }
        year.closing_source = ClosingSource::closing;
        YearBooks before;
        before.from = {2023, 1, 1}, before.to = {2023, 12, 31};
        before.closing = year.opening;
        before.closing_source = ClosingSource::next_opening;
        books.years = {year, before};
        return books;
    }
};

TEST_P(BookedResult, GivesTheSameReport) {
    const Layout layout = Layout::built_in("kr").value();
    const AccountMap map = AccountMap::built_in(GetParam().map).value();
    const Books open = books(false), booked = books(true);
    const Report one = evaluate(layout, map, open, {});
    const Report other = evaluate(layout, map, booked, {});
    ASSERT_EQ(one.tables.size(), other.tables.size());
    for (const ReportTable& table : one.tables) {
        for (const ReportRow& row : table.rows) {
            if (!row.key.empty()) {
                EXPECT_EQ(row.values, other.find(table.key)->find(row.key)->values) << table.key << "." << row.key;
            }
        }
    }
    EXPECT_EQ(one.find("balansrakning")->find("eget_kapital")->values[0], Value(kr(600)));
    EXPECT_EQ(one.find("balansrakning")->find("arets_resultat")->values[0], Value(kr(100)));
    EXPECT_TRUE(one.all_checks_hold());
    EXPECT_TRUE(other.all_checks_hold());
}

INSTANTIATE_TEST_SUITE_P(Charts, BookedResult,
                         testing::Values(ChartAccounts{"bas", "3010", "7010", "8999", "2099"},
                                         ChartAccounts{"kommun-bas", "3511", "5010", "8991", "2090"},
                                         ChartAccounts{"region-bas", "3511", "4110", "8991", "2099"}));

} // namespace
} // namespace finsam
