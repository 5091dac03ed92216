#include "bridge/report/account_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::AllOf;
using testing::HasSubstr;

const std::string header = "från;till;benämning;rad;notrad;uppgift;rad_debet;notrad_debet;kontroll;säkerhet;källa\n";

std::string error_of(const std::string& csv) {
    const auto map = AccountMap::from_csv(csv);
    return map ? "inget fel" : map.error();
}

class BuiltInMap : public testing::TestWithParam<const char*> {};

TEST_P(BuiltInMap, TakesEveryAccountOfClassesOneToEight) {
    const AccountMap map = AccountMap::built_in(GetParam()).value();
    for (int account = 1000; account <= 8999; ++account) {
        EXPECT_NE(map.find(std::to_string(account)), nullptr) << account;
    }
}

TEST_P(BuiltInMap, PutsBalanceAccountsOnBalanceRowsAndResultAccountsOnResultRows) {
    const AccountMap map = AccountMap::built_in(GetParam()).value();
    const std::set<std::string> results = {"verksamhetens_intakter", "verksamhetens_kostnader", "avskrivningar",
                                           "finansiella_intakter",   "finansiella_kostnader",   "extraordinara_poster",
                                           "bokfort_resultat"};
    for (int account = 1000; account <= 8999; ++account) {
        const MapRow* row = map.find(std::to_string(account));
        EXPECT_EQ(results.count(row->row) == 1, account >= 3000) << account;
    }
}

TEST_P(BuiltInMap, GivesEveryRowWithANoteANoteRow) {
    const AccountMap map = AccountMap::built_in(GetParam()).value();
    const std::set<std::string> with_notes = {"verksamhetens_intakter", "verksamhetens_kostnader",
                                              "kortfristiga_fordringar", "kortfristiga_skulder"};
    for (const MapRow& row : map.rows()) {
        if (row.note_row == "extraordinara_intakter") {
            continue; // only income is told apart; what is left is cost
        }
        EXPECT_EQ(!row.note_row.empty(), with_notes.count(row.row) == 1) << row.from << " " << row.row;
        EXPECT_EQ(!row.debit_note_row.empty(), !row.debit_row.empty()) << row.from;
    }
}

TEST_P(BuiltInMap, LeavesTheBookedResultOut) {
    const AccountMap map = AccountMap::built_in(GetParam()).value();
    EXPECT_EQ(map.find("8999")->row, "bokfort_resultat");
    EXPECT_EQ(map.find("2099")->row, "eget_kapital");
}

TEST_P(BuiltInMap, HasNoRangesThatCross) {
    EXPECT_TRUE(AccountMap::built_in(GetParam())->crossing().empty());
}

TEST_P(BuiltInMap, SaysHowCertainEveryRowIsAndWhy) {
    const AccountMap map = AccountMap::built_in(GetParam()).value();
    for (const MapRow& row : map.rows()) {
        EXPECT_FALSE(row.certainty.empty() || row.source.empty() || row.name.empty()) << row.from;
    }
}

INSTANTIATE_TEST_SUITE_P(Charts, BuiltInMap, testing::Values("bas", "kommun-bas", "region-bas"));

TEST(AccountMap, ChartsDifferInFinancialAccounts) {
    EXPECT_EQ(AccountMap::built_in("bas")->find("8410")->row, "finansiella_kostnader");
    EXPECT_EQ(AccountMap::built_in("kommun-bas")->find("8410")->row, "finansiella_intakter");
    EXPECT_EQ(AccountMap::built_in("region-bas")->find("8521")->row, "finansiella_kostnader");
}

TEST(AccountMap, BasSuitsMembersContributionsAndRevision) {
    const AccountMap map = AccountMap::built_in("bas").value();
    EXPECT_EQ(map.find("3011")->note_row, "driftbidrag");
    EXPECT_EQ(map.find("3985")->note_row, "bidrag_esf");
    EXPECT_EQ(map.find("3990")->note_row, "ovriga_intakter");
    EXPECT_EQ(map.find("6421")->extra, "rakenskapsrevision");
    EXPECT_EQ(map.find("7972")->extra, "realisationsforluster");
    EXPECT_EQ(map.find("2640")->debit_row, "kortfristiga_fordringar");
}

TEST(AccountMap, NarrowestRangeWinsWhateverTheLengthOfTheNumber) {
    const AccountMap map = AccountMap::from_csv("från;till;rad\n"
                                                "3000;3999;verksamhetens_intakter\n"
                                                "3980;3989;finansiella_intakter\n"
                                                "351;351;extraordinara_poster\n"
                                                "5;5;verksamhetens_kostnader\n")
                               .value();
    EXPECT_EQ(map.find("3511")->row, "extraordinara_poster");
    EXPECT_EQ(map.find("351")->row, "extraordinara_poster");
    EXPECT_EQ(map.find("3985")->row, "finansiella_intakter");
    EXPECT_EQ(map.find("3520")->row, "verksamhetens_intakter");
    EXPECT_EQ(map.find("501234")->row, "verksamhetens_kostnader");
    EXPECT_EQ(map.find("8999"), nullptr);
    EXPECT_EQ(map.find("35A"), nullptr);
    EXPECT_EQ(map.find(""), nullptr);
}

TEST(AccountMap, RangesThatCrossAreToldFromThoseInsideEachOther) {
    const AccountMap map = AccountMap::from_csv("från;till;rad\n3000;3999;verksamhetens_intakter\n"
                                                "3980;4010;verksamhetens_intakter\n398;398;finansiella_intakter\n")
                               .value();
    ASSERT_EQ(map.crossing().size(), 1u);
    EXPECT_EQ(map.crossing()[0].first->to, "3999");
    EXPECT_EQ(map.crossing()[0].second->from, "3980");
}

TEST(AccountMap, QuotedFieldsMayHoldSemicolonsAndQuotes) {
    const AccountMap map =
        AccountMap::from_csv("\xEF\xBB\xBF" + header +
                             "1900;1999;\"Kassa; \"\"bank\"\"\";kassa_bank;;;;;;säker;\"a\r\nb\"\r\n")
            .value();
    EXPECT_EQ(map.rows().at(0).name, "Kassa; \"bank\"");
    EXPECT_EQ(map.rows().at(0).source, "a\r\nb");
}

TEST(AccountMap, ReadsWindows1252) {
    const AccountMap map =
        AccountMap::from_csv("fr\xE5n;till;ben\xE4mning;rad\n1900;1999;L\xF6ner;kassa_bank\n").value();
    EXPECT_EQ(map.rows().at(0).name, "Löner");
}

TEST(AccountMap, UnknownRowNamesTheLine) {
    EXPECT_THAT(error_of(header + "1900;1999;Kassa;kassa_bank;;;;;;;\n3000;3999;Intäkter;intaktar;;;;;;;\n"),
                AllOf(HasSubstr("rad 3"), HasSubstr("intaktar")));
}

TEST(AccountMap, UnknownNoteRowExtraAndControlAreErrors) {
    EXPECT_THAT(error_of(header + "1900;1999;K;kassa_bank;kassor;;;;;;\n"), HasSubstr("kassor"));
    EXPECT_THAT(error_of(header + "3000;3999;K;verksamhetens_intakter;;vinst;;;;;\n"), HasSubstr("vinst"));
    EXPECT_THAT(error_of(header + "1900;1999;K;kassa_bank;;;;;noll!;;\n"), HasSubstr("noll!"));
}

TEST(AccountMap, RangeThatEndsBeforeItBeginsIsAnError) {
    EXPECT_THAT(error_of(header + "3999;3000;K;verksamhetens_intakter;;;;;;;\n"), HasSubstr("3999"));
}

TEST(AccountMap, SameRangeTwiceIsAnError) {
    EXPECT_THAT(error_of("från;till;rad\n351;351;verksamhetens_intakter\n3510;3519;finansiella_intakter\n"),
                AllOf(HasSubstr("rad 3"), HasSubstr("rad 2")));
}

TEST(AccountMap, MissingColumnAndUnknownColumnAreErrors) {
    EXPECT_THAT(error_of("från;till\n1;2\n"), HasSubstr("”rad” saknas"));
    EXPECT_THAT(error_of("från;till;rad;konto\n1;2;kassa_bank;\n"), HasSubstr("konto"));
}

TEST(AccountMap, UnfinishedQuoteNamesTheLine) {
    EXPECT_THAT(error_of("från;till;rad\n1;2;\"kassa_bank\n"), HasSubstr("Rad 2"));
}

TEST(AccountMap, UnknownNameSaysWhichThereAre) {
    EXPECT_THAT(AccountMap::built_in("K2").error(), AllOf(HasSubstr("K2"), HasSubstr("kommun-bas")));
}

} // namespace
} // namespace finsam
