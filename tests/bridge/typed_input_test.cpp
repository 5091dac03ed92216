#include "bridge/report/typed_input.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string budget_error(const std::string& csv) {
    const auto budget = read_budget_csv(csv);
    return budget ? "inget fel" : budget.error();
}

TEST(TypedInput, ReadsYearsAndName) {
    const auto input = TypedInput::from_toml("forbund = \"Förbundet\"\n"
                                             "[ar.2024]\n"
                                             "antal_anstallda = 2\n"
                                             "[ar.2021]\n"
                                             "soliditet = \"60 %\"\n"
                                             "arets_resultat = \"1 606 tkr\"\n"
                                             "eget_kapital = 4335484.50\n");
    ASSERT_TRUE(input.has_value()) << input.error();
    EXPECT_EQ(input->company_name, "Förbundet");
    EXPECT_EQ(input->years.at(2024).at("antal_anstallda"), 2.0);
    EXPECT_EQ(input->years.at(2021).at("soliditet"), 0.6);
    EXPECT_EQ(input->years.at(2021).at("arets_resultat"), 1606000.0);
    EXPECT_EQ(input->years.at(2021).at("eget_kapital"), 4335484.5);
}

TEST(TypedInput, AYearMayBeNamedByItsLastDay) {
    const auto input = TypedInput::from_toml("[ar.\"2024-06-30\"]\nantal_anstallda = 2\n");
    ASSERT_TRUE(input.has_value()) << input.error();
    EXPECT_EQ(input->year_ends.at(Date{2024, 6, 30}).at("antal_anstallda"), 2.0);
    EXPECT_TRUE(input->years.empty());
    EXPECT_THAT(TypedInput::from_toml("[ar.\"2024-06-31\"]\nx = 1\n").error(), HasSubstr("2024-06-31"));
}

TEST(TypedInput, TextsAreNoPartOfIt) {
    EXPECT_THAT(TypedInput::from_toml("[texter]\ninledning = \"Text.\"\n").error(),
                AllOf(HasSubstr("Rad 1"), HasSubstr("texter"), HasSubstr("okänd")));
}

TEST(TypedInput, AmountsHaveABound) {
    EXPECT_TRUE(TypedInput::from_toml("[ar.2024]\nx = 10_000_000_000_000\n").has_value());
    for (const char* value : {"10_000_000_000_001", "-1e14", "\"10 000 000 000 001\"", "\"90 000 000 mnkr\""}) {
        EXPECT_THAT(TypedInput::from_toml("[ar.2024]\nx = " + std::string(value) + "\n").error(),
                    AllOf(HasSubstr("Rad 2"), HasSubstr("orimligt stort")))
            << value;
    }
}

TEST(TypedInput, ErrorsNameTheLine) {
    EXPECT_THAT(TypedInput::from_toml("[ar.2024]\n\nantal = \"två\"\n").error(),
                AllOf(HasSubstr("Rad 3"), HasSubstr("antal")));
    EXPECT_THAT(TypedInput::from_toml("[ar.24]\nx = 1\n").error(), HasSubstr("24"));
    EXPECT_THAT(TypedInput::from_toml("\nforbunds = \"x\"\n").error(),
                AllOf(HasSubstr("Rad 2"), HasSubstr("forbunds")));
    EXPECT_THAT(TypedInput::from_toml("forbund = \n").error(), HasSubstr("Rad "));
}

TEST(TypedInput, TextsOfATableAreLinesOfTexts) {
    const auto input = TypedInput::from_toml("[tabell]\nmal = [[\"Mål\", \"Utfall\"], [\"Annat\"]]\n");
    ASSERT_TRUE(input) << input.error();
    EXPECT_EQ(input->texts.at("mal"), (TypedTexts{{"Mål", "Utfall"}, {"Annat"}}));
    EXPECT_THAT(TypedInput::from_toml("[tabell]\nmal = [\"Mål\"]\n").error(),
                AllOf(HasSubstr("Rad 2"), HasSubstr("mal")));
    EXPECT_THAT(TypedInput::from_toml("[tabell]\nmal = [[1]]\n").error(), HasSubstr("Rad 2"));
}

TEST(BudgetCsv, ReadsOddNumbersAndPositiveCosts) {
    const auto budget = read_budget_csv("Insats;benämning;intäkt;kostnad\r\n"
                                        "10;\"Samcoach; fas 2\";;775 000 kr\r\n"
                                        "20;Kansli;+ 816;1\u00A0200,50\r\n"
                                        "30;Medlemmar;2 832 tkr;-\r\n");
    ASSERT_TRUE(budget.has_value()) << budget.error();
    EXPECT_EQ(budget->budget.at(0).name, "Samcoach; fas 2");
    EXPECT_EQ(budget->budget.at(0).cost, Ore::from_kronor(-775000));
    EXPECT_EQ(budget->budget.at(0).income, Ore());
    EXPECT_EQ(budget->budget.at(1).net, Ore(81600 - 120050));
    EXPECT_EQ(budget->budget.at(2).net, Ore::from_kronor(2832000));
}

TEST(BudgetCsv, CostsMayBeNegative) {
    const auto budget = read_budget_csv("insats;kostnad\n10;- 40\n20;\u221260\n");
    EXPECT_EQ(budget->budget.at(0).net, Ore::from_kronor(-40));
    EXPECT_EQ(budget->budget.at(1).cost, Ore::from_kronor(-60));
}

TEST(BudgetCsv, MixedSignsOfCostsAreAnError) {
    EXPECT_THAT(budget_error("insats;kostnad\n10;40\n20;0\n30;-60\n"), AllOf(HasSubstr("rad 4"), HasSubstr("tecken")));
}

TEST(BudgetCsv, NetAloneLeavesIncomeAndCostUnknown) {
    const auto budget = read_budget_csv("insats;netto\n10;-120\n");
    EXPECT_EQ(budget->budget.at(0).net, Ore::from_kronor(-120));
    EXPECT_FALSE(budget->budget.at(0).income.has_value());
    EXPECT_FALSE(budget->budget.at(0).cost.has_value());
}

TEST(BudgetCsv, NetAndIncomeGiveTheCost) {
    EXPECT_EQ(read_budget_csv("insats;intäkt;netto\n10;100;-20\n")->budget.at(0).cost, Ore::from_kronor(-120));
}

TEST(BudgetCsv, NetThatDoesNotTieIsAnError) {
    EXPECT_THAT(budget_error("insats;intäkt;kostnad;netto\n10;100;40;70\n"), HasSubstr("rad 2"));
}

TEST(BudgetCsv, WrongRowsNameTheLine) {
    EXPECT_THAT(budget_error("insats;netto\n10;många\n"), AllOf(HasSubstr("rad 2"), HasSubstr("många")));
    EXPECT_THAT(budget_error("insats;netto\n10;90 000 000 mnkr\n"), HasSubstr("orimligt"));
    EXPECT_THAT(budget_error("insats;netto\n;5\n"), HasSubstr("rad 2"));
    EXPECT_THAT(budget_error("insats;netto\n10;\n"), HasSubstr("rad 2"));
    EXPECT_THAT(budget_error("insats;netto\n10;1\n\n10;2\n"), AllOf(HasSubstr("rad 4"), HasSubstr("rad 2")));
    EXPECT_THAT(budget_error("insats;kostnad\n10;10 000 000 000 001\n"),
                AllOf(HasSubstr("rad 2"), HasSubstr("10 000 miljarder")));
    EXPECT_THAT(budget_error("insats;netto\n10;0,005\n"), HasSubstr("inget belopp"));
    EXPECT_THAT(budget_error("insats;netto\nSumma;1\n"), HasSubstr("summa"));
}

TEST(BudgetCsv, CodesThatDifferInCaseAreTwoInsatser) {
    EXPECT_EQ(read_budget_csv("insats;netto\nA;1\na;2\n")->budget.size(), 2u);
}

TEST(BudgetCsv, TheListKeepsItsOrderAndSaysAreaLabelAndPart) {
    const auto list = read_budget_csv("insats;benämning;område;etikett;varav;kostnad\n"
                                      "40;Styrelsen;;Styrelse;arvode & soc.avg;65000\n"
                                      "20;Samcoach;Verksamhet;;;775000\n");
    ASSERT_TRUE(list) << list.error();
    EXPECT_EQ(list->insatser.at(0).code, "40");
    EXPECT_EQ(list->insatser.at(0).area, "");
    EXPECT_EQ(list->insatser.at(0).label, "Styrelse");
    EXPECT_EQ(list->insatser.at(0).part, "arvode & soc.avg");
    EXPECT_EQ(list->insatser.at(1).area, "Verksamhet");
    EXPECT_EQ(list->budget.at(1).cost, Ore::from_kronor(-775000));
}

TEST(BudgetCsv, AListWithoutColumnsOfAmountsIsNoBudget) {
    const auto list = read_budget_csv("insats;område\n20;Verksamhet\n40;\n");
    ASSERT_TRUE(list) << list.error();
    EXPECT_EQ(list->insatser.size(), 2u);
    EXPECT_TRUE(list->budget.empty());
}

TEST(BudgetCsv, WrongHeadersAreErrors) {
    EXPECT_THAT(budget_error("insats;belopp\n10;1\n"), HasSubstr("belopp"));
    EXPECT_THAT(budget_error("benämning;netto\nA;1\n"), HasSubstr("insats"));
    EXPECT_THAT(budget_error("insats;benämning\n10;A\n"), HasSubstr("netto"));
    EXPECT_THAT(budget_error(""), HasSubstr("tom"));
}

} // namespace
} // namespace finsam
