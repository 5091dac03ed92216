// The diagnostics themselves: what they concern, how many are kept, and that they never hold a person's signature.

#include "sie_fixture.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using Code = DiagnosticCode;

std::string concerned(const Document& document, Code code) {
    for (const Diagnostic& item : document.result.diagnostics) {
        if (item.code == code) {
            return item.concerned;
        }
    }
    return "none";
}

TEST(Concerned, IsTheTextInQuestion) {
    EXPECT_EQ(concerned(read4("#IB 0 1930 1.234\n"), Code::belopp_ogiltigt), "1.234");
    EXPECT_EQ(concerned(read4("#IB 0 1930 tolv\n"), Code::belopp_ogiltigt), "tolv");
    EXPECT_EQ(concerned(read4("#PSALDO 0 202401 1930 {1 2 3} 5\n"), Code::objektlista_ogiltig), "{1 2 3}");
    EXPECT_EQ(concerned(read4("#MOMSKOD 1 a\n"), Code::okand_post), "#MOMSKOD");
    EXPECT_EQ(concerned(read4("#KONTO 1480 \"Rest\n"), Code::citattecken_ej_avslutat), "Rest");
    EXPECT_EQ(concerned(read4("#VER A 17 20240101\n{\n#TRANS 1 {} 5\n}\n"), Code::verifikation_obalanserad), "A 17");
    EXPECT_EQ(concerned(read4("#KONTO 1 a\n#IB 0 1930 0\n"), Code::konto_ej_deklarerat), "1930");
}

TEST(Concerned, IsAllOfAQuotedFieldAndNothingOfAnEmptyOne) {
    EXPECT_EQ(concerned(read4("#KONTO \"\" \"Kassa och bank\"\n"), Code::post_saknar_falt), "");
    EXPECT_EQ(concerned(read4("#KONTO \" \" \"Kassa\"\n"), Code::post_saknar_falt), " ");
    EXPECT_EQ(concerned(read4("#IB 0 1930 \"tolv kr\" 3\n"), Code::belopp_ogiltigt), "tolv kr");
    EXPECT_EQ(concerned(read4("#IB 0 1930 \"tolv\"\n"), Code::belopp_ogiltigt), "tolv");
}

TEST(Sentence, NamesAVoucherInsideIt) {
    EXPECT_EQ(text(read4("#VER A 1 20240101\n{\n#RTRANS 1930 {} 5\n}\n"), Code::rtrans_utan_trans),
              "#RTRANS i verifikation A 1 saknar motsvarande #TRANS; raden lästes som historik.");
    EXPECT_EQ(text(read4("#VER \"\" \"\" 20240101\n{\n#RTRANS 1930 {} 5\n}\n"), Code::rtrans_utan_trans),
              "#RTRANS i verifikationen utan serie och nummer saknar motsvarande #TRANS; raden lästes som historik.");
    EXPECT_EQ(text(read4("#VER A 1 20240101\n{\n"), Code::filen_avbruten),
              "Filen tar slut mitt i verifikation A 1; filen används inte.");
}

/// Street and postal address of an #ADRESS, "-" when it was not read.
std::string address(const std::string& fields) {
    const Document document = read4("#ADRESS " + fields + "\n");
    const bool refused = count(document, Code::adress_otydlig) == 1;
    EXPECT_EQ(tally(document, "ADRESS"), refused ? "0/1" : "1/0");
    const FileInfo& info = document.result.info;
    return refused ? "-" + info.street + info.postal_address : info.street + ", " + info.postal_address;
}

TEST(Address, IsReadWhereItIsCertainWhereTheContactsNameEnds) {
    EXPECT_EQ(address("\"Anna Andersson\" \"Storgatan 1\" \"123 45 ORT\" \"010-1\""), "Storgatan 1, 123 45 ORT");
    EXPECT_EQ(address("Anna \"Storgatan 1\" \"123 45 ORT\" 010-1"), "Storgatan 1, 123 45 ORT");
    EXPECT_EQ(address("\"\" Storgatan ORT 010-1"), "Storgatan, ORT");
    EXPECT_EQ(address("\"Anna A\" \"Storgatan 1\" \"123 45 ORT\" 010 12 34"), "Storgatan 1, 123 45 ORT");
    EXPECT_EQ(address("Anna"), ", ");
}

TEST(Address, IsNotReadWhereASurnameMayHaveEndedUpInTheStreet) {
    EXPECT_EQ(address("Anna Andersson Storgatan 1 123 45 ORT 010-1"), "-");
    EXPECT_EQ(address("Anna Andersson"), "-");
    EXPECT_EQ(address("Anna Andersson \"Storgatan 1\" \"123 45 ORT\" 010-1"), "-");
    EXPECT_EQ(address("Anna \"Andersson\" Storgatan 1 ORT"), "-");
    EXPECT_EQ(concerned(read4("#ADRESS Anna Andersson Storgatan 1 ORT\n"), Code::adress_otydlig), "#ADRESS");
}

TEST(Concerned, IsCutAndWithoutControlCharacters) {
    const Document document = read4("#IB 0 1930 x\x1B[2J" + std::string(100, 'y') + "\n");
    EXPECT_EQ(concerned(document, Code::belopp_ogiltigt), "x[2J" + std::string(35, 'y') + "…");
}

TEST(Concerned, IsNeverWhatMayBeASignature) {
    const Document document = read("#FLAGGA 0\n#GEN KALLE KALLE\n#ADRESS \"KALLE\n#OBJEKT 7 1 \"KA\"LLE\"\n"
                                   "#VER A 1 KALLE\n{\n#TRANS 1930 {KALLE} KALLE\n#TRANS 1930 {} KALLE \"KALLE\n}\n"
                                   "#VER A 2 20240101 \"\" KALLE \"KAL\"LE\"\n{\n}\nKALLE\n");
    ASSERT_GE(document.result.diagnostics.size(), 8u);
    for (const Diagnostic& item : document.result.diagnostics) {
        EXPECT_THAT(item.concerned + item.text, testing::Not(testing::HasSubstr("KA"))) << stable_name(item.code);
    }
}

TEST(ReportBounds, TheFirstOfACodeAreKeptAndTheRestCounted) {
    std::string sie;
    for (int i = 0; i < 5'000; ++i) {
        sie += "#MOMSKOD 1\n";
    }
    const Document document = read4(sie);
    EXPECT_EQ(count(document, Code::okand_post), 1'000u);
    EXPECT_EQ(tally(document, "MOMSKOD"), "0/5000");
    EXPECT_EQ(text(document, Code::fler_meddelanden),
              "Filen har 5000 meddelanden med koden okand_post; de 1000 första visas.");
    EXPECT_EQ(concerned(document, Code::fler_meddelanden), "okand_post");
}

TEST(ReportBounds, EveryRefusedVoucherIsNamed) {
    std::string sie;
    for (int i = 1; i <= 3'000; ++i) {
        sie += fmt::format("#VER A {} 20240101\n{{\n#TRANS 1930 {{}} 1\n}}\n", i);
    }
    const Document document = read4(sie);
    EXPECT_EQ(count(document, Code::verifikation_obalanserad), 3'000u);
    EXPECT_EQ(count(document, Code::fler_meddelanden), 0u);
    EXPECT_EQ(tally(document, "VER"), "0/3000");
    EXPECT_EQ(tally(document, "TRANS"), "0/3000");
}

} // namespace
} // namespace finsam::sie
