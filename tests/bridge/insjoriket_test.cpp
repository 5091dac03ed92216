// The engine against a published annual report: every printed figure, but those that the print has wrong.

#include "bridge/report/statement.hpp"
#include "tests/bridge/insjoriket_published.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace finsam {
namespace {

class Insjoriket : public testing::Test {
protected:
    const Layout layout = Layout::built_in("kr").value();
    const AccountMap map = AccountMap::built_in("bas").value();
    const Books books = insjoriket::books();
    const TypedInput typed = insjoriket::typed();
    const Report report = evaluate(layout, map, books, typed);

    Value value(std::string_view table, std::string_view row, std::size_t column) const {
        const ReportTable* found = report.find(table);
        const ReportRow* line = found == nullptr ? nullptr : found->find(row);
        return line == nullptr || column >= line->values.size() ? Value() : line->values[column];
    }

    /// As Insjöriket prints it: in the table's unit, credits of the balance sheet negative.
    std::optional<std::int64_t> in_print(std::string_view table, std::string_view row, std::size_t column) const {
        const ReportTable* found = report.find(table);
        const ReportRow* line = found == nullptr ? nullptr : found->find(row);
        if (line == nullptr || line->rule == nullptr || column >= line->values.size()) {
            return std::nullopt;
        }
        const Value shown = printed(line->values[column], *line->rule, found->rule->columns[column], -1);
        const Ore* amount = std::get_if<Ore>(&shown);
        const std::int64_t unit = ore_per_last_digit(found->rule->form);
        return amount == nullptr ? std::nullopt : std::optional(round_to_unit(*amount, unit).count() / unit);
    }
};

bool is_misprint(const insjoriket::Figure& figure) {
    for (const insjoriket::Misprint& misprint : insjoriket::misprints) {
        if (misprint.table == figure.table && misprint.row == figure.row && misprint.column == figure.column) {
            return misprint.printed == figure.printed;
        }
    }
    return false;
}

TEST_F(Insjoriket, EveryFigureThatIsRightInPrintComesOut) {
    for (const insjoriket::Figure& figure : insjoriket::published) {
        if (!is_misprint(figure)) {
            EXPECT_EQ(in_print(figure.table, figure.row, figure.column), figure.printed)
                << figure.table << "." << figure.row << " kolumn " << figure.column;
        }
    }
}

TEST_F(Insjoriket, WhatIsWrongInPrintComesOutRight) {
    for (const insjoriket::Misprint& misprint : insjoriket::misprints) {
        EXPECT_EQ(in_print(misprint.table, misprint.row, misprint.column), misprint.right)
            << misprint.table << "." << misprint.row << ": " << misprint.rule;
    }
}

TEST_F(Insjoriket, SoliditetOfFourYearsIsAsPrintedInWholePercent) {
    const std::int64_t percent[] = {90, 82, 74, 60};
    for (std::size_t column = 0; column < 4; ++column) {
        EXPECT_EQ(std::llround(std::get<double>(value("oversikt", "soliditet", column)) * 100), percent[column]);
    }
}

TEST_F(Insjoriket, TwoEmployeesEveryYear) {
    for (std::size_t column = 0; column < 4; ++column) {
        EXPECT_EQ(value("oversikt", "antal_anstallda", column), Value(2.0));
    }
}

TEST_F(Insjoriket, EquityIsAShareOfTheMembersContributions) {
    // 8 452 004 / 14 278 000 = 0.5920
    EXPECT_NEAR(std::get<double>(value("oversikt", "ek_andel_medlemsintakter", 0)), 0.5920, 0.00005);
}

TEST_F(Insjoriket, StableSignsDoNotFollowThePrint) {
    EXPECT_EQ(value("balansrakning", "eget_kapital", 0), Value(Ore::from_kronor(8452004)));
    EXPECT_EQ(value("not_2_kostnader", "arvoden", 0), Value(Ore::from_kronor(-111002)));
    EXPECT_EQ(value("driftredovisning_sammandrag", "kostnader", 2), Value(Ore::from_kronor(3424085)));
}

TEST_F(Insjoriket, AllChecksHoldAndNothingIsUnmapped) {
    EXPECT_TRUE(report.unmapped.empty());
    for (const CheckResult& check : report.checks) {
        EXPECT_NE(check.state, CheckState::failed) << check.key << " " << check.year << " " << check.detail;
    }
}

TEST_F(Insjoriket, AccountsBehindARowAreNamed) {
    EXPECT_EQ(report.find("resultatrakning")->find("finansiella_kostnader")->accounts,
              (std::vector<std::string>{"8410"}));
    EXPECT_EQ(report.find("not_5_kortfristiga_skulder")->find("upplupna_loner")->accounts,
              (std::vector<std::string>{"2920", "2940"}));
}

TEST_F(Insjoriket, HeadersNameTheYearsAlsoOfTypedOnes) {
    EXPECT_EQ(report.find("oversikt")->columns,
              (std::vector<std::string>{"2024-12-31", "2023-12-31", "2022-12-31", "2021-12-31"}));
    EXPECT_EQ(report.find("resultatrakning")->columns.front(), "2024-01-01–2024-12-31");
    EXPECT_EQ(report.find("driftredovisning_sammandrag")->columns.back(), "Bokslut helår 2023");
}

TEST_F(Insjoriket, BookedOrNotTheResultGivesTheSameReport) {
    const Books unbooked = insjoriket::books(false);
    const Report other = evaluate(layout, map, unbooked, typed);
    ASSERT_EQ(other.tables.size(), report.tables.size());
    for (std::size_t t = 0; t < report.tables.size(); ++t) {
        for (std::size_t r = 0; r < report.tables[t].rows.size(); ++r) {
            EXPECT_EQ(other.tables[t].rows[r].values, report.tables[t].rows[r].values) << report.tables[t].rows[r].key;
        }
    }
    EXPECT_TRUE(other.all_checks_hold());
}

} // namespace
} // namespace finsam
