// Bad input: a clear error in Swedish with file and line, the right exit code, and nothing written.

#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::command_test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// A small SIE 4 file with one account and one voucher row of the test's own.
std::string small_books(const std::string& account, const std::string& last_row) {
    return "#FLAGGA 0\r\n#PROGRAM \"Prov\" 1\r\n#FORMAT PC8\r\n#GEN 20250115\r\n#SIETYP 4\r\n#FNAMN "
           "\"Provf\x94rbundet\"\r\n"
           "#RAR 0 20240101 20241231\r\n#KONTO 1930 \"Bank\"\r\n#KONTO 3010 \"Bidrag\"\r\n#KONTO " +
           account + " \"Provkonto\"\r\n#IB 0 1930 0.00\r\n#UB 0 1930 100.00\r\n#RES 0 3010 -60.00\r\n#RES 0 " +
           account +
           " -40.00\r\n#VER A 1 20240301 \"Prov\"\r\n{\r\n#TRANS 1930 {} 100.00\r\n#TRANS 3010 {} -60.00\r\n" +
           last_row + "}\r\n";
}

std::string sound_books() {
    return small_books("3990", "#TRANS 3990 {} -40.00\r\n");
}

TEST(BadInput, WhatIsNotSieIsSaidSo) {
    const Folder folder;
    const std::string file = folder.write("sida.se", "<html><body>Logga in</body></html>\n");
    const Outcome outcome = run_finsam({"kontrollera", file});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr(file));
    EXPECT_THAT(outcome.err, HasSubstr("[inte_sie]"));
}

TEST(BadInput, AMissingFileMakesNoLedger) {
    const Folder folder;
    const Outcome outcome =
        run_finsam({"importera", "--huvudbok", (folder / "l.db").string(), (folder / "saknas.se").string()});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("finns inte"));
    EXPECT_FALSE(std::filesystem::exists(folder / "l.db"));
}

TEST(BadInput, ATruncatedFileChangesNothing) {
    const Folder folder;
    const std::string whole = sound_books();
    const std::string file = folder.write("avbruten.se", whole.substr(0, whole.size() - 30));
    const std::string ledger = (folder / "l.db").string();
    ASSERT_EQ(run_finsam({"importera", "--huvudbok", ledger, folder.write("hel.se", whole)}).exit, 0);
    const std::string before = read_file(ledger);
    const Outcome outcome = run_finsam({"importera", "--huvudbok", ledger, file});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr(file + ":"));
    EXPECT_THAT(outcome.err, HasSubstr("[filen_avbruten]"));
    EXPECT_EQ(read_file(ledger), before);
}

TEST(BadInput, ARejectedFileLeavesNoNewLedger) {
    const Folder folder;
    const std::string ledger = (folder / "ny.db").string();
    const Outcome outcome = run_finsam({"importera", "--huvudbok", ledger, folder.write("sida.se", "<html></html>")});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_FALSE(std::filesystem::exists(ledger));
}

TEST(BadInput, OutputThatIsLostIsSaidSo) {
    RunOptions options;
    options.standard_output = "/dev/full";
    const Outcome outcome = run_finsam({"kontrollera", "--json", example_books().year_2024}, options);
    EXPECT_EQ(outcome.exit, 1);
    EXPECT_THAT(outcome.err, HasSubstr("Är disken full?"));
}

TEST(BadInput, ControlCharactersNeverReachTheTerminal) {
    const Folder folder;
    std::string bytes = sound_books();
    bytes.replace(bytes.find("Provf"), 5, "\x1b[2Jf");
    const Outcome outcome = run_finsam({"kontrollera", folder.write("esc.se", bytes)});
    EXPECT_EQ(outcome.out.find('\x1b'), std::string::npos);
    EXPECT_THAT(outcome.out, HasSubstr("?[2Jf"));
}

TEST(BadInput, AWrongChecksumRefusesTheFile) {
    const Folder folder;
    std::string bytes = read_file(example_books().year_2024);
    bytes.replace(bytes.rfind("#TRANS") + 7, 4, "1940"); // the last voucher row to another account
    const std::string file = folder.write("ksumma.se", bytes);
    const Outcome outcome =
        run_finsam({"arbetsbok", "--sie", file, "--karta", "bas", "-o", (folder / "ut.ods").string()});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("[ksumma_fel]"));
    EXPECT_FALSE(std::filesystem::exists(folder / "ut.ods"));
}

TEST(BadInput, AnUnbalancedVoucherIsNamedWithItsLine) {
    const Folder folder;
    const std::string file = folder.write("obalans.se", small_books("3990", "#TRANS 3990 {} -39.99\r\n"));
    const Outcome check = run_finsam({"kontrollera", file});
    EXPECT_EQ(check.exit, 1);
    EXPECT_THAT(check.err, HasSubstr(file + ":15:")); // #VER stands on line 15
    EXPECT_THAT(check.err, HasSubstr("[verifikation_obalanserad]"));
    EXPECT_THAT(check.err, HasSubstr("0,01"));
    const Outcome workbook =
        run_finsam({"arbetsbok", "--sie", file, "--karta", "bas", "-o", (folder / "ut.ods").string()});
    EXPECT_EQ(workbook.exit, 2);
    EXPECT_FALSE(std::filesystem::exists(folder / "ut.ods"));
}

TEST(BadInput, AnAccountOutsideTheMapIsNamed) {
    const Folder folder;
    const std::string file = folder.write("konto.se", small_books("9100", "#TRANS 9100 {} -40.00\r\n"));
    const Outcome report = run_finsam({"rapport", "--sie", file, "--karta", "bas"});
    EXPECT_EQ(report.exit, 1);
    EXPECT_THAT(report.err, HasSubstr("9100 Provkonto"));
    const Outcome workbook =
        run_finsam({"arbetsbok", "--sie", file, "--karta", "bas", "-o", (folder / "ut.ods").string()});
    EXPECT_EQ(workbook.exit, 2);
    EXPECT_THAT(workbook.err, HasSubstr("9100 Provkonto"));
    EXPECT_FALSE(std::filesystem::exists(folder / "ut.ods"));
}

TEST(BadInput, AnExistingWorkbookIsKept) {
    const Folder folder;
    const std::string target = folder.write("ut.ods", "värdefullt");
    const Outcome outcome =
        run_finsam({"arbetsbok", "--sie", folder.write("bra.se", sound_books()), "--karta", "bas", "-o", target});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("--skriv-over"));
    EXPECT_EQ(read_file(target), "värdefullt");
}

TEST(BadInput, AReadOnlyFolderIsSaidSo) {
    const Folder folder;
    const std::string file = folder.write("bra.se", sound_books());
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    RunOptions options;
    options.as_ordinary_user = true;
    const Outcome outcome =
        run_finsam({"arbetsbok", "--sie", file, "--karta", "bas", "-o", (folder / "ut.ods").string()}, options);
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("Det går inte att skriva i mappen " + folder.path().string()));
    EXPECT_FALSE(std::filesystem::exists(folder / "ut.ods"));
}

TEST(BadInput, NoOfficeIsSaidSo) {
    const Folder folder;
    RunOptions options;
    options.environment["FINSAM_SOFFICE"] = (folder / "soffice").string();
    const Outcome outcome = run_finsam({"arbetsbok", "--sie", folder.write("bra.se", sound_books()), "--karta", "bas",
                                        "-o", (folder / "ut.ods").string()},
                                       options);
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("LibreOffice hittades inte"));
    EXPECT_FALSE(std::filesystem::exists(folder / "ut.ods"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1) << "only bra.se is left";
}

TEST(BadInput, ABadMapIsNamedWithItsLine) {
    const Folder folder;
    const std::string map =
        folder.write("karta.csv", "från;till;benämning;rad;notrad\n3000;3999;Intäkter;intakter_som_inte_finns;\n");
    const Outcome outcome = run_finsam({"rapport", "--sie", folder.write("bra.se", sound_books()), "--karta", map});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr(map));
    EXPECT_THAT(outcome.out, IsEmpty());
}

TEST(BadInput, AnUnknownYearListsThoseThatExist) {
    const Folder folder;
    const Outcome outcome =
        run_finsam({"rapport", "--sie", folder.write("bra.se", sound_books()), "--karta", "bas", "--ar", "1999"});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("1999"));
    EXPECT_THAT(outcome.err, HasSubstr("2024"));
}

TEST(BadInput, WrongArgumentsAreSaidInSwedish) {
    const Outcome outcome = run_finsam({"rapport", "--finns-inte"});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("--finns-inte"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("not expected")));
}

} // namespace
} // namespace finsam::command_test
