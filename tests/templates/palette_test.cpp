// Text on sheets is read on white paper and on the office's dark document background.

#include "templates/builder/palette.hpp"
#include "tests/contrast.hpp"

#include <gtest/gtest.h>

namespace finsam::workbook {
namespace {

TEST(Palette, IsReadOnWhiteAndOnTheDarkSheetOfTheOffice) {
    constexpr double needed_for_text = 4.5, needed_for_large_text_and_signs = 3; // WCAG 2.1, 1.4.3
    for (const char* colour : {palette::side_text, palette::fails, palette::holds, palette::link}) {
        EXPECT_GE(contrast(colour, "#ffffff"), needed_for_text) << colour;
        EXPECT_GE(contrast(colour, "#1c1c1c"), needed_for_large_text_and_signs) << colour << " on LibreOffice Dark";
    }
}

} // namespace
} // namespace finsam::workbook
