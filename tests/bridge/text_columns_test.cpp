#include "bridge/workbook/text_columns.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(TextColumns, StandUnderEachOtherWhateverTheLetters) {
    const std::vector<TextColumn> columns = {{6}, {5, true}, {4}};
    EXPECT_EQ(text_line(columns, {"Konto", "Antal", "Fel"}), "Konto  Antal Fel");
    EXPECT_EQ(text_line(columns, {"Lön", "12", ""}), "Lön       12");
    EXPECT_EQ(text_line(columns, {"Återställning", "1", "x"}), "Åters…     1 x");
}

TEST(TextColumns, ARowMayBeShort) {
    const std::vector<TextColumn> columns = {{3}, {0}};
    EXPECT_EQ(text_line(columns, {"a"}), "a");
    EXPECT_EQ(text_line(columns, {"a", "b"}), "a");
    EXPECT_EQ(text_line(columns, {}), "");
}

} // namespace
} // namespace finsam
