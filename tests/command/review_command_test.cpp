// finsam granska as a user meets it: folders, spreadsheets, last year's report, and files that are not what they seem.

#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <zip.h>

namespace finsam::command_test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

const std::string income_2024 =
    "rad;2024;2023\nVerksamhetens intäkter;2 832;2 832\nVerksamhetens kostnader;-2 650;-2 983\n"
    "Verksamhetens resultat;182;-151\nFinansiella intäkter;56;36\nFinansiella kostnader;-1;-2\n"
    "Resultat efter finansiella poster;237;-117\nÅrets resultat;237;-117\n";

/// A ZIP file of the given entries.
void write_zip(const std::filesystem::path& path, const std::vector<std::pair<std::string, std::string>>& entries) {
    int error = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    ASSERT_NE(archive, nullptr);
    for (const auto& [name, bytes] : entries) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        ASSERT_GE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8), 0);
    }
    ASSERT_EQ(zip_close(archive), 0);
}

/// Cells of one row: texts, and after "=" what is shown of a number.
std::string ods_row(const std::vector<std::string>& cells, const std::string& attributes = "") {
    std::string row = "<table:table-row" + attributes + ">";
    for (const std::string& cell : cells) {
        row += "<table:table-cell><text:p>" + cell + "</text:p></table:table-cell>";
    }
    return row + "</table:table-row>";
}

std::string ods_content(const std::string& rows, const std::string& doctype = "") {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + doctype +
           "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
           "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
           "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
           "<table:table table:name=\"RR\">" +
           rows + "</table:table></office:spreadsheet></office:body></office:document-content>";
}

const std::pair<std::string, std::string> ods_mimetype = {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"};

std::string ods_rows(const std::string& result) {
    return ods_row({"Resultaträkning"}) + ods_row({"Belopp i tkr", "2024", "2023"}) +
           ods_row({"Verksamhetens intäkter", "2 832", "2 832"}) +
           ods_row({"Dold rad", "999", "999"}, " table:visibility=\"collapse\"") +
           ods_row({"Verksamhetens kostnader", "\u22122 650", "\u22122 983"}) +
           ods_row({"Verksamhetens resultat", "182", "\u2212151"}) + ods_row({"Finansiella intäkter", "56", "36"}) +
           ods_row({"Finansiella kostnader", "\u22121", "\u22122"}) +
           ods_row({"Resultat efter finansiella poster", "237", "\u2212117"}) +
           ods_row({"Årets resultat", result, "\u2212117"});
}

json findings_of(const Outcome& outcome) {
    return json::parse(outcome.out).at("fynd");
}

TEST(ReviewCommand, ACleanReportEndsWithZero) {
    const Folder folder;
    folder.write("rr.csv", income_2024);
    const Outcome outcome = run_finsam({"granska", folder.path().string()});
    EXPECT_EQ(outcome.exit, 0) << outcome.out << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("0 fynd"));
    EXPECT_THAT(outcome.out, HasSubstr("rr: Resultaträkning, tkr"));
}

TEST(ReviewCommand, OtherFilesOfTheFolderAreListed) {
    const Folder folder;
    folder.write("rr.csv", income_2024);
    folder.write("omslag.jpg", "\xFF\xD8");
    const json review = json::parse(run_finsam({"granska", folder.path().string(), "--json"}).out);
    ASSERT_EQ(review.at("ej_tolkat").size(), 1u);
    EXPECT_EQ(review.at("ej_tolkat").at(0).at("tabell"), "omslag.jpg");
}

TEST(ReviewCommand, TheJsonHasTheFieldsThatProgramsRead) {
    const Folder folder;
    std::string wrong = income_2024;
    wrong.replace(wrong.find("Årets resultat;237"), std::string("Årets resultat;237").size(), "Årets resultat;273");
    const Outcome outcome = run_finsam({"granska", folder.write("rr.csv", wrong), "--json"});
    EXPECT_EQ(outcome.exit, 1);
    const json review = json::parse(outcome.out);
    ASSERT_EQ(review.at("fynd").size(), 1u);
    const json& finding = review.at("fynd").at(0);
    EXPECT_EQ(finding.at("tabell"), "rr");
    EXPECT_EQ(finding.at("rad"), "Årets resultat");
    EXPECT_EQ(finding.at("kolumn"), "2024");
    EXPECT_EQ(finding.at("publicerat"), "273");
    EXPECT_EQ(finding.at("beraknat"), "237");
    EXPECT_EQ(finding.at("differens"), "36");
    EXPECT_EQ(finding.at("regel"), "LKBR 5 kap.");
    EXPECT_EQ(finding.at("typ"), "fel");
    const json& checks = review.at("kontroller");
    EXPECT_EQ(checks.at("utforda").get<int>() - checks.at("stammer").get<int>(), 1);
}

TEST(ReviewCommand, ComparativesAreCheckedAgainstLastYearsReport) {
    const Folder folder;
    const std::string now = folder.write("rr_2024.csv", income_2024);
    const std::string same = folder.write("rr_2023.csv", "rad;2023;2022\nVerksamhetens intäkter;2 832;2 838\n"
                                                         "Verksamhetens kostnader;-2 983;-2 568\n"
                                                         "Verksamhetens resultat;-151;270\nFinansiella intäkter;36;10\n"
                                                         "Finansiella kostnader;-2;-1\n"
                                                         "Resultat efter finansiella poster;-117;279\n"
                                                         "Årets resultat;-117;279\n");
    EXPECT_EQ(run_finsam({"granska", now, "--foregaende", same}).exit, 0);
    const std::string other =
        folder.write("annan_2023.csv", "rad;2023;2022\nVerksamhetens intäkter;2 852;2 838\n"
                                       "Verksamhetens kostnader;-3 003;-2 568\nVerksamhetens resultat;-151;270\n"
                                       "Finansiella intäkter;36;10\nFinansiella kostnader;-2;-1\n"
                                       "Resultat efter finansiella poster;-117;279\nÅrets resultat;-117;279\n");
    const Outcome outcome = run_finsam({"granska", now, "--foregaende", other, "--json"});
    EXPECT_EQ(outcome.exit, 1);
    const json findings = findings_of(outcome);
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings.at(0).at("kolumn"), "2023");
    EXPECT_THAT(findings.at(0).at("text").get<std::string>(), HasSubstr("förra årets redovisning"));
}

TEST(ReviewCommand, ReadsWhatIsSeenOfAnOpenDocumentFile) {
    const Folder folder;
    write_zip(folder / "rr.ods", {ods_mimetype, {"content.xml", ods_content(ods_rows("237"))}});
    const Outcome clean = run_finsam({"granska", (folder / "rr.ods").string()});
    EXPECT_EQ(clean.exit, 0) << clean.out << clean.err;
    write_zip(folder / "fel.ods", {ods_mimetype, {"content.xml", ods_content(ods_rows("337"))}});
    const json findings = findings_of(run_finsam({"granska", (folder / "fel.ods").string(), "--json"}));
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.at(0).at("tabell"), "RR");
    EXPECT_EQ(findings.at(0).at("publicerat"), "337");
}

TEST(ReviewCommand, ReadsNumbersOfAnExcelFileAsTheirFormatsShowThem) {
    const auto row = [](int at, const std::string& label, const std::string& now, const std::string& before) {
        const std::string n = std::to_string(at);
        return "<row r=\"" + n + "\"><c r=\"A" + n + "\" t=\"inlineStr\"><is><t>" + label + "</t></is></c><c r=\"B" +
               n + "\" s=\"1\"><v>" + now + "</v></c><c r=\"C" + n + "\" s=\"1\"><v>" + before + "</v></c></row>";
    };
    const std::string sheet =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>tkr</t></is></c><c r=\"B1\"><v>2024</v></c><c r=\"C1\">"
        "<v>2023</v></c></row>" +
        row(2, "Verksamhetens intäkter", "2831993", "2831996") +
        row(3, "Verksamhetens kostnader", "-2649734", "-2983378") +
        row(4, "Verksamhetens resultat", "182259", "-151382") + row(5, "Finansiella intäkter", "55653", "36102") +
        row(6, "Finansiella kostnader", "-1412", "-1814") +
        row(7, "Resultat efter finansiella poster", "236500", "-117094") +
        row(8, "Årets resultat", "263500", "-117094") + "</sheetData></worksheet>";
    const Folder folder;
    write_zip(
        folder / "rr.xlsx",
        {{"xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                             "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                             "<sheet name=\"RR\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
          "Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
         {"xl/styles.xml",
          "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>"
          "<numFmt numFmtId=\"164\" formatCode=\"#,##0,;\\-#,##0,;\\-\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
          "<xf numFmtId=\"164\"/></cellXfs></styleSheet>"},
         {"xl/worksheets/sheet1.xml", sheet}});
    const Outcome outcome = run_finsam({"granska", (folder / "rr.xlsx").string(), "--json"});
    const json findings = findings_of(outcome);
    ASSERT_EQ(findings.size(), 1u) << outcome.out;
    EXPECT_EQ(findings.at(0).at("publicerat"), "264"); // 263 500 in tkr
    EXPECT_EQ(findings.at(0).at("enhet"), "tkr");
}

TEST(ReviewCommand, WhatCannotBeReadIsSaidInSwedish) {
    const Folder folder;
    write_zip(folder / "trasig.ods", {ods_mimetype, {"content.xml", "<office:document-content><table"}});
    const std::pair<std::string, std::string> cases[] = {{folder.write("text.ods", "ingen zip"), "inget kalkylark"},
                                                         {(folder / "trasig.ods").string(), "skadat"},
                                                         {(folder / "saknas").string(), "saknas"},
                                                         {folder.path().string() + "/tom", "tom"}};
    std::filesystem::create_directory(folder / "tom");
    for (const auto& [path, says] : cases) {
        const Outcome outcome = run_finsam({"granska", path});
        EXPECT_EQ(outcome.exit, 2) << path;
        EXPECT_THAT(outcome.err, HasSubstr(says)) << path;
        EXPECT_TRUE(outcome.out.empty()) << path;
    }
}

TEST(ReviewCommand, EntitiesOfADocumentAreNotResolved) {
    const Folder folder;
    const std::string secret = folder.write("hemlig.txt", "4711");
    const std::string doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file://" + secret + "\">]>";
    write_zip(folder / "rr.ods", {ods_mimetype, {"content.xml", ods_content(ods_rows("&e;"), doctype)}});
    const Outcome outcome = run_finsam({"granska", (folder / "rr.ods").string(), "--json"});
    EXPECT_EQ(outcome.out.find("4711"), std::string::npos);
    EXPECT_EQ(outcome.err.find("4711"), std::string::npos);
}

TEST(ReviewCommand, ADocumentThatSwellsIsRefused) {
    const Folder folder;
    write_zip(folder / "bomb.ods", {ods_mimetype, {"content.xml", std::string(std::size_t{130} << 20, ' ')}});
    ASSERT_LT(std::filesystem::file_size(folder / "bomb.ods"), std::size_t{1} << 20);
    const Outcome outcome = run_finsam({"granska", (folder / "bomb.ods").string()});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("större än något kalkylark"));
}

} // namespace
} // namespace finsam::command_test
