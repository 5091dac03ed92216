// `finsam jamfor`: nyckeltal of invented förbund, worked out by hand beside each test.

#include "tests/command/made_years.hpp"
#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A claim and a debt of the same size: assets without eget kapital.
std::string claim_and_debt(int amount) {
    return fmt::format("#KONTO 1510 Kundfordran\n#KONTO 2440 Leverantorer\n#IB 0 1510 {0}\n#IB 0 2440 -{0}\n"
                       "#UB 0 1510 {0}\n#UB 0 2440 -{0}\n",
                       amount);
}

/// Result 1000 - 800 = 200; eget kapital 500 + 200 = 700; assets 700 + 300 = 1000; budget of the result 50.
MadeYear sjon_2024() {
    return {2024, 500, 1000, 400, 100, 300, 50, "", claim_and_debt(300)};
}
/// Result 400 - 500 = -100; eget kapital 600 - 100 = 500; assets 500; no budget.
MadeYear vik_2024() {
    return {2024, 600, 400, 250, 50, 200, 0, "", ""};
}
/// Result 400 - 300 = 100; eget kapital 500 + 100 = 600.
MadeYear vik_2023() {
    return {2023, 500, 400, 100, 50, 150, 0, "", ""};
}

class Jamfor : public testing::Test {
protected:
    void import(const std::string& name, const std::string& number, const MadeYear& year) const {
        const std::string file = folder.write(fmt::format("{}-{}.se", number, year.year), sie_of(name, number, year));
        const Outcome outcome = run_finsam({"importera", "--huvudbok", ledger(), file});
        ASSERT_EQ(outcome.exit, 0) << outcome.err;
    }
    void import_both() const {
        import("Forbundet Sjon", "222000-1111", sjon_2024());
        import("Forbundet Vik", "222000-2222", vik_2024());
        import("Forbundet Vik", "222000-2222", vik_2023());
    }
    Outcome compare(std::vector<std::string> more) const {
        std::vector<std::string> arguments = {"jamfor", "--huvudbok", ledger()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_finsam(arguments);
    }
    json compare_json(std::vector<std::string> more, int exit = 0) const {
        more.insert(more.end(), {"--format", "json"});
        const Outcome outcome = compare(std::move(more));
        EXPECT_EQ(outcome.exit, exit) << outcome.err;
        return json::parse(outcome.out);
    }
    static json values(const json& all, std::size_t forbund, std::size_t year = 0) {
        return all["forbund"][forbund]["ar"][year]["varden"];
    }
    static double number(const json& value) { return std::stod(value.get<std::string>()); }
    std::string ledger() const { return (folder / "l.db").string(); }
    Folder folder;
};

TEST_F(Jamfor, GivesEachForbundsFigures) {
    import_both();
    const json all = compare_json({"--karta", "bas", "--antal-ar", "1"});
    ASSERT_EQ(all["forbund"].size(), 2U);
    EXPECT_EQ(all["ar"], json({2024}));
    const json sjon = values(all, 0);
    EXPECT_EQ(sjon["soliditet"], "0.7");                // 700 / 1000
    EXPECT_EQ(sjon["ek_andel_medlemsintakter"], "0.7"); // 700 / 1000
    EXPECT_EQ(sjon["andel_insatser"], "0.5");           // 400 / 800
    EXPECT_EQ(sjon["andel_personal"], "0.375");         // 300 / 800
    EXPECT_EQ(sjon["andel_ovrigt"], "0.125");           // 100 / 800
    EXPECT_EQ(number(sjon["andel_arvoden"]), 0);        // none, but known
    EXPECT_EQ(sjon["medlemsintakter"], "1000.00");
    EXPECT_EQ(sjon["verksamhetens_kostnader"], "-800.00");
    EXPECT_EQ(sjon["arets_resultat"], "200.00");
    EXPECT_EQ(sjon["eget_kapital"], "700.00");
    EXPECT_EQ(sjon["summa_tillgangar"], "1000.00");
    EXPECT_EQ(sjon["over_riktvarde"], "500.00"); // 700 - 20 % of 1000
    EXPECT_EQ(sjon["budgeterat_resultat"], "50.00");
    EXPECT_EQ(sjon["budgetavvikelse"], "150.00");     // 200 - 50
    EXPECT_EQ(sjon["budgetavvikelse_andel"], "0.15"); // 150 / 1000
    const json vik = values(all, 1);
    EXPECT_EQ(vik["soliditet"], "1");                   // 500 / 500
    EXPECT_EQ(vik["ek_andel_medlemsintakter"], "1.25"); // 500 / 400
    EXPECT_EQ(vik["arets_resultat"], "-100.00");
    EXPECT_EQ(vik["over_riktvarde"], "420.00");            // 500 - 20 % of 400
    EXPECT_EQ(all["median"]["2024"]["soliditet"], "0.85"); // between 0.7 and 1
    EXPECT_EQ(all["median"]["2024"]["arets_resultat"], "50.00");
}

TEST_F(Jamfor, WhatIsNotKnownIsNullAndEmptyNotZero) {
    import_both();
    const json all = compare_json({"--karta", "bas", "--antal-ar", "2"});
    EXPECT_TRUE(values(all, 1)["budgetavvikelse"].is_null()) << "the file has no #PBUDGET";
    EXPECT_TRUE(values(all, 1)["budgetavvikelse_andel"].is_null());
    const json of_2023 = all["forbund"][0]["ar"][1];
    EXPECT_EQ(of_2023["ar"], 2023);
    EXPECT_TRUE(of_2023["varden"]["soliditet"].is_null());
    EXPECT_EQ(of_2023["saknas"], "Huvudboken har inget räkenskapsår som slutar 2023.");
    EXPECT_EQ(values(all, 1, 1)["eget_kapital"], "600.00");
    EXPECT_EQ(all["median"]["2023"]["eget_kapital"], "600.00") << "of the one that has it";
    const Outcome csv = compare({"--karta", "bas", "--antal-ar", "2", "--format", "csv"});
    EXPECT_THAT(csv.out, HasSubstr("\nForbundet Sjon;2220001111;2023;;;bas;;;;;;;;;;;;;;;;;Huvudboken har inget"));
}

TEST_F(Jamfor, AreTheFiguresOfTheReport) {
    import_both();
    const json report = json::parse(run_finsam({"rapport", "--huvudbok", ledger(), "--forbund", "222000-1111",
                                                "--karta", "bas", "--format", "json"})
                                        .out);
    const json sjon = values(compare_json({"--karta", "bas", "--antal-ar", "1"}), 0);
    const auto printed = [&](const char* table, const char* row) {
        for (const json& one : report["tabeller"][table]["rader"]) {
            if (one["nyckel"] == row) {
                return one["varden"][0];
            }
        }
        return json();
    };
    EXPECT_EQ(sjon["soliditet"], printed("oversikt", "soliditet"));
    EXPECT_EQ(sjon["ek_andel_medlemsintakter"], printed("oversikt", "ek_andel_medlemsintakter"));
    EXPECT_EQ(sjon["over_riktvarde"], printed("eget_kapital", "over_riktvarde"));
    EXPECT_EQ(sjon["arets_resultat"], printed("resultatrakning", "arets_resultat"));
}

TEST_F(Jamfor, AnAccountThatTheMapLacksLeavesTheForbundOutByName) {
    import("Forbundet Sjon", "222000-1111", sjon_2024());
    MadeYear strange = vik_2024();
    strange.more = "#KONTO 1999 \"Okand fordran\"\n#KONTO 9999 Okant\n#UB 0 9999 0\n";
    import("Forbundet Vik", "222000-2222", strange);
    const std::string map = folder.write("liten.csv", "från;till;rad\n1000;1999;kassa_bank\n2000;2099;eget_kapital\n"
                                                      "3000;3999;verksamhetens_intakter\n"
                                                      "4000;5999;verksamhetens_kostnader\n");
    const json all = compare_json({"--karta", "bas", "--karta-for", "Vik=" + map, "--antal-ar", "1"}, 1);
    EXPECT_EQ(values(all, 0)["soliditet"], "0.7");
    const json vik = all["forbund"][1];
    EXPECT_EQ(vik["karta"], "liten.csv");
    for (const auto& [key, value] : vik["ar"][0]["varden"].items()) {
        EXPECT_TRUE(value.is_null()) << key;
    }
    EXPECT_THAT(vik["ar"][0]["kartan_racker_inte"][0].get<std::string>(), HasSubstr("7010 Loner"));
    EXPECT_EQ(all["median"]["2024"]["soliditet"], "0.7");
    const Outcome text = compare({"--karta", "bas", "--karta-for", "Vik=" + map, "--antal-ar", "1"});
    EXPECT_EQ(text.exit, 1);
    EXPECT_THAT(text.out, HasSubstr("Utelämnade, eftersom kontokartan inte räcker till\n  Forbundet Vik 2024: "));
}

TEST_F(Jamfor, TheMapsOfTheForbundStandInAFile) {
    import_both();
    folder.write("egen.csv", "från;till;rad;notrad\n1000;1999;kassa_bank;\n2000;2099;eget_kapital;\n"
                             "3000;3999;verksamhetens_intakter;driftbidrag\n"
                             "4000;7999;verksamhetens_kostnader;personalkostnader\n");
    folder.write("vik.toml", "[ar.2024]\nek_andel_1 = 0.5\n");
    const std::string maps =
        folder.write("kartor.toml", "[[forbund]]\nforbund = \"222000-1111\"\nkarta = \"bas\"\n\n"
                                    "[[forbund]]\nforbund = \"Vik\"\nkarta = \"egen.csv\"\nindata = \"vik.toml\"\n");
    const json all = compare_json({"--kartor", maps, "--antal-ar", "1"});
    EXPECT_EQ(all["forbund"][0]["karta"], "bas");
    EXPECT_EQ(all["forbund"][1]["karta"], "egen.csv");
    EXPECT_EQ(values(all, 0)["andel_personal"], "0.375");
    EXPECT_EQ(values(all, 1)["andel_personal"], "1") << "all costs, by its own map";
    EXPECT_EQ(values(all, 1)["over_riktvarde"], "300.00") << "500 - 50 % of 400, as typed";
    const json other = compare_json({"--kartor", maps, "--karta-for", "222000-2222=bas", "--antal-ar", "1"});
    EXPECT_EQ(values(other, 1)["andel_personal"], "0.4") << "200 / 500: the command line goes before the file";
}

/// Sjon's file has a budget of 50 kr; Vik's have none. Results: Sjon 200, Vik -100 in 2024 and 100 in 2023.
TEST_F(Jamfor, ABudgetPerInsatsIsOfItsForbundAndYear) {
    import_both();
    const std::string of_2024 = folder.write("b24.csv", "insats;netto\nP1;80\nP2;-60\n"); // 20
    folder.write("b23.csv", "insats;netto\nP1;90\n");
    const std::string maps = folder.write("kartor.toml", "[[forbund]]\nforbund = \"Vik\"\nkarta = \"bas\"\n"
                                                         "budget = { 2023 = \"b23.csv\" }\n");
    const json all = compare_json(
        {"--karta", "bas", "--kartor", maps, "--budget-for", "Forbundet Vik 2024=" + of_2024, "--antal-ar", "2"});
    EXPECT_EQ(values(all, 1)["budgeterat_resultat"], "20.00");
    EXPECT_EQ(values(all, 1)["budgetavvikelse"], "-120.00");
    EXPECT_EQ(values(all, 1, 1)["budgeterat_resultat"], "90.00");
    EXPECT_EQ(values(all, 1, 1)["budgetavvikelse"], "10.00");
    EXPECT_EQ(values(all, 0)["budgeterat_resultat"], "50.00") << "of its SIE file";
    const json last = compare_json({"--karta", "bas", "--budget-for", "222000-1111=" + of_2024, "--antal-ar", "2"});
    EXPECT_EQ(values(last, 0)["budgetavvikelse"], "180.00") << "the last year, and before #PBUDGET";
    EXPECT_TRUE(values(last, 1)["budgetavvikelse"].is_null());
}

TEST_F(Jamfor, TheChartChoosesTheMap) {
    import_both();
    EXPECT_EQ(compare_json({"--kontoplan", "bas"}), compare_json({"--karta", "bas"}));
}

TEST_F(Jamfor, ChosenForbundAndYears) {
    import_both();
    const json one = compare_json({"--karta", "bas", "--forbund", "vik", "--ar", "2023", "--antal-ar", "1"});
    ASSERT_EQ(one["forbund"].size(), 1U);
    EXPECT_EQ(one["forbund"][0]["organisationsnummer"], "2220002222");
    EXPECT_EQ(values(one, 0)["arets_resultat"], "100.00");
    EXPECT_EQ(compare_json({"--karta", "bas"})["ar"], json({2024, 2023, 2022, 2021, 2020, 2019}));
}

TEST_F(Jamfor, HeadersSayUnitAndSign) {
    import_both();
    const Outcome csv = compare({"--karta", "bas", "--antal-ar", "1", "--format", "csv"});
    EXPECT_THAT(csv.out, StartsWith("förbund;organisationsnummer;år;från;till;kontokarta;Soliditet (andel);"));
    EXPECT_THAT(csv.out,
                AllOf(HasSubstr(";Verksamhetens kostnader (kr, kostnad −);"),
                      HasSubstr(";Budgetavvikelse (kr, bättre än budget +);"),
                      HasSubstr("\nForbundet Sjon;2220001111;2024;2024-01-01;2024-12-31;bas;0,7;0,7;0,5;0,375;")));
    const Outcome text = compare({"--karta", "bas", "--antal-ar", "2"});
    EXPECT_THAT(text.out, HasSubstr("\nVerksamhetens kostnader (kr, kostnad −)"));
    EXPECT_THAT(text.out, HasSubstr("Källa: RKR R15; tabellen Översikt."));
    EXPECT_THAT(text.out, Not(HasSubstr("Utelämnade")));
}

TEST_F(Jamfor, WhatCannotBeComparedIsRefusedWithTheReason) {
    import_both();
    const auto refused = [&](std::vector<std::string> more, const char* why) {
        const Outcome outcome = compare(std::move(more));
        EXPECT_EQ(outcome.exit, 2);
        EXPECT_EQ(outcome.out, "");
        EXPECT_THAT(outcome.err, HasSubstr(why));
    };
    refused({"--forbund", "Berget"}, "inget förbund ”Berget”");
    refused({"--forbund", "Forbundet"}, "flera förbund");
    refused({"--karta", "finns-inte"}, "”finns-inte” är varken en fil");
    refused({"--karta-for", "Vik"}, "skriv förbundets namn eller nummer, = och kartan");
    refused({"--karta-for", "Berget=bas"}, "inget förbund ”Berget”");
    refused({"--budget-for", "Vik"}, "skriv förbundets namn eller nummer, räkenskapsåret");
    refused({"--budget-for", "Vik 2010=b.csv"}, "året 2010 är inte med");
    refused({"--budget-for", "Vik 2024=saknas.csv"}, "saknas.csv");
    refused({"--kontoplan", "bas", "--karta", "bas"}, "--kontoplan");
    refused({"--kartor", folder.write("ar.toml", "[[forbund]]\nforbund = \"Vik\"\nkarta = \"bas\"\nbudget = 1\n")},
            "”budget”");
    refused({"--kartor", folder.write("fel.toml", "[[forbund]]\nforbund = \"Vik\"\n")}, "fel.toml: ");
    refused({"--antal-ar", "0"}, "--antal-ar");
    refused({"--ar", "1999", "--antal-ar", "2"}, "Inget av förbunden har ett räkenskapsår som slutar 1999, 1998.");
    EXPECT_EQ(run_finsam({"jamfor", "--huvudbok", (folder / "saknas.db").string()}).exit, 2);
}

TEST_F(Jamfor, ACheckThatFailsIsListedAndTheFiguresStand) {
    import("Forbundet Vik", "222000-2222", vik_2023());
    MadeYear broken = vik_2024();
    broken.opening = 590; // 2023 ended with 600
    import("Forbundet Vik", "222000-2222", broken);
    const json all = compare_json({"--karta", "bas", "--antal-ar", "2"}, 1);
    EXPECT_EQ(values(all, 0)["eget_kapital"], "490.00");
    EXPECT_THAT(all["forbund"][0]["ar"][0]["kontroller_fel"].dump(),
                HasSubstr("Ingående balans 2024 är inte utgående balans 2023"));
    EXPECT_EQ(all["forbund"][0]["ar"][1]["kontroller_fel"], json::array());
}

} // namespace
} // namespace finsam::command_test
