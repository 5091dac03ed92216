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
    EXPECT_EQ(layout->tables.size(), 16u);
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

TEST(Layout, UnitAndDecimalsOfARowGoBeforeTheColumnsAndTheyBeforeTheTables) {
    std::string toml = with_row("{ nyckel = \"a\", text = \"A\", slag = \"konton\", matt = \"saldo\", kartnycklar = "
                                "[\"kassa_bank\"], enhet = \"kr\" }");
    toml.replace(toml.find("kolumner = "), std::string_view("kolumner = [{ rubrik = \"{ar}\" }]").size(),
                 "enhet = \"tkr\"\ndecimaler = 2\nkolumner = [{ rubrik = \"{ar}\" }, { rubrik = \"{ar}\", ar = -1, "
                 "decimaler = 1 }]");
    const auto read = Layout::from_toml(toml);
    ASSERT_TRUE(read) << read.error();
    const Table& table = read->tables.front();
    EXPECT_EQ(amount_form(table, &table.rows[0], &table.columns[1]), (AmountForm{Unit::kr, 0}));
    EXPECT_EQ(amount_form(table, &table.rows[1], &table.columns[0]), (AmountForm{Unit::tkr, 2}));
    EXPECT_EQ(amount_form(table, &table.rows[1], &table.columns[1]), (AmountForm{Unit::tkr, 1}));
    EXPECT_EQ(amount_form(table, nullptr, nullptr), (AmountForm{Unit::tkr, 2}));
}

TEST(Layout, DecimalsThatTheUnitCannotHaveAreAnError) {
    const std::string row = "{ nyckel = \"a\", text = \"A\", slag = \"konton\", matt = \"saldo\", kartnycklar = "
                            "[\"kassa_bank\"], ";
    EXPECT_THAT(error_of(with_row(row + "decimaler = 3 }")), AllOf(HasSubstr("Rad 9"), HasSubstr("0, 1 eller 2")));
    EXPECT_THAT(error_of(with_row(row + "enhet = \"öre\", decimaler = 0 }")),
                AllOf(HasSubstr("Rad 9"), HasSubstr("alltid med två decimaler")));
}

/// A layout of one table of slag insatser with these fields; the table begins on line 3.
std::string with_insatser(const std::string& fields) {
    return "namn = \"x\"\ntitel = \"X\"\n[[tabell]]\nnyckel = \"d\"\ntitel = \"D\"\nblad = \"D\"\nslag = "
           "\"insatser\"\n" +
           fields;
}

TEST(Layout, ATableOfInsatserHasTheEightColumnsOfDriftredovisningUnlessItSaysOthers) {
    const Layout usual = Layout::from_toml(with_insatser("")).value();
    ASSERT_EQ(usual.tables[0].columns.size(), 8u);
    for (std::size_t i = 0; i < 8; ++i) {
        EXPECT_EQ(insats_figure(usual.tables[0].columns[i]), i);
    }
    const Layout own = Layout::from_toml(with_insatser("omrade = \"*\"\nkolumner = [{ rubrik = \"Beviljat\", slag = "
                                                       "\"budget\", trycktecken = -1 }]\n"))
                           .value();
    EXPECT_EQ(own.tables[0].insatser.area, any_area);
    EXPECT_EQ(insats_figure(own.tables[0].columns.at(0)), 3u);
    EXPECT_EQ(own.tables[0].columns[0].print_sign, -1);
}

TEST(Layout, MisuseOfATableOfInsatserIsAnErrorWithItsLine) {
    const auto error = [](const std::string& fields) { return error_of(with_insatser(fields)); };
    const std::string row = "rader = [{ nyckel = \"r\", text = \"R\", slag = \"konton\", kartnycklar = "
                            "[\"finansiella_intakter\"] }]\n";
    EXPECT_EQ(error(row), "inget fel");
    EXPECT_THAT(error("omrade = \"A\"\n" + row), AllOf(HasSubstr("Rad 3"), HasSubstr("ta bort ”rader”")));
    EXPECT_THAT(error("omrade = \"A\"\netiketter = true\n"), HasSubstr("kan inte stå tillsammans"));
    EXPECT_THAT(error("kartnycklar = [\"verksamhetens_kostnader\"]\n"),
                HasSubstr("budgeten per insats har inga konton"));
    EXPECT_THAT(error("kartnycklar = [\"kassa_bank\"]\nkolumner = [{ rubrik = \"A\", slag = \"kostnad\" }]\n"),
                HasSubstr("kassa_bank"));
    EXPECT_THAT(error("varav = [\"arvode\"]\n"), HasSubstr("arvode"));
    EXPECT_THAT(error("kolumner = [{ rubrik = \"A\", slag = \"avvikelse\" }]\n"), HasSubstr("netto och budget"));
    EXPECT_THAT(error("kolumner = [{ rubrik = \"A\", slag = \"budget\", ar = -1 }]\n"), HasSubstr("för rapportåret"));
    EXPECT_THAT(error("rader = [{ nyckel = \"s\", text = \"S\", slag = \"summa\", summa = [\"s\"] }]\n"),
                HasSubstr("det som ingen insats bär"));
    EXPECT_THAT(error_of(with_row("{ nyckel = \"a\", text = \"A\", slag = \"konton\", matt = \"saldo\", kartnycklar = "
                                  "[\"kassa_bank\"], fore = true }")),
                HasSubstr("fore"));
}

TEST(Layout, StepsOfTheGuidelineMustBeTypedFieldsWithADefault) {
    const std::string row = "{ nyckel = \"r\", text = \"R\", slag = \"riktvarde\", av = [\"kassa\"], trappa = [";
    EXPECT_THAT(error_of(with_row(row + "\"a\"] }")), AllOf(HasSubstr("Rad 9"), HasSubstr("”forval”")));
    EXPECT_EQ(error_of(with_row(row + "\"a\"] }") +
                       "[[indata]]\nnyckel = \"a\"\ntext = \"A\"\nvarde = \"andel\"\nforval = 0.2\n"),
              "inget fel");
    EXPECT_THAT(error_of(with_row(row + "] }")), HasSubstr("sist en andel"));
}

TEST(Layout, ATableOfTextsHasColumnsAndNoRows) {
    std::string toml = with_insatser("kolumner = [{ rubrik = \"Mål\" }, { rubrik = \"Utfall\" }]\n");
    toml.replace(toml.find("\"insatser\""), 10, "\"texter\"");
    EXPECT_EQ(error_of(toml), "inget fel");
    EXPECT_EQ(Layout::from_toml(toml)->tables[0].text_lines, 8);
    EXPECT_THAT(error_of(toml + "antal = 0\n"), AllOf(HasSubstr("Rad 3"), HasSubstr("antal")));
}

TEST(Layout, BuiltInTkrIsWhole) {
    const auto layout = Layout::built_in("tkr");
    ASSERT_TRUE(layout.has_value()) << layout.error();
    EXPECT_EQ(layout->find("balansrakning")->form, (AmountForm{Unit::tkr, 2}));
    EXPECT_EQ(layout->find("oversikt")->form, (AmountForm{Unit::kr, 0}));
    EXPECT_TRUE(layout->find("driftredovisning")->insatser.subtotals);
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
