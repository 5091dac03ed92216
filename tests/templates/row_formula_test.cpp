// Each kind of row as the formula it becomes.

#include "templates/builder/row_formula.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::workbook {
namespace {

using testing::HasSubstr;

Row row(std::string key, RowKind kind) {
    Row one;
    one.text = key;
    one.key = std::move(key);
    one.kind = kind;
    return one;
}

Row accounts(std::string key, std::string map_key) {
    Row one = row(std::move(key), RowKind::accounts);
    one.map_keys = {std::move(map_key)};
    return one;
}

Row closing(std::string key, std::string map_key, int sie_sign) {
    Row one = accounts(std::move(key), std::move(map_key));
    one.measure = Measure::closing;
    one.sie_sign = sie_sign;
    return one;
}

Row sum(std::string key, std::vector<Term> terms, RowKind kind = RowKind::sum) {
    Row one = row(std::move(key), kind);
    one.terms = std::move(terms);
    return one;
}

/// One table on one sheet: title, heading, then the rows from C6 (this year) and D6 (last year).
class RowFormula : public testing::Test {
protected:
    RowFormula() {
        Table table;
        table.key = "t";
        table.sheet = "Blad";
        table.columns = {{ColumnKind::outcome, 0, "Utfall {ar}"}, {ColumnKind::outcome, -1, "{slut}"}};
        layout.tables.push_back(table);
        InputField field;
        field.key = "skrivet";
        field.sign = -1;
        layout.inputs.push_back(field);
    }

    Row& add(Row one) { return layout.tables.front().rows.emplace_back(std::move(one)); }

    std::string formula(std::string_view key, int year = 0, ColumnKind kind = ColumnKind::outcome) const {
        const ReportPlan plan(layout);
        const Table& table = layout.tables.front();
        return RowFormulas(plan).figure({&table, table.find(key), kind, year}).text;
    }

    Layout layout;
};

TEST_F(RowFormula, AccountsSumTheirMapKeyWhenTheYearWasImported) {
    add(accounts("intakter", "verksamhetens_intakter"));
    EXPECT_EQ(formula("intakter"),
              "IF(Finns_Res_0=1;ROUND(-SUMIFS(Saldon_Res_0;Saldon_Rad;\"verksamhetens_intakter\");2);\"\")");
    EXPECT_EQ(formula("intakter", -1),
              "IF(Finns_Res_1=1;ROUND(-SUMIFS(Saldon_Res_1;Saldon_Rad;\"verksamhetens_intakter\");2);\"\")");
}

TEST_F(RowFormula, AssetsKeepTheDebitSignAndUseTheRowAtThatClosing) {
    add(closing("kassa", "kassa_bank", 1));
    EXPECT_EQ(formula("kassa"), "IF(Finns_UB_0=1;ROUND(SUMIFS(Saldon_UB_0;Saldon_Rad_UB_0;\"kassa_bank\");2);\"\")");
}

TEST_F(RowFormula, SeveralKeysAreAddedBeforeTheSign) {
    Row& one = add(accounts("netto", "finansiella_intakter"));
    one.map_keys.push_back("finansiella_kostnader");
    EXPECT_THAT(
        formula("netto"),
        HasSubstr("ROUND(-(SUMIFS(Saldon_Res_0;Saldon_Rad;\"finansiella_intakter\")+SUMIFS(Saldon_Res_0;Saldon_Rad;"
                  "\"finansiella_kostnader\"));2)"));
}

TEST_F(RowFormula, EquityHoldsTheYearsResultUnlessNextYearsOpeningAlreadyDoes) {
    add(closing("ek", "eget_kapital", -1));
    const std::string text = formula("ek");
    EXPECT_THAT(text, HasSubstr("IF(UB_nasta_0=1;0;SUMIFS(Saldon_Res_0;Saldon_Slag;\"R\"))"));
    EXPECT_THAT(text, HasSubstr("AND(Finns_UB_0=1;OR(UB_nasta_0=1;Finns_Res_0=1))"));
}

TEST_F(RowFormula, CreditRowsArePrintedWithTheCreditSign) {
    add(closing("skulder", "kortfristiga_skulder", -1)).credit_side = true;
    EXPECT_THAT(formula("skulder"), HasSubstr("ROUND(Tecken_kredit*(-SUMIFS("));
}

TEST_F(RowFormula, SumsAreNothingWhenATermIsNothing) {
    add(accounts("a", "verksamhetens_intakter"));
    add(accounts("b", "verksamhetens_kostnader"));
    add(sum("s", {{1, "", "a", 0}, {-1, "", "b", 0}}));
    EXPECT_EQ(formula("s"), "IF(COUNT([.C6];[.C7])=2;ROUND([.C6]-[.C7];2);\"\")");
}

TEST_F(RowFormula, SumsTurnPrintedSignsBack) {
    add(accounts("kostnader", "verksamhetens_kostnader")).print_sign = -1;
    add(closing("skulder", "kortfristiga_skulder", -1)).credit_side = true;
    add(sum("s", {{1, "", "kostnader", 0}, {1, "", "skulder", 0}}));
    EXPECT_EQ(formula("s"), "IF(COUNT([.C6];[.C7])=2;ROUND(-[.C6]+Tecken_kredit*[.C7];2);\"\")");
}

TEST_F(RowFormula, ATermOfLastYearIsLastYearsCell) {
    add(closing("kassa", "kassa_bank", 1));
    add(sum("forandring", {{1, "", "kassa", 0}, {-1, "", "kassa", -1}}));
    EXPECT_EQ(formula("forandring"), "IF(COUNT([.C6];[.D6])=2;ROUND([.C6]-[.D6];2);\"\")");
}

TEST_F(RowFormula, AYearThatNoColumnShowsGetsAHelperCell) {
    add(closing("kassa", "kassa_bank", 1));
    add(sum("forandring", {{1, "", "kassa", 0}, {-1, "", "kassa", -1}}));
    const ReportPlan plan(layout);
    const Table& table = layout.tables.front();
    const auto place = plan.find({&table, table.find("kassa"), ColumnKind::outcome, -2});
    ASSERT_TRUE(place);
    EXPECT_GT(place->at.column, plan.sheets().front().last_printed_column());
    EXPECT_EQ(formula("forandring", -1),
              "IF(COUNT([.D6];[." + a1(place->at) + "])=2;ROUND([.D6]-[." + a1(place->at) + "];2);\"\")");
}

TEST_F(RowFormula, TypedFiguresStandInForMissingYears) {
    add(accounts("a", "verksamhetens_intakter")).input_key = "skrivet";
    EXPECT_EQ(formula("a"), "IF(Finns_Res_0=1;ROUND(-SUMIFS(Saldon_Res_0;Saldon_Rad;\"verksamhetens_intakter\");2);IF("
                            "ISNUMBER([$Indata.$B$10]);ROUND(-[$Indata.$B$10];2);\"\"))");
}

TEST_F(RowFormula, TypedFiguresMayGoFirst) {
    Row& one = add(accounts("a", "verksamhetens_intakter"));
    one.input_key = "skrivet";
    one.input_first = true;
    EXPECT_THAT(formula("a"),
                testing::StartsWith("IF(ISNUMBER([$Indata.$B$10]);ROUND(-[$Indata.$B$10];2);IF(Finns_Res_0=1;"));
}

TEST_F(RowFormula, UntypedAmountsAreZeroAndUntypedCountsNothing) {
    add(row("belopp", RowKind::input)).input_key = "skrivet";
    Row& count = add(row("antal", RowKind::input));
    count.input_key = "skrivet";
    count.value = ValueKind::count;
    EXPECT_EQ(formula("belopp"), "IF(ISNUMBER([$Indata.$B$10]);ROUND(-[$Indata.$B$10];2);IF(Ar_0=\"\";\"\";0))");
    EXPECT_EQ(formula("antal"), "IF(ISNUMBER([$Indata.$B$10]);-[$Indata.$B$10];\"\")");
}

TEST_F(RowFormula, SoliditetIsTheFunctionAndNothingWithoutAssets) {
    add(closing("ek", "eget_kapital", -1)).credit_side = true;
    add(closing("tillgangar", "kassa_bank", 1));
    add(sum("soliditet", {{1, "", "ek", 0}, {1, "", "tillgangar", 0}}, RowKind::soliditet)).value = ValueKind::share;
    EXPECT_EQ(formula("soliditet"), "IF(IF(COUNT([.C6];[.C7])=2;[.C7]<>0;FALSE());SE.FINSAM.CALC.FUNCTIONS.SOLIDITET("
                                    "Tecken_kredit*[.C6];[.C7]);\"\")");
}

TEST_F(RowFormula, BalanskravIsTheFunctionWithEightAmounts) {
    std::vector<Term> terms;
    for (const char* key : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
        add(accounts(key, "verksamhetens_intakter"));
        terms.push_back({1, "", key, 0});
    }
    add(sum("balanskrav", terms, RowKind::balanskrav));
    EXPECT_THAT(
        formula("balanskrav"),
        HasSubstr("ROUND(SE.FINSAM.CALC.FUNCTIONS.BALANSKRAV([.C6];[.C7];[.C8];[.C9];[.C10];[.C11];[.C12];[.C13]);2)"));
}

TEST_F(RowFormula, SharesAreNothingOfNothing) {
    add(accounts("a", "verksamhetens_intakter"));
    add(accounts("b", "verksamhetens_intakter"));
    add(sum("andel", {{1, "", "a", 0}, {1, "", "b", 0}}, RowKind::share)).value = ValueKind::share;
    EXPECT_EQ(formula("andel"), "IF(IF(COUNT([.C6];[.C7])=2;[.C7]<>0;FALSE());[.C6]/[.C7];\"\")");
}

TEST_F(RowFormula, BudgetComesFromTheTypedTableOrTheBooks) {
    layout.tables.front().columns.push_back({ColumnKind::budget, 0, "Budget {ar}"});
    add(accounts("kostnader", "verksamhetens_kostnader"));
    EXPECT_EQ(formula("kostnader", 0, ColumnKind::budget),
              "IF(Budget_Antal>0;IF(COUNT(Budget_Kostnad)=1;ROUND(Budget_Kostnad;2);\"\");IF(IF(Budget_Antal=0;Finns_"
              "Budget_0=1;"
              "FALSE());ROUND(-SUMIFS(Saldon_Budget_0;Saldon_Rad;\"verksamhetens_kostnader\");2);\"\"))");
}

TEST_F(RowFormula, ATypedBudgetIsTheWholeBudgetAndItsNetIsTheResult) {
    layout.tables.front().columns.push_back({ColumnKind::budget, 0, "Budget {ar}"});
    std::vector<Term> terms;
    layout.tables.front().rows.reserve(8);
    for (const char* key : {"verksamhetens_intakter", "verksamhetens_kostnader", "avskrivningar",
                            "finansiella_intakter", "finansiella_kostnader", "extraordinara_poster"}) {
        add(accounts(key, key));
        terms.push_back({1, "", key, 0});
    }
    add(sum("resultat", terms));
    terms.pop_back();
    add(sum("fore", terms));
    const auto budget = [&](const char* key) { return formula(key, 0, ColumnKind::budget); };
    EXPECT_THAT(budget("finansiella_intakter"),
                testing::StartsWith("IF(Budget_Antal>0;IF(COUNT(Budget_Intakt;Budget_Kostnad)=2;ROUND(0;2);\"\");"));
    EXPECT_THAT(budget("avskrivningar"),
                testing::StartsWith("IF(Budget_Antal>0;IF(COUNT(Budget_Kostnad)=1;ROUND(0;2);\"\");"));
    EXPECT_THAT(budget("resultat"), testing::StartsWith("IF(Budget_Antal>0;ROUND(Budget_Summa;2);IF(COUNT("));
    EXPECT_THAT(budget("fore"), testing::StartsWith("IF(COUNT("));
}

TEST_F(RowFormula, ADeviationIsPositiveWhenACostIsLowerThanItsBudget) {
    layout.tables.front().columns = {
        {ColumnKind::outcome, 0, "Utfall"}, {ColumnKind::budget, 0, "Budget"}, {ColumnKind::deviation, 0, "Avvikelse"}};
    add(accounts("kostnader", "verksamhetens_kostnader")).print_sign = -1; // printed positive
    EXPECT_EQ(formula("kostnader", 0, ColumnKind::deviation), "IF(COUNT([.C6];[.D6])=2;ROUND([.D6]-[.C6];2);\"\")");
}

TEST_F(RowFormula, HeadersReferToTheYearsOfStart) {
    add(accounts("a", "verksamhetens_intakter"));
    const ReportPlan plan(layout);
    const RowFormulas formulas(plan);
    EXPECT_EQ(formulas.header(layout.tables.front().columns[0]).text, "IF(Ar_0=\"\";\"\";\"\"&\"Utfall \"&Ar_0)");
    EXPECT_EQ(formulas.header(layout.tables.front().columns[1]).text, "IF(Ar_1=\"\";\"\";\"\"&Slut_1)");
}

TEST_F(RowFormula, AYearOlderThanTheWorkbookKeepsIsNothing) {
    layout.tables.front().columns = {{ColumnKind::outcome, -5, "{ar}"}};
    add(closing("kassa", "kassa_bank", 1));
    add(sum("forandring", {{1, "", "kassa", 0}, {-1, "", "kassa", -1}}));
    EXPECT_EQ(formula("forandring", -5), "\"\"");
}

} // namespace
} // namespace finsam::workbook
