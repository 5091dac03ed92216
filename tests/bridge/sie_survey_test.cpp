#include "bridge/check/sie_survey.hpp"
#include "tests/parsers/sie_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::UnorderedElementsAre;

SieSurvey survey(std::string_view rest) {
    return survey_sie(sie::type4(rest));
}

TEST(SieSurvey, AccountsAreThoseDeclaredAndThoseUsed) {
    const SieSurvey found = survey("#KONTO 1930 \"Bank\"\n#KTYP 1930 T\n#UB 0 2440 -5.00\n"
                                   "#VER A 1 20240105 \"Köp\"\n{\n#TRANS 5010 {} 100.00\n#TRANS 1930 {} -100.00\n}\n");
    EXPECT_THAT(found.accounts, ElementsAre(testing::Key("1930"), testing::Key("2440"), testing::Key("5010")));
    EXPECT_EQ(found.accounts.at("1930").name, "Bank");
    EXPECT_EQ(found.accounts.at("1930").type, 'T');
    EXPECT_EQ(found.accounts.at("1930").moved, Ore(-10000));
    EXPECT_EQ(found.accounts.at("1930").rows, 1u);
    EXPECT_EQ(found.accounts.at("2440").rows, 0u);
}

TEST(SieSurvey, DimensionsComeByNumberWithTheirReservedNames) {
    const SieSurvey found =
        survey("#DIM 10 \"Tia\"\n#OBJEKT 6 P1 \"Projektet\"\n#KONTO 5010 \"Hyra\"\n#KONTO 1930 \"Bank\"\n"
               "#VER A 1 20240105 \"\"\n{\n#TRANS 5010 {1 KS} 1.00\n#TRANS 1930 {} -1.00\n}\n");
    EXPECT_THAT(found.dimensions,
                ElementsAre(Field(&DimensionFacts::name, "Kostnadsställe"), Field(&DimensionFacts::name, "Projekt"),
                            Field(&DimensionFacts::name, "Tia")));
    EXPECT_TRUE(found.dimensions[0].in_rows);
    EXPECT_FALSE(found.dimensions[1].in_rows);
    ASSERT_EQ(found.objects.size(), 2u);
    EXPECT_EQ(found.objects[0].code, "KS");
    EXPECT_EQ(found.objects[0].rows, 1u);
    EXPECT_EQ(found.objects[1].name, "Projektet");
}

TEST(SieSurvey, NamesOfEmployeesAreLeftOutAlsoInDivisions) {
    const SieSurvey found =
        survey("#UNDERDIM 70 \"Lag\" 7\n#OBJEKT 7 E1 \"Greta Hemlig\"\n#OBJEKT 70 L1 \"Hemligt lag\"\n"
               "#UNDERDIM 81 \"Ring\" 82\n#UNDERDIM 82 \"Ring\" 81\n#OBJEKT 81 R \"Ring\"\n");
    EXPECT_THAT(found.objects, UnorderedElementsAre(Field(&ObjectFacts::name, ""), Field(&ObjectFacts::name, ""),
                                                    Field(&ObjectFacts::name, "Ring")));
}

TEST(SieSurvey, CountsRowsOfHistoryAndOfRefusedVouchersApart) {
    const SieSurvey found = survey("#KONTO 5010 \"Hyra\"\n#KONTO 1930 \"Bank\"\n"
                                   "#VER A 1 20240105 \"\"\n{\n#TRANS 5010 {} 1.00\n#BTRANS 5010 {} 2.00\n"
                                   "#TRANS 1930 {} -1.00\n}\n"
                                   "#VER A 2 20240106 \"\"\n{\n#TRANS 5010 {} 7.00\n}\n");
    EXPECT_EQ(found.vouchers.vouchers, 1u);
    EXPECT_EQ(found.vouchers.rows, 2u);
    EXPECT_EQ(found.vouchers.history_rows, 1u);
    EXPECT_EQ(found.vouchers.refused, 1u);
    EXPECT_EQ(found.vouchers.refused_rows, 1u);
    EXPECT_EQ(found.count(Severity::error), 1u); // the unbalanced voucher
}

TEST(SieSurvey, TellsWhatDoesNotTie) {
    const SieSurvey found = survey("#KONTO 1930 \"Bank\"\n#KONTO 5010 \"Hyra\"\n#IB 0 1930 100.00\n#UB 0 1930 90.00\n"
                                   "#VER A 1 20240105 \"\"\n{\n#TRANS 5010 {} 1.00\n#TRANS 1930 {} -1.00\n}\n");
    EXPECT_THAT(found.result.diagnostics, testing::Contains(Field(&Diagnostic::code, DiagnosticCode::saldo_avviker)));
}

TEST(SieSurvey, TheReadingEndsWhenProgressThrows) {
    std::string vouchers;
    for (int i = 1; i <= 3000; ++i) {
        vouchers += "#VER A " + std::to_string(i) + " 20240105 \"\"\n{\n#TRANS 1930 {} 0.00\n}\n";
    }
    std::uint64_t calls = 0;
    EXPECT_THROW(static_cast<void>(survey_sie(sie::type4(vouchers),
                                              [&](std::uint64_t) {
                                                  ++calls;
                                                  throw std::runtime_error("cancelled");
                                              })),
                 std::runtime_error);
    EXPECT_EQ(calls, 1u);
}

} // namespace
} // namespace finsam
