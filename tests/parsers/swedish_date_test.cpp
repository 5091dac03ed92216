#include "parsers/swedish_date.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

constexpr Date new_years_eve{2024, 12, 31};

TEST(SwedishDate, ReadsTheFormsOfTablesAndLetters) {
    for (const char* text :
         {"2024-12-31", "20241231", "2024/12/31", "2024.12.31", "2024\u201312\u201331", "31/12 2024", "31/12/2024",
          "31.12.2024", "31 december 2024", "31 dec 2024", "31 dec. 2024", "den 31 december 2024", "31 DECEMBER 2024",
          " 31\u00A0december\u00A02024 ", "31december 2024"}) {
        EXPECT_EQ(parse_swedish_date(text), new_years_eve) << text;
    }
    EXPECT_EQ(parse_swedish_date("1/2 2024"), (Date{2024, 2, 1})) << "the day stands before the month";
    EXPECT_EQ(parse_swedish_date("2024-3-5"), (Date{2024, 3, 5}));
    EXPECT_EQ(parse_swedish_date("29 februari 2024"), (Date{2024, 2, 29}));
    EXPECT_EQ(parse_swedish_date("1 sept 2024"), (Date{2024, 9, 1}));
}

TEST(SwedishDate, RefusesWhatIsNoRealDayOrNotCertain) {
    for (const char* text :
         {"", "2024", "2024-12", "2023-02-29", "2024-13-01", "31/12", "31/12-24", "241231", "12/31/2024", "31 ma 2024",
          "31 månad 2024", "2024-12-31 10:00", "i går", "31 31 2024", "0/0 2024"}) {
        EXPECT_EQ(parse_swedish_date(text), std::nullopt) << text;
    }
}

TEST(SwedishMonth, ReadsAMonth) {
    for (const char* text : {"2024-08", "202408", "augusti 2024", "aug 2024", "Aug. 2024", "2024-8"}) {
        EXPECT_EQ(parse_swedish_month(text), (Period{2024, 8})) << text;
    }
    for (const char* text : {"", "2024", "2024-13", "08 2024", "202413", "2024-08-01", "aug"}) {
        EXPECT_EQ(parse_swedish_month(text), std::nullopt) << text;
    }
}

TEST(SwedishMonth, KnowsItsDays) {
    EXPECT_EQ(first_day({2024, 2}), (Date{2024, 2, 1}));
    EXPECT_EQ(last_day({2024, 2}), (Date{2024, 2, 29}));
    EXPECT_EQ(last_day({2023, 2}), (Date{2023, 2, 28}));
    EXPECT_EQ(last_day({2024, 12}), new_years_eve);
}

TEST(SwedishPeriod, Dates) {
    EXPECT_EQ(format_period({2024, 1, 1}, new_years_eve, PeriodForm::dates), "2024-01-01–2024-12-31");
    EXPECT_EQ(format_period(new_years_eve, new_years_eve, PeriodForm::dates), "2024-12-31");
}

TEST(SwedishPeriod, Months) {
    EXPECT_EQ(format_period({2024, 1, 1}, new_years_eve, PeriodForm::short_months), "jan-dec 2024");
    EXPECT_EQ(format_period({2024, 1, 1}, {2024, 8, 31}, PeriodForm::long_months), "januari-augusti 2024");
    EXPECT_EQ(format_period({2024, 8, 1}, {2024, 8, 31}, PeriodForm::short_months), "aug 2024");
    EXPECT_EQ(format_period({2024, 7, 1}, {2025, 6, 30}, PeriodForm::short_months), "juli 2024-juni 2025");
}

TEST(SwedishPeriod, PartsOfMonthsHaveTheirDays) {
    EXPECT_EQ(format_period({2024, 1, 15}, {2024, 3, 31}, PeriodForm::short_months), "15 jan-31 mars 2024");
    EXPECT_EQ(format_period({2024, 2, 1}, {2024, 2, 28}, PeriodForm::long_months), "1 februari-28 februari 2024");
    EXPECT_EQ(format_period(new_years_eve, new_years_eve, PeriodForm::long_months), "31 december 2024");
}

} // namespace
} // namespace finsam
