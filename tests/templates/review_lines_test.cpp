// The sheet Granskning as rows of cells, and where on its sheet a finding's figure stands.

#include "templates/builder/review_lines.hpp"

#include "bridge/review/sheet_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::workbook {
namespace {

using review::ReviewResult;
using testing::HasSubstr;

/// A balance sheet below a title, in the columns C to E, with a hidden row and a hidden column; 150 000 is printed as
/// 151 000 in row 8, column D.
review::Sheet balance_sheet() {
    review::SheetBuilder builder("Balans", review::CellRange{0, 2, 30, 6});
    const std::vector<std::vector<std::string>> rows = {
        {"Balansräkning (kr)", "", "", ""},
        {"", "2024", "dold", "2023"},
        {"Korta fordringar", "50 000", "7", "40 000"},
        {"en dold rad", "999 999", "7", "999 999"},
        {"Kassa och bank", "100 000", "7", "90 000"},
        {"Summa tillgångar", "151 000", "7", "130 000"},
        {"Årets resultat", "20 000", "7", "5 000"},
        {"Övrigt eget kapital", "80 000", "7", "75 000"},
        {"Summa eget kapital", "100 000", "7", "80 000"},
        {"Kortfristiga skulder", "50 000", "7", "50 000"},
        {"Summa eget kapital, avsättningar och skulder", "150 000", "7", "130 000"}};
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            builder.set(r + 2, c + 2, rows[r][c]);
        }
    }
    builder.hide_row(5);
    builder.hide_column(4);
    return builder.take();
}

ReviewResult reviewed(const review::Sheet& sheet) {
    std::vector<review::Uninterpreted> uninterpreted;
    return review::review(review::tables_of(sheet, uninterpreted));
}

const ReviewLine* line_of(const std::vector<ReviewLine>& lines, std::string_view row) {
    const auto found = std::ranges::find_if(lines, [&](const ReviewLine& line) {
        const auto* text = std::get_if<std::string>(&line.cells.at(review_column::row));
        return text != nullptr && *text == row;
    });
    return found == lines.end() ? nullptr : &*found;
}

TEST(ReviewLines, AFindingStandsAtTheCellThatItsFigureWasReadFrom) {
    const auto lines = review_lines(reviewed(balance_sheet()), "");
    const ReviewLine* line = line_of(lines, "Summa tillgångar");
    ASSERT_NE(line, nullptr);
    ASSERT_TRUE(line->place);
    EXPECT_EQ(line->place->sheet, "Balans");
    EXPECT_EQ(line->place->row, 7U);    // row 8
    EXPECT_EQ(line->place->column, 3U); // column D
    EXPECT_EQ(line->cells.at(review_column::printed), PlainValue(151000.0));
    EXPECT_EQ(line->cells.at(review_column::computed), PlainValue(150000.0));
    EXPECT_EQ(line->cells.at(review_column::difference), PlainValue(1000.0));
    EXPECT_EQ(line->decimals, 0);
}

TEST(ReviewLines, ATextThatBeginsAsAFormulaIsAText) {
    ReviewResult result;
    result.findings.push_back({"=1+1", "=2+2", "=3+3", "7011.12", "7012.00", "-0.88", "kr", "=R", "=T",
                               review::FindingType::error, review::Certainty::high});
    result.uninterpreted.push_back({"=1+1", "", "", "=HYPERLINK(\"http://x\")", "="});
    const auto lines = review_lines(result, "=fil.ods");
    const ReviewLine* line = line_of(lines, "=2+2");
    ASSERT_NE(line, nullptr);
    EXPECT_EQ(line->cells.at(review_column::table), PlainValue(std::string("=1+1")));
    EXPECT_EQ(line->cells.at(review_column::printed), PlainValue(7011.12));
    EXPECT_EQ(line->decimals, 2);
    EXPECT_FALSE(line->place) << "no document, no cell";
}

TEST(ReviewLines, AllAreAsWideAndTellWhatWasDone) {
    const ReviewResult result = reviewed(balance_sheet());
    const auto lines = review_lines(result, "rapport-2023.ods");
    for (const ReviewLine& line : lines) {
        EXPECT_EQ(line.cells.size(), static_cast<std::size_t>(review_column::count));
    }
    EXPECT_EQ(lines[0].cells[0], PlainValue(std::string(review_title)));
    EXPECT_THAT(std::get<std::string>(lines[1].cells[0]), HasSubstr("1 fynd. "));
    EXPECT_THAT(std::get<std::string>(lines[2].cells[0]), HasSubstr("rapport-2023.ods"));
    EXPECT_THAT(std::get<std::string>(review_lines({}, "")[5].cells[0]), HasSubstr("Inga tabeller kunde prövas"));
}

} // namespace
} // namespace finsam::workbook
