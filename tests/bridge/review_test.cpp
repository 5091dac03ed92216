// Small reports with one fault each: what is found, where, and what is left alone.

#include "bridge/review/csv_tables.hpp"
#include "bridge/review/review.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

namespace finsam::review {
namespace {

/// A small report in kronor that ties; a test changes a line.
class Report {
public:
    Report() {
        tables_["resultatrakning"] = "rad;2024;2023\n"
                                     "Verksamhetens intäkter;14 278 000;14 278 000\n"
                                     "Verksamhetens kostnader;-12 975 915;-14 362 754\n"
                                     "Verksamhetens resultat;1 302 085;-84 754\n"
                                     "Finansiella intäkter;361 111;312 609\n"
                                     "Finansiella kostnader;-531;-\n"
                                     "Resultat efter finansiella poster;1 662 665;227 855\n"
                                     "Årets resultat;1 662 665;227 855\n";
        tables_["balansrakning"] = "rad;2024-12-31;2023-12-31\n"
                                   "Korta fordringar;430 682;417 385\n"
                                   "Kassa och bank;8 997 905;7 909 833\n"
                                   "Summa omsättningstillgångar;9 428 587;8 327 218\n"
                                   "Summa tillgångar;9 428 587;8 327 218\n"
                                   "Eget kapital;8 452 004;6 789 339\n"
                                   "Årets resultat;1 662 665;227 855\n"
                                   "Övrigt eget kapital;6 789 339;6 561 484\n"
                                   "Kortfristiga skulder;976 583;1 537 879\n"
                                   "Summa eget kapital, avsättningar och skulder;9 428 587;8 327 218\n";
        tables_["oversikt"] = "rad;2024;2023;2022\n"
                              "Verksamhetens intäkter;14 278 tkr;14 278 tkr;14 559 tkr\n"
                              "Verksamhetens kostnader;12 976 tkr;14 363 tkr;12 333 tkr\n"
                              "Periodens resultat;1 663 tkr;228 tkr;2 226 tkr\n"
                              "Utgående eget kapital;8 452 tkr;6 789 tkr;6 561 tkr\n"
                              "Soliditet;90 %;82 %;74 %\n"
                              "Antal anställda;2;2;2\n";
    }

    Report& change(const std::string& table, const std::string& from, const std::string& to) {
        std::string& text = tables_[table];
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        return *this;
    }

    Report& add(const std::string& table, const std::string& text) {
        tables_[table] = text;
        return *this;
    }

    [[nodiscard]] std::vector<RawTable> tables() const {
        std::vector<RawTable> all;
        for (const auto& [name, text] : tables_) {
            all.push_back(tables_from_csv(text, name).value().front());
        }
        return all;
    }

    [[nodiscard]] ReviewResult review() const { return review::review(tables()); }

private:
    std::map<std::string, std::string> tables_;
};

/// The only finding.
Finding only(const ReviewResult& result) {
    EXPECT_EQ(result.findings.size(), 1u);
    for (const Finding& one : result.findings) {
        EXPECT_FALSE(one.rule.empty());
    }
    return result.findings.empty() ? Finding() : result.findings.front();
}

TEST(Review, AReportThatTiesHasNoFinding) {
    const ReviewResult result = Report().review();
    EXPECT_TRUE(result.findings.empty()) << result.findings.front().text;
    EXPECT_EQ(result.held, result.performed);
    EXPECT_GT(result.performed, 30u);
    EXPECT_TRUE(result.uninterpreted.empty());
}

TEST(Review, TablesAreToldByTheirSwedishNames) {
    const ReviewResult result = Report().review();
    ASSERT_EQ(result.tables.size(), 3u);
    for (const RecognisedTable& one : result.tables) {
        EXPECT_NE(swedish_table_name(one.kind), one.kind) << one.name;
    }
    EXPECT_EQ(swedish_table_name("drift_sammandrag"), "Driftredovisning, sammandrag");
    EXPECT_EQ(swedish_table_name("okänd"), "okänd");
}

TEST(Review, CreditsAndCostsMayBePrintedWithEitherSign) {
    Report report;
    report.change("balansrakning", ";8 452 004;6 789 339", ";-8 452 004;-6 789 339")
        .change("balansrakning", "Årets resultat;1 662 665;227 855", "Årets resultat;-1 662 665;-227 855")
        .change("balansrakning", ";6 789 339;6 561 484", ";-6 789 339;-6 561 484")
        .change("balansrakning", ";976 583;1 537 879", ";-976 583;-1 537 879")
        .change("balansrakning", "skulder;9 428 587;8 327 218", "skulder;-9 428 587;-8 327 218")
        .change("resultatrakning", ";-12 975 915;-14 362 754", ";12 975 915;14 362 754")
        .change("resultatrakning", ";-531;-", ";531;-");
    EXPECT_TRUE(report.review().findings.empty());
}

TEST(Review, AMinusMayBePrintedAsParenthesesOrBehindTheFigure) {
    Report report;
    report.change("resultatrakning", ";-12 975 915;-14 362 754", ";(12 975 915);(14 362 754)")
        .change("resultatrakning", ";-84 754", ";(84 754)")
        .change("resultatrakning", ";-531;-", ";531-;\u2014");
    const ReviewResult result = report.review();
    EXPECT_TRUE(result.findings.empty()) << result.findings.front().text;
    EXPECT_EQ(result.performed, Report().review().performed);
}

/// The outcome of `Report` with a budget; of costs the deviation `kostnader` and `finansiella`.
std::string with_budget(const std::string& kostnader, const std::string& finansiella) {
    return "rad;Utfall 2024;Budget 2024;Avvikelse;Utfall 2023\n"
           "Verksamhetens intäkter;14 278 000;14 000 000;278 000;14 278 000\n"
           "Verksamhetens kostnader;12 975 915;13 000 000;" +
           kostnader +
           ";14 362 754\n"
           "Verksamhetens resultat;1 302 085;1 000 000;302 085;-84 754\n"
           "Finansiella intäkter;361 111;300 000;61 111;312 609\n"
           "Finansiella kostnader;531;1 000;" +
           finansiella +
           ";-\n"
           "Resultat efter finansiella poster;1 662 665;1 299 000;363 665;227 855\n"
           "Årets resultat;1 662 665;1 299 000;363 665;227 855\n";
}

TEST(Review, DeviationsOfCostsMayBetterTheResultOrBePlainDifferences) {
    for (const auto& [costs, financial] : {std::pair{"24 085", "469"}, std::pair{"-24 085", "-469"}}) {
        const ReviewResult result = Report().add("resultatrakning", with_budget(costs, financial)).review();
        EXPECT_TRUE(result.findings.empty()) << costs << ": " << result.findings.front().text;
        EXPECT_GT(result.performed, Report().review().performed);
    }
    const Finding finding = only(Report().add("resultatrakning", with_budget("24 805", "469")).review());
    EXPECT_EQ(finding.row, "Verksamhetens kostnader");
    EXPECT_EQ(finding.column, "Avvikelse");
    EXPECT_EQ(finding.computed, "24085");
}

TEST(Review, AChangeBesideTwoYearsIsTheirDifference) {
    const auto with_change = [](const std::string& own) {
        return "rad;2024-12-31;2023-12-31;Förändring;Förändring %\n"
               "Korta fordringar;430 682;417 385;" +
               own +
               ";3,2\n"
               "Kassa och bank;8 997 905;7 909 833;1 088 072;13,8\n"
               "Summa omsättningstillgångar;9 428 587;8 327 218;1 101 369;13,2\n"
               "Summa tillgångar;9 428 587;8 327 218;1 101 369;13,2\n"
               "Eget kapital;8 452 004;6 789 339;1 662 665;24,5\n"
               "Årets resultat;1 662 665;227 855;1 434 810;629,7\n"
               "Övrigt eget kapital;6 789 339;6 561 484;227 855;3,5\n"
               "Kortfristiga skulder;976 583;1 537 879;-561 296;-36,5\n"
               "Summa eget kapital, avsättningar och skulder;9 428 587;8 327 218;1 101 369;13,2\n";
    };
    const ReviewResult clean = Report().add("balansrakning", with_change("13 297")).review();
    EXPECT_TRUE(clean.findings.empty()) << clean.findings.front().text;
    const Finding finding = only(Report().add("balansrakning", with_change("31 297")).review());
    EXPECT_EQ(finding.column, "Förändring");
    EXPECT_EQ(finding.computed, "13297");
}

TEST(Review, AForecastIsNoOutcome) {
    Report report;
    report.add("not", "rad;2024;Prognos 2024;2023\nStaten;7 139 000;7 100 000;7 139 000\n"
                      "Övriga;7 139 000;6 900 000;7 139 000\nSumma;14 278 000;14 000 000;14 278 000\n");
    const ReviewResult result = report.review();
    EXPECT_TRUE(result.findings.empty()) << result.findings.front().text;
}

TEST(Review, OneWrongFigureIsOneFinding) {
    const Finding finding =
        only(Report().change("balansrakning", "Kassa och bank;8 997 905", "Kassa och bank;8 979 905").review());
    EXPECT_EQ(finding.row, "Kassa och bank");
    EXPECT_EQ(finding.column, "2024-12-31");
    EXPECT_EQ(finding.printed, "8979905");
    EXPECT_EQ(finding.computed, "8997905");
    EXPECT_EQ(finding.difference, "-18000");
    EXPECT_EQ(finding.unit, "kr");
    EXPECT_EQ(finding.type, FindingType::error);
}

TEST(Review, AFigureThatManyTiesNeedIsNamedWithCertainty) {
    const Finding finding =
        only(Report().change("resultatrakning", "Årets resultat;1 662 665", "Årets resultat;1 626 665").review());
    EXPECT_EQ(finding.table, "resultatrakning");
    EXPECT_EQ(finding.row, "Årets resultat");
    EXPECT_EQ(finding.computed, "1662665");
    EXPECT_EQ(finding.certainty, Certainty::high);
}

TEST(Review, ALostSignIsToldAsOne) {
    const Finding finding = only(Report()
                                     .change("resultatrakning", "Verksamhetens resultat;1 302 085;-84 754",
                                             "Verksamhetens resultat;1 302 085;84 754")
                                     .review());
    EXPECT_EQ(finding.type, FindingType::sign);
    EXPECT_EQ(finding.computed, "-84754");
}

TEST(Review, RoundingInThousandsIsNoFinding) {
    // 6 789 + 1 663 = 8 452, and 6 561 + 228 = 6 789; every figure by itself may be half a thousand off.
    const ReviewResult result = Report().review();
    EXPECT_TRUE(result.findings.empty());
    EXPECT_GT(result.rounded, 0u);
}

TEST(Review, AFigureThatIsCutOffIsRoundedWrongly) {
    // 1 662 665 kr is 1 663 tkr; the rows of the översikt allow both.
    const Finding finding = only(Report().change("oversikt", "1 663 tkr", "1 662 tkr").review());
    EXPECT_EQ(finding.type, FindingType::rounding);
    EXPECT_EQ(finding.computed, "1663");
}

TEST(Review, MoreThanRoundingIsAFinding) {
    const Finding finding = only(Report().change("oversikt", "12 976 tkr", "12 974 tkr").review());
    EXPECT_EQ(finding.table, "oversikt");
    EXPECT_EQ(finding.row, "Verksamhetens kostnader");
    EXPECT_EQ(finding.unit, "tkr");
    EXPECT_EQ(finding.computed, "12976");
}

TEST(Review, AYearThatTheOverviewDoesNotKnowIsNotZero) {
    EXPECT_TRUE(Report().change("oversikt", "6 561 tkr", "").review().findings.empty());
}

TEST(Review, TheChainOfEquityHoldsOverTheYears) {
    const Finding finding = only(Report().change("oversikt", "6 561 tkr", "6 651 tkr").review());
    EXPECT_EQ(finding.table, "oversikt");
    EXPECT_EQ(finding.rule, "RKR R15");
}

TEST(Review, AResultWithinEquityIsNotCountedBesideIt) {
    const std::string parts = "Årets resultat;1 662 665;227 855\nÖvrigt eget kapital;6 789 339;6 561 484\n";
    for (const std::string within :
         {"varav årets resultat;1 662 665;227 855\n", "därav årets resultat;(1 662 665);(227 855)\n",
          "varav årets resultat;1 662 665;227 855\nSumma eget kapital;8 452 004;6 789 339\n"}) {
        const ReviewResult result = Report().change("balansrakning", parts, within).review();
        EXPECT_TRUE(result.findings.empty()) << within << result.findings.front().text;
        const Finding finding = only(Report()
                                         .change("balansrakning", parts, within)
                                         .change("oversikt", "kapital;8 452", "kapital;8 542")
                                         .review());
        EXPECT_EQ(finding.table, "oversikt") << within;
    }
}

TEST(Review, AShareIsComputed) {
    const Finding finding = only(Report().change("oversikt", "90 %", "98 %").review());
    EXPECT_EQ(finding.row, "Soliditet");
    EXPECT_EQ(finding.printed, "98");
    EXPECT_EQ(finding.computed, "90");
    EXPECT_EQ(finding.unit, "%");
}

TEST(Review, MisspelledRowsStillTie) {
    Report report;
    report.change("balansrakning", "Summa omsättningstillgångar", "Summa omsätningstillgångar")
        .change("balansrakning", "Kortfristiga skulder", "Kortfr. skulder")
        .change("resultatrakning", "Finansiella intäkter", "Intäkter, finansiella")
        .change("oversikt", "Periodens resultat", "Årets resultat");
    const ReviewResult result = report.review();
    EXPECT_TRUE(result.findings.empty());
    EXPECT_EQ(result.performed, Report().review().performed);
}

TEST(Review, ASumOfANoteTiesToTheRowItExplains) {
    Report report;
    report.add("skulder",
               "rad;2024-12-31;2023-12-31\nLeverantörsskulder;542 100;689 871\nSkatteskulder;434 483;848 008\n"
               "Summa;976 583;1 537 879\n");
    EXPECT_TRUE(report.review().findings.empty());
    // Both parts may be the wrong one: the sum, which the balance sheet has too, is right.
    const Finding finding = only(report.change("skulder", "542 100", "592 900").review());
    EXPECT_EQ(finding.table, "skulder");
    EXPECT_EQ(finding.computed, "1027383");
    EXPECT_EQ(finding.certainty, Certainty::low);
    EXPECT_NE(finding.text.find("Leverantörsskulder"), std::string::npos);
}

TEST(Review, TwoFaultsThatCancelInASumAreFoundElsewhere) {
    const ReviewResult result = Report()
                                    .change("balansrakning", "Korta fordringar;430 682", "Korta fordringar;440 682")
                                    .change("balansrakning", "Kassa och bank;8 997 905", "Kassa och bank;8 987 905")
                                    .add("fordringar", "rad;2024-12-31;2023-12-31\nKundfordringar;256 355;330 270\n"
                                                       "Interimsfordringar;174 327;87 115\nSumma;430 682;417 385\n")
                                    .review();
    ASSERT_FALSE(result.findings.empty());
}

/// Both sums hold still; an income below zero and a cost above it are what is odd.
TEST(Review, AmountsInEachOthersRowsHaveUnusualSigns) {
    const ReviewResult result =
        Report()
            .change("resultatrakning", "Finansiella intäkter;361 111", "Finansiella intäkter;-531")
            .change("resultatrakning", "Finansiella kostnader;-531", "Finansiella kostnader;361 111")
            .review();
    ASSERT_EQ(result.findings.size(), 2u);
    for (const Finding& finding : result.findings) {
        EXPECT_EQ(finding.type, FindingType::sign);
        EXPECT_EQ(finding.certainty, Certainty::low);
        EXPECT_EQ(finding.column, "2024");
    }
}

TEST(Review, InsatserThatChangedPlacesAreFoundByTheOtherYear) {
    Report report;
    report
        .add("drift", "insats;Utfall 2024 Intäkt;Utfall 2024 Kostnad;Utfall 2024 Netto;Utfall 2023 Intäkt;"
                      "Utfall 2023 Kostnad;Utfall 2023 Netto\n"
                      "Samcoach;0;-775;-775;0;-710;-710\nModersmål;0;-998;-998;0;-580;-580\n"
                      "Styrelsen;0;-102;-102;0;-74;-74\nKansliet;0;-648;-648;0;-412;-412\n")
        .add("not", "rad;2024;2023\nSamCoach;-775;-710\nModersmål;-998;-580\nStyrelse;-102;-74\nKansli;-648;-412\n"
                    "Summa;-2 523;-1 776\n");
    EXPECT_TRUE(report.review().findings.empty());
    report.change("not", "SamCoach;-775", "SamCoach;-998").change("not", "Modersmål;-998", "Modersmål;-775");
    const ReviewResult result = report.review();
    ASSERT_EQ(result.findings.size(), 2u);
    EXPECT_EQ(result.findings[0].table, "not");
    EXPECT_EQ(result.findings[0].computed, "-775");
    EXPECT_EQ(result.findings[1].computed, "-998");
}

/// 6 789 tkr is the equity of 2023, and of something else by chance.
TEST(Review, AShortFigureThatIsAlikeByChanceTiesNothing) {
    Report report;
    report.add("not", "Not 2 Personal (tkr);2024;2023\nLöner;900;4 789\nAvgifter;300;2 000\nSumma;1 200;6 789\n");
    EXPECT_TRUE(report.review().findings.empty());
    report.add("not", "Not 2 Eget kapital (tkr);2024;2023\nFritt;900;4 789\nBundet;300;2 000\nSumma;1 200;6 789\n");
    EXPECT_EQ(report.review().findings.size(), 1u) << "called as the row";
}

/// Sums inside the statements, costs without signs, "rörelse": as companies print them.
std::vector<RawTable> detailed_statements(const std::string& leverantorsskulder = "310 200") {
    const std::pair<const char*, std::string> texts[] = {
        {"resultat", "Belopp i kronor;2024;2023\nRörelsens intäkter;;\nMedlemsavgifter;4 800 000;4 600 000\n"
                     "Övriga rörelseintäkter;35 250;12 000\nSumma rörelsens intäkter;4 835 250;4 612 000\n"
                     "Rörelsens kostnader;;\nKöp av verksamhet;2 950 310;3 100 440\n"
                     "Personalkostnader;1 780 200;1 690 120\nSumma rörelsens kostnader;4 730 510;4 790 560\n"
                     "Rörelseresultat;104 740;-178 560\nRänteintäkter;41 005;28 750\nRäntekostnader;1 220;940\n"
                     "Summa finansiella poster;39 785;27 810\nResultat efter finansiella poster;144 525;-150 750\n"
                     "Årets resultat;144 525;-150 750\n"},
        {"balans", "Belopp i kronor;2024-12-31;2023-12-31\nKundfordringar;112 000;98 000\n"
                   "Övriga fordringar;45 600;51 200\nSumma kortfristiga fordringar;157 600;149 200\n"
                   "Kassa och bank;1 902 311;1 744 120\nSumma omsättningstillgångar;2 059 911;1 893 320\n"
                   "Summa tillgångar;2 059 911;1 893 320\nBalanserat resultat;1 198 040;1 348 790\n"
                   "Årets resultat;144 525;-150 750\nSumma eget kapital;1 342 565;1 198 040\n"
                   "Leverantörsskulder;" +
                       leverantorsskulder +
                       ";295 180\nÖvriga skulder;120 146;140 100\n"
                       "Upplupna kostnader;287 000;260 000\nSumma kortfristiga skulder;717 346;695 280\n"
                       "Summa eget kapital och skulder;2 059 911;1 893 320\n"}};
    std::vector<RawTable> tables;
    for (const auto& [name, text] : texts) {
        tables.push_back(tables_from_csv(text, name).value().front());
    }
    return tables;
}

TEST(Review, StatementsMayHaveSumsInsideTheirSums) {
    const ReviewResult clean = review(detailed_statements());
    EXPECT_TRUE(clean.findings.empty()) << clean.findings.front().text;
    EXPECT_GE(clean.performed, 26u); // 12 sums and results and the balance in two years, and the chain of equity
    const Finding finding = only(review(detailed_statements("310 500")));
    EXPECT_EQ(finding.column, "2024-12-31");
    EXPECT_NE(finding.text.find("Leverantörsskulder"), std::string::npos);
}

TEST(Review, MovementsLeadFromIngaendeToUtgaende) {
    const std::string equity = "rad;2024;2023\nIngående eget kapital;6 789 339;6 561 484\n"
                               "Årets resultat;1 662 665;227 855\nUtgående eget kapital;8 452 004;6 789 339\n";
    const std::string assets = "Not 3 Inventarier;2024;2023\nIngående anskaffningsvärde;65 000;60 000\n"
                               "Årets anskaffningar;0;5 000\nUtgående anskaffningsvärde;65 000;65 000\n"
                               "Ingående ackumulerade avskrivningar;-25 000;-15 000\n"
                               "Årets avskrivningar;-10 000;-10 000\n"
                               "Utgående ackumulerade avskrivningar;-35 000;-25 000\n"
                               "Utgående bokfört värde;30 000;40 000\n";
    Report report;
    report.add("ek", equity).add("inventarier", assets);
    const ReviewResult clean = report.review();
    EXPECT_TRUE(clean.findings.empty()) << clean.findings.front().text;
    EXPECT_GE(clean.performed, Report().review().performed + 10);
    report.change("ek", "Ingående eget kapital;6 789 339", "Ingående eget kapital;6 798 339");
    EXPECT_EQ(only(report.review()).computed, "6789339");
    report.add("ek", equity)
        .change("inventarier", "Utgående anskaffningsvärde;65 000;65 000", "Utgående anskaffningsvärde;65 000;56 000");
    EXPECT_EQ(only(report.review()).computed, "65000");
}

TEST(Review, TheTotalsOfACashFlowMayHaveOtherNames) {
    Report report;
    report.add("kassaflode", "rad;2024;2023\nÅrets resultat;1 662 665;227 855\nAvskrivningar;10;20\n"
                             "Internt tillförda medel;1 662 675;227 875\nFörändring fordringar;-13 297;-195 217\n"
                             "Förändring skulder;-561 306;-791 152\nVerksamhetens överskott;1 088 072;-758 494\n"
                             "Investeringar;-;-\nInvesteringsnetto;-;-\nÅrets kassaflöde;1 088 072;-758 494\n"
                             "Likvida medel vid årets början;7 909 833;8 668 327\n"
                             "Likvida medel vid årets slut;8 997 905;7 909 833\n");
    // The flow ties, so the change of debts is 10 kr off; that of 2023 has no balance before it to be held against.
    const Finding finding = only(report.review());
    EXPECT_EQ(finding.row, "Förändring skulder");
    EXPECT_EQ(finding.computed, "-561296");
}

TEST(Review, CostsWithoutASumMayBePrintedPositive) {
    Report report;
    report.add("resultatrakning",
               "rad;2024;2023\nMedlemsbidrag;14 278 000;14 278 000\nKostnader;;\nPersonal;9 000 000;10 000 000\n"
               "Lokalkostnader;3 975 915;4 362 754\nVerksamhetens resultat;1 302 085;-84 754\n"
               "Finansiella intäkter;361 111;312 609\nFinansiella kostnader;531;-\n"
               "Resultat efter finansiella poster;1 662 665;227 855\nÅrets resultat;1 662 665;227 855\n");
    const ReviewResult result = report.review();
    EXPECT_TRUE(result.findings.empty()) << result.findings.front().text;
}

/// An income on one line above costs in detail, of one year or two.
std::string with_detailed_costs(const std::string& lokaler) {
    return "rad;2024;2023\nVerksamhetens intäkter;6 000 000;5 700 000\nVerksamhetens kostnader;;\n"
           "Köpta tjänster;-3 400 000;-3 300 000\nLokaler;" +
           lokaler +
           ";-2 100 000\nSumma kostnader;-5 600 000;-5 400 000\nVerksamhetens resultat;400 000;300 000\n"
           "Resultat efter finansiella poster;400 000;300 000\nÅrets resultat;400 000;300 000\n";
}

TEST(Review, ASumOfCostsIsWithoutTheIncomeAboveThem) {
    const auto statement = [](const std::string& text) {
        return review({tables_from_csv(text, "resultatrakning").value().front()});
    };
    const ReviewResult clean = statement(with_detailed_costs("-2 200 000"));
    EXPECT_TRUE(clean.findings.empty()) << clean.findings.front().text;
    const Finding finding = only(statement(with_detailed_costs("-2 250 000")));
    EXPECT_EQ(finding.column, "2024");
    EXPECT_NE(finding.text.find("Lokaler"), std::string::npos);
}

TEST(Review, ASumOfCostsThatAddsUpInNoColumnIsWithoutTheIncomeToo) {
    const Finding finding = only(
        review({tables_from_csv("rad;2024\nVerksamhetens intäkter;6 000 000\nKostnader;\nKöpta tjänster;3 400 000\n"
                                "Lokaler;2 250 000\nSumma kostnader;5 600 000\nVerksamhetens resultat;400 000\n"
                                "Resultat efter finansiella poster;400 000\nÅrets resultat;400 000\n",
                                "resultatrakning")
                    .value()
                    .front()}));
    EXPECT_EQ(finding.text.find("Verksamhetens intäkter"), std::string::npos) << finding.text;
}

/// A sum is looked for among the rows near it, and among all of them, in a balance sheet of many rows.
TEST(Review, ASumInABalanceSheetMayAddUpManyRows) {
    std::string rows;
    for (int account = 1; account <= 99; ++account) {
        rows += "Fordran på part nummer " + std::to_string(account) + ";4 300;4 200\n";
    }
    Report report;
    report.change("balansrakning", "Korta fordringar;430 682;417 385\n",
                  rows + "Fordran på staten;4 982;1 585\nSumma alla fordringar;430 682;417 385\n");
    const ReviewResult clean = report.review();
    EXPECT_TRUE(clean.findings.empty()) << clean.findings.front().text;
    const Finding finding = only(report.change("balansrakning", "staten;4 982", "staten;9 482").review());
    EXPECT_EQ(finding.column, "2024-12-31");
}

/// The findings of a report of one table.
std::vector<Finding> findings_of(const std::string& name, const std::string& text) {
    return review({tables_from_csv(text, name).value().front()}).findings;
}

TEST(Review, AResultMayHaveAnotherName) {
    const auto statement = [](const std::string& own) {
        return "rad;2024;2023\nVerksamhetens intäkter;6 000 000;5 700 000\nVerksamhetens kostnader;;\n"
               "Personalkostnader;-3 400 000;-3 300 000\nÖvriga kostnader;-2 200 000;-2 100 000\n"
               "Verksamhetens nettoresultat;" +
               own +
               ";300 000\nFinansiella intäkter;12 000;7 000\nFinansiella kostnader;-400;-300\n"
               "Resultat före extraordinära poster;411 600;306 700\nÅrets resultat;411 600;306 700\n";
    };
    const auto clean = findings_of("resultatrakning", statement("400 000"));
    EXPECT_TRUE(clean.empty()) << clean.front().text;
    const auto findings = findings_of("resultatrakning", statement("440 000"));
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.front().row, "Verksamhetens nettoresultat");
    EXPECT_EQ(findings.front().computed, "400000");
}

TEST(Review, WhatTheStatePaysIsNoResult) {
    const auto findings = findings_of(
        "resultatrakning", "rad;2024;2023\nRegionen;1 500 000;1 400 000\nKommunerna;1 500 000;1 400 000\n"
                           "Staten;3 000 000;2 800 000\nSumma intäkter;6 000 000;5 600 000\n"
                           "Verksamhetens kostnader;-5 600 000;-5 300 000\nVerksamhetens resultat;400 000;300 000\n"
                           "Resultat efter finansiella poster;400 000;300 000\nÅrets resultat;400 000;300 000\n");
    EXPECT_TRUE(findings.empty()) << findings.front().text;
}

TEST(Review, ACashFlowMayHaveRowsWithoutASectionOfTheirOwn) {
    const auto statement = [](const std::string& bought) {
        return "rad;2024;2023\nÅrets resultat;700 000;400 000\nJustering för avskrivningar;15 000;25 000\n"
               "Förändring kortfristiga fordringar;35 000;-45 000\nFörändring kortfristiga skulder;50 000;20 000\n"
               "Kassaflöde från den löpande verksamheten;800 000;400 000\nInköp av inventarier;" +
               bought +
               ";0\nÅrets kassaflöde;680 000;400 000\nLikvida medel vid årets början;2 300 000;1 900 000\n"
               "Likvida medel vid årets slut;2 980 000;2 300 000\n";
    };
    const auto clean = findings_of("kassaflodesanalys", statement("-120 000"));
    EXPECT_TRUE(clean.empty()) << clean.front().text;
    const auto findings = findings_of("kassaflodesanalys", statement("-210 000"));
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.front().column, "2024");
}

TEST(Review, ABalanskravsutredningBeginsWithTheResult) {
    const auto statement = [](const std::string& result, const std::string& adjusted) {
        return "Balanskravsutredning (tkr);2024;2023\n" + result + "Samtliga realisationsvinster;0;-12\n" +
               "Årets resultat efter balanskravsjusteringar;" + adjusted +
               ";640\nMedel till resultatutjämningsreserv;0;0\nBalanskravsresultat;" + adjusted + ";640\n";
    };
    const auto clean = findings_of("balanskrav", statement("Årets resultat;911;652\n", "911"));
    EXPECT_TRUE(clean.empty()) << clean.front().text;
    EXPECT_FALSE(findings_of("balanskrav", statement("Årets resultat;911;652\n", "991")).empty());
    const auto unknown = findings_of("balanskrav", statement("Enligt bokslutet;911;652\n", "911"));
    EXPECT_TRUE(std::ranges::none_of(unknown, [](const Finding& one) { return one.type == FindingType::error; }));
}

TEST(Review, AnInterimReportDoesNotBeginWhereTheOneBeforeItEnded) {
    const auto note = [](const std::string& day) {
        return "Not 3 Inventarier (kr);2024-" + day + ";2023-" + day +
               "\nIngående anskaffningsvärde;140 000;110 000\nInköp;20 000;5 000\n"
               "Utgående anskaffningsvärde;160 000;115 000\n";
    };
    const auto flow = [](const std::string& day) {
        return "Kassaflödesanalys, kr;2024-" + day + ";2023-" + day +
               "\nÅrets resultat;600 000;350 000\nKassaflöde från den löpande verksamheten;600 000;350 000\n"
               "Årets kassaflöde;600 000;350 000\nIngående likvida medel;2 700 000;1 950 000\n"
               "Utgående likvida medel;3 300 000;2 300 000\n";
    };
    EXPECT_TRUE(findings_of("not3", note("08-31")).empty());
    EXPECT_EQ(findings_of("not3", note("12-31")).size(), 1u);
    EXPECT_TRUE(findings_of("kassaflodesanalys", flow("08-31")).empty());
    EXPECT_FALSE(findings_of("kassaflodesanalys", flow("12-31")).empty());
}

TEST(Review, GrowthInPercentDoesNotAddUp) {
    const ReviewResult result =
        Report()
            .add("resultatrakning", "rad;2024;2023;Förändring %\nVerksamhetens intäkter;14 278 000;14 278 000;0\n"
                                    "Verksamhetens kostnader;-12 975 915;-14 362 754;-10\n"
                                    "Verksamhetens resultat;1 302 085;-84 754;630\n"
                                    "Resultat efter finansiella poster;1 302 085;-84 754;630\n"
                                    "Årets resultat;1 302 085;-84 754;630\n")
            .change("balansrakning", "Årets resultat;1 662 665;227 855", "Årets resultat;1 302 085;-84 754")
            .change("balansrakning", ";6 789 339;6 561 484", ";7 149 919;6 874 093")
            .review();
    for (const Finding& finding : result.findings) {
        EXPECT_NE(finding.column, "Förändring %") << finding.text;
    }
}

TEST(Review, AnIncomeMayBeCalledAReimbursementOfCosts) {
    Report report;
    report.add("resultatrakning",
               "rad;2024;2023\nVerksamhetens intäkter;;\nMedlemsbidrag;14 000 000;14 100 000\n"
               "Kostnadsersättningar;278 000;178 000\nSumma intäkter;14 278 000;14 278 000\n"
               "Verksamhetens kostnader;;\nPersonal;9 000 000;10 000 000\nLokalkostnader;3 975 915;4 362 754\n"
               "Summa kostnader;12 975 915;14 362 754\nVerksamhetens resultat;1 302 085;-84 754\n"
               "Finansiella intäkter;361 111;312 609\nFinansiella kostnader;531;-\n"
               "Resultat efter finansiella poster;1 662 665;227 855\nÅrets resultat;1 662 665;227 855\n");
    const ReviewResult result = report.review();
    EXPECT_TRUE(result.findings.empty()) << result.findings.front().text;
    const Finding finding = only(report.change("resultatrakning", "ersättningar;278", "ersättningar;287").review());
    EXPECT_EQ(finding.row, "Kostnadsersättningar");
    EXPECT_EQ(finding.computed, "278000");
}

TEST(Review, ARowThatMustBeThereIsMissed) {
    const ReviewResult result =
        Report().change("resultatrakning", "Resultat efter finansiella poster;1 662 665;227 855\n", "").review();
    const Finding finding = only(result);
    EXPECT_EQ(finding.type, FindingType::missing);
    EXPECT_EQ(finding.row, "Resultat efter finansiella poster");
}

TEST(Review, ComparativesAreThoseOfLastYearsReport) {
    const std::vector<RawTable> last = {
        tables_from_csv("rad;2023;2022\nVerksamhetens intäkter;14 278 000;14 559 000\n"
                        "Verksamhetens kostnader;-14 362 754;-12 333 000\nVerksamhetens resultat;-84 754;2 226 000\n"
                        "Finansiella intäkter;312 609;0\nResultat efter finansiella poster;227 855;2 226 000\n"
                        "Årets resultat;227 855;2 226 000\n",
                        "rr_2023")
            .value()
            .front()};
    const auto tables = Report().tables();
    EXPECT_TRUE(review(tables, last).findings.empty());
    EXPECT_GT(review(tables, last).performed, review(tables).performed);

    std::vector<RawTable> restated = last;
    restated.front().rows[4][1] = "321 609"; // finansiella intäkter 2023
    restated.front().rows[3][1] = "-93 754"; // so that last year's report ties by itself
    restated.front().rows[2][1] = "-14 371 754";
    const auto findings = review(tables, restated).findings;
    ASSERT_EQ(findings.size(), 3u);
    for (const Finding& finding : findings) {
        EXPECT_EQ(finding.table, "resultatrakning");
        EXPECT_EQ(finding.column, "2023");
    }
}

/// The same wrong sign in both reports is told once, in this one.
TEST(Review, AnErrorThatLastYearsReportHasTooIsOneFinding) {
    Report report;
    report.change("resultatrakning", "Verksamhetens resultat;1 302 085;-84 754",
                  "Verksamhetens resultat;1 302 085;84 754");
    const std::vector<RawTable> last = {tables_from_csv("rad;2023\nVerksamhetens intäkter;14 278 000\n"
                                                        "Verksamhetens kostnader;-14 362 754\n"
                                                        "Verksamhetens resultat;84 754\nFinansiella intäkter;312 609\n"
                                                        "Resultat efter finansiella poster;227 855\n"
                                                        "Årets resultat;227 855\n",
                                                        "rr_2023")
                                            .value()
                                            .front()};
    const auto findings = review(report.tables(), last).findings;
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.front().computed, "-84754");
}

TEST(Review, AComparativeInRoundedUnitsIsTheFigureThatWasPrinted) {
    const std::vector<RawTable> last = {
        tables_from_csv("rad;2023;2022\nVerksamhetens intäkter;14 278 tkr;14 559 tkr\n"
                        "Periodens resultat;227 tkr;2 226 tkr\nUtgående eget kapital;6 789 tkr;6 561 tkr\n"
                        "Soliditet;82 %;74 %\n",
                        "oversikt_2023")
            .value()
            .front()};
    const auto findings = review(Report().tables(), last).findings; // 228 there
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.front().row, "Periodens resultat");
    EXPECT_EQ(findings.front().column, "2023");
}

/// Findings of one table alone, with what they say.
std::string findings_in(const std::string& text) {
    std::string all;
    for (const Finding& one : review({tables_from_csv(text, "tabell").value().front()}).findings) {
        all += one.row + ", " + one.column + ": " + one.text + "\n";
    }
    return all;
}

TEST(Review, TheOnlyRowOfCostsTellsHowItsDeviationIsPrinted) {
    for (const std::string costs : {"-600", "600"}) {
        const std::string table = "tkr;Bokslut 2024;Budget 2024;Avvikelse\nVerksamhetens intäkter;6100;6400;-300\n"
                                  "Verksamhetens kostnader;5500;6100;" +
                                  costs + "\nÅrets resultat;600;300;300\n";
        EXPECT_EQ(findings_in(table), "") << costs;
    }
    EXPECT_NE(findings_in("tkr;Bokslut 2024;Budget 2024;Avvikelse\nVerksamhetens intäkter;6100;6400;-300\n"
                          "Verksamhetens kostnader;5500;6100;-660\nÅrets resultat;600;300;300\n"),
              "");
}

TEST(Review, ADeviationIsOfTheColumnsThatMostRowsFit) {
    const auto with = [](const std::string& header, const std::string& own, const std::string& sum) {
        return "Insats;" + header + ";Budget 2024;Utfall 2024;Avvikelse\nCafé;" + own +
               ";400;385;-15\nVerkstad;2022;250;262;12\nOdling;2023;610;570;-40\nSumma;" + sum + ";1260;1217;-43\n";
    };
    EXPECT_EQ(findings_in(with("År", "2021", "")), "");
    EXPECT_NE(findings_in(with("År", "2021", "").replace(with("År", "2021", "").find("-15"), 3, "-51")), "");
    const std::string granted = "Insats;Beslutat 2024;Budget 2024;Utfall 2024;Avvikelse\nCafé;400;400;385;15\n"
                                "Verkstad;250;250;262;-12\nOdling;610;610;570;40\nSumma;1260;1260;1217;43\n";
    EXPECT_EQ(findings_in(granted), "");
    std::string wrong = granted;
    wrong.replace(wrong.find("-12"), 3, "-21");
    EXPECT_NE(findings_in(wrong).find("Verkstad, Avvikelse"), std::string::npos) << findings_in(wrong);
}

TEST(Review, ADeviationOfWhatTheTableLacksIsNotComputed) {
    EXPECT_EQ(findings_in("Insats;Budget 2024;Utfall 2024;Prognos 2024;Avvikelse\nCafé;400;385;390;-10\n"
                          "Verkstad;250;262;270;20\nOdling;610;570;580;-30\nSumma;1260;1217;1240;-20\n"),
              "");
}

TEST(Review, ARowWithoutABudgetHasNoDeviation) {
    for (const std::string without : {";90;-", ";90;", ";90;0", "-;90;-"}) {
        for (const std::string sum : {"47", "-43"}) {
            const std::string text = "Insats;Budget 2024;Utfall 2024;Avvikelse\nCafé;400;385;-15\n"
                                     "Verkstad;250;262;12\nOdling;610;570;-40\nÖvrigt;" +
                                     without + "\nSumma;1260;1307;" + sum + "\n";
            EXPECT_EQ(findings_in(text).find("Övrigt, Avvikelse"), std::string::npos) << without;
            EXPECT_EQ(findings_in(text) == "", sum == "47") << without << " " << findings_in(text);
        }
    }
}

TEST(Review, AnEmptyReportIsNoCrash) {
    EXPECT_TRUE(review({}).findings.empty());
    EXPECT_EQ(review({{"tom", "", {}}}).uninterpreted.size(), 1u);
    EXPECT_EQ(review({{"tom", "", {{"rad", "2024"}}}}).uninterpreted.size(), 1u);
}

} // namespace
} // namespace finsam::review
