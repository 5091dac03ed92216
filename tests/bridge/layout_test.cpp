#include "bridge/report/embedded.hpp"
#include "bridge/report/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// A layout of one table whose row is `row`, which stands on line 9.
std::string with_row(const std::string& row) {
    return "namn = \"x\"\n"
           "titel = \"X\"\n"
           "[[tabell]]\n"
           "nyckel = \"t\"\n"
           "titel = \"T\"\n"
           "blad = \"T\"\n"
           "kolumner = [{ rubrik = \"{ar}\" }]\n"
           "rader = [\n" +
           row +
           ",\n"
           "  { nyckel = \"kassa\", text = \"Kassa\", slag = \"konton\", matt = \"saldo\", kartnycklar = "
           "[\"kassa_bank\"], "
           "sie_tecken = 1 },\n"
           "]\n";
}

std::string error_of(const std::string& toml) {
    const auto layout = Layout::from_toml(toml);
    return layout ? "inget fel" : layout.error();
}

TEST(Layout, BuiltInKrIsWhole) {
    const auto layout = Layout::built_in("kr");
    ASSERT_TRUE(layout.has_value()) << layout.error();
    EXPECT_EQ(layout->tables.size(), 12u);
    EXPECT_EQ(layout->find("oversikt")->columns.size(), 4u);
    EXPECT_EQ(layout->find("driftredovisning")->kind, TableKind::insatser);
}

TEST(Layout, BuiltInKrHasEveryStableRowKey) {
    const std::map<std::string, std::vector<std::string>> keys = {
        {"resultatrakning",
         {"verksamhetens_intakter", "verksamhetens_kostnader", "avskrivningar", "verksamhetens_resultat",
          "finansiella_intakter", "finansiella_kostnader", "resultat_efter_finansiella_poster", "extraordinara_poster",
          "arets_resultat"}},
        {"balansrakning",
         {"immateriella", "materiella", "maskiner_inventarier", "finansiella_anlaggningstillgangar",
          "summa_anlaggningstillgangar", "kortfristiga_fordringar", "kortfristiga_placeringar", "kassa_bank",
          "summa_omsattningstillgangar", "summa_tillgangar", "arets_resultat", "ovrigt_eget_kapital", "eget_kapital",
          "avsattningar", "langfristiga_skulder", "kortfristiga_skulder", "summa_eget_kapital_avsattningar_skulder",
          "ansvarsforbindelser"}},
        {"kassaflodesanalys",
         {"arets_resultat", "ej_likviditetspaverkande", "medel_fore_rorelsekapital", "forandring_fordringar",
          "forandring_skulder", "lopande", "investering", "finansiering", "arets_kassaflode",
          "likvida_vid_arets_borjan", "likvida_vid_arets_slut"}},
        {"balanskrav",
         {"arets_resultat", "realisationsvinster", "realisationsvinster_undantag", "realisationsforluster_undantag",
          "orealiserade", "aterforing", "efter_justeringar", "reservering", "anvandning", "balanskravsresultat"}},
        {"oversikt",
         {"verksamhetens_intakter", "verksamhetens_kostnader", "arets_resultat", "soliditet", "eget_kapital",
          "ek_andel_medlemsintakter", "likvida_medel", "antal_anstallda"}},
    };
    const Layout layout = Layout::built_in("kr").value();
    for (const auto& [table, rows] : keys) {
        ASSERT_NE(layout.find(table), nullptr) << table;
        for (const std::string& row : rows) {
            EXPECT_NE(layout.find(table)->find(row), nullptr) << table << "." << row;
        }
    }
}

TEST(Layout, CreditSideIsEquityProvisionsAndLiabilities) {
    const Layout layout = Layout::built_in("kr").value();
    const Table& balance = *layout.find("balansrakning");
    EXPECT_TRUE(balance.find("ovrigt_eget_kapital")->credit_side);
    EXPECT_TRUE(balance.find("summa_eget_kapital_avsattningar_skulder")->credit_side);
    EXPECT_FALSE(balance.find("summa_tillgangar")->credit_side);
}

TEST(Layout, UnknownNameSaysWhichThereAre) {
    EXPECT_THAT(Layout::built_in("finns-inte").error(), AllOf(HasSubstr("finns-inte"), HasSubstr("kr")));
}

TEST(Layout, ATermHasSignTableAndYear) {
    const Layout layout =
        Layout::from_toml(
            with_row("{ nyckel = \"s\", text = \"S\", slag = \"summa\", summa = [\"kassa\", \"-t.kassa@-1\"] }"))
            .value();
    const std::vector<Term>& terms = layout.tables[0].rows[0].terms;
    EXPECT_EQ(terms[0].sign, 1);
    EXPECT_EQ(terms[1].sign, -1);
    EXPECT_EQ(terms[1].table, "t");
    EXPECT_EQ(terms[1].year, -1);
}

TEST(Layout, BrokenTomlNamesItsLine) {
    EXPECT_THAT(error_of("namn = \"x\"\ntitel = [\n"), HasSubstr("Rad "));
}

TEST(Layout, UnknownFieldIsAnErrorWithItsLine) {
    EXPECT_THAT(error_of(with_row("{ nyckel = \"a\", text = \"A\", slagg = \"summa\" }")),
                AllOf(HasSubstr("Rad 9"), HasSubstr("slagg")));
}

TEST(Layout, UnknownWordSaysWhichAreKnown) {
    EXPECT_THAT(error_of(with_row("{ nyckel = \"a\", text = \"A\", slag = \"total\" }")),
                AllOf(HasSubstr("Rad 9"), HasSubstr("konton")));
}

TEST(Layout, ASheetNameThatCalcCannotHaveIsAnError) {
    std::string toml(find_embedded("kr", ".toml").value());
    const std::string good = "blad = \"Noter\"";
    for (const char* bad : {"blad = \"Noter/[1]\"", "blad = \"Saldon\""}) {
        std::string changed = toml;
        changed.replace(changed.find(good), good.size(), bad);
        ASSERT_FALSE(Layout::from_toml(changed)) << bad;
        EXPECT_THAT(Layout::from_toml(changed).error(), HasSubstr("blad"));
    }
}

TEST(Layout, TermThatNamesNoRowIsAnError) {
    EXPECT_THAT(error_of(with_row("{ nyckel = \"s\", text = \"S\", slag = \"summa\", summa = [\"bank\"] }")),
                AllOf(HasSubstr("Rad 9"), HasSubstr("t.bank")));
}

TEST(Layout, MisspeltTermIsAnError) {
    EXPECT_THAT(error_of(with_row("{ nyckel = \"s\", text = \"S\", slag = \"summa\", summa = [\"kassa@1\"] }")),
                HasSubstr("kassa@1"));
}

TEST(Layout, UnknownMapKeyIsAnError) {
    EXPECT_THAT(error_of(with_row("{ nyckel = \"k\", text = \"K\", slag = \"konton\", kartnycklar = [\"intaktar\"] }")),
                AllOf(HasSubstr("Rad 9"), HasSubstr("intaktar")));
}

TEST(Layout, BalanceKeyUnderResultMeasureIsAnError) {
    EXPECT_THAT(
        error_of(with_row("{ nyckel = \"k\", text = \"K\", slag = \"konton\", kartnycklar = [\"kassa_bank\"] }")),
        HasSubstr("kassa_bank"));
}

TEST(Layout, UnknownInputIsAnError) {
    EXPECT_THAT(error_of(with_row("{ nyckel = \"k\", text = \"K\", slag = \"indata\", indata = \"antal\" }")),
                AllOf(HasSubstr("Rad 9"), HasSubstr("antal")));
}

TEST(Layout, BalanskravNeedsItsEightAmounts) {
    EXPECT_THAT(error_of(with_row("{ nyckel = \"b\", text = \"B\", slag = \"balanskrav\", av = [\"kassa\"] }")),
                HasSubstr("8"));
}

TEST(Layout, ARowThatIsCountedFromItselfIsAnError) {
    EXPECT_THAT(error_of(with_row("{ nyckel = \"a\", text = \"A\", slag = \"summa\", summa = [\"b\"] },\n"
                                  "{ nyckel = \"b\", text = \"B\", slag = \"summa\", summa = [\"kassa\", \"a@-1\"] }")),
                HasSubstr("ur sig själv"));
}

TEST(Layout, AListByInsatsIsOfResultAccounts) {
    EXPECT_THAT(error_of(with_row("{ nyckel = \"l\", text = \"L\", slag = \"lista\", uppdelning = \"insats\", matt = "
                                  "\"saldo\", kartnycklar = [\"kassa_bank\"] }")),
                AllOf(HasSubstr("Rad 9"), HasSubstr("balanskonton har inga insatser")));
}

TEST(Layout, AListByInsatsHasOutcomeOfTwoYearsOnly) {
    std::string toml = with_row("{ nyckel = \"l\", text = \"L\", slag = \"lista\", uppdelning = \"insats\", "
                                "kartnycklar = [\"verksamhetens_intakter\"] }");
    toml.replace(toml.find("{ rubrik = \"{ar}\" }"), 19, "{ rubrik = \"{ar}\", ar = -2 }");
    EXPECT_THAT(error_of(toml), AllOf(HasSubstr("Rad 9"), HasSubstr("utfall för rapportåret och året före")));
}

TEST(Layout, AHeadingCannotBeHidden) {
    EXPECT_THAT(error_of(with_row("{ text = \"Rubrik\", visas = false }")),
                AllOf(HasSubstr("Rad 9"), HasSubstr("visas = false")));
}

TEST(Layout, UnknownColumnKindSaysWhichThereAre) {
    std::string toml = with_row("{ text = \"Rubrik\" }");
    toml.replace(toml.find("{ rubrik = \"{ar}\" }"), 19, "{ rubrik = \"{ar}\", slag = \"utgaende\" }");
    EXPECT_THAT(error_of(toml), AllOf(HasSubstr("Rad 7"), HasSubstr("ingaende"), HasSubstr("forandring")));
}

TEST(Layout, BuiltInOreIsWholeWithEveryStableRowKeyOfKr) {
    const auto ore = Layout::built_in("ore");
    ASSERT_TRUE(ore.has_value()) << ore.error();
    const Layout kr = Layout::built_in("kr").value();
    for (const char* table : {"resultatrakning", "balansrakning", "kassaflodesanalys", "balanskrav", "oversikt"}) {
        for (const Row& row : kr.find(table)->rows) {
            if (!row.key.empty()) {
                EXPECT_NE(ore->find(table)->find(row.key), nullptr) << table << "." << row.key;
            }
        }
    }
}

TEST(Layout, TwoRowsOfOneKeyAreAnError) {
    EXPECT_THAT(error_of(with_row("{ nyckel = \"kassa\", text = \"A\", slag = \"summa\", summa = [\"kassa\"] }")),
                HasSubstr("finns redan"));
}

} // namespace
} // namespace finsam
