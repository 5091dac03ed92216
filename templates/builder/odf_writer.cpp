#include "templates/builder/odf_writer.hpp"

#include "templates/builder/chart_writer.hpp"
#include "templates/builder/odf_styles.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

namespace finsam::workbook {

namespace {

constexpr const char* spreadsheet_type = "application/vnd.oasis.opendocument.spreadsheet";
constexpr const char* template_type = "application/vnd.oasis.opendocument.spreadsheet-template";

void write_namespaces(pugi::xml_node root) {
    static constexpr std::pair<const char*, const char*> namespaces[] = {
        {"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
        {"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
        {"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
        {"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
        {"xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"},
        {"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
        {"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
        {"xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"},
        {"xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
        {"xmlns:chart", "urn:oasis:names:tc:opendocument:xmlns:chart:1.0"},
        {"xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"},
        {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
        {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
        {"xmlns:of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2"},
    };
    for (const auto& [name, uri] : namespaces) {
        set(root, name, uri);
    }
    set(root, "office:version", "1.3");
}

pugi::xml_node root_of(pugi::xml_document& document, const char* name) {
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    pugi::xml_node root = document.append_child(name);
    write_namespaces(root);
    return root;
}

std::string text_of(const pugi::xml_document& document) {
    std::ostringstream out;
    document.save(out, "", pugi::format_raw);
    return out.str();
}

/// XML 1.0 has no place for control characters; in a cell a line break or tab becomes a space.
std::string clean(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == '\n' || byte == '\t' || byte == '\r') {
            result += ' ';
        } else if (byte >= 0x20) {
            result += c;
        }
    }
    return result;
}

/// Text with every space kept: XML readers fold runs of spaces, so all but the first are text:s.
void write_text(pugi::xml_node parent, std::string_view raw) {
    const std::string text = clean(raw);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t spaces = std::min(text.find_first_not_of(' ', at), text.size()) - at;
        const bool keeps_one = spaces > 0 && at > 0;
        if (spaces > (keeps_one ? 1u : 0u)) {
            if (keeps_one) {
                parent.append_child(pugi::node_pcdata).set_value(" ");
            }
            set(child(parent, "text:s"), "text:c", std::to_string(spaces - (keeps_one ? 1 : 0)));
            at += spaces;
            continue;
        }
        const std::size_t end = std::min(text.find("  ", at), text.size());
        parent.append_child(pugi::node_pcdata).set_value(text.substr(at, end - at).c_str());
        at = end;
    }
}

void write_meta(pugi::xml_node root, const Workbook& workbook) {
    pugi::xml_node meta = child(root, "office:meta");
    child(meta, "meta:generator").text().set(workbook.generator.c_str());
    child(meta, "dc:title").text().set(clean(workbook.title).c_str());
    child(meta, "dc:language").text().set("sv-SE");
    for (const auto& [name, value] : workbook.properties) {
        pugi::xml_node property = child(meta, "meta:user-defined");
        set(property, "meta:name", name);
        set(property, "meta:value-type", "string");
        property.text().set(clean(value).c_str());
    }
}

void item(pugi::xml_node parent, const char* name, const char* type, const std::string& value) {
    pugi::xml_node node = child(parent, "config:config-item");
    set(node, "config:name", name);
    set(node, "config:type", type);
    node.text().set(value.c_str());
}

/// Heading rows and key columns stay in view. Split mode 2 is "frozen".
void write_freeze(pugi::xml_node entry, const Sheet& sheet) {
    item(entry, "HorizontalSplitMode", "short", sheet.freeze_columns > 0 ? "2" : "0");
    item(entry, "VerticalSplitMode", "short", sheet.freeze_rows > 0 ? "2" : "0");
    item(entry, "HorizontalSplitPosition", "int", std::to_string(sheet.freeze_columns));
    item(entry, "VerticalSplitPosition", "int", std::to_string(sheet.freeze_rows));
    item(entry, "ActiveSplitRange", "short",
         sheet.freeze_rows > 0 ? (sheet.freeze_columns > 0 ? "3" : "2") : (sheet.freeze_columns > 0 ? "1" : "2"));
    item(entry, "PositionRight", "int", std::to_string(sheet.freeze_columns));
    item(entry, "PositionBottom", "int", std::to_string(sheet.freeze_rows));
    item(entry, "ShowGrid", "boolean", "false");
}

void write_settings(pugi::xml_node root, const Workbook& workbook) {
    pugi::xml_node set_node = child(child(root, "office:settings"), "config:config-item-set");
    set(set_node, "config:name", "ooo:view-settings");
    pugi::xml_node views = child(set_node, "config:config-item-map-indexed");
    set(views, "config:name", "Views");
    pugi::xml_node view = child(views, "config:config-item-map-entry");
    item(view, "ViewId", "string", "view1");
    pugi::xml_node tables = child(view, "config:config-item-map-named");
    set(tables, "config:name", "Tables");
    for (const Sheet& sheet : workbook.sheets) {
        pugi::xml_node entry = child(tables, "config:config-item-map-entry");
        set(entry, "config:name", sheet.name);
        write_freeze(entry, sheet);
    }
    if (!workbook.sheets.empty()) {
        item(view, "ActiveTable", "string", workbook.sheets.front().name);
    }
    item(view, "ShowGrid", "boolean", "false");
}

void write_content(pugi::xml_node node, const Cell& cell) {
    if (const auto* formula = std::get_if<Formula>(&cell.content)) {
        set(node, "table:formula", to_odf(*formula));
    } else if (const auto* number = std::get_if<double>(&cell.content)) {
        set(node, "office:value-type", "float");
        set(node, "office:value", fmt::format("{}", *number));
    } else if (const auto* text = std::get_if<std::string>(&cell.content)) {
        set(node, "office:value-type", "string");
        pugi::xml_node paragraph = child(node, "text:p");
        if (cell.link.empty()) {
            write_text(paragraph, *text);
            return;
        }
        pugi::xml_node link = child(paragraph, "text:a");
        set(link, "xlink:href", "#" + cell.link + "." + a1(cell.link_cell));
        set(link, "xlink:type", "simple");
        write_text(link, *text);
    }
}

void write_gap(pugi::xml_node row, int columns) {
    if (columns > 0) {
        pugi::xml_node gap = child(row, "table:table-cell");
        if (columns > 1) {
            set(gap, "table:number-columns-repeated", std::to_string(columns));
        }
    }
}

/// Where the documents of charts stand: inside the cell that holds them, or as parts of the package.
enum class ChartsAre { inside, parts };

std::string chart_folder(std::size_t number) {
    return fmt::format("Diagram{}", number);
}

/// `number` counts the workbook's charts from 1. It stands in its cell: a hidden row hides it. With a cell at its other
/// end too it would follow its cells' sizes, but has none after a document was stored and calculated hard (7.4).
void write_chart(pugi::xml_node cell, const Chart& chart, const std::string& sheet, std::size_t number,
                 ChartsAre where) {
    pugi::xml_node frame = child(cell, "draw:frame");
    set(frame, "draw:name", chart_folder(number));
    set(frame, "draw:style-name", chart_frame_style);
    set(frame, "draw:z-index", std::to_string(number - 1));
    set(frame, "svg:x", "0mm");
    set(frame, "svg:y", "0mm");
    set(frame, "svg:width", fmt::format("{}mm", chart.width - 0.5));
    set(frame, "svg:height", fmt::format("{}mm", chart.height - 0.5));
    pugi::xml_node object = child(frame, "draw:object");
    set(object, "draw:notify-on-update-of-ranges", charted_cells(chart, sheet));
    if (where == ChartsAre::parts) {
        set(object, "xlink:href", "./" + chart_folder(number));
        set(object, "xlink:type", "simple");
        set(object, "xlink:show", "embed");
        set(object, "xlink:actuate", "onLoad");
    } else {
        pugi::xml_node document = child(object, "office:document");
        write_namespaces(document);
        set(document, "office:mimetype", chart_type);
        write_chart_common_styles(document);
        write_chart_content(document, chart, sheet);
    }
    child(frame, "svg:title").text().set(chart.title.c_str());
    child(frame, "svg:desc").text().set(chart.description.c_str());
}

pugi::xml_node write_cell(pugi::xml_node row, const Cell& cell) {
    pugi::xml_node node = child(row, "table:table-cell");
    set(node, "table:style-name", cell_style_name(cell.style));
    if (!cell.validation.empty()) {
        set(node, "table:content-validation-name", cell.validation);
    }
    if (cell.merge_columns > 1) {
        set(node, "table:number-columns-spanned", std::to_string(cell.merge_columns));
        set(node, "table:number-rows-spanned", "1");
    }
    write_content(node, cell);
    for (int i = 1; i < cell.merge_columns; ++i) {
        set(child(row, "table:covered-table-cell"), "table:style-name", cell_style_name(cell.style));
    }
    return node;
}

void write_row(pugi::xml_node table, const Sheet& sheet, int index, ChartsAre where, std::size_t& charts) {
    const auto shape = sheet.rows.find(index);
    pugi::xml_node row = child(table, "table:table-row");
    set(row, "table:style-name", row_style_name(shape == sheet.rows.end() ? RowShape{} : shape->second));
    if (shape != sheet.rows.end() && shape->second.hidden) {
        set(row, "table:visibility", "collapse");
    }
    int column = 0;
    const auto end = sheet.cells.lower_bound({index + 1, 0});
    for (auto at = sheet.cells.lower_bound({index, 0}); at != end; ++at) {
        write_gap(row, at->first.column - column);
        const pugi::xml_node node = write_cell(row, at->second);
        if (const auto chart = sheet.charts.find(at->first); chart != sheet.charts.end()) {
            write_chart(node, chart->second, sheet.name, ++charts, where);
        }
        column = at->first.column + at->second.merge_columns;
    }
    if (column == 0) {
        write_gap(row, 1);
    }
}

void write_columns(pugi::xml_node table, const Sheet& sheet) {
    for (const SheetColumn& column : sheet.columns) {
        pugi::xml_node node = child(table, "table:table-column");
        set(node, "table:style-name", column_style_name(column.width));
        if (column.hidden) {
            set(node, "table:visibility", "collapse");
        }
        set(node, "table:default-cell-style-name", cell_style_name(column.style));
    }
}

int row_count(const Sheet& sheet) {
    int count = 1;
    if (!sheet.cells.empty()) {
        count = sheet.cells.rbegin()->first.row + 1;
    }
    if (!sheet.rows.empty()) {
        count = std::max(count, sheet.rows.rbegin()->first + 1);
    }
    return count;
}

/// The rows that data will be written to: a column's default style reaches only rows that stand in the file (measured),
/// so the rest of the sheet is one repeated row with a styled cell per column.
void write_rest(pugi::xml_node table, const Sheet& sheet) {
    constexpr int rows_of_calc = 1'048'576;
    const bool styled = std::ranges::any_of(sheet.columns, [](const SheetColumn& column) { return column.style != 0; });
    if (!styled || sheet.printed) {
        return;
    }
    pugi::xml_node row = child(table, "table:table-row");
    set(row, "table:number-rows-repeated", std::to_string(rows_of_calc - row_count(sheet)));
    for (const SheetColumn& column : sheet.columns) {
        set(child(row, "table:table-cell"), "table:style-name", cell_style_name(column.style));
    }
}

void write_sheet(pugi::xml_node spreadsheet, const Sheet& sheet, ChartsAre where, std::size_t& charts) {
    pugi::xml_node table = child(spreadsheet, "table:table");
    set(table, "table:name", sheet.name);
    set(table, "table:style-name", sheet_style_name(sheet));
    if (sheet.is_protected) {
        set(table, "table:protected", "true");
    }
    if (!sheet.printed && sheet.is_protected) { // what people own they may print
        set(table, "table:print", "false");
    } else if (sheet.print_range) {
        std::string range = absolute_range(sheet.name, *sheet.print_range);
        std::erase(range, '$');
        set(table, "table:print-ranges", range);
    }
    write_columns(table, sheet);
    pugi::xml_node rows = table;
    for (int index = 0; index < row_count(sheet); ++index) {
        if (sheet.repeat_rows && index == sheet.repeat_rows->first) {
            rows = child(table, "table:table-header-rows");
        }
        write_row(rows, sheet, index, where, charts);
        if (sheet.repeat_rows && index == sheet.repeat_rows->second) {
            rows = table;
        }
    }
    write_rest(table, sheet);
}

void write_validations(pugi::xml_node spreadsheet, const Workbook& workbook) {
    if (workbook.validations.empty()) {
        return;
    }
    pugi::xml_node list = child(spreadsheet, "table:content-validations");
    for (const Validation& one : workbook.validations) {
        pugi::xml_node node = child(list, "table:content-validation");
        set(node, "table:name", one.name);
        set(node, "table:condition", "of:" + one.condition);
        set(node, "table:allow-empty-cell", "true");
        pugi::xml_node message = child(node, "table:error-message");
        set(message, "table:message-type", "stop");
        set(message, "table:display", "true");
        child(message, "text:p").text().set(one.message.c_str());
    }
}

void write_names(pugi::xml_node spreadsheet, const Workbook& workbook) {
    pugi::xml_node names = child(spreadsheet, "table:named-expressions");
    for (const NamedRange& one : workbook.names) {
        pugi::xml_node node = child(names, "table:named-range");
        set(node, "table:name", one.name);
        set(node, "table:base-cell-address", absolute_range(one.sheet, {{0, 0}, {0, 0}}));
        set(node, "table:cell-range-address", absolute_range(one.sheet, one.range));
    }
}

void write_filters(pugi::xml_node spreadsheet, const Workbook& workbook) {
    pugi::xml_node ranges;
    int number = 0;
    for (const Sheet& sheet : workbook.sheets) {
        if (!sheet.filter) {
            continue;
        }
        if (!ranges) {
            ranges = child(spreadsheet, "table:database-ranges");
        }
        pugi::xml_node range = child(ranges, "table:database-range");
        set(range, "table:name", fmt::format("__Anonymous_Sheet_DB__{}", number++)); // the filter of a sheet
        std::string address = absolute_range(sheet.name, *sheet.filter);
        std::erase(address, '$');
        set(range, "table:target-range-address", address);
        set(range, "table:display-filter-buttons", "true");
    }
}

void write_body(pugi::xml_node root, const Workbook& workbook, ChartsAre where) {
    pugi::xml_node spreadsheet = child(child(root, "office:body"), "office:spreadsheet");
    pugi::xml_node calculation = child(spreadsheet, "table:calculation-settings");
    set(calculation, "table:case-sensitive", "false");
    set(calculation, "table:automatic-find-labels", "false");
    set(calculation, "table:use-regular-expressions", "false");
    set(calculation, "table:use-wildcards", "false"); // an account or insats code is never a pattern
    write_validations(spreadsheet, workbook);
    std::size_t charts = 0;
    for (const Sheet& sheet : workbook.sheets) {
        write_sheet(spreadsheet, sheet, where, charts);
    }
    write_names(spreadsheet, workbook);
    write_filters(spreadsheet, workbook);
}

std::string content_part(const Workbook& workbook) {
    pugi::xml_document document;
    pugi::xml_node root = root_of(document, "office:document-content");
    write_automatic_styles(child(root, "office:automatic-styles"), workbook);
    write_body(root, workbook, ChartsAre::parts);
    return text_of(document);
}

std::string styles_part(const Workbook& workbook) {
    pugi::xml_document document;
    pugi::xml_node root = root_of(document, "office:document-styles");
    write_common_styles(root, workbook);
    pugi::xml_node automatic = child(root, "office:automatic-styles");
    write_page_text_style(automatic);
    write_page_layouts(automatic);
    write_master_pages(root);
    return text_of(document);
}

std::string settings_part(const Workbook& workbook) {
    pugi::xml_document document;
    write_settings(root_of(document, "office:document-settings"), workbook);
    return text_of(document);
}

std::string meta_part(const Workbook& workbook) {
    pugi::xml_document document;
    write_meta(root_of(document, "office:document-meta"), workbook);
    return text_of(document);
}

/// Content and styles of each chart, in the order of their numbers.
std::vector<PackagePart> chart_parts(const Workbook& workbook) {
    std::vector<PackagePart> parts;
    for (const Sheet& sheet : workbook.sheets) {
        for (const auto& [at, chart] : sheet.charts) {
            const std::string folder = chart_folder(parts.size() / 2 + 1);
            pugi::xml_document content, styles;
            write_chart_content(root_of(content, "office:document-content"), chart, sheet.name);
            write_chart_common_styles(root_of(styles, "office:document-styles"));
            parts.push_back({folder + "/content.xml", text_of(content)});
            parts.push_back({folder + "/styles.xml", text_of(styles)});
        }
    }
    return parts;
}

std::string manifest_part(const std::vector<PackagePart>& charts) {
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    pugi::xml_node root = document.append_child("manifest:manifest");
    set(root, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
    set(root, "manifest:version", "1.3");
    const auto entry = [&](const std::string& path, const char* type) {
        pugi::xml_node node = child(root, "manifest:file-entry");
        set(node, "manifest:full-path", path);
        set(node, "manifest:media-type", type);
    };
    entry("/", template_type);
    for (const char* part : {"content.xml", "styles.xml", "settings.xml", "meta.xml"}) {
        entry(part, "text/xml");
    }
    for (const PackagePart& part : charts) {
        const std::size_t name = part.path.find('/') + 1;
        if (part.path.substr(name) == "content.xml") {
            entry(part.path.substr(0, name), chart_type);
        }
        entry(part.path, "text/xml");
    }
    return text_of(document);
}

} // namespace

std::string write_flat(const Workbook& workbook) {
    pugi::xml_document document;
    pugi::xml_node root = root_of(document, "office:document");
    set(root, "office:mimetype", spreadsheet_type);
    write_meta(root, workbook);
    write_settings(root, workbook);
    write_common_styles(root, workbook);
    pugi::xml_node automatic = child(root, "office:automatic-styles");
    write_page_text_style(automatic);
    write_automatic_styles(automatic, workbook);
    write_page_layouts(automatic);
    write_master_pages(root);
    write_body(root, workbook, ChartsAre::inside);
    return text_of(document);
}

std::vector<PackagePart> write_template_parts(const Workbook& workbook) {
    const std::vector<PackagePart> charts = chart_parts(workbook);
    std::vector<PackagePart> parts = {{"mimetype", template_type},
                                      {"content.xml", content_part(workbook)},
                                      {"styles.xml", styles_part(workbook)},
                                      {"settings.xml", settings_part(workbook)},
                                      {"meta.xml", meta_part(workbook)}};
    parts.insert(parts.end(), charts.begin(), charts.end());
    parts.push_back({"META-INF/manifest.xml", manifest_part(charts)});
    return parts;
}

} // namespace finsam::workbook
