// One list of what an auditor checks in a report of ours, and its verdicts over any figures.

#include "bridge/report/report_rules.hpp"
#include "bridge/report/rule_verdict.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace finsam {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

constexpr const char* layout_text = R"(
namn = "liten"
titel = "Liten"

[[tabell]]
nyckel = "resultatrakning"
titel = "Resultaträkning"
blad = "RR"
kalla = "LKBR 5 kap."
enhet = "tkr"
kolumner = [ { rubrik = "{ar}" }, { rubrik = "Budget", slag = "budget" }, { rubrik = "Avvikelse", slag = "avvikelse" } ]
rader = [
  { nyckel = "verksamhetens_intakter", text = "Intäkter", slag = "konton", kartnycklar = ["verksamhetens_intakter"] },
  { nyckel = "verksamhetens_kostnader", text = "Kostnader", slag = "konton", kartnycklar = ["verksamhetens_kostnader"] },
  { nyckel = "arets_resultat", text = "Årets resultat", slag = "summa", summa = ["verksamhetens_intakter", "verksamhetens_kostnader"] },
  { nyckel = "andel", text = "Andel", slag = "andel", av = ["arets_resultat", "verksamhetens_intakter"], varde = "andel" },
]

[[tabell]]
nyckel = "driftredovisning"
titel = "Driftredovisning"
blad = "Drift"
kalla = "RKR R14"
slag = "insatser"
enhet = "tkr"
)";

/// Figures by row and kind; the lines and rows of the table of insatser as they are told.
class ToldFigures : public FigureReader {
public:
    std::map<std::pair<std::string, ColumnKind>, ReadFigure> rows;
    std::map<ColumnKind, std::vector<ReadFigure>> columns;

    ReadFigure read(const RuleFigure& figure) override {
        if (figure.row != nullptr) {
            return rows[{figure.row->key, figure.kind}];
        }
        const auto& down = columns[figure.kind];
        return down.empty() ? ReadFigure() : down.back();
    }
    std::vector<ReadFigure> down(const RuleFigure& column) override { return columns[column.kind]; }
};

ReadFigure kronor(std::int64_t amount, std::int64_t slack = 0) {
    return {Ore::from_kronor(amount), Ore::from_kronor(slack)};
}

class Rules : public testing::Test {
protected:
    CheckResult judged(const std::string& key) {
        CheckResult check;
        for (const ReportRule& rule : report_rules(layout)) {
            if (rule.key == key && rule.year == 0) {
                judge(check, rule, figures);
                return check;
            }
        }
        ADD_FAILURE() << key;
        return check;
    }

    Layout layout = Layout::from_toml(layout_text).value();
    ToldFigures figures;
};

TEST_F(Rules, ASumIsTheSumOfItsRowsToTheOre) {
    figures.rows[{"verksamhetens_intakter", ColumnKind::outcome}] = kronor(1000);
    figures.rows[{"verksamhetens_kostnader", ColumnKind::outcome}] = kronor(-400);
    figures.rows[{"arets_resultat", ColumnKind::outcome}] = kronor(600);
    EXPECT_EQ(judged("summa:resultatrakning.arets_resultat").state, CheckState::ok);
    figures.rows[{"arets_resultat", ColumnKind::outcome}] = {Ore(600'01), {}};
    const CheckResult check = judged("summa:resultatrakning.arets_resultat");
    EXPECT_EQ(check.state, CheckState::failed);
    EXPECT_EQ(check.left, Value(Ore(600'01)));
    EXPECT_EQ(check.right, Value(Ore(600'00)));
    EXPECT_THAT(check.detail, HasSubstr("skillnad 0,01"));
}

TEST_F(Rules, RoundingExplainsWhatTheFiguresMayHaveMovedAndNoMore) {
    figures.rows[{"verksamhetens_intakter", ColumnKind::outcome}] = kronor(1000, 500);
    figures.rows[{"verksamhetens_kostnader", ColumnKind::outcome}] = kronor(-400);
    figures.rows[{"arets_resultat", ColumnKind::outcome}] = kronor(1600, 500);
    EXPECT_EQ(judged("summa:resultatrakning.arets_resultat").tolerance, Ore::from_kronor(1000));
    EXPECT_EQ(judged("summa:resultatrakning.arets_resultat").state, CheckState::rounding);
    figures.rows[{"arets_resultat", ColumnKind::outcome}] = kronor(1601, 500);
    EXPECT_EQ(judged("summa:resultatrakning.arets_resultat").state, CheckState::failed);
}

TEST_F(Rules, AFigureThatNobodyHasMakesTheCheckNotApplicable) {
    figures.rows[{"arets_resultat", ColumnKind::outcome}] = kronor(600);
    EXPECT_EQ(judged("summa:resultatrakning.arets_resultat").state, CheckState::not_applicable);
}

TEST_F(Rules, ADeviationIsOutcomeLessBudget) {
    figures.rows[{"verksamhetens_kostnader", ColumnKind::outcome}] = kronor(-400);
    figures.rows[{"verksamhetens_kostnader", ColumnKind::budget}] = kronor(-500);
    figures.rows[{"verksamhetens_kostnader", ColumnKind::deviation}] = kronor(100);
    EXPECT_EQ(judged("avvikelse:resultatrakning.verksamhetens_kostnader").state, CheckState::ok);
    figures.rows[{"verksamhetens_kostnader", ColumnKind::deviation}] = kronor(-100);
    EXPECT_EQ(judged("avvikelse:resultatrakning.verksamhetens_kostnader").state, CheckState::failed);
}

TEST_F(Rules, AShareIsItsPartOfTheWhole) {
    figures.rows[{"arets_resultat", ColumnKind::outcome}] = kronor(333);
    figures.rows[{"verksamhetens_intakter", ColumnKind::outcome}] = kronor(1000);
    figures.rows[{"andel", ColumnKind::outcome}] = {0.333, {}};
    EXPECT_EQ(judged("andel:resultatrakning.andel").state, CheckState::ok);
    figures.rows[{"andel", ColumnKind::outcome}] = {0.33, {}, 0.005};
    EXPECT_EQ(judged("andel:resultatrakning.andel").state, CheckState::rounding);
    figures.rows[{"andel", ColumnKind::outcome}] = {0.34, {}, 0.005};
    EXPECT_EQ(judged("andel:resultatrakning.andel").state, CheckState::failed);
    figures.rows[{"verksamhetens_intakter", ColumnKind::outcome}] = kronor(0);
    EXPECT_EQ(judged("andel:resultatrakning.andel").state, CheckState::not_applicable);
}

TEST_F(Rules, RowsWhoseColumnsDoNotSumAreCounted) {
    figures.columns[ColumnKind::income] = {kronor(100), kronor(50), kronor(150)};
    figures.columns[ColumnKind::cost] = {kronor(-80), kronor(-70), kronor(-150)};
    figures.columns[ColumnKind::outcome] = {kronor(20), kronor(-20), kronor(0)};
    EXPECT_EQ(judged("netto:driftredovisning.netto").state, CheckState::ok);
    // Two errors that cancel: the columns still sum.
    figures.columns[ColumnKind::outcome] = {kronor(21), kronor(-21), kronor(0)};
    EXPECT_EQ(judged("netto:driftredovisning.netto").state, CheckState::failed);
    EXPECT_EQ(judged("netto:driftredovisning.netto").left, Value(2.0));
    figures.columns[ColumnKind::outcome][0].slack = figures.columns[ColumnKind::outcome][1].slack = Ore::from_kronor(1);
    EXPECT_EQ(judged("netto:driftredovisning.netto").state, CheckState::ok);
}

TEST_F(Rules, ACostThatIsPositiveIsNamed) {
    figures.rows[{"verksamhetens_intakter", ColumnKind::outcome}] = kronor(1000);
    figures.rows[{"verksamhetens_kostnader", ColumnKind::outcome}] = kronor(400);
    const CheckResult check = judged("tecken:resultatrakning");
    EXPECT_EQ(check.state, CheckState::failed);
    EXPECT_EQ(check.detail, "Se ”Kostnader”.");
}

TEST(ReportRules, AreToldInWordsThatNoYearOrKeyIsLeftIn) {
    for (const char* name : {"kr", "ore", "tkr"}) {
        for (const DocumentKind document : {DocumentKind::annual, DocumentKind::interim, DocumentKind::budget}) {
            const auto layout = Layout::built_in(name, document);
            ASSERT_TRUE(layout) << layout.error();
            for (const ReportRule& rule : report_rules(*layout)) {
                EXPECT_THAT(rule.text, Not(AnyOf(HasSubstr("{"), HasSubstr("fg_")))) << rule.key;
            }
        }
    }
}

TEST(PrintedSlack, IsHalfTheLastDigitOfAFigureThatIsWholeInIt) {
    EXPECT_EQ(printed_slack(Ore::from_kronor(1'662'000), {Unit::tkr, 0}), Ore::from_kronor(500));
    EXPECT_EQ(printed_slack(Ore::from_kronor(-1'662'100), {Unit::tkr, 1}), Ore::from_kronor(50));
    EXPECT_EQ(printed_slack(Ore::from_kronor(1'662'110), {Unit::tkr, 2}), Ore::from_kronor(5));
    EXPECT_EQ(printed_slack(Ore::from_kronor(1'662'345), {Unit::tkr, 0}), Ore());
    EXPECT_EQ(printed_slack(Ore(), {Unit::tkr, 0}), Ore());
    EXPECT_EQ(printed_slack(Ore::from_kronor(1'662'000), {Unit::kr, 0}), Ore());
    EXPECT_EQ(printed_slack(Ore::from_kronor(1'662'000), {Unit::ore, 2}), Ore());
}

class RulesOfLayout : public testing::TestWithParam<std::tuple<const char*, DocumentKind>> {
protected:
    Layout layout = Layout::built_in(std::get<0>(GetParam()), std::get<1>(GetParam())).value();
    std::vector<ReportRule> rules = report_rules(layout);
};

INSTANTIATE_TEST_SUITE_P(BuiltIn, RulesOfLayout,
                         testing::Combine(testing::Values("kr", "ore", "tkr"),
                                          testing::Values(DocumentKind::annual, DocumentKind::interim,
                                                          DocumentKind::budget)));

TEST_P(RulesOfLayout, EachStandsOnceUnderAKeyAndAYear) {
    std::set<std::pair<std::string, int>> names;
    std::set<std::tuple<std::vector<RuleFigure>, std::vector<RuleFigure>>> sides;
    for (const ReportRule& rule : rules) {
        EXPECT_TRUE(names.emplace(rule.key, rule.year).second) << rule.key << " " << rule.year;
        EXPECT_FALSE(rule.text.empty() || rule.rule.empty()) << rule.key;
        if (rule.form == RuleForm::equal && !rule.left.empty()) {
            EXPECT_TRUE(sides.emplace(rule.left, rule.right).second) << rule.key << " " << rule.year;
        }
    }
}

TEST_P(RulesOfLayout, EverySumThatIsPrintedIsChecked) {
    for (const Table& table : layout.tables) {
        for (const Row& row : table.rows) {
            if (table.hidden || row.hidden || row.kind != RowKind::sum) {
                continue;
            }
            const bool is_told = std::ranges::any_of(rules, [&](const ReportRule& rule) {
                const auto is_row = [&](const RuleFigure& figure) { return figure.row == &row; };
                return std::ranges::any_of(rule.left, is_row) || std::ranges::any_of(rule.right, is_row);
            });
            EXPECT_TRUE(is_told) << table.key << "." << row.key;
        }
    }
}

/// "What an auditor checks", in the annual report of every shape.
TEST(AuditorsRules, AreAllThere) {
    for (const char* name : {"kr", "ore", "tkr"}) {
        const Layout layout = Layout::built_in(name).value();
        std::set<std::string> keys, families;
        for (const ReportRule& rule : report_rules(layout)) {
            keys.insert(rule.key);
            families.insert(rule.key.substr(0, rule.key.find(':')));
        }
        EXPECT_THAT(keys, IsSupersetOf({"rr_verksamhetens_resultat",
                                        "rr_efter_finansiella",
                                        "rr_arets_resultat",
                                        "br_balanserar",
                                        "br_rr_resultat",
                                        "ek_kedja",
                                        "kfa_borjar_med_resultatet",
                                        "kfa_fordringar",
                                        "kfa_skulder",
                                        "kfa_lopande",
                                        "kfa_delar",
                                        "kfa_likvida",
                                        "kfa_kassa_bank",
                                        "kfa_borjan",
                                        "kfa_kedja",
                                        "kfa_flode",
                                        "oversikt_resultat",
                                        "oversikt_eget_kapital",
                                        "oversikt_ek_kedja",
                                        "andel:oversikt.soliditet",
                                        "balanskrav_resultat",
                                        "balanskrav_summa",
                                        "riktvarde_over",
                                        "finansiering:medlemsfordelning.stat",
                                        "finansiering:medlemsfordelning.region",
                                        "finansiering:medlemsfordelning.kommuner",
                                        "tecken:resultatrakning",
                                        "tecken:balansrakning",
                                        "netto:driftredovisning.netto",
                                        "radavvikelse:driftredovisning.avvikelse",
                                        "kolumn:driftredovisning.budget"}))
            << name;
        EXPECT_THAT(families, IsSupersetOf({"summa", "hamtad", "andel", "jamforelse", "kolumn"})) << name;
    }
}

TEST(AuditorsRules, NotesAreCheckedInBothYears) {
    const Layout layout = Layout::built_in("kr").value();
    for (const char* key : {"not_1", "not_2", "not_4", "not_5", "summa:not_1_intakter.summa",
                            "summa:not_2_kostnader.summa", "summa:not_4_fordringar.summa"}) {
        std::set<int> years;
        for (const ReportRule& rule : report_rules(layout)) {
            if (rule.key == key) {
                years.insert(rule.year);
            }
        }
        EXPECT_EQ(years, (std::set<int>{0, -1})) << key;
    }
}

} // namespace
} // namespace finsam
