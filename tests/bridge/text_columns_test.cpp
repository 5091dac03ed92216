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

std::vector<std::size_t> widths(std::vector<TextColumn> shares, const std::vector<std::vector<std::string>>& rows,
                                std::size_t letters) {
    std::vector<std::size_t> widths;
    for (const TextColumn& column : fit_columns(std::move(shares), rows, letters)) {
        widths.push_back(column.width);
    }
    return widths;
}

TEST(TextColumns, HaveRoomForTheirLongestTextsWhereItIs) {
    const std::vector<std::vector<std::string>> rows = {{"Räkenskapsår", "Typ"}, {"2024-01-01–2024-12-31", "4"}};
    EXPECT_EQ(widths({{1}, {1}}, rows, 25), (std::vector<std::size_t>{21, 3})) << "not half of it each";
    EXPECT_EQ(widths({{1}, {1}}, rows, 35), (std::vector<std::size_t>{26, 8})) << "what is left over is shared";
}

TEST(TextColumns, ThatAreTooLongShareWhatTheOthersLeave) {
    const std::vector<std::vector<std::string>> rows = {{"Samordningsförbundet", "6110", "Verksamhetens kostnader"}};
    EXPECT_EQ(widths({{1}, {8}, {3}}, rows, 22), (std::vector<std::size_t>{4, 4, 12}));
}

TEST(TextColumns, OfNothingHaveNoWidth) {
    EXPECT_TRUE(fit_columns({}, {}, 10).empty());
    EXPECT_EQ(widths({{1}, {1}}, {{"a", "b"}}, 0), (std::vector<std::size_t>{0, 0}));
}

} // namespace
} // namespace finsam
