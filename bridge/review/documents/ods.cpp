#include "bridge/review/documents/formats.hpp"

#include <algorithm>
#include <pugixml.hpp>

namespace finsam::review {
namespace {

std::size_t repeated(const pugi::xml_node& node, const char* attribute) {
    return static_cast<std::size_t>(std::clamp(node.attribute(attribute).as_int(1), 1, 1'000'000));
}

bool is_hidden(const pugi::xml_node& node) {
    const std::string_view visibility = node.attribute("table:visibility").as_string();
    return visibility == "collapse" || visibility == "filter";
}

/// Text of a paragraph: <text:s/> is spaces, <text:tab/> and line breaks a space.
void add_text(const pugi::xml_node& node, std::string& text) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            text += child.value();
        } else if (name == "text:s") {
            text.append(std::min<std::size_t>(repeated(child, "text:c"), 16), ' ');
        } else if (name == "text:tab" || name == "text:line-break") {
            text += ' ';
        } else if (name != "office:annotation") {
            add_text(child, text);
        }
    }
}

std::string text_of(const pugi::xml_node& cell) {
    std::string text;
    for (const pugi::xml_node paragraph : cell.children("text:p")) {
        text += text.empty() ? "" : " ";
        add_text(paragraph, text);
    }
    return text;
}

/// Rows and columns may stand in groups and header groups.
template <class Visit>
void each(const pugi::xml_node& node, std::string_view wanted, Visit visit) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name == wanted) {
            visit(child);
        } else if (name.ends_with("-group") || name.ends_with("-rows") || name.ends_with("-columns")) {
            each(child, wanted, visit);
        }
    }
}

Sheet read_sheet(const pugi::xml_node& table) {
    SheetBuilder sheet(table.attribute("table:name").as_string(),
                       parse_range(table.attribute("table:print-ranges").as_string()));
    std::size_t column = 0;
    each(table, "table:table-column", [&](const pugi::xml_node& node) {
        const std::size_t count = repeated(node, "table:number-columns-repeated");
        for (std::size_t c = column; is_hidden(node) && c < std::min(column + count, most_sheet_columns); ++c) {
            sheet.hide_column(c);
        }
        column += count;
    });
    std::size_t row = 0;
    each(table, "table:table-row", [&](const pugi::xml_node& node) {
        const std::size_t count = repeated(node, "table:number-rows-repeated");
        for (std::size_t r = row; r < std::min(row + count, most_sheet_rows); ++r) {
            if (is_hidden(node)) {
                sheet.hide_row(r);
            }
            std::size_t at = 0;
            for (const pugi::xml_node cell : node.children()) {
                const std::size_t cells = repeated(cell, "table:number-columns-repeated");
                const std::string text = text_of(cell);
                for (std::size_t c = at; !text.empty() && c < std::min(at + cells, most_sheet_columns); ++c) {
                    sheet.set(r, c, text);
                }
                at += cells;
            }
        }
        row += count;
    });
    return sheet.take();
}

} // namespace

tl::expected<std::vector<Sheet>, std::string> read_ods(const ZipArchive& archive) {
    const auto content = archive.read("content.xml");
    if (!content) {
        return tl::unexpected(content.error());
    }
    pugi::xml_document document;
    constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata; // spaces alone are text too; no DOCTYPE
    if (!document.load_buffer(content->data(), content->size(), options)) {
        return tl::unexpected(std::string("innehållet (content.xml) är skadat."));
    }
    std::vector<Sheet> sheets;
    const auto spreadsheet = document.child("office:document-content").child("office:body").child("office:spreadsheet");
    for (const pugi::xml_node table : spreadsheet.children("table:table")) {
        const bool printed = std::string_view(table.attribute("table:print").as_string("true")) != "false";
        sheets.push_back(printed ? read_sheet(table) : Sheet{table.attribute("table:name").as_string(), {}});
    }
    return sheets;
}

} // namespace finsam::review
