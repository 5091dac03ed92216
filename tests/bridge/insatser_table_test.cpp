// Tables of slag insatser on books small enough to add by hand: order, område, labels, parts, rows of accounts.

#include "bridge/report/statement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::ElementsAre;

Ore kr(std::int64_t kronor) {
    return Ore::from_kronor(kronor);
}

constexpr const char* map_csv = "från;till;benämning;rad;notrad\n"
                                "3000;3999;Bidrag;verksamhetens_intakter;driftbidrag\n"
                                "4000;4999;Köpt;verksamhetens_kostnader;verksamhetsanknutet_ovrigt\n"
                                "5000;5999;Arvoden;verksamhetens_kostnader;arvoden\n"
                                "8400;8499;Ränta;finansiella_intakter;\n"
                                "8500;8599;Avgifter;finansiella_kostnader;\n";

/// Insats A costs 100 last year and 60 now, B 40 now, C 30 of which 10 is fees; no insats: income 200, interest 5, a
/// bank fee of 1 and an unspread cost of 7.
Books books() {
    Books out;
    YearBooks now, before;
    now.from = {2024, 1, 1}, now.to = {2024, 12, 31};
    before.from = {2023, 1, 1}, before.to = {2023, 12, 31};
    now.objects = {{"A", "4010", kr(60)},  {"B", "4010", kr(40)}, {"C", "4010", kr(20)}, {"C", "5010", kr(10)},
                   {"", "3010", kr(-200)}, {"", "8410", kr(-5)},  {"", "8510", kr(1)},   {"", "4010", kr(7)}};
    before.objects = {{"A", "4010", kr(100)}};
    for (YearBooks* year : {&now, &before}) {
        year->result.emplace();
        for (const ObjectAmount& one : *year->objects) {
            (*year->result)[one.account] += one.amount;
        }
    }
    out.years = {now, before};
    out.insats_names = {{"A", "Alfa"}};
    return out;
}

struct Made {
    Layout layout;
    AccountMap map = AccountMap::from_csv(map_csv).value();
    Books given = books();
    TypedInput typed;
    Report report;

    Made(const std::string& fields, const std::string& list)
        : layout(
              Layout::from_toml("namn = \"x\"\ntitel = \"X\"\n[[tabell]]\nnyckel = \"d\"\ntitel = \"D\"\nblad = \"D\"\n"
                                "slag = \"insatser\"\n" +
                                fields)
                  .value()) {
        if (!list.empty()) {
            InsatsList read = read_budget_csv(list).value();
            typed.insatser = read.insatser;
            typed.budget = read.budget;
        }
        report = evaluate(layout, map, given, typed);
    }
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;

    const ReportTable& table() const { return report.tables.front(); }
    std::vector<std::string> keys() const {
        std::vector<std::string> out;
        for (const ReportRow& row : table().rows) {
            out.push_back(row.key);
        }
        return out;
    }
    /// Net of the report year, unless another column is named.
    Value value(std::string_view key, std::size_t column = 2) const { return table().find(key)->values.at(column); }
};

constexpr const char* account_rows =
    "rader = [\n"
    "  { nyckel = \"bidrag\", text = \"Bidrag\", slag = \"konton\", karta = \"notrad\", kartnycklar = "
    "[\"driftbidrag\"], "
    "fore = true },\n"
    "  { nyckel = \"bank\", text = \"Bank\", slag = \"konton\", kartnycklar = [\"finansiella_kostnader\"] },\n"
    "]\n";

const std::string list = "insats;benämning;område;etikett;varav;kostnad\n"
                         "C;Ce;;;arvoden;25\n"
                         "B;Be;Ute;Allt;;50\n"
                         "A;A;Ute;Allt;;70\n"
                         "D;De;;;;3\n"
                         "bank;Bank;;;;2\n";

TEST(InsatserTable, FollowsTheListAndGivesEveryAreaItsSubtotal) {
    const Made made(std::string("delsummor = true\nsummatext = \"Resultat\"\n") + account_rows, list);
    EXPECT_THAT(made.keys(), ElementsAre("bidrag", "C", "B", "A", "omrade.Ute", "D", "bank", "ej_fordelat", "summa"));
    EXPECT_EQ(made.value("omrade.Ute"), Value(kr(-100)));
    EXPECT_EQ(made.value("omrade.Ute", 3), Value(kr(-120)));
    EXPECT_EQ(made.value("omrade.Ute", 4), Value(kr(20)));
    EXPECT_EQ(made.value("omrade.Ute", 7), Value(kr(-100)));
    EXPECT_EQ(made.value("bidrag"), Value(kr(200)));
    EXPECT_EQ(made.value("bank"), Value(kr(-1)));
    EXPECT_EQ(made.value("bank", 3), Value(kr(-2)));
    EXPECT_EQ(made.value("ej_fordelat"), Value(kr(-2))); // 5 - 7
    EXPECT_EQ(made.value("summa"), Value(kr(67)));       // 200 - 60 - 40 - 30 + 5 - 1 - 7
    EXPECT_EQ(made.value("summa", 3), Value(kr(-150)));
    EXPECT_EQ(made.table().rows.back().text, "Resultat");
    EXPECT_EQ(made.table().find("A")->text, "Alfa"); // the books' name goes before
}

TEST(InsatserTable, APartIsInParenthesesAndNotSummed) {
    const Made made("varav = [\"arvoden\"]\n", list);
    const ReportRow& part = *made.table().find("C.varav");
    EXPECT_TRUE(part.is_part);
    EXPECT_EQ(part.text, "(varav arvoden)");
    EXPECT_EQ(part.values[0], Value());
    EXPECT_EQ(part.values[1], Value(kr(-10)));
    EXPECT_EQ(part.values[2], Value(kr(-10)));
    EXPECT_EQ(part.values[3], Value());
    EXPECT_EQ(made.value("C"), Value(kr(-30)));
    EXPECT_EQ(made.value("summa"), Value(kr(67)));
}

TEST(InsatserTable, OfOneAreaItHasOnlyItsInsatserAndTheirSum) {
    const Made made("omrade = \"Ute\"\n", list);
    EXPECT_THAT(made.keys(), ElementsAre("B", "A", "summa"));
    EXPECT_EQ(made.value("summa"), Value(kr(-100)));
    EXPECT_EQ(made.value("summa", 3), Value(kr(-120)));
    EXPECT_THAT(Made("omrade = \"*\"\n", list).keys(), ElementsAre("B", "A", "summa"));
    EXPECT_THAT(Made("omrade = \"Inne\"\n", list).keys(), ElementsAre("summa"));
}

TEST(InsatserTable, LabelsAreOneLineAndTheAccountsMayBeChosen) {
    const Made made("etiketter = true\nkartnycklar = [\"verksamhetens_kostnader\"]\ndelsummor = true\n"
                    "delsummatext = \"Summa {omrade}\"\nkolumner = [{ rubrik = \"{ar}\", slag = \"kostnad\" }]\n",
                    list);
    EXPECT_THAT(made.keys(), ElementsAre("C", "etikett.Allt", "omrade.Ute", "D", "bank", "ej_fordelat", "summa"));
    EXPECT_EQ(made.value("etikett.Allt", 0), Value(kr(-100)));
    EXPECT_EQ(made.table().find("omrade.Ute")->text, "Summa Ute");
    EXPECT_EQ(made.value("ej_fordelat", 0), Value(kr(-7)));
    EXPECT_EQ(made.value("summa", 0), Value(kr(-137))); // the bank's fee is no cost of verksamheten
}

TEST(InsatserTable, AListWithoutAmountsOrdersTheBooksInsatser) {
    const Made made("", "insats;område\nB;\nD;\n");
    EXPECT_THAT(made.keys(), ElementsAre("B", "D", "A", "C", "ej_fordelat", "summa"));
    EXPECT_EQ(made.value("D"), Value(kr(0)));
    EXPECT_EQ(made.value("A", 3), Value());
}

TEST(InsatserTable, ColumnsAndTheirSignAreTheLayouts) {
    const Made made(
        "kolumner = [{ rubrik = \"Beviljat {ar}\", slag = \"budget\", trycktecken = -1 }, { rubrik = \"F\", slag "
        "= \"netto\", ar = -1 }]\n",
        list);
    EXPECT_THAT(made.table().columns, ElementsAre("budget", "fg_netto"));
    EXPECT_THAT(made.table().headings, ElementsAre("Beviljat 2024", "F"));
    const ReportRow& row = *made.table().find("B");
    EXPECT_EQ(row.values[0], Value(kr(-50)));
    EXPECT_EQ(printed(made.table(), row, 0, 1), Value(kr(50)));
}

} // namespace
} // namespace finsam
