// What a published table's words and figures are taken for.

#include "bridge/review/columns.hpp"
#include "bridge/review/csv_tables.hpp"
#include "bridge/review/label.hpp"
#include "bridge/review/recognise.hpp"
#include "bridge/review/sheet_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::review {
namespace {

using ::testing::ElementsAre;

// --- figures
// ---------------------------------------------------------------------------------------------------------------

TEST(PrintedFigure, ReadsEveryPrintedForm) {
    const std::pair<const char*, std::int64_t> forms[] = {{"1662 665", 166266500},
                                                          {"- 40", -4000},
                                                          {"+ 816", 81600},
                                                          {"-", 0},
                                                          {"(-75)", -7500},
                                                          {"(75)", 7500},
                                                          {"0,00", 0},
                                                          {"14 278 tkr", 1427800},
                                                          {"88800kr", 8880000},
                                                          {"2 534**", 253400},
                                                          {"-/+ 0", 0},
                                                          {"+246 tkr", 24600},
                                                          {"4 505,5", 450550},
                                                          {"\u2212531", -53100},
                                                          {"82%", 8200},
                                                          {"\u20131\u00A0226,5", -122650},
                                                          {"531-", -53100},
                                                          {"1 234,50 \u2212", -123450},
                                                          {"\u2014", 0},
                                                          {"2 534\u00B9", 253400},
                                                          {"2 534 1)", 253400},
                                                          {"1.662.665", 166266500},
                                                          {"14 278 Tkr", 1427800},
                                                          {"3,1 mkr", 310},
                                                          {"\u00B10", 0},
                                                          {"(75) tkr", 7500},
                                                          {"1\u2007226", 122600}};
    for (const auto& [text, hundredths] : forms) {
        const auto figure = read_printed_figure(text);
        ASSERT_TRUE(figure) << text;
        EXPECT_EQ(figure->hundredths, hundredths) << text;
    }
}

TEST(PrintedFigure, TellsHowItIsPrinted) {
    EXPECT_TRUE(read_printed_figure("1662 665")->odd_groups);
    EXPECT_FALSE(read_printed_figure("1 662 665")->odd_groups);
    EXPECT_FALSE(read_printed_figure("1662665")->odd_groups);
    EXPECT_EQ(read_printed_figure("14 278 tkr")->unit, Unit::tkr);
    EXPECT_TRUE(read_printed_figure("82 %")->is_percent);
    EXPECT_TRUE(read_printed_figure("(-75)")->in_parentheses);
    EXPECT_EQ(read_printed_figure("17,73")->decimals, 2);
}

TEST(PrintedFigure, WordsAndDatesAreNone) {
    for (const char* text : {"", "2024-12-31", "se not 3", "2 816** (2 838***)", "P10", "1 2"}) {
        EXPECT_FALSE(read_printed_figure(text)) << text;
    }
}

// --- labels
// ----------------------------------------------------------------------------------------------------------------

std::string key_in(std::string_view table, std::string_view label) {
    std::string best;
    double most = like_enough;
    for (const RowName& name : row_names()) {
        const double like = name.table == table ? likeness(name, label_forms(label)) : 0.0;
        if (like >= most) {
            most = like + 1e-9;
            best = name.key;
        }
    }
    return best;
}

TEST(Labels, AreRecognisedInUsualVariantsAndMisprints) {
    EXPECT_EQ(key_in("balansrakning", "Kortfr. fordringar"), "kortfristiga_fordringar");
    EXPECT_EQ(key_in("balansrakning", "SUMMA EK, AVS. och SKULDER"), "summa_eget_kapital_avsattningar_skulder");
    EXPECT_EQ(key_in("balansrakning", "Summa tilgångar"), "summa_tillgangar");
    EXPECT_EQ(key_in("balansrakning", "Bank och kassa"), "kassa_bank");
    EXPECT_EQ(key_in("resultatrakning", "Finansiella intkäter"), "finansiella_intakter");
    EXPECT_EQ(key_in("resultatrakning", "RES3 PERIODENS RESULTAT"), "arets_resultat");
    EXPECT_EQ(key_in("kassaflodesanalys", "Kassaflöde för den löpande verksamheten"), "lopande");
    EXPECT_EQ(key_in("balanskrav", "-/+ Orealiserade vinster och förluster i värdepapper"), "orealiserade");
    EXPECT_EQ(key_in("oversikt", "Soliditet: balansomslutning (nämnare)"), "balansomslutning");
}

TEST(Labels, OneDecidingWordMakesAnotherRow) {
    EXPECT_EQ(key_in("resultatrakning", "Finansiella kostnader"), "finansiella_kostnader");
    EXPECT_EQ(key_in("kassaflodesanalys", "Likvida medel vid årets början"), "likvida_vid_arets_borjan");
    EXPECT_EQ(key_in("kassaflodesanalys", "Likvida medel vid årets slut"), "likvida_vid_arets_slut");
    EXPECT_EQ(key_in("resultatrakning", "Övriga kostnader"), "");
    EXPECT_EQ(key_in("resultatrakning", "Män i Hälsa"), "");
}

// --- columns
// ---------------------------------------------------------------------------------------------------------------

TEST(Columns, TellYearAndKind) {
    const auto columns =
        read_columns({"Utfall 2024 Intäkt", "Utfall 2024 Kostnad", "Utfall 2024 Netto", "Budget 2024 Netto*",
                      "Avvikelse 2024 Utfall-Budget netto", "Bokslut helår 2023"});
    std::vector<ColumnRole> roles;
    for (const ReviewColumn& column : columns) {
        roles.push_back(column.role);
    }
    EXPECT_THAT(roles, ElementsAre(ColumnRole::income, ColumnRole::cost, ColumnRole::outcome, ColumnRole::budget,
                                   ColumnRole::deviation, ColumnRole::outcome));
    EXPECT_EQ(columns[4].year, 2024);
    EXPECT_EQ(columns[5].year, 2023);
}

TEST(Columns, TheYearIsTheLastOneNamed) {
    EXPECT_EQ(year_in("2024-01-01 -2024-12-31"), 2024);
    EXPECT_EQ(year_in("UB 2023-12-31"), 2023);
    EXPECT_EQ(year_in("jan-dec"), std::nullopt);
}

TEST(Columns, AnOpeningBalanceIsTheYearBefore) {
    const auto columns = read_columns({"Ingående balans 2024-01-01", "Förändring", "Utgående balans 2024-12-31"});
    EXPECT_EQ(columns[0].role, ColumnRole::opening);
    EXPECT_EQ(columns[0].year, 2023);
    EXPECT_EQ(columns[1].role, ColumnRole::change);
    EXPECT_EQ(columns[1].year, 2024);
}

TEST(Columns, TheYearIsReadInEveryForm) {
    EXPECT_EQ(year_in("20241231"), 2024);
    EXPECT_EQ(year_in("31 december 2024"), 2024);
    EXPECT_EQ(year_in("2023/24"), 2024) << "a fiscal year from July";
    EXPECT_EQ(year_in("2023-07-01--2024-06-30"), 2024);
    EXPECT_EQ(year_in("222000-1111"), std::nullopt);
    EXPECT_EQ(year_in("konto 1930"), std::nullopt);
}

TEST(Columns, WithoutAYearThePreviousOneIsCountedFromTheOthers) {
    EXPECT_EQ(read_columns({"Utfall 2024", "Föregående år utfall"})[1].year, 2023);
    const auto plain = read_columns({"2024", "Föregående år"});
    EXPECT_EQ(plain[1].role, ColumnRole::outcome);
    EXPECT_EQ(plain[1].year, 2023);
}

TEST(Columns, ForecastsSharesAndGrowthAreNoOutcome) {
    for (const char* header : {"Prognos 2024", "Andel 2024", "2024 %", "Förändring 2024 i procent"}) {
        EXPECT_EQ(read_columns({header})[0].role, ColumnRole::other) << header;
    }
}

// --- tables
// ----------------------------------------------------------------------------------------------------------------

std::vector<Uninterpreted> ignored;

TEST(Tables, AreKnownByTheirRowsWhateverTheFileIsCalled) {
    const auto tables = tables_from_csv("rad;2024;2023\nVerksamhetens resultat;182;-151\nFinansiella intäkter;56;36\n"
                                        "Finansiella kostnader;-1;-2\nÅrets resultat;237;-117\n",
                                        "balansräkning");
    const auto table = recognise(tables->front(), ignored);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->kind, "resultatrakning");
    EXPECT_EQ(table->index_of("arets_resultat"), 3u);
}

TEST(Tables, ColumnsOfNumbersBesideThePrintAreNotUsed) {
    const auto tables = tables_from_csv("rad;not;2024;2024_num\nKundfordringar;3;12;99\n", "not");
    const auto table = recognise(tables->front(), ignored);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->columns.size(), 1u);
    EXPECT_EQ(table->rows.front().cells.front().text, "12");
}

/// The same two rows, saved in other ways.
TEST(Tables, AreReadHoweverTheCsvIsSaved) {
    for (const char* text :
         {"rad;2024;2023\nA;1 200,50;3\nB;4;5\n", "\xEF\xBB\xBFrad;2024;2023\r\nA;1 200,50;3\r\nB;4;5\r\n",
          "rad\t2024\t2023\nA\t1 200,50\t3\nB\t4\t5\n", "rad,2024,2023\nA,\"1 200,50\",3\nB,4,5\n",
          "rad;2024;2023\nA;1\xA0"
          "200,50;3\nB;4;5\n", // the hard space of Windows-1252
          "Årsredovisning 2024;;\nNot 4;;\nrad;2024;2023\nA;1 200,50;3\nB;4;5\n"}) {
        const auto tables = tables_from_csv(text, "not");
        ASSERT_TRUE(tables && tables->size() == 1) << text;
        EXPECT_EQ(tables->front().name, "not");
        const auto table = recognise(tables->front(), ignored);
        ASSERT_TRUE(table) << text;
        ASSERT_EQ(table->columns.size(), 2u) << text;
        EXPECT_EQ(table->columns[1].year, 2023);
        ASSERT_EQ(table->rows.size(), 2u) << text;
        ASSERT_TRUE(table->rows[0].cells[0].figure) << text;
        EXPECT_EQ(table->rows[0].cells[0].figure->hundredths, 120050);
    }
}

TEST(Tables, WithTheYearsDownTheSideAreTurned) {
    const auto tables = tables_from_csv("År;Verksamhetens intäkter;Årets resultat;Eget kapital;Soliditet\n"
                                        "2024;14 278;1 663;8 452;90 %\n2023;14 278;228;6 789;82 %\n",
                                        "fem år");
    const auto table = recognise(tables->front(), ignored);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->kind, "oversikt");
    ASSERT_EQ(table->columns.size(), 2u);
    EXPECT_EQ(table->columns[1].year, 2023);
    ASSERT_TRUE(table->find("eget_kapital"));
    EXPECT_EQ(table->find("eget_kapital")->cells[1].figure->hundredths, 678900);
}

TEST(Tables, ParenthesesAreMinusWhereMainRowsHaveThem) {
    const auto minus = tables_from_csv("rad;2024;2023\nVerksamhetens kostnader;(12 976);(14 363)\n"
                                       "Verksamhetens resultat;1 302;(85)\nFinansiella intäkter;361;313\n",
                                       "rr");
    const auto table = recognise(minus->front(), ignored);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows[0].cells[0].figure->hundredths, -1297600);
    EXPECT_EQ(table->rows[1].cells[1].figure->hundredths, -8500);
    EXPECT_FALSE(table->rows[0].is_part);
    const auto parts = tables_from_csv("rad;2024;2023\nStyrelsen;102;74\nArvode;(75);(54)\nKansli;648;412\n", "not");
    const auto note = recognise(parts->front(), ignored);
    EXPECT_TRUE(note->rows[1].is_part);
    EXPECT_EQ(note->rows[1].cells[0].figure->hundredths, 7500);
}

TEST(Tables, AColumnInParenthesesIsNoSignOfMinus) {
    for (const std::string header : {"2023", "(2023)"}) {
        const auto tables = tables_from_csv("rad;2024;" + header +
                                                "\nVerksamhetens intäkter;740;(710)\nVerksamhetens kostnader;-690;"
                                                "(-725)\nVerksamhetens resultat;50;(-15)\nÅrets resultat;50;(-15)\n",
                                            "rr");
        const auto table = recognise(tables->front(), ignored);
        ASSERT_TRUE(table);
        EXPECT_EQ(table->rows[0].cells[1].figure->hundredths, 71000) << header;
        EXPECT_EQ(table->rows[1].cells[1].figure->hundredths, -72500) << header;
        EXPECT_FALSE(table->rows[0].is_part) << header;
    }
    const auto alone = tables_from_csv("rad;2024;(2023)\nHyror;-;(40)\nArvoden;(30);(20)\nSumma;90;(80)\n", "not");
    const auto note = recognise(alone->front(), ignored);
    EXPECT_EQ(note->rows[0].cells[1].figure->hundredths, 4000);
    EXPECT_FALSE(note->rows[0].is_part);
    EXPECT_TRUE(note->rows[1].is_part) << "this year's figure is in parentheses too";
}

TEST(Tables, AYearOfDeficitsIsMinus) {
    const auto tables = tables_from_csv("rad;2024;2023\nÅrets resultat;84;(61)\nÅrets resultat efter "
                                        "balanskravsjusteringar;84;(61)\nBalanskravsresultat;84;(61)\n",
                                        "balanskrav");
    const auto table = recognise(tables->front(), ignored);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->kind, "balanskrav");
    EXPECT_EQ(table->rows[0].cells[1].figure->hundredths, -6100);
}

TEST(Tables, APartWithANameIsToldByItsWord) {
    for (const std::string label : {"därav årets resultat", "härav årets resultat", "Årets resultat (varav)"}) {
        const auto tables = tables_from_csv("rad;2024;2023\nKassa och bank;900;700\nSumma tillgångar;900;700\n"
                                            "Eget kapital;800;600\n" +
                                                label + ";(200);(90)\nKortfristiga skulder;100;100\n",
                                            "br");
        const auto table = recognise(tables->front(), ignored);
        ASSERT_TRUE(table);
        EXPECT_TRUE(table->rows[3].is_part) << label;
        EXPECT_EQ(table->rows[3].cells[0].figure->hundredths, 20000) << label;
    }
    EXPECT_FALSE(is_part_label("Kortfristiga skulder (varav semesterskuld 20)"));
}

TEST(Tables, AUnitIsAWordOfItsOwn) {
    const auto unit_of = [](const std::string& title) {
        return recognise(tables_from_csv(title + ";2024;2023\nHyror;12;11\n", "not")->front(), ignored)->stated_unit;
    };
    for (const char* title :
         {"Jämförelse med föregående år", "Rörelsens kostnader", "Företag och föreningar", "Krav"}) {
        EXPECT_EQ(unit_of(title), std::nullopt) << title;
    }
    for (const char* title : {"Not 2 (kr)", "Belopp i kronor", "Kostnader, öre", "Belopp i KR"}) {
        EXPECT_EQ(unit_of(title), Unit::kr) << title;
    }
    for (const char* title : {"Rörelsen (tkr)", "Belopp i Tkr", "Tusental kronor", "Tusentals kr"}) {
        EXPECT_EQ(unit_of(title), Unit::tkr) << title;
    }
    EXPECT_EQ(unit_of("Föregående år, mnkr"), Unit::mnkr);
}

TEST(Tables, AStatementWithBudgetBesideItIsThatStatement) {
    const auto tables = tables_from_csv("rad;Utfall 2024;Budget 2024;Avvikelse;Utfall 2023\n"
                                        "Verksamhetens resultat;182;100;82;-151\nFinansiella intäkter;56;0;56;36\n"
                                        "Finansiella kostnader;-1;-5;4;-2\nÅrets resultat;237;95;142;-117\n",
                                        "tabell");
    EXPECT_EQ(recognise(tables->front(), ignored)->kind, "resultatrakning");
}

TEST(Tables, WithoutFiguresAreListed) {
    std::vector<Uninterpreted> listed;
    EXPECT_FALSE(recognise({"text", "", {{"Mål", "Utfall"}, {"Fler i arbete", "Uppfyllt"}}}, listed));
    ASSERT_EQ(listed.size(), 1u);
    EXPECT_EQ(listed.front().table, "text");
}

TEST(Tables, ACellThatIsNoFigureIsListed) {
    std::vector<Uninterpreted> listed;
    ASSERT_TRUE(recognise({"t", "", {{"rad", "2024"}, {"A", "12"}, {"B", "saknas"}}}, listed));
    ASSERT_EQ(listed.size(), 1u);
    EXPECT_EQ(listed.front().text, "saknas");
}

// --- sheets
// ----------------------------------------------------------------------------------------------------------------

TEST(Sheets, HoldSeveralTablesUnderTheirTitles) {
    const Sheet sheet{"Noter",
                      {{"Not 1 Intäkter"},
                       {"Belopp i tkr", "2024", "2023"},
                       {"Staten", "1 416", "1 416"},
                       {},
                       {"Not 2 Skulder"},
                       {"", "2024-12-31", "2023-12-31"},
                       {"Leverantörsskulder", "177", "659"}}};
    const auto tables = tables_of(sheet, ignored);
    ASSERT_EQ(tables.size(), 2u);
    EXPECT_EQ(tables[0].name, "Noter, Not 1 Intäkter");
    EXPECT_THAT(tables[0].title, ::testing::HasSubstr("tkr"));
    EXPECT_EQ(tables[0].rows.size(), 2u);
    EXPECT_EQ(tables[1].rows[1][0], "Leverantörsskulder");
}

TEST(Sheets, HeadersMayStandInTwoRows) {
    const Sheet sheet{"Drift",
                      {{"", "Utfall 2024", "", "Budget 2024"},
                       {"Verksamhet", "Intäkt", "Kostnad", "Netto"},
                       {"Kansli", "0", "-648", "-667"}}};
    const auto tables = tables_of(sheet, ignored);
    ASSERT_EQ(tables.size(), 1u);
    EXPECT_THAT(tables[0].rows.front(),
                ElementsAre("Verksamhet", "Utfall 2024 Intäkt", "Utfall 2024 Kostnad", "Budget 2024 Netto"));
}

TEST(Sheets, WithoutATableAreListed) {
    std::vector<Uninterpreted> listed;
    EXPECT_TRUE(tables_of({"Start", {{"Förbund", "Sollefteå"}}}, listed).empty());
    EXPECT_EQ(listed.size(), 1u);
}

} // namespace
} // namespace finsam::review
