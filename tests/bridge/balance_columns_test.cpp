// Columns ingående, förändring and utgående of a balance sheet (Sjuhärad 2024, in kronor).

#include "tests/bridge/small_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

constexpr const char* columns = R"({ rubrik = "Ingående balans {borjan}", slag = "ingaende" },
  { rubrik = "Förändring", slag = "forandring" }, { rubrik = "Utgående balans {slut}" })";
constexpr const char* rows =
    R"({ nyckel = "kassa", text = "Kassa", slag = "konton", matt = "saldo", kartnycklar = ["kassa_bank"], sie_tecken = 1 },
  { nyckel = "lista", text = "Kassa", slag = "lista", matt = "saldo", kartnycklar = ["kassa_bank"], sie_tecken = 1 },
  { nyckel = "resultat", text = "Resultat", slag = "konton", kartnycklar = ["verksamhetens_intakter", "verksamhetens_kostnader"] },
  { nyckel = "ovrigt", text = "Eget kapital", slag = "summa", summa = ["eget", "-resultat"], visas = false },
  { nyckel = "eget", text = "Summa eget kapital", slag = "konton", matt = "saldo", kartnycklar = ["eget_kapital"] })";

/// 2024 earns 246 on 3 038; the plusgiro is closed, and the result of 2023 is not booked.
Books books() {
    Books out;
    YearBooks now, before;
    now.from = {2024, 1, 1}, now.to = {2024, 12, 31};
    before.from = {2023, 1, 1}, before.to = {2023, 12, 31};
    const auto kr = [](std::int64_t kronor) { return Ore::from_kronor(kronor); };
    now.closing = AccountAmounts{{"1920", kr(0)}, {"1930", kr(3284)}, {"2010", kr(-3038)}};
    before.closing = AccountAmounts{{"1920", kr(11)}, {"1930", kr(3027)}, {"2010", kr(-3843)}};
    now.closing_source = before.closing_source = ClosingSource::closing;
    now.result = AccountAmounts{{"3511", kr(-1000)}, {"4010", kr(754)}};
    before.result = AccountAmounts{{"3511", kr(-1000)}, {"4010", kr(1805)}};
    out.years = {now, before};
    return out;
}

struct BalanceColumns : ::testing::Test {
    Layout layout = one_table(columns, rows);
    AccountMap map = AccountMap::built_in("bas").value();
    Books of = books();
    TypedInput typed;
    Report report = evaluate(layout, map, of, typed);

    [[nodiscard]] std::vector<Value> values(std::string_view row) const { return report.find("t")->find(row)->values; }
    static std::vector<Value> kronor(std::int64_t opening, std::int64_t change, std::int64_t closing) {
        return {Ore::from_kronor(opening), Ore::from_kronor(change), Ore::from_kronor(closing)};
    }
};

TEST_F(BalanceColumns, OpeningIsTheClosingOfTheYearBefore) {
    EXPECT_EQ(values("kassa"), kronor(3038, 246, 3284));
}

TEST_F(BalanceColumns, EquityOpensWithLastYearsResultInIt) {
    EXPECT_EQ(values("eget"), kronor(3038, 246, 3284));
}

TEST_F(BalanceColumns, TheYearsResultHasNoOpening) {
    EXPECT_EQ(values("resultat"),
              (std::vector<Value>{Value(), Value(Ore::from_kronor(246)), Value(Ore::from_kronor(246))}));
}

TEST_F(BalanceColumns, ASumTakesAFlowsMissingOpeningAsZero) {
    EXPECT_EQ(values("ovrigt"), kronor(3038, 0, 3038));
}

TEST_F(BalanceColumns, AListHasTheAccountThatWasEmptied) {
    EXPECT_EQ(values("lista.1920"), kronor(11, -11, 0));
    EXPECT_EQ(values("lista.1930"), kronor(3027, 257, 3284));
}

TEST_F(BalanceColumns, HeadersHaveTheYearsFirstDay) {
    EXPECT_THAT(report.find("t")->columns,
                ::testing::ElementsAre("Ingående balans 2024-01-01", "Förändring", "Utgående balans 2024-12-31"));
}

TEST_F(BalanceColumns, WithoutTheYearBeforeOpeningAndChangeAreNothing) {
    of.years.pop_back();
    report = evaluate(layout, map, of, typed);
    EXPECT_EQ(values("kassa"), (std::vector<Value>{Value(), Value(), Value(Ore::from_kronor(3284))}));
}

} // namespace
} // namespace finsam
