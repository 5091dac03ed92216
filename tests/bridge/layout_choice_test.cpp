// Unit and tables of a layout by choice.

#include "bridge/report/layout_choice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::HasSubstr;

Layout chosen(const std::string& name, const LayoutChoice& choice) {
    Layout layout = Layout::built_in(name).value();
    const auto result = choose(layout, choice);
    EXPECT_TRUE(result) << result.error();
    return layout;
}

std::string error_of(const LayoutChoice& choice) {
    Layout layout = Layout::built_in("kr").value();
    const auto result = choose(layout, choice);
    return result ? "inget fel" : result.error();
}

TEST(LayoutChoice, TheUnitIsThatOfEveryTable) {
    const Layout layout = chosen("tkr", {{"kr"}, {}, {}});
    for (const Table& table : layout.tables) {
        for (const Column& column : table.columns) {
            EXPECT_EQ(amount_form(table, nullptr, &column), usual_form(Unit::kr)) << table.key;
        }
    }
}

TEST(LayoutChoice, ALaterUnitOfOneTableGoesBefore) {
    const Layout layout = chosen("kr", {{"tkr,1", "balansrakning=öre", "resultatrakning=mnkr,2"}, {}, {}});
    EXPECT_EQ(layout.find("kassaflodesanalys")->form, (AmountForm{Unit::tkr, 1}));
    EXPECT_EQ(layout.find("balansrakning")->form, usual_form(Unit::ore));
    EXPECT_EQ(layout.find("resultatrakning")->form, (AmountForm{Unit::mnkr, 2}));
}

TEST(LayoutChoice, TheRemarkTellsTheChosenUnit) {
    EXPECT_THAT(remark_text(*chosen("tkr", {{"tkr,1"}, {}, {}}).find("resultatrakning")),
                HasSubstr("Belopp i tkr med en decimal. Varje tal är avrundat för sig"));
    EXPECT_EQ(remark_text(*chosen("tkr", {{"öre"}, {}, {}}).find("resultatrakning")), "Belopp i kronor och ören.");
    EXPECT_THAT(remark_text(*Layout::built_in("tkr")->find("balansrakning")), HasSubstr("tkr med två decimaler"));
}

TEST(LayoutChoice, TablesAreLeftOutOrChosen) {
    const Layout without = chosen("kr", {{}, {}, {"mal", "medelstilldelning"}});
    EXPECT_TRUE(without.find("mal")->hidden);
    EXPECT_FALSE(without.find("balansrakning")->hidden);
    const Layout only = chosen("kr", {{}, {"balansrakning", "resultatrakning"}, {}});
    EXPECT_FALSE(only.find("balansrakning")->hidden);
    EXPECT_TRUE(only.find("oversikt")->hidden);
}

TEST(LayoutChoice, EveryUnitThatPeopleChooseAmongIsOne) {
    for (const std::string_view word : unit_words) {
        LayoutChoice choice;
        choose_unit(choice, "", word);
        EXPECT_EQ(error_of(choice), "inget fel") << word;
    }
}

TEST(LayoutChoice, AUnitIsChosenChangedAndTakenBack) {
    LayoutChoice choice;
    choose_unit(choice, "balansrakning", "tkr,2");
    choose_unit(choice, "", "kr");
    EXPECT_THAT(choice.units, testing::ElementsAre("kr", "balansrakning=tkr,2")); // else the report's would go before
    EXPECT_EQ(chosen_unit(choice, ""), "kr");
    EXPECT_EQ(chosen_unit(choice, "balansrakning"), "tkr,2");
    EXPECT_EQ(chosen_unit(choice, "resultatrakning"), "");
    choose_unit(choice, "balansrakning", "öre");
    EXPECT_EQ(chosen_unit(choice, "balansrakning"), "öre");
    choose_unit(choice, "", "");
    choose_unit(choice, "balansrakning", "");
    EXPECT_EQ(choice, LayoutChoice());
}

TEST(LayoutChoice, WhatIsUnknownIsNamed) {
    EXPECT_THAT(error_of({{"tusental"}, {}, {}}), HasSubstr("”tusental”"));
    EXPECT_THAT(error_of({{"tkr,3"}, {}, {}}), HasSubstr("”tkr,3”"));
    EXPECT_THAT(error_of({{"öre,1"}, {}, {}}), HasSubstr("”öre,1”"));
    EXPECT_THAT(error_of({{"balansen=kr"}, {}, {}}), HasSubstr("”balansen”"));
    EXPECT_THAT(error_of({{}, {"x"}, {}}), HasSubstr("balansrakning"));
    EXPECT_THAT(error_of({{}, {"mal"}, {"mal"}}), HasSubstr("ingen tabell"));
}

} // namespace
} // namespace finsam
