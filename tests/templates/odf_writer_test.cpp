#include "templates/builder/odf_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace finsam::workbook {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A workbook of one sheet with one cell.
Workbook with_cell(Content content, CellStyle style = {}) {
    Workbook book;
    Sheet sheet;
    sheet.name = "Blad";
    sheet.columns = {{20, 0, false}};
    sheet.put({0, 0}, std::move(content), book.style(style));
    book.sheets.push_back(std::move(sheet));
    return book;
}

pugi::xml_node first_cell(const pugi::xml_document& document) {
    return document.select_node("//table:table-cell").node();
}

TEST(OdfWriter, IsWellFormedAndEscapesMarkup) {
    pugi::xml_document document;
    const std::string xml = write_flat(with_cell(std::string("R&D <1> \"x\"")));
    ASSERT_TRUE(document.load_string(xml.c_str()));
    EXPECT_STREQ(first_cell(document).child("text:p").text().get(), "R&D <1> \"x\"");
}

TEST(OdfWriter, KeepsATextThatLooksLikeAFormulaAsText) {
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(write_flat(with_cell(std::string("=1+1"))).c_str()));
    EXPECT_STREQ(first_cell(document).attribute("office:value-type").value(), "string");
    EXPECT_TRUE(first_cell(document).attribute("table:formula").empty());
}

TEST(OdfWriter, DropsControlCharactersAndBreaksInTexts) {
    const std::string xml = write_flat(with_cell(std::string("a\x01"
                                                             "b\nc")));
    EXPECT_THAT(xml, HasSubstr(">ab c<"));
}

TEST(OdfWriter, KeepsRunsOfSpaces) {
    EXPECT_THAT(write_flat(with_cell(std::string("2  Resultaträkning"))),
                HasSubstr("<text:p>2 <text:s text:c=\"1\"/>Resultaträkning</text:p>"));
}

TEST(OdfWriter, WritesNumbersWithDecimalPoint) {
    EXPECT_THAT(write_flat(with_cell(1662665.5)), HasSubstr("office:value=\"1662665.5\""));
}

TEST(OdfWriter, WritesFormulas) {
    EXPECT_THAT(write_flat(with_cell(Formula{"SUM([.A2:.A3])"})), HasSubstr("table:formula=\"of:=SUM([.A2:.A3])\""));
}

TEST(OdfWriter, ShowsThousandsByTheFormatNotTheValue) {
    CellStyle style;
    style.format = {NumberFormat::Kind::amount, Unit::tkr, 0};
    const std::string xml = write_flat(with_cell(14278000.0, style));
    EXPECT_THAT(xml, HasSubstr("office:value=\"14278000\""));
    EXPECT_THAT(xml, HasSubstr("number:display-factor=\"1000\""));
    EXPECT_THAT(xml, HasSubstr("value()>=500")); // below half a thousand a dash is shown
}

TEST(OdfWriter, FiguresStandClearOfTheRuleAbove) {
    EXPECT_THAT(write_flat(with_cell(1.0)), HasSubstr("fo:padding-top=\"0.75mm\""));
}

TEST(OdfWriter, ProtectsEveryCellButInput) {
    CellStyle input;
    input.input = true;
    EXPECT_THAT(write_flat(with_cell(1.0, input)), HasSubstr("style:cell-protect=\"none\""));
    EXPECT_THAT(write_flat(with_cell(1.0)), Not(HasSubstr("style:cell-protect=\"none\"")));
    EXPECT_THAT(write_flat(with_cell(1.0)), HasSubstr("table:protected=\"true\""));
}

TEST(OdfWriter, TemplateBeginsWithItsMediaType) {
    const auto parts = write_template_parts(with_cell(1.0));
    ASSERT_EQ(parts.size(), 6u);
    EXPECT_EQ(parts.front().path, "mimetype");
    EXPECT_EQ(parts.front().bytes, "application/vnd.oasis.opendocument.spreadsheet-template");
    for (std::size_t i = 1; i < parts.size(); ++i) {
        EXPECT_TRUE(pugi::xml_document().load_string(parts[i].bytes.c_str())) << parts[i].path;
    }
}

TEST(OdfWriter, HidesRows) {
    Workbook book = with_cell(1.0);
    book.sheets.front().rows[0].hidden = true;
    EXPECT_THAT(write_flat(book), HasSubstr("table:visibility=\"collapse\""));
}

} // namespace
} // namespace finsam::workbook
