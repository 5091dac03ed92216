// A delårsrapport and a budget of the layouts that the annual report is made of. Every figure is added up by hand.

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/statement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Value kr(std::int64_t kronor) {
    return Ore::from_kronor(kronor);
}
const Value nothing;

std::string head(int year) {
    const std::string text = std::to_string(year), before = std::to_string(year - 1);
    return "#FLAGGA 0\n#PROGRAM \"Provbok\" 1\n#FORMAT PC8\n#GEN " + std::to_string(year + 1) +
           "0201\n#SIETYP 4\n#ORGNR 222000-9999\n#FNAMN \"Provet\"\n#RAR 0 " + text + "0101 " + text +
           "1231\n#RAR -1 " + before + "0101 " + before +
           "1231\n#KONTO 1930 \"Bank\"\n#KONTO 2010 \"Eget kapital\"\n#KONTO 2440 \"Leverantörsskulder\"\n"
           "#KONTO 3010 \"Driftbidrag\"\n#KONTO 5010 \"Lokalhyra\"\n#KONTO 8310 \"Ränteintäkter\"\n"
           "#DIM 20 \"Insats\"\n#OBJEKT 20 \"A\" \"Unga\"\n#OBJEKT 20 \"B\" \"Kansli\"\n";
}

/// To 31 August: contributions 900, rent 500 (A 300, B 200) of which 50 is not yet paid, interest 5: result 405. The
/// whole year: 1 200, 800 and 8: 408. Budget 1 200 and 900, to August 800 and 600.
std::string year_2024() {
    return head(2024) + "#IB 0 1930 1000\n#IB 0 2010 -1000\n#UB 0 1930 1408\n#UB 0 2010 -1000\n#RES 0 3010 -1200\n"
                        "#RES 0 5010 800\n#RES 0 8310 -8\n"
                        "#PBUDGET 0 202401 3010 {20 \"B\"} -800\n#PBUDGET 0 202409 3010 {20 \"B\"} -400\n"
                        "#PBUDGET 0 202401 5010 {20 \"A\"} 600\n#PBUDGET 0 202409 5010 {20 \"A\"} 300\n"
                        "#VER A 1 20240115\n{\n#TRANS 1930 {} 900\n#TRANS 3010 {20 \"B\"} -900\n}\n"
                        "#VER A 2 20240820\n{\n#TRANS 5010 {20 \"A\"} 300\n#TRANS 5010 {20 \"B\"} 200\n"
                        "#TRANS 2440 {} -50\n#TRANS 1930 {} -450\n}\n"
                        "#VER A 3 20240831\n{\n#TRANS 1930 {} 5\n#TRANS 8310 {} -5\n}\n"
                        "#VER A 4 20240901\n{\n#TRANS 2440 {} 50\n#TRANS 1930 {} -50\n}\n"
                        "#VER A 5 20241201\n{\n#TRANS 1930 {} 300\n#TRANS 3010 {20 \"B\"} -300\n}\n"
                        "#VER A 6 20241220\n{\n#TRANS 1930 {} -300\n#TRANS 5010 {20 \"A\"} 300\n}\n"
                        "#VER A 7 20241231\n{\n#TRANS 1930 {} 3\n#TRANS 8310 {} -3\n}\n";
}

/// To 31 August: 600 and 700 (A), result -100. The whole year: 1 000 and 900: 100.
std::string year_2023() {
    return head(2023) + "#IB 0 1930 900\n#IB 0 2010 -900\n#UB 0 1930 1000\n#UB 0 2010 -900\n#RES 0 3010 -1000\n"
                        "#RES 0 5010 900\n"
                        "#VER A 1 20230115\n{\n#TRANS 1930 {} 600\n#TRANS 3010 {20 \"B\"} -600\n}\n"
                        "#VER A 2 20230820\n{\n#TRANS 5010 {20 \"A\"} 700\n#TRANS 1930 {} -700\n}\n"
                        "#VER A 3 20231201\n{\n#TRANS 1930 {} 400\n#TRANS 3010 {20 \"B\"} -400\n}\n"
                        "#VER A 4 20231220\n{\n#TRANS 1930 {} -200\n#TRANS 5010 {20 \"A\"} 200\n}\n";
}

class Documents : public testing::Test {
protected:
    void make(DocumentKind document, const BooksQuery& query, std::string_view name = "kr") {
        Ledger ledger = Ledger::in_memory().value();
        for (const std::string& sie : {year_2024(), year_2023()}) {
            const auto outcome = ledger.import_bytes(sie, "prov.se");
            ASSERT_TRUE(outcome && outcome->kind == ImportOutcome::Kind::imported);
        }
        auto read = ledger.books(query);
        ASSERT_TRUE(read) << read.error().text;
        books = std::move(*read);
        auto made = Layout::built_in(name, document);
        ASSERT_TRUE(made) << made.error();
        layout = std::move(*made);
        report = evaluate(layout, map, books, typed);
    }
    void make_interim(Date day = {2024, 8, 31}, std::string_view name = "kr") {
        BooksQuery query;
        query.with_vouchers = true;
        query.period_end = day;
        make(DocumentKind::interim, query, name);
    }
    void make_budget(int year, std::string_view name = "kr") {
        BooksQuery query;
        query.plan_year = year;
        make(DocumentKind::budget, query, name);
    }
    const std::vector<Value>& row(std::string_view table, std::string_view key) const {
        static const std::vector<Value> none;
        const ReportTable* found = report.find(table);
        const ReportRow* line = found == nullptr ? nullptr : found->find(key);
        EXPECT_NE(line, nullptr) << table << "." << key;
        return line == nullptr ? none : line->values;
    }
    void expect_no_failed_check() const {
        for (const CheckResult& check : report.checks) {
            EXPECT_NE(check.state, CheckState::failed) << check.text << " " << check.year << " " << check.detail;
        }
    }
    const CheckResult& check(std::string_view key) const {
        for (const CheckResult& one : report.checks) {
            if (one.key == key) {
                return one;
            }
        }
        throw std::out_of_range(std::string(key));
    }

    AccountMap map = AccountMap::built_in("bas").value();
    TypedInput typed;
    Books books;
    Layout layout;
    Report report;
};

TEST_F(Documents, AnInterimReportHasPeriodSamePeriodBudgetForecastAndDeviation) {
    typed.years[2024]["prognos_verksamhetens_intakter"] = 1200;
    typed.years[2024]["prognos_verksamhetens_kostnader"] = 850;
    make_interim();
    EXPECT_EQ(report.title, "Delårsrapport 2024-08-31");
    EXPECT_THAT(report.find("resultatrakning")->columns,
                ElementsAre("2024-01-01–2024-08-31", "2023-01-01–2023-08-31", "Budget helår 2024", "Prognos helår 2024",
                            "Avvikelse mot budget"));
    EXPECT_THAT(row("resultatrakning", "verksamhetens_intakter"),
                ElementsAre(kr(900), kr(600), kr(1200), kr(1200), kr(0)));
    EXPECT_THAT(row("resultatrakning", "verksamhetens_kostnader"),
                ElementsAre(kr(-500), kr(-700), kr(-900), kr(-850), kr(50))); // cheaper than the budget: positive
    EXPECT_THAT(row("resultatrakning", "finansiella_intakter"), ElementsAre(kr(5), kr(0), kr(0), nothing, nothing));
    EXPECT_THAT(row("resultatrakning", "arets_resultat"), ElementsAre(kr(405), kr(-100), kr(300), nothing, nothing));
    EXPECT_EQ(report.find("resultatrakning")->find("arets_resultat")->text, "Periodens resultat");
    expect_no_failed_check();
}

TEST_F(Documents, TheBalanceSheetOfAPeriodIsComparedWithLastYearsEnd) {
    make_interim();
    EXPECT_THAT(report.find("balansrakning")->columns, ElementsAre("2024-08-31", "2023-12-31"));
    EXPECT_THAT(row("balansrakning", "kassa_bank"), ElementsAre(kr(1455), kr(1000))); // 1 000 + 900 - 450 + 5
    EXPECT_THAT(row("balansrakning", "kortfristiga_skulder"), ElementsAre(kr(50), kr(0)));
    EXPECT_THAT(row("balansrakning", "eget_kapital"), ElementsAre(kr(1405), kr(1000))); // 1 000 + 405
}

TEST_F(Documents, TheCashFlowsOfBothPeriodsBeginAtTheirYearsStart) {
    make_interim();
    EXPECT_THAT(row("kassaflodesanalys", "arets_resultat"), ElementsAre(kr(405), kr(-100)));
    EXPECT_THAT(row("kassaflodesanalys", "forandring_skulder"), ElementsAre(kr(50), kr(0)));
    EXPECT_THAT(row("kassaflodesanalys", "likvida_vid_arets_borjan"), ElementsAre(kr(1000), kr(900)));
    EXPECT_THAT(row("kassaflodesanalys", "likvida_vid_arets_slut"), ElementsAre(kr(1455), kr(800))); // 900+600-700
}

TEST_F(Documents, InsatserHaveTheirForecastAndTheSumNeedsAllOfThem) {
    typed.insatser = {{"A", "", "", "", "", Ore::from_kronor(-650), {}}, {"B", "", "", "", "", {}, {}}};
    make_interim();
    EXPECT_THAT(report.find("driftredovisning")->columns,
                ElementsAre("netto", "fg_netto", "budget", "prognos", "prognosavvikelse"));
    EXPECT_THAT(row("driftredovisning", "A"), ElementsAre(kr(-300), kr(-700), kr(-900), kr(-650), kr(250)));
    EXPECT_THAT(row("driftredovisning", "B"), ElementsAre(kr(700), kr(600), kr(1200), nothing, nothing)); // 900 - 200
    EXPECT_THAT(row("driftredovisning", "summa"), ElementsAre(kr(405), kr(-100), kr(300), nothing, nothing));
    typed.insatser[1].forecast = Ore::from_kronor(950);
    make_interim();
    EXPECT_THAT(row("driftredovisning", "summa"), ElementsAre(kr(405), kr(-100), kr(300), kr(300), kr(0)));
}

TEST_F(Documents, BalanskravetInAnInterimReportIsAForecast) {
    typed.years[2024] = {{"prognos_verksamhetens_intakter", 1200},
                         {"prognos_verksamhetens_kostnader", 850},
                         {"prognos_avskrivningar", 0},
                         {"prognos_finansiella_intakter", 7},
                         {"prognos_finansiella_kostnader", 0},
                         {"prognos_extraordinara_poster", 0},
                         {"realisationsvinster", 20}};
    make_interim();
    EXPECT_THAT(report.find("balanskrav")->columns, ElementsAre("Prognos 2024"));
    EXPECT_THAT(row("balanskrav", "arets_resultat"), ElementsAre(kr(357)));      // 1 200 - 850 + 7
    EXPECT_THAT(row("balanskrav", "balanskravsresultat"), ElementsAre(kr(337))); // 357 - 20
    expect_no_failed_check();
}

TEST_F(Documents, TheForecastIsOutcomeAndRestOfBudgetOnlyWhenAskedFor) {
    make_interim();
    EXPECT_EQ(row("resultatrakning", "verksamhetens_kostnader").at(3), nothing);
    typed.years[2024]["prognos_ur_budget"] = 1;
    typed.years[2024]["prognos_finansiella_intakter"] = 9;
    make_interim();
    EXPECT_EQ(row("resultatrakning", "verksamhetens_intakter").at(3), kr(1300));  // 900 + 1 200 - 800
    EXPECT_EQ(row("resultatrakning", "verksamhetens_kostnader").at(3), kr(-800)); // -500 - 900 + 600
    EXPECT_EQ(row("resultatrakning", "finansiella_intakter").at(3), kr(9));       // what is typed goes before
    EXPECT_EQ(row("resultatrakning", "arets_resultat").at(3), kr(509));
}

TEST_F(Documents, AnInterimReportOfTheWholeYearHasTheAnnualReportsFigures) {
    for (const char* name : {"kr", "ore", "tkr"}) {
        make_interim({2024, 12, 31}, name);
        const Report whole = report;
        make(DocumentKind::annual, {.with_vouchers = true}, name);
        for (const ReportTable& table : report.tables) {
            const ReportTable* same = whole.find(table.key);
            for (const ReportRow& line : table.rows) {
                if (same == nullptr || table.key == "balanskrav" || line.values.empty()) {
                    continue;
                }
                const std::string_view key = table.rule->kind == TableKind::insatser ? "netto" : "";
                const auto column = std::ranges::find(table.columns, key);
                const auto other = std::ranges::find(same->columns, key);
                const auto at = column == table.columns.end() ? 0 : column - table.columns.begin();
                const auto there = other == same->columns.end() ? 0 : other - same->columns.begin();
                if ((column == table.columns.end()) != (other == same->columns.end())) {
                    continue; // of the insatser one shows the net and the other something else
                }
                ASSERT_NE(same->find(line.key), nullptr) << name << " " << table.key << "." << line.key;
                EXPECT_EQ(same->find(line.key)->values.at(static_cast<std::size_t>(there)),
                          line.values.at(static_cast<std::size_t>(at)))
                    << name << " " << table.key << "." << line.key;
            }
        }
    }
}

TEST_F(Documents, ABudgetOfAYearToComeStandsBesideThisYearsAndTheLastOutcome) {
    typed.budget = {{"A", "Unga", Ore(), Ore::from_kronor(-950), Ore::from_kronor(-950)},
                    {"B", "Kansli", Ore::from_kronor(1250), Ore::from_kronor(-250), Ore::from_kronor(1000)}};
    typed.years[2024]["prognos_verksamhetens_intakter"] = 1210;
    make_budget(2025);
    EXPECT_EQ(report.title, "Budget och verksamhetsplan 2025");
    EXPECT_THAT(report.find("resultatrakning")->columns,
                ElementsAre("Budget 2025", "Budget 2024", "Prognos 2024", "Utfall 2023"));
    EXPECT_EQ(report.find("resultatrakning")->title, "Resultatbudget");
    EXPECT_THAT(row("resultatrakning", "verksamhetens_intakter"), ElementsAre(kr(1250), kr(1200), kr(1210), kr(1000)));
    EXPECT_THAT(row("resultatrakning", "verksamhetens_kostnader"), ElementsAre(kr(-1200), kr(-900), nothing, kr(-900)));
    EXPECT_THAT(row("resultatrakning", "arets_resultat"), ElementsAre(kr(50), kr(300), nothing, kr(100)));
    EXPECT_THAT(row("driftredovisning", "A"), ElementsAre(kr(-950), kr(-900), kr(-900)));
    EXPECT_THAT(row("driftredovisning", "B"), ElementsAre(kr(1000), kr(1200), kr(1000)));
    EXPECT_THAT(row("driftredovisning", "summa"), ElementsAre(kr(50), kr(300), kr(100)));
    expect_no_failed_check();
}

TEST_F(Documents, ABudgetHasThePlanOfTheTwoYearsAfterItInEveryShape) {
    for (const char* shape : {"kr", "ore", "tkr"}) {
        typed.years[2025] = {{"plan_1_intakter", 1300},
                             {"plan_1_kostnader", 1275},
                             {"plan_1_finansnetto", -5},
                             {"plan_2_kostnader", 1290.5},
                             {shape == std::string("ore") ? "medlemmar" : "medlemsmedel", 1250},
                             {"medelstilldelning_1", 1310}};
        make_budget(2025, shape);
        EXPECT_THAT(report.find("ekonomisk_plan")->rows.front().text, "2026") << shape;
        EXPECT_THAT(row("ekonomisk_plan", "kostnader_1"), ElementsAre(kr(-1275))) << shape;
        EXPECT_THAT(row("ekonomisk_plan", "resultat_1"), ElementsAre(kr(20))) << shape;
        EXPECT_THAT(row("ekonomisk_plan", "resultat_2"), ElementsAre(Value(Ore(-129050)))) << shape;
        EXPECT_THAT(row("medelstilldelning", "ar_minus_1"), ElementsAre(kr(1200))) << shape;
        EXPECT_THAT(row("medelstilldelning", "ar_0"), ElementsAre(kr(1250))) << shape;
        EXPECT_THAT(row("medelstilldelning", "prognos_1"), ElementsAre(kr(1310))) << shape;
        expect_no_failed_check();
    }
}

TEST_F(Documents, ThisYearsBudgetPerInsatsMayBeTyped) {
    typed.insatser = {{"A", "", "", "", "", {}, Ore::from_kronor(-880)}, {"B", "", "", "", "", {}, {}}};
    make_budget(2025);
    EXPECT_EQ(row("driftredovisning", "A").at(1), kr(-880));
    EXPECT_EQ(row("driftredovisning", "B").at(1), kr(0));
    EXPECT_EQ(row("driftredovisning", "summa").at(1), kr(-880));
}

TEST_F(Documents, ChecksOfTablesThatTheDocumentLacksDoNotApply) {
    make_interim();
    EXPECT_EQ(check("oversikt_resultat").state, CheckState::not_applicable);
    EXPECT_EQ(check("br_balanserar").state, CheckState::ok);
    EXPECT_EQ(check("kfa_likvida").state, CheckState::ok);
    EXPECT_EQ(check("driftredovisning_resultat").state, CheckState::ok);
}

TEST_F(Documents, WhatIsTypedForAnotherDocumentIsNoMistake) {
    typed.years[2024]["prognos_verksamhetens_intakter"] = 1200;
    make(DocumentKind::annual, {.with_vouchers = true});
    EXPECT_EQ(check("indata_kand").state, CheckState::ok);
}

std::string one_table(const std::string& section, const std::string& columns = "{ rubrik = \"{ar}\" }") {
    return "namn = \"x\"\ntitel = \"X\"\n[[tabell]]\nnyckel = \"t\"\ntitel = \"T\"\nblad = \"T\"\nkolumner = [" +
           columns +
           "]\nrader = [{ nyckel = \"a\", text = \"A\", slag = \"konton\", kartnycklar = [\"avskrivningar\"] }]\n" +
           section;
}

TEST(LayoutDocuments, ATableStandsWhereItsSectionSays) {
    const std::string toml = one_table("[tabell.delarsrapport]\ntitel = \"Delen\"\n");
    EXPECT_EQ(Layout::from_toml(toml, DocumentKind::interim)->tables.at(0).title, "Delen");
    EXPECT_EQ(Layout::from_toml(toml)->tables.at(0).title, "T");
    EXPECT_TRUE(Layout::from_toml(toml, DocumentKind::budget)->tables.empty());
}

TEST(LayoutDocuments, FaultsOfOtherDocumentsSectionsAreToldToo) {
    const auto layout = Layout::from_toml(one_table("[tabell.budget]\nkolumner = [{ slag = \"budget\" }]\n"));
    ASSERT_FALSE(layout);
    EXPECT_THAT(layout.error(), HasSubstr("rubrik"));
}

TEST(LayoutDocuments, TheSamePeriodBelongsToInterimReports) {
    const auto layout = Layout::from_toml(one_table("", "{ rubrik = \"{ar}\", samma_period = true }"));
    ASSERT_FALSE(layout);
    EXPECT_THAT(layout.error(), HasSubstr("samma_period"));
}

TEST(LayoutDocuments, ARowMustNotNeedATableThatIsNotShown) {
    const std::string other =
        "[[tabell]]\nnyckel = \"u\"\ntitel = \"U\"\nblad = \"U\"\nkolumner = [{ rubrik = \"{ar}\" "
        "}]\nrader = [{ nyckel = \"b\", text = \"B\", slag = \"summa\", summa = [\"t.a\"] }]\n"
        "[tabell.budget]\ntitel = \"U\"\n";
    EXPECT_TRUE(Layout::from_toml(one_table("") + other));
    const auto layout = Layout::from_toml(one_table("") + other, DocumentKind::budget);
    ASSERT_FALSE(layout);
    EXPECT_THAT(layout.error(), HasSubstr("t.a"));
}

} // namespace
} // namespace finsam
