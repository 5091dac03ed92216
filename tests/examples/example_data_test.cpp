// Reading the data files: rests, shares, and errors that name the line.

#include "examples/books/example_data.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::example {

namespace {

constexpr std::string_view published = "tabell;rad;2024;2023;2022;budget_2024;källa\n"
                                       "not_2;Personal;1000;900;;;påhittat\n"
                                       "resultatrakning;Verksamhetens kostnader;1000;900;;1500;påhittat\n";
constexpr std::string_view accounts_header =
    "konto;benämning;tabell;rad;ingår_i;2024;2023;2022;budget_2024;fakturor;moms;jämna;texter\n";
constexpr std::string_view objects = "dimension;kod;benämning;ansvar\n21;A;Första;1\n21;B;Andra;1\n";
constexpr std::string_view shares = "konto;insats;2024;2023;budget_2024\n4010;A;33;50;50\n4010;B;67;50;50\n";
constexpr std::string_view accruals = "balanskonto;konto;insats;text;2024;2023;2022\n";

tl::expected<ExampleData, std::string> read_with(const std::string& account_lines) {
    const std::string accounts = std::string(accounts_header) + account_lines;
    return ExampleData::read({published, accounts, objects, shares, accruals});
}

TEST(ExampleData, gives_an_account_with_rest_what_the_others_leave_of_the_published_row) {
    const auto data = read_with("4010;Personal;not_2;Personal;;rest;rest;0;rest;;;;\n"
                                "4020;Mer personal;not_2;Personal;;250;100;0;400;;;;\n");
    ASSERT_TRUE(data) << data.error();
    EXPECT_EQ(data->account("4010").at(2024), Ore::from_kronor(750));
    EXPECT_EQ(data->account("4010").at(2023), Ore::from_kronor(800));
    EXPECT_EQ(data->account("4010").figures[index(Figure::budget)], Ore::from_kronor(1100)); // of all costs
}

TEST(ExampleData, refuses_two_rests_in_one_row) {
    const auto data = read_with("4010;Personal;not_2;Personal;;rest;1;0;0;;;;\n"
                                "4020;Mer personal;not_2;Personal;;rest;1;0;0;;;;\n");
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error(), "konton.csv: resten på konto 4010 går inte att räkna ut.");
}

TEST(ExampleData, names_the_line_of_a_figure_that_is_no_number) {
    const auto data = read_with("4010;Personal;not_2;Personal;;12x;1;0;0;;;;\n");
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error(), "konton.csv rad 2: \"12x\" är inte ett heltal.");
}

TEST(ExampleData, names_the_line_that_lacks_fields) {
    const auto data = read_with("4010;Personal\n");
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error(), "konton.csv rad 2: raden har 2 fält men rubriken har 13.");
}

TEST(ExampleData, spreads_an_amount_so_that_the_parts_sum_to_it) {
    const auto data = read_with("4010;Personal;not_2;Personal;;rest;rest;0;0;;;;\n");
    ASSERT_TRUE(data) << data.error();
    const auto parts = data->spread("4010", Ore(1001), Figure::y2024);
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].insats, "A");
    EXPECT_EQ(parts[0].amount, Ore(330));
    EXPECT_EQ(parts[1].amount, Ore(671));
}

TEST(ExampleData, shares_of_insjoriket_are_whole_hundreds_on_known_objects) {
    const auto data = ExampleData::read(insjoriket_tables());
    ASSERT_TRUE(data) << data.error();
    for (const Figure figure : {Figure::y2024, Figure::y2023, Figure::budget}) {
        std::map<std::string, int> sums;
        for (const Share& share : data->shares) {
            sums[share.account] += share.percent[index(figure)];
            EXPECT_NE(data->find_object(insats_dimension, share.insats), nullptr) << share.insats;
            EXPECT_EQ(data->account(share.account).number, share.account);
        }
        for (const auto& [account, percent] : sums)
            EXPECT_EQ(percent, 100) << account;
    }
}

TEST(ExampleData, gives_every_cost_account_of_insjoriket_an_insats) {
    const auto data = ExampleData::read(insjoriket_tables());
    ASSERT_TRUE(data) << data.error();
    for (const PlannedAccount& account : data->accounts) {
        if (account.number < "4" || account.number >= "8")
            continue;
        EXPECT_NE(data->spread(account.number, Ore(100), Figure::y2024).front().insats, "") << account.number;
    }
}

} // namespace

} // namespace finsam::example
