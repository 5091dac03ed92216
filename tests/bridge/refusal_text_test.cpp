#include "bridge/check/refusal_text.hpp"
#include "bridge/check/sie_survey.hpp"
#include "tests/parsers/sie_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

std::string refusal(std::string_view bytes, Language language) {
    const SieSurvey found = survey_sie(bytes);
    EXPECT_FALSE(found.result.accepted);
    return refusal_text(found.result, language);
}

TEST(RefusalText, SaysInSwedishWhatTheReaderSaysAndWhatToDo) {
    EXPECT_EQ(refusal("", Language::swedish),
              "Filen är tom.\n\nKontrollera att det är rätt fil. I ekonomisystemet heter den SIE 4E.");
    EXPECT_EQ(refusal("<html>", Language::swedish),
              "Filen är XML eller HTML och inte SIE typ 1–4.\n\n"
              "Kontrollera att det är rätt fil. I ekonomisystemet heter den SIE 4E.");
}

TEST(RefusalText, SaysTheSameInEnglish) {
    EXPECT_EQ(refusal("", Language::english),
              "The file is not an accounting file of the Swedish SIE format: it is empty, binary, or of another "
              "format.\n\nCheck that it is the right file. In the accounting system, export SIE 4E.");
}

TEST(RefusalText, NamesTheLineOfTheFaultThatRefusesTheFile) {
    // The damaged record on line 8 is told elsewhere; it is the end in the middle of a voucher that refuses the file.
    const std::string cut_off = sie::type4("#UB 0\n#VER A 1 20240101 \"\"\n{\n#TRANS 1930 {} 1.00\n");
    EXPECT_THAT(refusal(cut_off, Language::swedish), testing::StartsWith("Rad 9: "));
    EXPECT_THAT(refusal(cut_off, Language::english),
                testing::StartsWith("Line 9: The file ends in the middle of its content."));
}

} // namespace
} // namespace finsam
