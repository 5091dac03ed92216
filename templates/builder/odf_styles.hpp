#pragma once
// Styles of a workbook as ODF: number formats, cells, columns, rows, pages.

#include "templates/builder/sheet_model.hpp"

#include <pugixml.hpp>
#include <string>

namespace finsam::workbook {

/// Appends a child with a name and returns it.
pugi::xml_node child(pugi::xml_node parent, const char* name);
/// Sets an attribute.
void set(pugi::xml_node node, const char* name, const std::string& value);

/// "Cell7", "Kol210" ...: the names that the content refers to.
[[nodiscard]] std::string cell_style_name(StyleId style);
[[nodiscard]] std::string column_style_name(double width);
[[nodiscard]] std::string row_style_name(const RowShape& row);
[[nodiscard]] std::string sheet_style_name(const Sheet& sheet);

/// Of the frames of charts: without it they have the office's own border and background.
inline constexpr const char* chart_frame_style = "Diagramram";

/// office:font-face-decls, office:styles.
void write_common_styles(pugi::xml_node document, const Workbook& workbook);
/// Number formats, cell, column, row and sheet styles: children of office:automatic-styles.
void write_automatic_styles(pugi::xml_node automatic, const Workbook& workbook);
/// The text style of headers and footers: a child of office:automatic-styles.
void write_page_text_style(pugi::xml_node automatic);
/// Page layouts: children of office:automatic-styles.
void write_page_layouts(pugi::xml_node automatic);
/// office:master-styles: header with the document's title and the sheet's name, footer with the page's number.
void write_master_pages(pugi::xml_node document);

} // namespace finsam::workbook
