#include "parsers/date.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(Date, ReadsRealDays) {
    EXPECT_EQ(parse_sie_date("20241231"), (Date{2024, 12, 31}));
    EXPECT_EQ(parse_sie_date("20240229"), (Date{2024, 2, 29}));
    EXPECT_EQ(parse_iso_date("2024-12-31"), (Date{2024, 12, 31}));
}

TEST(Date, RefusesWhatIsNoDay) {
    for (const char* text : {"20240230", "20230229", "20241301", "20240001", "2024123", "202412311", "2024-1-1", "",
                             "2024 101", "-0240101"}) {
        EXPECT_EQ(parse_sie_date(text), std::nullopt) << text;
    }
    EXPECT_EQ(parse_iso_date("2024/12/31"), std::nullopt);
    EXPECT_EQ(parse_iso_date("2024-02-30"), std::nullopt);
}

TEST(Date, ReadsMonthsFromOneToTwelve) {
    EXPECT_EQ(parse_sie_period("202412"), (Period{2024, 12}));
    EXPECT_EQ(parse_sie_period("202413"), std::nullopt);
    EXPECT_EQ(parse_sie_period("202400"), std::nullopt);
    EXPECT_EQ(parse_sie_period("20241"), std::nullopt);
}

TEST(Date, PrintsBothForms) {
    EXPECT_EQ(to_iso(Date{2024, 3, 5}), "2024-03-05");
    EXPECT_EQ(to_sie(Date{2024, 3, 5}), "20240305");
    EXPECT_EQ(to_iso(Period{2024, 3}), "2024-03");
    EXPECT_EQ(to_sie(Period{2024, 3}), "202403");
}

TEST(Date, CountsDaysFrom1970) {
    EXPECT_EQ(to_epoch_days(Date{1970, 1, 1}), 0);
    EXPECT_EQ(to_epoch_days(Date{2000, 3, 1}), 11017); // 30 years of 365, 7 leap days, 31 + 29 days
    EXPECT_EQ(to_epoch_days(Date{1969, 12, 31}), -1);
}

} // namespace
} // namespace finsam
