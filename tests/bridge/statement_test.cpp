// Rules of the statement engine on books small enough to add by hand.

#include "bridge/report/statement.hpp"
#include "bridge/report/typed_budget.hpp"
#include "tests/bridge/insjoriket_published.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace finsam {
namespace {

using testing::HasSubstr;

Ore kr(std::int64_t kronor) {
    return Ore::from_kronor(kronor);
}

struct Engine {
    Layout layout = Layout::built_in("kr").value();
    AccountMap map = AccountMap::built_in("bas").value();
    Books books;
    TypedInput typed;
    Report report;

    explicit Engine(Books given, TypedInput input = {}) : books(std::move(given)), typed(std::move(input)) {
        report = evaluate(layout, map, books, typed);
    }
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    Value value(std::string_view table, std::string_view row, std::size_t column = 0) const {
        const ReportRow* line = report.find(table)->find(row);
        return line == nullptr ? Value() : line->values.at(column);
    }
    const CheckResult& check(std::string_view key, std::string_view year = "2024") const {
        for (const CheckResult& check : report.checks) {
            if (check.key == key && check.year == year) {
                return check;
            }
        }
        static const CheckResult none;
        return none;
    }
};

/// One year of books, closing and result given in kronor with SIE's sign.
Books one_year(const std::vector<insjoriket::AccountKronor>& closing,
               const std::vector<insjoriket::AccountKronor>& result) {
    Books books;
    YearBooks year;
    year.from = {2024, 1, 1}, year.to = {2024, 12, 31};
    year.closing = insjoriket::amounts(closing);
    year.closing_source = ClosingSource::closing;
    year.result = insjoriket::amounts(result);
    books.years = {year};
    return books;
}

Books add_last_year(Books books, const std::vector<insjoriket::AccountKronor>& closing) {
    YearBooks year;
    year.from = {2023, 1, 1}, year.to = {2023, 12, 31};
    year.closing = insjoriket::amounts(closing);
    year.closing_source = ClosingSource::next_opening;
    books.years.push_back(year);
    books.years[0].opening = books.years[1].closing;
    return books;
}

const Value nothing;

TEST(Statement, VatInDebitIsAReceivableInCreditALiability) {
    const Engine debit(one_year({{"2640", 300}, {"2610", -100}, {"2010", -200}}, {}));
    EXPECT_EQ(debit.value("balansrakning", "kortfristiga_fordringar"), Value(kr(200)));
    EXPECT_EQ(debit.value("not_4_fordringar", "fordran_moms"), Value(kr(200)));
    EXPECT_EQ(debit.value("not_5_kortfristiga_skulder", "ovriga_skulder"), Value(kr(0)));
    const Engine credit(one_year({{"2640", 100}, {"2610", -300}, {"1930", 200}}, {}));
    EXPECT_EQ(credit.value("balansrakning", "kortfristiga_skulder"), Value(kr(200)));
    EXPECT_EQ(credit.value("not_5_kortfristiga_skulder", "ovriga_skulder"), Value(kr(200)));
    EXPECT_EQ(credit.value("not_4_fordringar", "fordran_moms"), Value(kr(0)));
}

TEST(Statement, EachClosingDecidesItsOwnVatSide) {
    const Engine engine(add_last_year(one_year({{"2640", 50}, {"2010", -50}}, {}), {{"2640", -30}, {"1930", 30}}));
    EXPECT_EQ(engine.value("balansrakning", "kortfristiga_fordringar", 0), Value(kr(50)));
    EXPECT_EQ(engine.value("balansrakning", "kortfristiga_skulder", 1), Value(kr(30)));
    // -(50 - 0) + (0 - 30): both sides of the cash flow see the move.
    EXPECT_EQ(engine.value("kassaflodesanalys", "arets_kassaflode"), Value(kr(-80)));
}

TEST(Statement, UnmappedAccountIsNamedAndFailsACheck) {
    const Engine engine(one_year({{"1930", 100}, {"9010", -100}, {"9020", 0}}, {}));
    EXPECT_EQ(engine.report.unmapped, (std::vector<std::string>{"9010"}));
    EXPECT_EQ(engine.check("konton_utan_rad").state, CheckState::failed);
    EXPECT_THAT(engine.check("konton_utan_rad").detail, HasSubstr("9010"));
}

TEST(Statement, AResultOnABalanceRowIsNamed) {
    const Engine engine(one_year({}, {{"1930", 5}}));
    EXPECT_EQ(engine.check("konton_fel_rad").state, CheckState::failed);
    EXPECT_THAT(engine.check("konton_fel_rad").detail, HasSubstr("1930"));
}

TEST(Statement, AccountsThatMustBeZeroOrAreUnusualFailTheirChecks) {
    const Engine engine(one_year({{"1410", 10}, {"2110", -10}}, {}));
    EXPECT_THAT(engine.check("konton_ska_vara_noll").detail, HasSubstr("2110"));
    EXPECT_THAT(engine.check("konton_ovanliga").detail, HasSubstr("1410"));
}

TEST(Statement, WhatTheBooksCannotGiveIsNothingAndSoIsEverySumOfIt) {
    const Engine engine(one_year({{"1930", 100}, {"2010", -40}}, {{"3010", -60}}));
    EXPECT_EQ(engine.value("resultatrakning", "arets_resultat", 0), Value(kr(60)));
    EXPECT_EQ(engine.value("resultatrakning", "arets_resultat", 1), nothing);
    EXPECT_EQ(engine.value("kassaflodesanalys", "arets_resultat", 0), Value(kr(60)));
    EXPECT_EQ(engine.value("kassaflodesanalys", "forandring_fordringar", 0), nothing);
    EXPECT_EQ(engine.value("kassaflodesanalys", "arets_kassaflode", 0), nothing);
    EXPECT_EQ(engine.value("oversikt", "soliditet", 1), nothing);
    EXPECT_EQ(engine.check("kfa_likvida").state, CheckState::not_applicable);
}

TEST(Statement, AYearKnownByTheNextOpeningHasEquityButNoResult) {
    const Engine engine(
        add_last_year(one_year({{"1930", 100}, {"2010", -40}}, {{"3010", -60}}), {{"1930", 40}, {"2010", -40}}));
    EXPECT_EQ(engine.value("balansrakning", "eget_kapital", 1), Value(kr(40)));
    EXPECT_EQ(engine.value("balansrakning", "arets_resultat", 1), nothing);
    EXPECT_EQ(engine.value("balansrakning", "ovrigt_eget_kapital", 1), nothing);
    EXPECT_EQ(engine.value("kassaflodesanalys", "arets_kassaflode", 0), Value(kr(60)));
    EXPECT_EQ(engine.check("ek_kedja").state, CheckState::ok);
}

TEST(Statement, TypedFigureStandsInOnlyWhereTheBooksAreSilent) {
    TypedInput typed;
    typed.years[2024]["eget_kapital"] = 999;
    typed.years[2022]["eget_kapital"] = 30;
    typed.years[2022]["verksamhetens_kostnader"] = 20;
    const Engine engine(one_year({{"1930", 100}, {"2010", -40}}, {{"3010", -60}}), typed);
    EXPECT_EQ(engine.value("oversikt", "eget_kapital", 0), Value(kr(100)));
    EXPECT_EQ(engine.value("oversikt", "eget_kapital", 2), Value(kr(30)));
    EXPECT_EQ(engine.value("oversikt", "verksamhetens_kostnader", 2), Value(kr(-20)));
}

TEST(Statement, TypedGainOverridesWhatTheAccountsPropose) {
    const Books books = one_year({{"1930", 100}}, {{"3970", -100}});
    EXPECT_EQ(Engine(books).value("balanskrav", "balanskravsresultat"), Value(kr(0)));
    TypedInput typed;
    typed.years[2024]["realisationsvinster"] = 70;
    EXPECT_EQ(Engine(books, typed).value("balanskrav", "balanskravsresultat"), Value(kr(30)));
}

TEST(Statement, NetLossOnAnAccountOfGainsIsLeftToPeople) {
    const Engine engine(one_year({{"1930", -100}}, {{"8220", 100}}));
    EXPECT_EQ(engine.value("balanskrav", "balanskravsresultat"), nothing);
    EXPECT_EQ(engine.check("balanskrav_belopp").state, CheckState::failed);
}

TEST(Statement, CashFlowHandlesInvestmentDepreciationGainsAndLoans) {
    // Opening: cash 1000, machine 500, loan 300, equity 1200. The year: depreciation 100, a machine of 200 (book) sold
    // for 250, a new one bought for 400, loan +50, provision +20 (cost 20), income 90. Cash: 1000+250-400+50+90 = 990.
    const Engine engine(
        add_last_year(one_year({{"1930", 990}, {"1210", 600}, {"2310", -350}, {"2210", -20}, {"2010", -1200}},
                               {{"3010", -90}, {"3970", -50}, {"7830", 100}, {"7410", 20}}),
                      {{"1930", 1000}, {"1210", 500}, {"2310", -300}, {"2010", -1200}}));
    EXPECT_EQ(engine.value("resultatrakning", "arets_resultat"), Value(kr(20)));
    EXPECT_EQ(engine.value("kassaflodesanalys", "ej_likviditetspaverkande"), Value(kr(70))); // 100 + 20 - 50
    EXPECT_EQ(engine.value("kassaflodesanalys", "lopande"), Value(kr(90)));
    EXPECT_EQ(engine.value("kassaflodesanalys", "investering"), Value(kr(-150))); // 250 - 400
    EXPECT_EQ(engine.value("kassaflodesanalys", "finansiering"), Value(kr(50)));
    EXPECT_EQ(engine.value("kassaflodesanalys", "arets_kassaflode"), Value(kr(-10)));
    EXPECT_EQ(engine.check("kfa_likvida").state, CheckState::ok);
}

TEST(Statement, PensionObligationsLowerSoliditet) {
    TypedInput typed;
    typed.years[2024]["ansvarsforbindelser"] = 10;
    EXPECT_EQ(Engine(one_year({{"1930", 100}, {"2010", -50}, {"2440", -50}}, {}), typed).value("oversikt", "soliditet"),
              Value(0.4));
}

TEST(Statement, BudgetOfTheBooksGivesTheBudgetColumn) {
    Books books = one_year({{"1930", 10}}, {{"3010", -100}, {"4010", 90}});
    books.years[0].budget = insjoriket::amounts({{"3010", -100}, {"4010", 95}, {"8310", -1}});
    const Engine engine(books);
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "kostnader", 1), Value(kr(-95)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "kostnader", 2), Value(kr(5)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "resultat", 1), Value(kr(6)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "utgaende_eget_kapital", 1), nothing);
}

TEST(Statement, WithoutBudgetItsColumnsAreEmpty) {
    const Engine engine(one_year({{"1930", 10}}, {{"3010", -10}}));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "kostnader", 1), nothing);
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "resultat", 2), nothing);
}

TEST(Statement, ABudgetOfNetsAloneGivesNoTotalsOfCostAndIncome) {
    TypedInput typed;
    typed.budget = {{"1", "", {}, {}, kr(-5)}};
    const Engine engine(one_year({{"1930", 10}}, {{"3010", -10}}), typed);
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "kostnader", 1), nothing);
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "finansnetto", 1), nothing);
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "resultat", 1), Value(kr(-5)));
    EXPECT_EQ(engine.value("driftredovisning", "summa", 3), Value(kr(-5)));
}

TEST(Statement, ATypedBudgetIsTheWholeBudgetSoItsColumnsTie) {
    TypedInput typed;
    typed.budget = {{"1", "", kr(100), kr(-70), kr(30)}, {"2", "", kr(0), kr(-35), kr(-35)}};
    const Engine engine(one_year({{"1930", 10}}, {{"3010", -10}, {"8310", -3}}), typed);
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "kostnader", 1), Value(kr(-105)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "medlemsavgift", 1), Value(kr(100)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "finansnetto", 1), Value(kr(0)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "extraordinara_poster", 1), Value(kr(0)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "resultat", 1), Value(kr(-5)));
    // Deviations: cost 105, contribution 10 - 100, interest 3; result 13 + 5 = 105 - 90 + 3.
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "kostnader", 2), Value(kr(105)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "medlemsavgift", 2), Value(kr(-90)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "finansnetto", 2), Value(kr(3)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "resultat", 2), Value(kr(18)));
    EXPECT_EQ(engine.value("driftredovisning_sammandrag", "utgaende_eget_kapital", 1), nothing);
}

TEST(Statement, OnlyARowOfTheWholeResultIsTheBudgetsNet) {
    const Layout layout = Layout::built_in("kr").value();
    const auto whole = [&](std::string_view table, std::string_view row) {
        const Table& at = *layout.find(table);
        return is_whole_result(layout, at, *at.find(row));
    };
    EXPECT_TRUE(whole("resultatrakning", "arets_resultat"));
    EXPECT_TRUE(whole("driftredovisning_sammandrag", "resultat"));
    EXPECT_FALSE(whole("resultatrakning", "resultat_efter_finansiella_poster"));
    EXPECT_FALSE(whole("balansrakning", "eget_kapital"));
    EXPECT_FALSE(whole("balanskrav", "efter_justeringar"));
}

/// Two fiscal years that end in 2024, and nothing before them.
Books two_years_in_2024() {
    Books books = one_year({{"1930", 100}, {"2010", -40}}, {{"3010", -60}});
    books.years[0].from = {2024, 7, 1};
    YearBooks first;
    first.from = {2023, 7, 1}, first.to = {2024, 6, 30};
    books.years.push_back(first);
    return books;
}

TEST(Statement, APlainYearIsTheLatestFiscalYearThatEndsInIt) {
    TypedInput typed;
    typed.years[2024]["antal_anstallda"] = 3;
    const Engine plain(two_years_in_2024(), typed);
    EXPECT_EQ(plain.value("oversikt", "antal_anstallda", 0), Value(3.0));
    EXPECT_EQ(plain.value("oversikt", "antal_anstallda", 1), nothing);
    typed.year_ends[{2024, 6, 30}]["antal_anstallda"] = 2;
    const Engine dated(two_years_in_2024(), typed);
    EXPECT_EQ(dated.value("oversikt", "antal_anstallda", 0), Value(3.0));
    EXPECT_EQ(dated.value("oversikt", "antal_anstallda", 1), Value(2.0));
    EXPECT_EQ(dated.value("oversikt", "antal_anstallda", 2), nothing);
}

TEST(Statement, ATypedLastDayOfNoYearIsNamed) {
    TypedInput typed;
    typed.year_ends[{2024, 6, 29}]["antal_anstallda"] = 2;
    EXPECT_THAT(Engine(two_years_in_2024(), typed).check("indata_kand", "").detail, HasSubstr("2024-06-29"));
}

TEST(Statement, AYearThatNeitherBooksNorPeopleKnowHasNoHeaderAndNoFigures) {
    Books books = one_year({{"1930", 100}, {"2010", -40}}, {{"3010", -60}});
    books.years[0].from = {2024, 5, 1}; // the first year, shorter than a year
    const Engine engine(books);
    EXPECT_EQ(engine.report.find("resultatrakning")->columns, (std::vector<std::string>{"2024-05-01–2024-12-31", ""}));
    EXPECT_EQ(engine.value("balansrakning", "ansvarsforbindelser", 0), Value(kr(0)));
    EXPECT_EQ(engine.value("balansrakning", "ansvarsforbindelser", 1), nothing);
}

TEST(Statement, AYearKnownByTheNextOpeningHasALastDayButNoPeriod) {
    Books books = add_last_year(one_year({{"1930", 100}, {"2010", -40}}, {{"3010", -60}}), {{"1930", 0}});
    books.years[0].from = {2024, 5, 1};
    books.years[1].from = {2023, 5, 1}, books.years[1].to = {2024, 4, 30};
    const Engine engine(books);
    EXPECT_EQ(engine.report.find("resultatrakning")->columns, (std::vector<std::string>{"2024-05-01–2024-12-31", ""}));
    EXPECT_EQ(engine.report.find("balansrakning")->columns, (std::vector<std::string>{"2024-12-31", "2024-04-30"}));
}

TEST(Statement, AYearThatIsOnlyTypedEndsWithItsCalendarYear) {
    TypedInput typed;
    typed.years[2022]["arets_resultat"] = 7;
    typed.years[2021]["felstavat"] = 7;
    Books books = one_year({{"1930", 100}, {"2010", -40}}, {{"3010", -60}});
    books.years[0].from = {2024, 5, 1};
    const Engine engine(books, typed);
    EXPECT_EQ(engine.report.find("oversikt")->columns, (std::vector<std::string>{"2024-12-31", "", "2022-12-31", ""}));
    EXPECT_EQ(engine.value("oversikt", "arets_resultat", 2), Value(kr(7)));
}

TEST(Statement, AnInsatsMayBeCodedAsTheReservedRows) {
    Books books = one_year({{"1930", 10}}, {{"4010", 60}, {"5010", 30}, {"6010", 1}});
    books.years[0].objects = {{"summa", "4010", kr(60)}, {"ej_fordelat", "5010", kr(30)}, {"", "6010", kr(1)}};
    books.years[0].budget = insjoriket::amounts({{"4010", 50}, {"5010", 20}});
    books.years[0].object_budget = {{"summa", "4010", kr(50)}, {"ej_fordelat", "5010", kr(20)}};
    const Engine engine(books);
    const ReportTable& table = *engine.report.find("driftredovisning");
    ASSERT_EQ(table.rows.size(), 4u);
    EXPECT_EQ(table.rows[0].key, "ej_fordelat");
    EXPECT_TRUE(table.rows[0].is_insats);
    EXPECT_EQ(table.rows[1].key, "summa");
    EXPECT_EQ(table.rows[1].values[3], Value(kr(-50)));
    EXPECT_FALSE(table.rows[2].is_insats);
    EXPECT_EQ(table.rows[2].text, "Ej fördelat på insats");
    EXPECT_EQ(table.rows.back().key, "summa");
    EXPECT_FALSE(table.rows.back().is_insats);
    EXPECT_EQ(table.rows.back().values[2], Value(kr(-91)));
    EXPECT_EQ(table.rows.back().values[3], Value(kr(-70)));
}

TEST(Statement, AccountsOfClassNineAreNotAmongThoseOfAnInsats) {
    Books books = one_year({{"1930", 10}}, {{"4010", 60}});
    books.years[0].objects = {{"1", "4010", kr(60)}, {"1", "9010", kr(5)}};
    EXPECT_EQ(Engine(books).report.find("driftredovisning")->find("1")->accounts, (std::vector<std::string>{"4010"}));
}

TEST(Statement, TheSmallestNumberHasNoOpposite) {
    Books books = one_year({}, {});
    const Ore smallest(std::numeric_limits<std::int64_t>::min());
    books.years[0].result = AccountAmounts{{"3010", smallest}};
    const Engine engine(books);
    EXPECT_EQ(engine.check("saldon_summerar_till_noll").right, nothing);
    EXPECT_EQ(engine.check("saldon_summerar_till_noll").state, CheckState::not_applicable);
    Row row;
    row.print_sign = -1;
    EXPECT_EQ(printed(smallest, row, {ColumnKind::outcome, 0, ""}, 1), nothing);
}

TEST(Statement, DriftredovisningHasInsatserWithNamesAndTheRestNotSpread) {
    Books books = one_year({{"1930", 10}}, {{"3010", -100}, {"4010", 60}, {"5010", 30}});
    books.years[0].objects = {{"10", "4010", kr(60)}, {"", "5010", kr(30)}, {"20", "3010", kr(-100)}};
    books.insats_names["10"] = "Samcoach";
    const Engine engine(books);
    const ReportTable& table = *engine.report.find("driftredovisning");
    ASSERT_EQ(table.rows.size(), 4u);
    EXPECT_EQ(table.find("10")->text, "Samcoach");
    EXPECT_EQ(table.find("10")->accounts, (std::vector<std::string>{"4010"}));
    EXPECT_EQ(table.find("ej_fordelat")->text, "Ej fördelat på insats");
    EXPECT_EQ(table.rows.back().key, "summa");
    EXPECT_EQ(table.find("summa")->values[2], Value(kr(10)));
    EXPECT_EQ(engine.check("driftredovisning_resultat").state, CheckState::ok);
}

TEST(Statement, BooksWithoutInsatserAreWhollyNotSpread) {
    const Engine engine(one_year({{"1930", 10}}, {{"3010", -100}, {"4010", 90}}));
    EXPECT_EQ(engine.value("driftredovisning", "ej_fordelat", 2), Value(kr(10)));
}

TEST(Statement, TheGuidelineFollowsTypedStepsAndSaysNothingWhenTheyMakeNoSense) {
    const Layout layout = Layout::built_in("tkr").value();
    const AccountMap map = AccountMap::built_in("kommun-bas").value();
    const Books books = one_year({{"1930", 18022000}}, {{"3511", -18022000}});
    const auto guideline = [&](const TypedFigures& steps) {
        TypedInput typed;
        typed.years[2024] = steps;
        return evaluate(layout, map, books, typed).find("eget_kapital")->find("riktvarde")->values.at(0);
    };
    EXPECT_EQ(guideline({}), Value(kr(2902200))); // 20 % of 7 mkr, 15 % of 8 mkr, 10 % of 3 022 tkr
    EXPECT_EQ(guideline({{"ek_andel_3", 0.0}}), Value(kr(2600000)));
    EXPECT_EQ(guideline({{"ek_grans_2", 5000000}}), nothing);
    EXPECT_EQ(guideline({{"ek_andel_1", 1.2}}), nothing);
}

TEST(Statement, ARowsTextMayNameYearsRoundTheReportYear) {
    EXPECT_EQ(row_text("{ar+1} prognos", 2024), "2025 prognos");
    EXPECT_EQ(row_text("{ar-4} och {ar}", 2024), "2020 och 2024");
    EXPECT_EQ(row_text("{area}", 2024), "{area}");
}

TEST(Statement, BookedResultThatIsNotTheComputedOneFails) {
    const Engine engine(one_year({{"1930", 10}, {"2099", -9}}, {{"3010", -10}, {"8999", 9}}));
    EXPECT_EQ(engine.check("bokfort_resultat").state, CheckState::failed);
}

TEST(Statement, BooksThatDoNotSumToZeroFail) {
    const Engine engine(one_year({{"1930", 11}}, {{"3010", -10}}));
    EXPECT_EQ(engine.check("saldon_summerar_till_noll").state, CheckState::failed);
    EXPECT_EQ(engine.check("br_balanserar").state, CheckState::failed);
    EXPECT_FALSE(engine.report.all_checks_hold());
}

TEST(Statement, OpeningThatIsNotLastYearsClosingNamesTheAccount) {
    Books books = insjoriket::books();
    (*books.years[0].opening)["1930"] += kr(1);
    const Engine engine(books);
    EXPECT_EQ(engine.check("ib_ub").state, CheckState::failed);
    EXPECT_THAT(engine.check("ib_ub").detail, HasSubstr("1930"));
}

TEST(Statement, OpeningMayCarryLastYearsResultInEquity) {
    EXPECT_EQ(Engine(insjoriket::books(true)).check("ib_ub").state, CheckState::ok);
    EXPECT_EQ(Engine(insjoriket::books(false)).check("ib_ub").state, CheckState::ok);
}

TEST(Statement, VouchersMustLeadFromOpeningToClosing) {
    Books books = one_year({{"1930", 60}, {"2010", -50}}, {{"3010", -10}});
    books.years[0].opening = insjoriket::amounts({{"1930", 50}, {"2010", -50}});
    EXPECT_EQ(Engine(books).check("ib_rorelse_ub").state, CheckState::not_applicable);
    VoucherRow bank, income;
    bank.date = income.date = {2024, 3, 1};
    bank.account = "1930", bank.amount = kr(10);
    income.account = "3010", income.amount = kr(-10);
    books.vouchers = {bank, income};
    EXPECT_EQ(Engine(books).check("ib_rorelse_ub").state, CheckState::ok);
    books.vouchers[1].account = "3020";
    const Engine wrong(books);
    EXPECT_THAT(wrong.check("ib_rorelse_ub").detail, HasSubstr("3010"));
    EXPECT_THAT(wrong.check("ib_rorelse_ub").detail, HasSubstr("3020"));
    books.vouchers[1].account = "3010";
    books.years[0].closing_source = ClosingSource::next_opening;
    EXPECT_EQ(Engine(books).check("ib_rorelse_ub").state, CheckState::not_applicable) << "no closing of its own";
}

TEST(Statement, RefusedVouchersAndChangedOnesAreTold) {
    Books books = one_year({{"1930", 10}}, {{"3010", -10}});
    EXPECT_EQ(Engine(books).check("verifikationer_balanserar", "").state, CheckState::not_applicable) << "no vouchers";
    ImportedFile file;
    file.vouchers = 2;
    books.imports = {file};
    EXPECT_EQ(Engine(books).check("verifikationer_balanserar", "").state, CheckState::ok);
    books.imports[0].refused_vouchers = 1;
    const Engine refused(books);
    EXPECT_EQ(refused.check("verifikationer_balanserar", "").state, CheckState::failed);
    EXPECT_THAT(refused.check("verifikationer_balanserar", "").detail, HasSubstr("1 verifikation "));
    books.imports[0].refused_vouchers = 0;
    VoucherRow row;
    row.date = {2024, 3, 1};
    row.account = "1930", row.amount = kr(10);
    books.vouchers = {row};
    books.years[0].movement = insjoriket::amounts({{"1930", 10}, {"3010", -10}});
    const Engine changed(books);
    EXPECT_EQ(changed.check("verifikationer_balanserar", "").state, CheckState::failed);
    EXPECT_THAT(changed.check("verifikationer_saldon", "").detail, HasSubstr("3010"));
}

/// KL 11 kap. 12 §: a deficit of 2024 is restored by the end of 2027.
TEST(Statement, ADeficitSaysWhenItIsToBeRestored) {
    const Engine deficit(one_year({{"1930", -10}}, {{"3010", -10}, {"5010", 20}}));
    EXPECT_EQ(deficit.check("balanskrav_negativt").state, CheckState::ok);
    EXPECT_EQ(deficit.check("balanskrav_negativt").detail, "10,00 kr ska återställas senast 2027.");
    const Engine surplus(one_year({{"1930", 10}}, {{"3010", -10}}));
    EXPECT_EQ(surplus.check("balanskrav_negativt").state, CheckState::not_applicable);
}

TEST(Statement, MisspeltInputIsNotSilentlyLost) {
    TypedInput typed;
    typed.years[2024]["antal_anstalda"] = 2;
    const Engine engine(one_year({{"1930", 10}}, {{"3010", -10}}), typed);
    EXPECT_THAT(engine.check("indata_kand", "").detail, HasSubstr("antal_anstalda"));
}

TEST(Statement, SumsThatDoNotFitAreNothing) {
    Books books = one_year({}, {});
    const Ore huge(std::numeric_limits<std::int64_t>::max());
    books.years[0].closing =
        AccountAmounts{{"1910", huge}, {"1930", huge}, {"1210", Ore(std::numeric_limits<std::int64_t>::min())}};
    const Engine engine(books);
    EXPECT_EQ(engine.value("balansrakning", "kassa_bank"), nothing);
    EXPECT_EQ(engine.value("balansrakning", "maskiner_inventarier"), nothing);
}

TEST(Statement, NoBooksGiveNoFigures) {
    const Engine engine{Books{}};
    EXPECT_EQ(engine.value("resultatrakning", "arets_resultat"), nothing);
    EXPECT_EQ(engine.report.find("resultatrakning")->columns.front(), "");
    EXPECT_TRUE(engine.report.all_checks_hold());
}

TEST(Printed, CostsInANoteAreTurnedButDeviationsAreNot) {
    Row row;
    row.print_sign = -1;
    EXPECT_EQ(printed(kr(-5), row, {ColumnKind::outcome, 0, ""}, 1), Value(kr(5)));
    EXPECT_EQ(printed(kr(5), row, {ColumnKind::deviation, 0, ""}, 1), Value(kr(5)));
    EXPECT_EQ(printed(Value(0.5), row, {ColumnKind::outcome, 0, ""}, 1), Value(0.5));
}

TEST(Printed, CreditRowsFollowTheCreditSign) {
    Row row;
    row.credit_side = true;
    EXPECT_EQ(printed(kr(5), row, {ColumnKind::outcome, 0, ""}, 1), Value(kr(5)));
    EXPECT_EQ(printed(kr(5), row, {ColumnKind::outcome, 0, ""}, -1), Value(kr(-5)));
}

TEST(ColumnHeader, FillsInYearEndAndPeriod) {
    YearBooks books;
    ReportYear year;
    year.books = &books;
    year.calendar_year = 2024, year.from = "2023-07-01", year.to = "2024-02-29";
    EXPECT_EQ(column_header({ColumnKind::outcome, 0, "{ar}: {period}"}, year), "2024: 2023-07-01–2024-02-29");
    EXPECT_EQ(column_header({ColumnKind::outcome, -1, "{slut}"}, year), "2024-02-29");
    EXPECT_EQ(column_header({ColumnKind::outcome, -1, "Bokslut {ar}"}, ReportYear{}), "");
}

} // namespace
} // namespace finsam
