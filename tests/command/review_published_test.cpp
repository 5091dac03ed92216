// finsam granska on three published reports: every arithmetic error in them is found, at its figure, and nothing else
// is claimed. The lists were made by hand calculation; each line has its own.

#include "tests/command/run_command.hpp"

#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

using nlohmann::json;

struct Erratum {
    std::string type, table, row, column, printed, computed;
    friend bool operator==(const Erratum&, const Erratum&) = default;
};

void PrintTo(const Erratum& one, std::ostream* out) {
    *out << one.type << ": " << one.table << " | " << one.row << " | " << one.column << " | " << one.printed << " | "
         << one.computed;
}

struct PublishedReport {
    const char* folder;
    std::vector<Erratum> errata;
};

void PrintTo(const PublishedReport& report, std::ostream* out) {
    *out << report.folder;
}

const PublishedReport reports[] = {
    {"insjoriket_2024",
     {
         // 1 662 665 - 13 297 - 561 296 and 227 855 - 195 217 - 791 132: the print leaves the result out (RKR R13),
         // though årets kassaflöde below it has it.
         {"fel", "kassaflodesanalys", "Kassaflöde för den löpande verksamheten", "2024-12-31", "-574593", "1088072"},
         {"fel", "kassaflodesanalys", "Kassaflöde för den löpande verksamheten", "2023-12-31", "-986349", "-758494"},
         // 14 278 - 12 976 = 1 302, and the result is 1 663: 361 of financial items (361 111 - 531) have no row. The
         // same in the deviation, 3 424 + 361 = 3 785, and in 2023, 14 278 - 14 363 + 313 = 228.
         {"struktur", "driftredovisning", "Resultat", "Utfall 2024", "1663", "1302"},
         // "1662 665"
         {"format", "resultatrakning", "Årets resultat", "2024-01-01 -2024-12-31", "1662665", "1662665"},
     }},
    {"sjuharad_2024",
     {
         // 18 022 - 18 609 = -587 and 4 932 - 4 099 = 833; the sum below is -22 708.
         {"tecken", "driftredovisning", "Ordinarie", "Utfall 2024 Kostnad", "18609", "-18609"},
         {"tecken", "driftredovisning", "Projektrelaterat", "Utfall 2024 Kostnad", "4099", "-4099"},
         // 19 032 + 9 624 - 28 275 = 381; three rounded rows explain 2 of the 3. The chain 3 372 + 378 = 3 750 holds,
         // so which of the rows is wrong is not told.
         {"fel", "oversikt", "Årets resultat", "2020", "378", "381"},
         // 246 185,14 - 236 011,77 and -804 994,37 - 420 823,39: the row stands above the working capital (RKR R13).
         {"struktur", "kassaflodesanalys", "Kassaflöde från löpande verksamhet", "2024", "246185.14", "10173.37"},
         {"struktur", "kassaflodesanalys", "Kassaflöde från löpande verksamhet", "2023", "-804994.37", "-1225817.76"},
         // 18 232 880,10 - 18 022 000: members' grants are no financial items (LKBR 5 kap.).
         {"struktur", "resultatrakning", "Summa Finansiella intäkter/kostnader", "jan-dec 2024", "18232880.10",
          "210880.10"},
         // -22 704 789,01 - 3 405,55 = -22 708: the row is called verksamhetens kostnader.
         {"struktur", "oversikt", "Verksamhetens kostnader", "2024", "-22708", ""},
     }},
    {"solleftea_2024",
     {
         // 1 248,83 + 117,09 - 664,81 = 701,13 by the rounded parts, 701 119 kr by the översikt; a digit too many.
         {"fel", "balansrakning", "Övrigt eget kapital", "2023-12-31", "7011.12", "701.12"},
         // -117,09 - 2,32 - 137,05; årets kassaflöde has the sign.
         {"tecken", "kassaflodesanalys", "Kassaflöde från den löpande verksamheten", "2023", "256.46", "-256.46"},
         // Income 2 832 + 56; 2 888 - 2 651 = 237.
         {"fel", "driftredovisning", "Resultat", "Utfall 2024 Intäkt", "2832", "2888"},
         // 2 832 + 0 = 2 832: the income stands in the column of costs too.
         {"fel", "driftredovisning", "Driftbidrag", "Utfall 2023 Kostnad", "2832", "0"},
         // No insats of the område has income; 0 - 2 497 = -2 497.
         {"fel", "driftredovisning", "Verksamhet", "Utfall 2023 Intäkt", "2832", "0"},
         // 2 832 + 36, and 2 497 + 74 + 412 + 2; 2 868 - 2 985 = -117.
         {"fel", "driftredovisning", "Resultat", "Utfall 2023 Intäkt", "0", "2868"},
         {"fel", "driftredovisning", "Resultat", "Utfall 2023 Kostnad", "-2983", "-2985"},
         // 10 000 - 8 113 = 1 887, 30 000 - 15 700 = 14 300, 60 000 - 42 614 = 17 386; others in the column are
         // positive.
         {"tecken", "insatser_text", "Beredningsgrupp", "Förbrukade medel", "-8113", "8113"},
         {"tecken", "insatser_text", "Loksam idéverkstad", "Förbrukade medel", "-15700", "15700"},
         {"tecken", "insatser_text", "Fokus Psykisk hälsa (Psykiatriveckan)", "Förbrukade medel", "-42614", "42614"},
         // The driftredovisning has 11 and 44 tkr, and its columns add up.
         {"fel", "insatser_text", "Loksam idéverkstad", "Förbrukade medel", "-15700", "11000"},
         {"fel", "insatser_text", "Fokus Psykisk hälsa (Psykiatriveckan)", "Förbrukade medel", "-42614", "44000"},
         // 800 473 - 125 937 = 674 536; the years after hold: 679 029 + 22 091 = 701 120.
         {"fel", "oversikt", "Utgående eget kapital kr", "2021", "679029", "674536"},
         // 2 838 000 - 2 568 440 = 269 560, and the result is 22 091, which the chain of equity has too: 247 469 would be
         // net financial costs, of a förbund without loans; other years they are -8 to +54 tkr.
         {"fel", "oversikt", "Verksamhetens kostnader (exklusive finansiell kostnad)", "2022", "-2568440", "-2815909"},
     }},
};

class ReviewOfPublished : public ::testing::TestWithParam<PublishedReport> {};

TEST_P(ReviewOfPublished, FindsWhatHandCalculationFinds) {
    const std::filesystem::path folder =
        std::filesystem::path(FINSAM_SOURCE_DIR) / "../shared/reports" / GetParam().folder;
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "../shared/reports finns inte här";
    }
    const Outcome outcome = run_finsam({"granska", folder.string(), "--json"});
    EXPECT_EQ(outcome.exit, 1) << outcome.err;
    std::vector<Erratum> found;
    const json review = json::parse(outcome.out);
    for (const json& one : review.at("fynd")) {
        found.push_back({one.at("typ"), one.at("tabell"), one.at("rad"), one.at("kolumn"), one.at("publicerat"),
                         one.at("beraknat")});
        EXPECT_FALSE(one.at("regel").get<std::string>().empty());
        EXPECT_FALSE(one.at("text").get<std::string>().empty());
    }
    EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(GetParam().errata));
    EXPECT_GT(review.at("kontroller").at("utforda"), 80);
}

INSTANTIATE_TEST_SUITE_P(Year2024, ReviewOfPublished, ::testing::ValuesIn(reports),
                         [](const auto& one) { return std::string(one.param.folder); });

TEST(ReviewOfPublished, WhatIsNoFigureIsListed) {
    const std::filesystem::path folder = std::filesystem::path(FINSAM_SOURCE_DIR) / "../shared/reports/solleftea_2024";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "../shared/reports finns inte här";
    }
    const json unread = json::parse(run_finsam({"granska", folder.string(), "--json"}).out).at("ej_tolkat");
    ASSERT_EQ(unread.size(), 1u);
    EXPECT_EQ(unread.at(0).at("tabell"), "medelstilldelning");
    EXPECT_EQ(unread.at(0).at("innehall"), "2 816** (2 838***)");
}

} // namespace
} // namespace finsam::command_test
