#include "templates/builder/odf_styles.hpp"

#include "templates/builder/number_styles.hpp"
#include "templates/builder/palette.hpp"

#include <cmath>
#include <fmt/format.h>
#include <set>

namespace finsam::workbook {

namespace {

constexpr const char* sans = "Liberation Sans";
constexpr const char* serif = "Liberation Serif";
constexpr const char* input_background = "#fff8dc";

std::string millimetres(double length) {
    return fmt::format("{}mm", length);
}

const char* border(Rule rule) {
    switch (rule) {
    case Rule::none: return "none";
    case Rule::light: return "0.25pt solid #d8d0b0";
    case Rule::thin: return "0.5pt solid #404040";
    case Rule::strong: return "1pt solid #000000";
    }
    return "none";
}

void write_font(pugi::xml_node fonts, const char* name, const char* family) {
    pugi::xml_node face = child(fonts, "style:font-face");
    set(face, "style:name", name);
    set(face, "svg:font-family", std::string("'") + name + "'");
    set(face, "style:font-family-generic", family);
    set(face, "style:font-pitch", "variable");
}

pugi::xml_node style_of(pugi::xml_node parent, const std::string& name, const char* family) {
    pugi::xml_node style = child(parent, "style:style");
    set(style, "style:name", name);
    set(style, "style:family", family);
    return style;
}

void write_cell_properties(pugi::xml_node node, const CellStyle& style) {
    set(node, "fo:border-top", border(style.above));
    set(node, "fo:border-bottom", border(style.below));
    set(node, "fo:padding", "0.35mm");
    set(node, "fo:padding-top", "0.75mm"); // so that figures stand clear of a rule above them
    set(node, "style:vertical-align", "bottom");
    if (style.wrap) {
        set(node, "fo:wrap-option", "wrap");
    }
    if (!style.background.empty()) {
        set(node, "fo:background-color", style.background);
    }
    set(node, "style:cell-protect", style.input ? "none" : "protected");
    if (style.align != Align::standard) {
        set(node, "style:text-align-source", "fix");
    }
}

void write_paragraph_properties(pugi::xml_node style_node, const CellStyle& style) {
    if (style.align == Align::standard) {
        return;
    }
    pugi::xml_node node = child(style_node, "style:paragraph-properties");
    set(node, "fo:text-align", style.align == Align::left ? "start" : style.align == Align::right ? "end" : "center");
    if (style.indent > 0) {
        set(node, "fo:margin-left", millimetres(style.indent));
    }
}

void write_text_properties(pugi::xml_node style_node, const CellStyle& style) {
    pugi::xml_node node = child(style_node, "style:text-properties");
    set(node, "style:font-name", style.serif ? serif : sans);
    set(node, "fo:font-size", fmt::format("{}pt", style.size));
    if (style.bold) {
        set(node, "fo:font-weight", "bold");
    }
    if (style.italic) {
        set(node, "fo:font-style", "italic");
    }
    if (!style.colour.empty()) {
        set(node, "fo:color", style.colour);
    }
}

/// Named styles of subtotals and parts, of texts or of figures in a format.
std::string line_style_name(char kind, const CellStyle& style) {
    const bool is_figure = style.format.kind == NumberFormat::Kind::amount;
    const char* what = kind == 'S' ? "Delsumma" : "Varav";
    return is_figure ? std::string(what) + "_" + number_style_name(style.format) : std::string(what);
}

void write_line_maps(pugi::xml_node node, const CellStyle& style) {
    for (const char kind : {'S', 'V'}) {
        pugi::xml_node map = child(node, "style:map");
        set(map, "style:condition", fmt::format("is-true-formula({}=\"{}\")", style.line_kind, kind));
        set(map, "style:apply-style-name", line_style_name(kind, style));
        set(map, "style:base-cell-address", fmt::format("'{}'.A1", style.line_sheet));
    }
}

/// What the maps of `write_line_maps` lead to.
void write_line_styles(pugi::xml_node styles, const Workbook& workbook) {
    std::set<std::string> written;
    for (const CellStyle& style : workbook.styles) {
        if (style.line_kind.empty() || !written.insert(line_style_name('S', style)).second) {
            continue;
        }
        const bool is_figure = style.format.kind == NumberFormat::Kind::amount;
        pugi::xml_node subtotal = style_of(styles, line_style_name('S', style), "table-cell");
        set(subtotal, "style:parent-style-name", "Default");
        if (is_figure) {
            set(child(subtotal, "style:table-cell-properties"), "fo:border-top", border(Rule::thin));
        }
        set(child(subtotal, "style:text-properties"), "fo:font-weight", "bold");
        if (is_figure) {
            write_part_number_style(styles, style.format);
        }
        pugi::xml_node part = style_of(styles, line_style_name('V', style), "table-cell");
        set(part, "style:parent-style-name", "Default");
        if (is_figure) {
            set(part, "style:data-style-name", part_number_style_name(style.format));
        }
        set(child(part, "style:text-properties"), "fo:font-style", "italic");
    }
}

void write_cell_style(pugi::xml_node automatic, const CellStyle& style, StyleId id) {
    pugi::xml_node node = style_of(automatic, cell_style_name(id), "table-cell");
    set(node, "style:parent-style-name", style.input ? "Indata" : "Default");
    if (const std::string format = number_style_name(style.format); !format.empty()) {
        set(node, "style:data-style-name", format);
    }
    write_cell_properties(child(node, "style:table-cell-properties"), style);
    write_paragraph_properties(node, style);
    write_text_properties(node, style);
    if (!style.line_kind.empty()) {
        write_line_maps(node, style);
    }
    if (style.state) {
        for (const auto& [word, result] : {std::pair{"fel", "Fel"}, std::pair{"stämmer", "Stämmer"}}) {
            pugi::xml_node map = child(node, "style:map");
            set(map, "style:condition", fmt::format("cell-content()=\"{}\"", word));
            set(map, "style:apply-style-name", result);
            set(map, "style:base-cell-address", "Kontroller.A1");
        }
    }
}

void write_column_style(pugi::xml_node automatic, double width) {
    pugi::xml_node properties =
        child(style_of(automatic, column_style_name(width), "table-column"), "style:table-column-properties");
    set(properties, "fo:break-before", "auto");
    set(properties, "style:column-width", millimetres(width));
}

void write_row_style(pugi::xml_node automatic, const RowShape& row) {
    pugi::xml_node properties =
        child(style_of(automatic, row_style_name(row), "table-row"), "style:table-row-properties");
    if (row.height > 0) {
        set(properties, "style:row-height", millimetres(row.height));
    }
    set(properties, "fo:break-before", row.page_break ? "page" : "auto");
    set(properties, "style:use-optimal-row-height", row.height > 0 ? "false" : "true");
}

void write_sheet_style(pugi::xml_node automatic, const Sheet& sheet) {
    pugi::xml_node style = style_of(automatic, sheet_style_name(sheet), "table");
    set(style, "style:master-page-name", sheet.landscape ? "Liggande" : "Rapport");
    pugi::xml_node properties = child(style, "style:table-properties");
    set(properties, "table:display", sheet.hidden ? "false" : "true");
    if (!sheet.tab_colour.empty()) {
        set(properties, "table:tab-color", sheet.tab_colour);
    }
}

void write_page_layout(pugi::xml_node automatic, const char* name, bool landscape) {
    pugi::xml_node layout = child(automatic, "style:page-layout");
    set(layout, "style:name", name);
    pugi::xml_node page = child(layout, "style:page-layout-properties");
    set(page, "fo:page-width", landscape ? "297mm" : "210mm");
    set(page, "fo:page-height", landscape ? "210mm" : "297mm");
    set(page, "style:print-orientation", landscape ? "landscape" : "portrait");
    for (const auto& [side, margin] : {std::pair{"fo:margin-top", "15mm"}, std::pair{"fo:margin-bottom", "13mm"},
                                       std::pair{"fo:margin-left", "22mm"}, std::pair{"fo:margin-right", "18mm"}}) {
        set(page, side, margin);
    }
    set(page, "style:first-page-number", "continue"); // from one format of page to the next
    set(page, "style:scale-to-X", "1");               // one page wide; as many pages high as the page breaks say
    set(page, "style:scale-to-Y", "0");
    set(page, "style:print", "objects charts drawings zero-values");
    for (const char* part : {"style:header-style", "style:footer-style"}) {
        pugi::xml_node area = child(child(layout, part), "style:header-footer-properties");
        const bool is_header = std::string_view(part) == "style:header-style";
        set(area, "fo:margin-left", "0mm");
        set(area, "fo:margin-right", "0mm");
        set(area, "fo:min-height", is_header ? "14mm" : "10mm");
        set(area, is_header ? "fo:margin-bottom" : "fo:margin-top", "5mm");
        set(area, is_header ? "fo:border-bottom" : "fo:border-top", "0.5pt solid #808080");
    }
}

pugi::xml_node paragraph(pugi::xml_node region) {
    pugi::xml_node text = child(region, "text:p");
    return child(text, "text:span");
}

void write_master_page(pugi::xml_node masters, const char* name, const char* layout) {
    pugi::xml_node page = child(masters, "style:master-page");
    set(page, "style:name", name);
    set(page, "style:page-layout-name", layout);
    pugi::xml_node header = child(page, "style:header");
    pugi::xml_node title = paragraph(child(header, "style:region-left"));
    set(title, "text:style-name", "Sidtext");
    child(title, "text:title");
    pugi::xml_node sheet = paragraph(child(header, "style:region-right"));
    set(sheet, "text:style-name", "Sidtext");
    child(sheet, "text:sheet-name");
    pugi::xml_node footer = paragraph(child(child(page, "style:footer"), "style:region-right"));
    set(footer, "text:style-name", "Sidtext");
    footer.append_child(pugi::node_pcdata).set_value("Sida ");
    child(footer, "text:page-number").text().set("1");
    footer.append_child(pugi::node_pcdata).set_value(" av ");
    child(footer, "text:page-count").text().set("1");
}

} // namespace

pugi::xml_node child(pugi::xml_node parent, const char* name) {
    return parent.append_child(name);
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name).set_value(value.c_str());
}

std::string cell_style_name(StyleId style) {
    return fmt::format("Cell{}", style);
}

std::string column_style_name(double width) {
    return fmt::format("Kol{}", std::lround(width * 10));
}

std::string row_style_name(const RowShape& row) {
    return fmt::format("Rad{}{}", std::lround(row.height * 10), row.page_break ? "s" : "");
}

std::string sheet_style_name(const Sheet& sheet) {
    return fmt::format("Blad{}{}{}", sheet.landscape ? "l" : "s", sheet.hidden ? "d" : "",
                       sheet.tab_colour.empty() ? "" : sheet.tab_colour.substr(1));
}

void write_common_styles(pugi::xml_node document, const Workbook& workbook) {
    pugi::xml_node fonts = child(document, "office:font-face-decls");
    write_font(fonts, sans, "swiss");
    write_font(fonts, serif, "roman");
    pugi::xml_node styles = child(document, "office:styles");
    pugi::xml_node standard = child(styles, "style:default-style");
    set(standard, "style:family", "table-cell");
    pugi::xml_node text = child(standard, "style:text-properties");
    set(text, "style:font-name", sans);
    set(text, "fo:font-size", "9.5pt");
    set(text, "fo:language", "sv");
    set(text, "fo:country", "SE");
    style_of(styles, "Default", "table-cell");
    const auto named = [&](const char* name, const char* colour, const char* background, bool bold) {
        pugi::xml_node style = style_of(styles, name, "table-cell");
        set(style, "style:display-name", name);
        set(style, "style:parent-style-name", "Default");
        if (background != nullptr) {
            set(child(style, "style:table-cell-properties"), "fo:background-color", background);
        }
        pugi::xml_node properties = child(style, "style:text-properties");
        set(properties, "fo:color", colour);
        if (bold) {
            set(properties, "fo:font-weight", "bold");
        }
    };
    named("Fel", palette::fails, nullptr, true);
    named("Stämmer", palette::holds, nullptr, false);
    named("Indata", "#000000", input_background, false);
    write_line_styles(styles, workbook);
}

void write_page_text_style(pugi::xml_node automatic) {
    pugi::xml_node page_text = style_of(automatic, "Sidtext", "text");
    pugi::xml_node properties = child(page_text, "style:text-properties");
    set(properties, "style:font-name", sans);
    set(properties, "fo:font-size", "8pt");
    set(properties, "fo:color", "#404040");
}

void write_automatic_styles(pugi::xml_node automatic, const Workbook& workbook) {
    std::set<NumberFormat> formats;
    for (const CellStyle& style : workbook.styles) {
        if (formats.insert(style.format).second) {
            write_number_style(automatic, style.format);
        }
    }
    for (StyleId id = 0; id < workbook.styles.size(); ++id) {
        write_cell_style(automatic, workbook.styles[id], id);
    }
    pugi::xml_node frame = child(style_of(automatic, chart_frame_style, "graphic"), "style:graphic-properties");
    set(frame, "draw:stroke", "none");
    set(frame, "draw:fill", "none");
    std::set<std::string> written;
    for (const Sheet& sheet : workbook.sheets) {
        for (const SheetColumn& column : sheet.columns) {
            if (written.insert(column_style_name(column.width)).second) {
                write_column_style(automatic, column.width);
            }
        }
        for (const auto& [index, row] : sheet.rows) {
            if (written.insert(row_style_name(row)).second) {
                write_row_style(automatic, row);
            }
        }
        if (written.insert(sheet_style_name(sheet)).second) {
            write_sheet_style(automatic, sheet);
        }
    }
    if (written.insert(row_style_name({})).second) {
        write_row_style(automatic, {});
    }
}

void write_page_layouts(pugi::xml_node automatic) {
    write_page_layout(automatic, "SidaStaende", false);
    write_page_layout(automatic, "SidaLiggande", true);
}

void write_master_pages(pugi::xml_node document) {
    pugi::xml_node masters = child(document, "office:master-styles");
    write_master_page(masters, "Rapport", "SidaStaende");
    write_master_page(masters, "Liggande", "SidaLiggande");
}

} // namespace finsam::workbook
