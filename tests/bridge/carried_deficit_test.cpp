// What earlier years left to restore (KL 11 kap. 12 §): surpluses restore the oldest deficit first, within three years.

#include "bridge/report/statement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::HasSubstr;

class CarriedDeficit : public testing::Test {
protected:
    /// Results in kronor of the report year 2024 and of the years before it, newest first.
    void evaluate_years(const std::vector<int>& results) {
        std::int16_t year = 2024;
        for (const int result : results) {
            YearBooks books_of_year;
            books_of_year.from = {year, 1, 1}, books_of_year.to = {year, 12, 31};
            books_of_year.result = AccountAmounts{{"3011", Ore::from_kronor(-result)}};
            books.years.push_back(books_of_year);
            --year;
        }
        report = evaluate(layout, map, books, typed);
    }
    Value value(std::string_view row) const { return report.find("balanskrav")->find(row)->values.at(0); }
    const CheckResult& check() const {
        return *std::ranges::find(report.checks, "balanskrav_aterstallt", &CheckResult::key);
    }

    Layout layout = Layout::built_in("kr").value();
    AccountMap map = AccountMap::built_in("bas").value();
    Books books;
    TypedInput typed;
    Report report;
};

Value kr(std::int64_t kronor) {
    return Ore::from_kronor(kronor);
}
const Value nothing;

TEST_F(CarriedDeficit, LastYearsDeficitIsCarriedForward) {
    evaluate_years({30, -100});
    EXPECT_EQ(value("underskott_tidigare_ar"), kr(-100));
    EXPECT_EQ(value("underskott_fran_1"), kr(-100));
    EXPECT_EQ(value("balanskravsresultat_att_reglera"), kr(-70));
}

TEST_F(CarriedDeficit, ASurplusRestoresTheOldestFirst) {
    // 2021: -100, 2022: -50, 2023: +120 restores 2021 and 20 of 2022.
    evaluate_years({0, 120, -50, -100});
    EXPECT_EQ(value("underskott_tidigare_ar"), kr(-30));
    EXPECT_EQ(value("underskott_fran_1"), kr(0));
    EXPECT_EQ(value("underskott_fran_2"), kr(-30));
    EXPECT_EQ(value("underskott_fran_3"), kr(0));
    EXPECT_EQ(report.find("balanskrav")->find("underskott_fran_2")->text, "varav från 2022, återställs senast 2025");
}

TEST_F(CarriedDeficit, ASurplusBeforeADeficitRestoresNothing) {
    evaluate_years({0, -40, 500});
    EXPECT_EQ(value("underskott_tidigare_ar"), kr(-40));
}

TEST_F(CarriedDeficit, WhatIsRestoredIsGone) {
    evaluate_years({0, 1, 200, -150});
    EXPECT_EQ(value("underskott_tidigare_ar"), kr(0));
}

TEST_F(CarriedDeficit, TheFifthAndFourthYearsBackShareALine) {
    evaluate_years({0, 5, 0, -1, -20, -100});
    EXPECT_EQ(value("underskott_fran_4"), kr(-115)); // 2019 and 2020, less 2023's surplus
    EXPECT_EQ(value("underskott_fran_3"), kr(-1));
    EXPECT_EQ(value("underskott_tidigare_ar"), kr(-116));
}

TEST_F(CarriedDeficit, WhatIsTypedGoesBeforeAndHasNoYears) {
    typed.years[2024]["underskott_tidigare_ar"] = 25;
    evaluate_years({0, -100});
    EXPECT_EQ(value("underskott_tidigare_ar"), kr(-25));
    EXPECT_EQ(value("underskott_fran_1"), nothing);
}

TEST_F(CarriedDeficit, WhatIsTypedForAnEarlierYearIsCarriedOn) {
    typed.years[2023]["underskott_tidigare_ar"] = 60;
    evaluate_years({0, 20});
    EXPECT_EQ(value("underskott_tidigare_ar"), kr(-40));
    EXPECT_EQ(value("underskott_fran_2"), kr(-40)); // from 2022 or before: what 2023 began with
}

TEST_F(CarriedDeficit, AYearThatIsNotReadCountsByItsTypedBalanskravsresultat) {
    typed.years[2022]["balanskravsresultat"] = -70;
    evaluate_years({0, 10});
    EXPECT_EQ(value("underskott_tidigare_ar"), kr(-60));
    EXPECT_EQ(value("underskott_fran_2"), kr(-60));
}

TEST_F(CarriedDeficit, WhatThreeYearsHaveNotRestoredFailsACheck) {
    evaluate_years({30, 0, 0, -100});
    EXPECT_EQ(check().state, CheckState::failed);
    EXPECT_EQ(check().left, kr(-70));
    EXPECT_THAT(check().detail, HasSubstr("från 2021"));
}

TEST_F(CarriedDeficit, TheThirdYearMayStillRestoreIt) {
    evaluate_years({100, 0, 0, -100});
    EXPECT_EQ(check().state, CheckState::ok);
}

TEST_F(CarriedDeficit, ATypedFigureSaysThatTheBoardHasDecided) {
    typed.years[2024]["underskott_tidigare_ar"] = 0;
    evaluate_years({0, 0, 0, -100});
    EXPECT_EQ(check().state, CheckState::not_applicable);
    EXPECT_EQ(value("balanskravsresultat_att_reglera"), kr(0));
}

TEST_F(CarriedDeficit, RealisationLossesAreProposedFromAccountsAndOverridden) {
    const AccountMap own = AccountMap::from_csv("från;till;benämning;rad;notrad;uppgift\n"
                                                "3000;3999;;verksamhetens_intakter;;\n"
                                                "7970;7979;;verksamhetens_kostnader;;realisationsforluster\n")
                               .value();
    YearBooks year;
    year.from = {2024, 1, 1}, year.to = {2024, 12, 31};
    year.result = AccountAmounts{{"3011", Ore::from_kronor(-100)}, {"7973", Ore::from_kronor(40)}};
    books.years = {year};
    report = evaluate(layout, own, books, typed);
    EXPECT_EQ(value("realisationsforluster_undantag"), kr(40));
    EXPECT_EQ(value("balanskravsresultat"), kr(100)); // 60 with the loss counted away
    typed.years[2024]["realisationsforluster_undantag"] = 0;
    report = evaluate(layout, own, books, typed);
    EXPECT_EQ(value("balanskravsresultat"), kr(60));
}

} // namespace
} // namespace finsam
