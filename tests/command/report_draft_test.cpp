#include "bridge/command/report_formats.hpp"
#include "bridge/workbook/report_draft.hpp"
#include "bridge/workbook/settings.hpp"

#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::HasSubstr;

/// A year of small books: kassa 1930, driftbidrag 3010 (Kommun-Bas: a result account), one account that no map has.
std::string books(int year, const std::string& organisation = "222000-1834", const std::string& more = "") {
    const std::string y = std::to_string(year);
    return "#FLAGGA 0\n#PROGRAM \"prov\" 1\n#FORMAT PC8\n#GEN " + y + "1231\n#SIETYP 4\n#FNAMN \"Provet\"\n#ORGNR " +
           organisation + "\n#RAR 0 " + y + "0101 " + y +
           "1231\n#KONTO 1930 Bank\n#KONTO 3010 Driftbidrag\n#KONTO 5010 \"Lön\"\n#DIM 7 Insats\n#DIM 8 Ansvar\n"
           "#UB 0 1930 60.00\n#RES 0 3010 -100.00\n#RES 0 5010 40.00\n" +
           more;
}

class ReportDraftTest : public testing::Test {
protected:
    std::filesystem::path file(const std::string& name, const std::string& text) const {
        return folder.write(name, text);
    }
    static tl::expected<ReportDraft, std::string> read(std::vector<std::filesystem::path> files) {
        return ReportDraft::read(files, [](double) { return true; });
    }
    command_test::Folder folder;
};

TEST_F(ReportDraftTest, TheOrderOfTheFilesDoesNotMatter) {
    const auto older = file("a.se", books(2023)), newer = file("b.se", books(2024));
    for (const auto& files : {std::vector{older, newer}, std::vector{newer, older}}) {
        const auto draft = read(files);
        ASSERT_TRUE(draft) << draft.error();
        EXPECT_THAT(draft->periods(), testing::ElementsAre("2024-01-01–2024-12-31", "2023-01-01–2023-12-31"));
        EXPECT_EQ(draft->books().company_name, "Provet");
        for (const DraftFile& one : draft->files()) {
            EXPECT_EQ(one.period, one.name == "a.se" ? "2023-01-01–2023-12-31" : "2024-01-01–2024-12-31");
            EXPECT_EQ(one.errors, 0u);
        }
    }
}

TEST_F(ReportDraftTest, TheSameFileChosenTwiceIsOneFile) {
    const auto one = file("a.se", books(2024));
    const auto draft = read({one, one});
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->files().size(), 1u);
}

TEST_F(ReportDraftTest, FilesOfTwoForbundAreNamedAndRefused) {
    const auto draft = read({file("a.se", books(2024)), file("b.se", books(2023, "222000-2857"))});
    ASSERT_FALSE(draft);
    EXPECT_THAT(draft.error(), testing::AllOf(HasSubstr("olika förbund"), HasSubstr("a.se: Provet 222000-1834"),
                                              HasSubstr("b.se: Provet 222000-2857")));
}

TEST_F(ReportDraftTest, AFileThatIsNoSieIsNamed) {
    const auto draft = read({file("a.se", books(2024)), file("brev.se", "Hej!\n")});
    ASSERT_FALSE(draft);
    EXPECT_THAT(draft.error(), HasSubstr("brev.se: "));
}

TEST_F(ReportDraftTest, AUserWhoStopsHearsNothing) {
    const std::vector<std::filesystem::path> files = {file("a.se", books(2024))};
    const auto draft = ReportDraft::read(files, [](double) { return false; });
    ASSERT_FALSE(draft);
    EXPECT_EQ(draft.error(), "");
}

TEST_F(ReportDraftTest, TheWayThroughTheFilesIsToldAndCanBeStoppedWithinOne) {
    std::string vouchers;
    for (int i = 0; i < 2000; ++i) {
        vouchers += "#VER A 1 20240131 \"\"\n{\n#TRANS 5010 {} 1.00\n#TRANS 1930 {} -1.00\n}\n";
    }
    const std::vector<std::filesystem::path> files = {file("a.se", books(2023)),
                                                      file("b.se", books(2024, "222000-1834", vouchers))};
    std::vector<double> told;
    const auto draft = ReportDraft::read(files, [&](double share) {
        told.push_back(share);
        return share < 0.4;
    });
    ASSERT_FALSE(draft);
    EXPECT_EQ(draft.error(), "");
    ASSERT_EQ(told.size(), 3u); // before each file, and once within the second
    EXPECT_EQ(told[0], 0);
    EXPECT_NEAR(told[1], 0.004, 0.003);
    EXPECT_NEAR(told[2], 0.51, 0.01);
}

TEST_F(ReportDraftTest, AccountsThatTheMapLacksComeFirstAndThoseToJudgeNext) {
    const auto draft =
        read({file("a.se", books(2024, "222000-1834", "#KONTO X1 Okänt\n#UB 0 X1 0\n#UB 0 9999 1.00\n"))});
    ASSERT_TRUE(draft) << draft.error();
    const auto map = folder.write("karta.csv", "från;till;benämning;rad;säkerhet\n1000;1999;Bank;kassa_bank;säker\n"
                                               "3000;3999;Bidrag;verksamhetens_intakter;trolig\n"
                                               "5000;5999;Lön;verksamhetens_kostnader;\n");
    const auto inputs = inputs_for({"kr", map, "", 1});
    ASSERT_TRUE(inputs) << inputs.error();
    const auto accounts = draft->placed(*inputs);
    ASSERT_EQ(accounts.size(), 4u);
    EXPECT_EQ(accounts[0].number, "9999");
    EXPECT_EQ(accounts[0].placing, Placing::missing);
    EXPECT_EQ(accounts[1].number, "3010");
    EXPECT_EQ(accounts[1].placing, Placing::proposed);
    EXPECT_EQ(accounts[1].row, "Verksamhetens intäkter");
    EXPECT_EQ(accounts[2].name, "Bank");
    EXPECT_EQ(accounts[3].placing, Placing::certain);
    EXPECT_EQ(placing_counts(accounts, false), "4 konton: 2 säkra, 1 föreslaget, 1 saknas i kontokartan");
}

TEST_F(ReportDraftTest, TheDimensionIsFoundByNameAndCanBeAnother) {
    auto draft = read({file("a.se", books(2024))});
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->books().insats_dimension, "7");
    ASSERT_TRUE(draft->choose_books("8"));
    EXPECT_EQ(draft->books().insats_dimension, "8");
    EXPECT_FALSE(draft->choose_books("99"));
}

TEST_F(ReportDraftTest, WhatWasChosenForTheForbundGoesBeforeWhatIsProposed) {
    const auto draft = read({file("a.se", books(2024))});
    ASSERT_TRUE(draft);
    const ReportChoices usual{"ore", "kommun-bas", "", -1};
    const ReportChoices proposed = draft->proposed(std::nullopt, usual);
    EXPECT_EQ(proposed.layout, "ore");
    EXPECT_EQ(proposed.dimension, "7");
    EXPECT_EQ(proposed.credit_sign, -1);
    Settings settings;
    settings.remember(draft->books(), {"tkr", "bas", "8", 1});
    const auto before = Settings::from_json(settings.to_json()).last_choices(draft->books());
    ASSERT_TRUE(before);
    EXPECT_EQ(draft->proposed(before, usual), (ReportChoices{"tkr", "bas", "8", 1}));
}

TEST(SettingsTest, EveryChoiceOfAForbundIsRemembered) {
    Books forbund;
    forbund.organisation_number = "222000-1834";
    for (const DocumentChoice& document :
         {DocumentChoice{}, DocumentChoice{Date{2024, 8, 31}, {}}, DocumentChoice{{}, 2025}}) {
        const ReportChoices chosen{"tkr", "bas", "8", -1, {{"tkr,1", "mal=kr"}, {"mal"}, {"insatser"}}, true, document};
        Settings settings;
        settings.remember(forbund, chosen);
        EXPECT_EQ(Settings::from_json(settings.to_json()).last_choices(forbund), chosen);
    }
}

/// Every choice of the dialog, and how the command line says it.
struct SaidChoices {
    const char* name;
    ReportChoices choices;
    std::vector<std::string> arguments;
};

class ChosenReport : public testing::TestWithParam<SaidChoices> {};

const SaidChoices said[] = {
    {"usual", {"kr", "bas", "1", 1}, {"--karta", "bas"}},
    {"unit",
     {"kr", "bas", "1", -1, {{"tkr,1", "balansrakning=öre"}, {}, {}}},
     {"--karta", "bas", "--tecken", "negativ", "--enhet", "tkr,1", "--enhet", "balansrakning=öre"}},
    {"tables",
     {"ore", "bas", "1", 1, {{}, {}, {"mal", "kassaflodesanalys"}}},
     {"--karta", "bas", "--uppstallning", "ore", "--utan", "mal,kassaflodesanalys"}},
    {"interim",
     {"tkr", "bas", "1", 1, {{"kr"}, {}, {}}, false, {Date{2024, 8, 31}, {}}},
     {"--karta", "bas", "--uppstallning", "tkr", "--enhet", "kr", "--delar", "2024-08-31"}},
    {"budget", {"kr", "bas", "1", 1, {}, true, {{}, 2025}}, {"--karta", "bas", "--budgetplan", "2025"}},
};
INSTANTIATE_TEST_SUITE_P(Choices, ChosenReport, testing::ValuesIn(said),
                         [](const auto& one) { return one.param.name; });

TEST_P(ChosenReport, IsWhatTheCommandMakes) {
    const auto [name, choices, more] = GetParam();
    const command_test::ExampleBooks books = command_test::example_books();
    auto draft = ReportDraft::read(std::vector<std::filesystem::path>{books.year_2024, books.year_2023},
                                   [](double) { return true; });
    ASSERT_TRUE(draft) << draft.error();
    ASSERT_TRUE(draft->choose_books(draft->books().insats_dimension, choices.document));
    const auto inputs = inputs_for(choices);
    ASSERT_TRUE(inputs) << inputs.error();
    const Report report = evaluate(inputs->layout, inputs->map, draft->books(), inputs->typed);
    std::vector<std::string> arguments = {"rapport",       "--sie",    books.year_2024, "--sie",
                                          books.year_2023, "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const command_test::Outcome outcome = command_test::run_finsam(arguments);
    EXPECT_EQ(command::report_as_json(report, {choices.map, draft->chart()}, choices.credit_sign), outcome.out)
        << outcome.err;
}

TEST_F(ReportDraftTest, ADayOrYearThatTheFilesLackIsToldAndTheBooksStay) {
    auto draft = read({file("a.se", books(2024))});
    ASSERT_TRUE(draft);
    const auto chosen = draft->choose_books("7", {Date{2024, 8, 31}, {}});
    ASSERT_FALSE(chosen);
    EXPECT_THAT(chosen.error(), HasSubstr("varken verifikationer eller månadssaldon"));
    EXPECT_THAT(draft->choose_books("7", {{}, 2031}).error(), HasSubstr("Budgetåret 2031"));
    EXPECT_EQ(draft->books().years.front().to, (Date{2024, 12, 31}));
    ASSERT_TRUE(draft->choose_books("7", {{}, 2025}));
    EXPECT_EQ(draft->books().years.front().to, (Date{2025, 12, 31}));
    ASSERT_TRUE(draft->choose_books("7"));
    EXPECT_EQ(draft->books().years.front().to, (Date{2024, 12, 31}));
}

TEST_F(ReportDraftTest, TheDocumentMovesToTheLatestYear) {
    const auto draft = read({file("a.se", books(2024)), file("b.se", books(2023))});
    ASSERT_TRUE(draft);
    const auto interim_after = [&](Date day) {
        ReportChoices before;
        before.document.period_end = day;
        return draft->proposed(before, {}).document.period_end;
    };
    EXPECT_EQ(interim_after({2023, 6, 30}), (Date{2024, 6, 30}));
    EXPECT_EQ(interim_after({2023, 2, 28}), (Date{2024, 2, 29})); // the last of the month stays the last
    EXPECT_EQ(interim_after({2023, 9, 15}), (Date{2024, 9, 15}));
    EXPECT_EQ(draft->document_of_kind(DocumentKind::interim).period_end, (Date{2024, 8, 31}));
    ReportChoices before;
    before.document.plan_year = 2024;
    EXPECT_EQ(draft->proposed(before, {}).document.plan_year, 2025);
    EXPECT_EQ(draft->proposed(ReportChoices(), {}).document.kind(), DocumentKind::annual);
}

TEST_F(ReportDraftTest, ABrokenYearsInterimReportEndsInFebruary) {
    const auto draft = read({file("a.se", "#FLAGGA 0\n#PROGRAM \"prov\" 1\n#FORMAT PC8\n#GEN 20240701\n#SIETYP 4\n"
                                          "#FNAMN \"Provet\"\n#RAR 0 20230701 20240630\n#KONTO 1930 Bank\n"
                                          "#UB 0 1930 60.00\n#RES 0 3010 -60.00\n")});
    ASSERT_TRUE(draft) << draft.error();
    EXPECT_EQ(draft->document_of_kind(DocumentKind::interim).period_end, (Date{2024, 2, 29}));
    EXPECT_EQ(draft->document_of_kind(DocumentKind::interim, Date{2023, 10, 31}).period_end, (Date{2023, 10, 31}));
    EXPECT_EQ(draft->document_of_kind(DocumentKind::budget).plan_year, 2025);
}

TEST_F(ReportDraftTest, WhatWasChosenForTablesOfAnotherShapeIsKeptAndLeftOut) {
    const ReportChoices choices{"kr", "bas", "", 1, {{"projekt=tkr"}, {}, {"projekt", "mal"}}};
    const auto inputs = inputs_for(choices);
    ASSERT_TRUE(inputs) << inputs.error();
    EXPECT_TRUE(inputs->layout.find("mal")->hidden);
    EXPECT_EQ(inputs->layout.choice, (LayoutChoice{{}, {}, {"mal"}}));
}

TEST_F(ReportDraftTest, AReportWithoutAnyTableIsRefused) {
    ReportChoices choices{"kr", "bas", "", 1};
    choices.choice.only = {"mal"};
    choices.choice.without = {"mal"};
    EXPECT_THAT(inputs_for(choices).error(), HasSubstr("ingen tabell är kvar"));
}

TEST_F(ReportDraftTest, AnOwnMapWithAFaultIsToldWithItsFileAndLine) {
    const auto map = folder.write("karta.csv", "från;till;rad\n1000;1999;okand_rad\n");
    const auto inputs = inputs_for({"kr", map, "", 1});
    ASSERT_FALSE(inputs);
    EXPECT_THAT(inputs.error(), testing::AllOf(HasSubstr("karta.csv"), HasSubstr("rad 2")));
    EXPECT_THAT(inputs_for({"kr", folder / "saknas.csv", "", 1}).error(), HasSubstr("saknas.csv"));
}

TEST(SettingsTest, AreKeptAndAnOddFileGivesNewOnes) {
    const command_test::Folder folder;
    Settings settings;
    settings.usual.layout = "tkr";
    settings.ledger_folder = "/böcker";
    settings.remember_ledger("/böcker/a.db");
    settings.remember_ledger("/böcker/b.db");
    settings.remember_ledger("/böcker/a.db");
    const auto file = folder / "djupt" / "installningar.json";
    ASSERT_TRUE(settings.save(file));
    const Settings again = Settings::load(file);
    EXPECT_EQ(again.usual.layout, "tkr");
    EXPECT_EQ(again.ledger_folder, "/böcker");
    EXPECT_THAT(again.ledgers, testing::ElementsAre("/böcker/b.db", "/böcker/a.db"));
    for (const char* odd : {"", "[]", "{", "{\"forval\": 3, \"forbund\": [], \"huvudbocker\": [1]}",
                            "{\"forval\": {\"kredittecken\": \"x\", \"uppstallning\": 7}}"}) {
        EXPECT_EQ(Settings::from_json(odd).usual, ReportChoices()) << odd;
    }
}

TEST(SettingsTest, AFolderThatCannotBeMadeIsTold) {
    const command_test::Folder folder;
    const std::string in_the_way = folder.write("fil", "x");
    const auto saved = Settings().save(std::filesystem::path(in_the_way) / "installningar.json");
    ASSERT_FALSE(saved);
    EXPECT_THAT(saved.error(), HasSubstr("kan inte sparas"));
}

} // namespace
} // namespace finsam
