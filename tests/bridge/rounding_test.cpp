// A check over figures that people copied from rounded reports allows what rounding explains, and no more.

#include "bridge/report/statement.hpp"
#include "bridge/report/statement_terms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

/// Översikt of the shape tkr: eget kapital 2022 = eget kapital 2021 + årets resultat 2022, all typed.
CheckResult chain(double equity_2021, double result_2022, double equity_2022) {
    TypedInput typed;
    typed.years[2021]["eget_kapital"] = equity_2021;
    typed.years[2022]["arets_resultat"] = result_2022;
    typed.years[2022]["eget_kapital"] = equity_2022;
    Books books;
    for (const std::int16_t year : {std::int16_t{2024}, std::int16_t{2023}}) {
        YearBooks of_year;
        of_year.from = {year, 1, 1}, of_year.to = {year, 12, 31};
        books.years.push_back(of_year);
    }
    const Layout layout = Layout::built_in("tkr").value();
    const Report report = evaluate(layout, AccountMap::built_in("kommun-bas").value(), books, typed);
    for (const CheckResult& check : report.checks) {
        if (check.key == "oversikt_ek_kedja" && check.year == "2022") {
            return check;
        }
    }
    return {};
}

TEST(Rounding, EqualSidesHoldWhateverTheUnit) {
    EXPECT_EQ(chain(679000, 22000, 701000).state, CheckState::ok);
}

TEST(Rounding, ThreeFiguresInTkrMayDifferByThreeHalves) {
    const CheckResult check = chain(679000, 22000, 702000);
    EXPECT_EQ(check.tolerance, Ore::from_kronor(1500));
    EXPECT_EQ(check.state, CheckState::rounding);
    EXPECT_THAT(check.detail, testing::HasSubstr("skillnad 1"));
    EXPECT_EQ(chain(679000, 22000, 703000).state, CheckState::failed);
}

TEST(Rounding, FiguresInKronorMayDifferByHalvesOfAKrona) {
    EXPECT_EQ(chain(679029, 22091, 701119).state, CheckState::rounding);
    EXPECT_EQ(chain(679029, 22091, 701119).tolerance, Ore(150));
    EXPECT_EQ(chain(679029, 22091, 701118).state, CheckState::failed);
}

TEST(Rounding, FiguresWithOreAreExact) {
    EXPECT_EQ(chain(679029.25, 22091.5, 701120.75).state, CheckState::ok);
    EXPECT_EQ(chain(679029.25, 22091.5, 701120.76).state, CheckState::failed);
}

TEST(Rounding, TheUnitIsSeenInTheFigure) {
    EXPECT_EQ(statement::typed_slack(Ore::from_kronor(14'559'000)), Ore::from_kronor(500));
    EXPECT_EQ(statement::typed_slack(Ore::from_kronor(-47'000)), Ore::from_kronor(500));
    EXPECT_EQ(statement::typed_slack(Ore::from_kronor(14'559'001)), Ore(50));
    EXPECT_EQ(statement::typed_slack(Ore(1450)), Ore());
    EXPECT_EQ(statement::typed_slack(Ore()), Ore());
}

TEST(Rounding, TheBooksAreNeverRounded) {
    const Layout layout = Layout::built_in("kr").value();
    Books books;
    YearBooks year;
    year.from = {2024, 1, 1}, year.to = {2024, 12, 31};
    year.result = AccountAmounts{{"3011", Ore::from_kronor(-1000)}};
    books.years = {year};
    const Report report = evaluate(layout, AccountMap::built_in("bas").value(), books, {});
    for (const CheckResult& check : report.checks) {
        EXPECT_EQ(check.tolerance, Ore()) << check.text;
        EXPECT_NE(check.state, CheckState::rounding) << check.text;
    }
}

} // namespace
} // namespace finsam
