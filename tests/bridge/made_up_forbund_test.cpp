// A förbund that is none of the published ones: six-digit accounts of Kommun-Bas, four dimensions, a fiscal year from
// July to June, a member that is new this year, and a loss after a loss. Everything is data: no line of code knows it.

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/chart_proposal.hpp"
#include "bridge/report/statement.hpp"
#include "tests/bridge/made_up_forbund.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

class MadeUpForbund : public testing::Test {
protected:
    MadeUpForbund() {
        Ledger ledger = Ledger::in_memory().value();
        for (const std::string& sie : {made_up::first_year(), made_up::second_year()}) {
            const auto outcome = ledger.import_bytes(sie, "prov.se");
            EXPECT_TRUE(outcome && outcome->kind == ImportOutcome::Kind::imported);
        }
        books = ledger.books({.with_vouchers = true}).value();
        report = evaluate(layout, map, books, typed);
    }

    Value value(std::string_view table, std::string_view row, std::size_t column = 0) const {
        const ReportRow* line = report.find(table)->find(row);
        return line == nullptr ? Value() : line->values.at(column);
    }

    Layout layout = Layout::built_in("kr").value();
    AccountMap map = AccountMap::built_in("kommun-bas").value();
    Books books;
    TypedInput typed;
    Report report;
};

Value kr(std::int64_t kronor) {
    return Ore::from_kronor(kronor);
}

TEST_F(MadeUpForbund, ItsChartAndItsInsatserAreFoundByName) {
    const auto proposal = propose_chart(books);
    ASSERT_TRUE(proposal);
    EXPECT_EQ(proposal->chart, Chart::kommun_bas);
    EXPECT_EQ(proposal->certainty, Certainty::saker) << describe(*proposal);
    EXPECT_EQ(books.insats_dimension, "20"); // Aktivitet goes before Projekt and Ansvar
}

TEST_F(MadeUpForbund, TheIncomeStatementOfJulyToJune) {
    EXPECT_THAT(report.find("resultatrakning")->columns,
                testing::ElementsAre("2023-07-01–2024-06-30", "2022-07-01–2023-06-30"));
    EXPECT_EQ(value("resultatrakning", "verksamhetens_intakter"), kr(1200000));
    EXPECT_EQ(value("resultatrakning", "verksamhetens_kostnader"), kr(-1260000));
    EXPECT_EQ(value("resultatrakning", "avskrivningar"), kr(-10000));
    EXPECT_EQ(value("resultatrakning", "finansiella_intakter"), kr(5000));
    EXPECT_EQ(value("resultatrakning", "finansiella_kostnader"), kr(-1000));
    EXPECT_EQ(value("resultatrakning", "arets_resultat"), kr(-66000));
    EXPECT_EQ(value("resultatrakning", "arets_resultat", 1), kr(-150000));
}

TEST_F(MadeUpForbund, TheBalanceSheetHasVatAsAReceivableAndTheLossInEquity) {
    EXPECT_EQ(value("balansrakning", "maskiner_inventarier"), kr(40000));
    EXPECT_EQ(value("balansrakning", "kortfristiga_fordringar"), kr(15000));
    EXPECT_EQ(value("not_4_fordringar", "fordran_moms"), kr(15000));
    EXPECT_EQ(value("balansrakning", "summa_tillgangar"), kr(809000));
    EXPECT_EQ(value("balansrakning", "kortfristiga_skulder"), kr(25000));
    EXPECT_EQ(value("balansrakning", "eget_kapital"), kr(784000));
    EXPECT_EQ(value("balansrakning", "eget_kapital", 1), kr(850000));
}

TEST_F(MadeUpForbund, TheCashFlowEndsAtTheBank) {
    EXPECT_EQ(value("kassaflodesanalys", "lopande"), kr(-46000)); // -66 000 + 10 000 - 15 000 + 25 000
    EXPECT_EQ(value("kassaflodesanalys", "investering"), kr(-50000));
    EXPECT_EQ(value("kassaflodesanalys", "likvida_vid_arets_slut"), kr(754000));
}

TEST_F(MadeUpForbund, TheNewMemberHasItsLineAndNothingTheYearBefore) {
    EXPECT_EQ(value("not_1_intakter", "driftbidrag.351330", 0), kr(80000));
    EXPECT_EQ(value("not_1_intakter", "driftbidrag.351330", 1), kr(0));
    EXPECT_EQ(value("not_1_intakter", "driftbidrag.351310", 1), kr(125000));
    EXPECT_EQ(value("not_1_intakter", "summa", 1), kr(1000000));
}

TEST_F(MadeUpForbund, ALossAfterALossIsToldWithWhatIsLeftToRestore) {
    EXPECT_EQ(value("balanskrav", "balanskravsresultat"), kr(-66000));
    EXPECT_EQ(value("balanskrav", "underskott_tidigare_ar"), kr(-150000)); // last year's, carried forward
    EXPECT_EQ(value("balanskrav", "underskott_fran_1"), kr(-150000));
    EXPECT_EQ(value("balanskrav", "balanskravsresultat_att_reglera"), kr(-216000));
}

TEST_F(MadeUpForbund, DriftredovisningIsByAktivitet) {
    const ReportTable* table = nullptr;
    for (const ReportTable& one : report.tables) {
        table = one.rule->kind == TableKind::insatser ? &one : table;
    }
    ASSERT_NE(table, nullptr);
    const auto line = [&](std::string_view key) { return table->find(key)->values; };
    EXPECT_EQ(line("10")[0], kr(1200000));
    EXPECT_EQ(line("11")[1], kr(-1000000));
    EXPECT_EQ(line("11")[3], kr(-1000000));
    EXPECT_EQ(line("11")[4], kr(0));
    EXPECT_EQ(line("12")[2], kr(-90000));
    EXPECT_EQ(line("13")[2], kr(-180000));
    EXPECT_EQ(line("10")[3], kr(1150000));
    EXPECT_EQ(line("summa")[2], kr(-66000));
}

TEST_F(MadeUpForbund, EveryCheckHoldsOrDoesNotApply) {
    EXPECT_THAT(report.unmapped, testing::IsEmpty());
    for (const CheckResult& check : report.checks) {
        EXPECT_NE(check.state, CheckState::failed) << check.text << " " << check.year << " " << check.detail;
    }
}

} // namespace
} // namespace finsam
