#include "sie_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Code = DiagnosticCode;

struct OtherRecords final : Handler {
    std::vector<std::string> seen;
    void account_type(const AccountType& r) override { seen.push_back("KTYP " + r.account + " " + r.type); }
    void account_unit(const AccountUnit& r) override { seen.push_back("ENHET " + r.account + " " + r.unit); }
    void sru_code(const SruCode& r) override { seen.push_back("SRU " + r.account + " " + r.code); }
    void file_info(const FileInfo& r) override { seen.push_back("INFO " + r.company_name); }
};

TEST(Records, IdentificationOfAFile) {
    const Document document =
        read("#FLAGGA 1\n#PROGRAM \"Prov\" \"2.1\"\n#FORMAT PC8\n#GEN 20240115 KALLE\n#SIETYP 3\n"
             "#PROSA \"En \\\"ny\\\" fil\"\n#FTYP AB\n#FNR 17\n#ORGNR 5560001234 1\n"
             "#FNAMN \"F\x94rbundet\"\n#TAXAR 2025\n#OMFATTN 20241231\n#KPTYP EUBAS97\n#VALUTA SEK\n");
    const FileInfo& info = document.result.info;
    EXPECT_TRUE(document.result.accepted);
    EXPECT_EQ(info.sie_type, 3);
    EXPECT_TRUE(info.already_read);
    EXPECT_EQ(info.program, "Prov");
    EXPECT_EQ(info.program_version, "2.1");
    EXPECT_EQ(info.format, "PC8");
    EXPECT_EQ(info.generated, (Date{2024, 1, 15}));
    EXPECT_EQ(info.company_name, "Förbundet");
    EXPECT_EQ(info.organisation_number, "556000-1234");
    EXPECT_EQ(info.company_code, "17");
    EXPECT_EQ(info.company_form, "AB");
    EXPECT_EQ(info.chart_type, "EUBAS97");
    EXPECT_EQ(info.currency, "SEK");
    EXPECT_EQ(info.tax_year, 2025);
    EXPECT_EQ(info.balances_until, (Date{2024, 12, 31}));
    EXPECT_THAT(info.prose, ElementsAre("En \"ny\" fil"));
}

TEST(Records, AbsentSietypMeansOne) {
    EXPECT_EQ(read("#FLAGGA 0\n").result.info.sie_type, 1);
}

TEST(Records, OrganisationNumberInAnyForm) {
    EXPECT_EQ(read4("#ORGNR 222000-1234\n").result.info.organisation_number, "222000-1234");
    EXPECT_EQ(read4("#ORGNR 162220001234\n").result.info.organisation_number, "222000-1234");
    EXPECT_EQ(read4("#ORGNR\n").result.info.organisation_number, "");
    EXPECT_EQ(read4("#ORGNR \"\"\n").result.info.organisation_number, "");
}

TEST(Records, FiscalYears) {
    const Document document = read("#FLAGGA 0\n#RAR 0 20240101 20241231\n#RAR -1 20230101 20231231\n");
    ASSERT_EQ(document.fiscal_years.size(), 2u);
    EXPECT_EQ(document.fiscal_years[1].number, -1);
    EXPECT_EQ(document.fiscal_years[1].from, (Date{2023, 1, 1}));
    EXPECT_EQ(document.fiscal_years[1].to, (Date{2023, 12, 31}));
    EXPECT_EQ(document.fiscal_years[1].line, 3u);
}

TEST(Records, AccountsDimensionsAndObjects) {
    const Document document = read4("#KONTO 1930 Bank\n#DIM 20 Insats\n#UNDERDIM 21 Del 20\n#OBJEKT 20 101 \"St\x94"
                                    "d\"\n");
    ASSERT_EQ(document.accounts.size(), 1u);
    EXPECT_EQ(document.accounts[0].number, "1930");
    EXPECT_EQ(document.accounts[0].name, "Bank");
    EXPECT_EQ(document.accounts[0].line, 8u);
    ASSERT_EQ(document.dimensions.size(), 2u);
    EXPECT_EQ(document.dimensions[0].parent, "");
    EXPECT_EQ(document.dimensions[1].parent, "20");
    ASSERT_EQ(document.objects.size(), 1u);
    EXPECT_EQ(document.objects[0].dimension, "20");
    EXPECT_EQ(document.objects[0].code, "101");
    EXPECT_EQ(document.objects[0].name, "Stöd");
}

TEST(Records, TypesUnitsAndSruCodesThenTheFile) {
    OtherRecords handler;
    (void)read_sie(type4("#KTYP 1930 T\n#ENHET 4950 st\n#SRU 1930 7281\n"), handler);
    EXPECT_THAT(handler.seen, ElementsAre("KTYP 1930 T", "ENHET 4950 st", "SRU 1930 7281", "INFO Provbolaget"));
}

TEST(Records, BalancesOfEveryKind) {
    const Document document = read4("#IB 0 1930 100.00\n#UB -1 1930 -50.5 3\n#RES 0 3010 -20\n#OIB 0 1930 {20 101} 1\n"
                                    "#OUB 0 1930 {20 101} 2 7.5\n#PSALDO 0 202403 3010 {} -5\n"
                                    "#PBUDGET 0 202404 5010 {1 10 20 101} 6.25\n");
    ASSERT_EQ(document.balances.size(), 7u);
    std::vector<std::string> labels;
    for (const Balance& balance : document.balances) {
        labels.emplace_back(label(balance.kind));
    }
    EXPECT_THAT(labels, ElementsAre("IB", "UB", "RES", "OIB", "OUB", "PSALDO", "PBUDGET"));
    EXPECT_EQ(document.balances[0].amount, Ore(10000));
    EXPECT_EQ(document.balances[1].year, -1);
    EXPECT_EQ(document.balances[1].amount, Ore(-5050));
    EXPECT_EQ(document.balances[1].quantity, "3");
    EXPECT_EQ(document.balances[2].period, std::nullopt);
    EXPECT_THAT(document.balances[3].objects, ElementsAre(ObjectRef{"20", "101"}));
    EXPECT_EQ(document.balances[4].quantity, "7.5");
    EXPECT_EQ(document.balances[5].period, (Period{2024, 3}));
    EXPECT_THAT(document.balances[5].objects, IsEmpty());
    EXPECT_THAT(document.balances[6].objects, ElementsAre(ObjectRef{"1", "10"}, ObjectRef{"20", "101"}));
    EXPECT_EQ(document.balances[6].account, "5010");
    EXPECT_EQ(document.balances[6].amount, Ore(625));
    EXPECT_EQ(document.balances[6].line, 14u);
}

TEST(Records, PbudgetWithoutBracesIsRead) {
    const Document document = read4("#PBUDGET 0 202404 5010 6.25\n");
    ASSERT_EQ(document.balances.size(), 1u);
    EXPECT_EQ(document.balances[0].amount, Ore(625));
    EXPECT_EQ(place(document, Code::klammer_saknas), "8:24 varning");
}

TEST(Records, TrailingFieldsAreIgnored) {
    const Document document = read4("#IB 0 1930 100.00 0 extra \"mer\"\n");
    EXPECT_EQ(tally(document, "IB"), "1/0");
    EXPECT_EQ(document.balances.at(0).quantity, "0");
}

TEST(Records, EncodingIsDecidedByTheBytes) {
    const Document utf8 = read4("#KONTO 3010 \"F\xC3\xB6rs\xC3\xA4ljning\"\n");
    EXPECT_EQ(utf8.accounts.at(0).name, "Försäljning");
    EXPECT_EQ(utf8.result.encoding, TextEncoding::utf8);
    EXPECT_EQ(place(utf8, Code::teckenkodning_avviker), "0:0 varning");
    const Document windows = read4("#KONTO 3010 \"F\xF6rs\xE4ljning\"\n");
    EXPECT_EQ(windows.accounts.at(0).name, "Försäljning");
    EXPECT_EQ(windows.result.encoding, TextEncoding::windows1252);
    const Document cp437 = read4("#KONTO 3010 \"F\x94rs\x84ljning\"\n");
    EXPECT_EQ(cp437.accounts.at(0).name, "Försäljning");
    EXPECT_EQ(count(cp437, Code::teckenkodning_avviker), 0u);
}

TEST(Records, AByteOrderMarkIsNoText) {
    const Document document = read("\xEF\xBB\xBF#FLAGGA 0\n#FNAMN X\n");
    EXPECT_TRUE(document.result.accepted);
    EXPECT_EQ(document.result.encoding, TextEncoding::utf8);
    EXPECT_EQ(tally(document, "FLAGGA"), "1/0");
}

TEST(Records, AnyLineEndsWithoutFinalOne) {
    const Document document = read("#FLAGGA 0\r\n#KONTO 1 a\n\r\n\n#KONTO 2 b\r\n#KONTO 3 c");
    ASSERT_EQ(document.accounts.size(), 3u);
    EXPECT_EQ(document.accounts[0].name, "a");
    EXPECT_EQ(document.accounts[1].line, 5u);
    EXPECT_EQ(document.accounts[2].name, "c");
}

TEST(Records, AnOldEndOfFileMarkIsNoText) {
    const Document document = read("#FLAGGA 0\r\n#KONTO 1 a\r\n\x1A");
    EXPECT_EQ(document.accounts.size(), 1u);
    EXPECT_EQ(count(document, Code::okand_post), 0u);
}

} // namespace
} // namespace finsam::sie
