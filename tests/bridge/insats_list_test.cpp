// A list by insats: income per project, as Sjuhärad prints it.

#include "tests/bridge/small_layout.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

constexpr const char* columns = R"({ rubrik = "{ar}" }, { rubrik = "{ar}", ar = -1 })";
constexpr const char* rows =
    R"({ nyckel = "projekt", text = "Projektbidrag", slag = "lista", uppdelning = "insats", karta = "notrad", kartnycklar = ["bidrag_esf"] },
  { nyckel = "summa", text = "Summa", slag = "summa", summa = ["projekt"] })";
constexpr const char* map_text = "från;till;rad;notrad\n356;356;verksamhetens_intakter;bidrag_esf\n"
                                 "300;399;verksamhetens_intakter;\n400;499;verksamhetens_kostnader;\n";

Ore ore(std::int64_t count) {
    return Ore(count);
}

YearBooks year(int calendar_year, AccountAmounts result, std::vector<ObjectAmount> objects) {
    YearBooks out;
    out.from = {static_cast<std::int16_t>(calendar_year), 1, 1};
    out.to = {static_cast<std::int16_t>(calendar_year), 12, 31};
    out.result = std::move(result);
    out.objects = std::move(objects);
    return out;
}

struct InsatsList : ::testing::Test {
    Layout layout = one_table(columns, rows);
    AccountMap map = AccountMap::from_csv(map_text).value();
    Books books;
    TypedInput typed;

    [[nodiscard]] ReportTable table() const { return evaluate(layout, map, books, typed).tables.front(); }
};

TEST_F(InsatsList, HasALineForEachInsatsWithAnAmountByCode) {
    books.insats_names = {{"P20", "PRIA"}, {"P30", "VILJA"}};
    books.years = {year(2024, {{"3561", ore(-471810800)}, {"4010", ore(100)}},
                        {{"P30", "3561", ore(-471810800)}, {"P30", "4010", ore(100)}}),
                   year(2023, {{"3561", ore(-164277500)}}, {{"P20", "3561", ore(-164277500)}})};
    const ReportTable made = table();
    ASSERT_EQ(made.rows.size(), 3U);
    EXPECT_EQ(made.rows[0].key, "projekt.P20");
    EXPECT_EQ(made.rows[0].text, "PRIA");
    EXPECT_EQ(made.rows[0].values, (std::vector<Value>{ore(0), ore(164277500)}));
    EXPECT_EQ(made.rows[1].text, "VILJA");
    EXPECT_EQ(made.rows[1].values, (std::vector<Value>{ore(471810800), ore(0)}));
    EXPECT_EQ(made.rows[2].values, (std::vector<Value>{ore(471810800), ore(164277500)}));
}

TEST_F(InsatsList, WhatNoInsatsCarriesStandsLast) {
    books.years = {year(2024, {{"3561", ore(-300)}},
                        {{"", "3561", ore(-100)}, {"P1", "3561", ore(-200)}, {"P2", "3561", ore(0)}})};
    const ReportTable made = table();
    ASSERT_EQ(made.rows.size(), 3U);
    EXPECT_EQ(made.rows[0].key, "projekt.P1");
    EXPECT_EQ(made.rows[1].key, "projekt.ej_fordelat");
    EXPECT_EQ(made.rows[1].text, "Ej fördelat på insats");
    EXPECT_EQ(made.rows[1].values.front(), Value(ore(100)));
}

TEST_F(InsatsList, WithoutInsatserTheRowItselfStands) {
    books.years = {year(2024, {{"3561", ore(-300)}}, {})};
    books.years.front().objects.reset();
    const ReportTable made = table();
    ASSERT_EQ(made.rows.size(), 2U);
    EXPECT_EQ(made.rows[0].key, "projekt");
    EXPECT_EQ(made.rows[0].values.front(), Value(ore(300)));
}

} // namespace
} // namespace finsam
