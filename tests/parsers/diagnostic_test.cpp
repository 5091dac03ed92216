#include "parsers/diagnostic.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(Diagnostic, NameIsTheEnumerator) {
    EXPECT_EQ(stable_name(DiagnosticCode::filen_kan_inte_lasas), "filen_kan_inte_lasas");
    EXPECT_EQ(stable_name(DiagnosticCode::verifikation_obalanserad), "verifikation_obalanserad");
    EXPECT_EQ(stable_name(DiagnosticCode::saldo_avviker), "saldo_avviker");
}

TEST(Diagnostic, WhatIsLeftOutIsAnErrorAndWhatIsToleratedIsNot) {
    EXPECT_EQ(default_severity(DiagnosticCode::ksumma_fel), Severity::error);
    EXPECT_EQ(default_severity(DiagnosticCode::belopp_ogiltigt), Severity::error);
    EXPECT_EQ(default_severity(DiagnosticCode::verifikation_obalanserad), Severity::error);
    EXPECT_EQ(default_severity(DiagnosticCode::decimalkomma), Severity::warning);
    EXPECT_EQ(default_severity(DiagnosticCode::okand_post), Severity::info);
}

TEST(Diagnostic, SeveritiesHaveSwedishNames) {
    EXPECT_EQ(swedish_name(Severity::error), "fel");
    EXPECT_EQ(swedish_name(Severity::warning), "varning");
    EXPECT_EQ(swedish_name(Severity::info), "info");
}

} // namespace
} // namespace finsam
