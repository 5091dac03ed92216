// The sheets of an opened SIE file, without an office.

#include "templates/builder/data_columns.hpp"
#include "templates/builder/sie_book.hpp"
#include "tests/parsers/sie_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::workbook {
namespace {

using ::testing::ElementsAre;

/// The plan, and every row by sheet, as text: amounts with two decimals.
struct Opened {
    SieSurvey survey;
    SieBook plan;
    std::map<std::string, std::vector<std::string>> rows;

    [[nodiscard]] std::vector<std::string> sheets() const {
        std::vector<std::string> names;
        for (const Sheet& one : plan.book.sheets) {
            names.push_back(one.name);
        }
        return names;
    }
    [[nodiscard]] std::string headings(const std::string& name) const {
        std::string line;
        const Sheet& sheet = *plan.book.find(name);
        for (auto at = sheet.cells.lower_bound({data_header_row, 0}); at != sheet.cells.end(); ++at) {
            line += (line.empty() ? "" : "; ") + std::get<std::string>(at->second.content);
        }
        return line;
    }
    [[nodiscard]] std::string fact(const std::string& label) const {
        const Sheet& sheet = *plan.book.find(sheet::company);
        for (const auto& [at, cell] : sheet.cells) {
            const auto* text = std::get_if<std::string>(&cell.content);
            if (at.column == 0 && text != nullptr && *text == label) {
                const Content& value = sheet.cells.at({at.row, 1}).content;
                const auto* number = std::get_if<double>(&value);
                return number != nullptr ? std::to_string(static_cast<std::int64_t>(*number))
                                         : std::get<std::string>(value);
            }
        }
        return "saknas";
    }
};

std::string shown(const std::vector<PlainValue>& row) {
    std::string line;
    for (const PlainValue& value : row) {
        const auto* number = std::get_if<double>(&value);
        line += (line.empty() ? "" : "|") +
                (number != nullptr ? to_decimal_kronor(*from_kronor_double(*number)) : std::get<std::string>(value));
    }
    return line;
}

Opened open(std::string_view bytes, int rows_per_sheet = 1'048'576) {
    Opened opened;
    opened.survey = survey_sie(bytes);
    EXPECT_TRUE(opened.survey.result.accepted);
    opened.plan = plan_sie_book(opened.survey, {"bok.se", "abc", rows_per_sheet});
    const auto take = [&](const DataBlock& block, std::uint64_t) {
        std::vector<std::string>& rows = opened.rows[block.sheet];
        EXPECT_EQ(block.at, (Address{data_first_row + static_cast<int>(rows.size()), 0}));
        for (const auto& row : block.rows) {
            EXPECT_EQ(row.size(), opened.plan.book.find(block.sheet)->columns.size()) << block.sheet;
            rows.push_back(shown(row));
        }
    };
    for (const DataBlock& block : opened.plan.data) {
        take(block, 0);
    }
    VoucherRows rows(opened.survey, opened.plan, take);
    static_cast<void>(sie::read_sie_file(bytes, rows));
    rows.finish();
    return opened;
}

constexpr std::string_view small_books =
    "#ORGNR 222000-0000\n#RAR -1 20230101 20231231\n#KONTO 1930 \"Bank\"\n#KTYP 1930 T\n#KONTO 5010 \"Hyra\"\n"
    "#DIM 6 \"Insats\"\n#OBJEKT 6 10 \"Ungdom\"\n"
    "#IB 0 1930 100.00\n#UB 0 1930 90.00\n#IB -1 1930 80.00\n#RES 0 5010 10.00\n#OUB 0 1930 {6 10} 5.00\n"
    "#PSALDO 0 202401 5010 {6 10} 10.00\n#PBUDGET 0 202401 5010 {} 4.00\n#PBUDGET 0 202402 5010 {} 5.00\n"
    "#VER A 1 20240131 \"Januari\"\n{\n#TRANS 5010 {6 10} 10.00\n#TRANS 1930 {} -10.00\n}\n";

TEST(SieBook, HasASheetForEachKindOfRecordThatTheFileHas) {
    const Opened opened = open(sie::type4(small_books));
    EXPECT_THAT(opened.sheets(),
                ElementsAre("Företag", "Saldon", "Saldoposter", "Objekt", "Verifikationer", "Importlogg"));
    EXPECT_THAT(open(sie::type4("")).sheets(),
                ElementsAre("Företag", "Saldon", "Objekt", "Verifikationer", "Importlogg"));
}

TEST(SieBook, TheCompanySaysWhoseFileItIsAndThatItIsTheSame) {
    const Opened opened = open(sie::type4(small_books));
    EXPECT_EQ(opened.fact("Organisationsnummer"), "222000-0000");
    EXPECT_EQ(opened.fact("Räkenskapsår"), "2024-01-01 – 2024-12-31");
    EXPECT_EQ(opened.fact("Föregående år"), "2023-01-01 – 2023-12-31");
    EXPECT_EQ(opened.fact("SHA-256"), "abc");
    EXPECT_EQ(opened.fact("Program"), "Prov 1.0");
    EXPECT_EQ(opened.fact("Verifikationsrader"), "2");
    EXPECT_EQ(opened.fact("Serie A"), "1 verifikation, nummer 1–1, inga luckor");
}

TEST(SieBook, WhoMadeTheFileIsNotShown) {
    const Opened opened = open(sie::type4(small_books)); // #GEN ... "KALLE"
    for (const Sheet& sheet : opened.plan.book.sheets) {
        for (const auto& [at, cell] : sheet.cells) {
            const auto* text = std::get_if<std::string>(&cell.content);
            EXPECT_TRUE(text == nullptr || text->find("KALLE") == std::string::npos) << sheet.name;
        }
    }
}

TEST(SieBook, SaldonHasTheBalancesOfEachYearAndTheSumOfTheBudget) {
    const Opened opened = open(sie::type4(small_books));
    EXPECT_EQ(opened.headings("Saldon"),
              "konto; benämning; typ; IB 2024; UB 2024; Resultat 2024; Budget 2024; IB 2023; "
              "verifikationer; antal rader");
    EXPECT_THAT(opened.rows.at("Saldon"), ElementsAre("1930|Bank|tillgång|100.00|90.00|||80.00|-10.00|1.00",
                                                      "5010|Hyra||||10.00|9.00||10.00|1.00"));
}

TEST(SieBook, YearsThatEndInTheSameCalendarYearAreToldApart) {
    const Opened opened =
        open("#FLAGGA 0\n#SIETYP 4\n#FNAMN \"P\"\n#RAR 0 20240701 20241231\n#RAR -1 20240101 20240630\n"
             "#KONTO 1930 \"Bank\"\n#UB 0 1930 1.00\n#UB -1 1930 2.00\n");
    EXPECT_EQ(opened.headings("Saldon"),
              "konto; benämning; typ; UB 2024-07-01 – 2024-12-31; UB 2024-01-01 – 2024-06-30");
}

TEST(SieBook, EveryBalanceStandsAsARecordWithItsLine) {
    const Opened opened = open(sie::type4(small_books));
    EXPECT_EQ(opened.headings("Saldoposter"), "post; år; period; konto; benämning; Insats (6); belopp; rad");
    EXPECT_THAT(opened.rows.at("Saldoposter"),
                ElementsAre("IB|2024||1930|Bank||100.00|15.00", "UB|2024||1930|Bank||90.00|16.00",
                            "IB|2023||1930|Bank||80.00|17.00", "RES|2024||5010|Hyra||10.00|18.00",
                            "OUB|2024||1930|Bank|10|5.00|19.00", "PSALDO|2024|2024-01|5010|Hyra|10|10.00|20.00",
                            "PBUDGET|2024|2024-01|5010|Hyra||4.00|21.00",
                            "PBUDGET|2024|2024-02|5010|Hyra||5.00|22.00"));
}

TEST(SieBook, VouchersHaveOnlyTheColumnsThatTheFileUses) {
    const Opened plain = open(sie::type4(small_books));
    EXPECT_EQ(plain.headings("Verifikationer"),
              "serie; nummer; datum; text; konto; benämning; Insats (6); belopp; rad");
    EXPECT_THAT(plain.rows.at("Verifikationer"), ElementsAre("A|1|45322.00|Januari|5010|Hyra|10|10.00|25.00",
                                                             "A|1|45322.00|Januari|1930|Bank||-10.00|26.00"));
    const Opened full = open(sie::type4(
        "#KONTO 1930 \"Bank\"\n#VER A 1 20240131 \"V\" 20240201\n{\n#TRANS 1930 {} 0.00 20240130 \"radens\" 3\n}\n"));
    EXPECT_EQ(full.headings("Verifikationer"),
              "serie; nummer; datum; registrerad; text; radtext; konto; benämning; belopp; raddatum; kvantitet; rad");
    EXPECT_THAT(full.rows.at("Verifikationer"),
                ElementsAre("A|1|45322.00|45323.00|V|radens|1930|Bank|0.00|45321.00|3|11.00"));
}

TEST(SieBook, HistoryAndRefusedVouchersStandApart) {
    const Opened opened =
        open(sie::type4("#KONTO 1930 \"Bank\"\n#KONTO 5010 \"Hyra\"\n"
                        "#VER A 1 20240131 \"\"\n{\n#BTRANS 5010 {} 7.00\n#TRANS 5010 {} 1.00\n"
                        "#TRANS 1930 {} -1.00\n}\n#VER A 2 20240131 \"\"\n{\n#TRANS 5010 {} 2.00\n}\n"));
    EXPECT_EQ(opened.rows.at("Verifikationer").size(), 2u);
    EXPECT_THAT(opened.rows.at("Ändringar"), ElementsAre("A|1|45322.00||5010|Hyra|7.00|12.00|struken"));
    EXPECT_THAT(opened.rows.at("Avvisade"),
                ElementsAre("A|2|45322.00||5010|Hyra|2.00|18.00|går inte jämnt upp: 2,00 kr"));
}

TEST(SieBook, RowsThatDoNotFitGoOnToTheNextSheet) {
    std::string vouchers = "#KONTO 1930 \"Bank\"\n";
    for (int i = 1; i <= 5; ++i) {
        vouchers += "#VER A " + std::to_string(i) + " 20240105 \"\"\n{\n#TRANS 1930 {} 0.00\n#TRANS 1930 {} 0.00\n}\n";
    }
    const Opened opened = open(sie::type4(vouchers), data_first_row + 4);
    EXPECT_THAT(opened.sheets(), testing::IsSupersetOf({"Verifikationer", "Verifikationer 2", "Verifikationer 3"}));
    EXPECT_EQ(opened.rows.at("Verifikationer").size(), 4u);
    EXPECT_EQ(opened.rows.at("Verifikationer 2").size(), 4u);
    EXPECT_EQ(opened.rows.at("Verifikationer 3").size(), 2u);
    const Content told = opened.plan.book.find("Verifikationer 2")->cells.at({1, 0}).content;
    EXPECT_THAT(std::get<std::string>(told), testing::HasSubstr("detta är blad 2 av 3"));
    EXPECT_EQ(opened.plan.book.find("Verifikationer 3")->filter->last.row, data_header_row + 2);
}

TEST(SieBook, ObjectsOfManyDimensionsShareAColumn) {
    std::string rows = "#KONTO 1930 \"Bank\"\n#VER A 1 20240105 \"\"\n{\n";
    for (int dimension = 100; dimension < 122; ++dimension) {
        rows += "#TRANS 1930 {" + std::to_string(dimension) + " X} 0.00\n";
    }
    rows += "#TRANS 1930 {120 P 121 Q} 0.00\n}\n";
    const Opened opened = open(sie::type4(rows));
    EXPECT_EQ(opened.plan.columns.dimensions.size(), 20u);
    EXPECT_THAT(opened.headings("Verifikationer"), testing::HasSubstr("dimension 119; övriga objekt; belopp"));
    EXPECT_THAT(opened.rows.at("Verifikationer").back(), testing::HasSubstr("|120 P, 121 Q|0.00|"));
}

TEST(SieBook, ANameOfAnyLengthIsCutInHeadingsOnly) {
    const std::string name(100'000, 'x');
    const Opened opened =
        open("#FLAGGA 0\n#SIETYP 4\n#FNAMN \"å" + name + "\"\n#RAR 0 20240101 20241231\n#DIM 6 \"" + name +
             "å\"\n#KONTO 1930 \"Bank\"\n#VER A 1 20240105 \"\"\n{\n#TRANS 1930 {6 P} 0.00\n}\n");
    EXPECT_LT(opened.headings("Verifikationer").size(), 200u);
    EXPECT_EQ(opened.plan.book.title, "å" + std::string(78, 'x') + "…");
    EXPECT_EQ(opened.fact("Namn"), "å" + name);
    EXPECT_THAT(opened.rows.at("Objekt").front(), testing::HasSubstr(name + "å"));
}

TEST(SieBook, TheLogTellsTheWorstFirst) {
    const Opened damaged = open(sie::type4("#OKAND\n#UB 0\n"));
    EXPECT_THAT(damaged.rows.at("Importlogg").front(), testing::StartsWith("fel|9.00|"));
    EXPECT_THAT(damaged.rows.at("Importlogg"), testing::Contains(testing::HasSubstr("|okand_post|")));
}

TEST(SieBook, ALogOfNothingSaysSo) {
    SieSurvey survey;
    const SieBook plan = plan_sie_book(survey, {});
    EXPECT_EQ(shown(plan.data.back().rows.front()), "info|||||Filen lästes utan anmärkningar.");
}

} // namespace
} // namespace finsam::workbook
