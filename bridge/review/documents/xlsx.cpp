#include "bridge/review/documents/formats.hpp"
#include "bridge/review/documents/number_format.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>

namespace finsam::review {
namespace {

/// Names with or without a namespace prefix: "c" and "x:c".
std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node one : node.children()) {
        if (local_name(one) == name) {
            return one;
        }
    }
    return {};
}

/// The text of <t> elements, also in runs of rich text; what is phonetic is passed over.
std::string text_in(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node one : node.children()) {
        if (local_name(one) == "t") {
            text += one.text().as_string();
        } else if (local_name(one) == "r") {
            text += text_in(one);
        }
    }
    return text;
}

class XlsxReader {
public:
    explicit XlsxReader(const ZipArchive& archive) : archive_(archive) {}

    tl::expected<std::vector<Sheet>, std::string> run() {
        pugi::xml_document workbook, relations;
        if (!load("xl/workbook.xml", workbook) || !load("xl/_rels/workbook.xml.rels", relations)) {
            return tl::unexpected(error_.empty() ? "filen är inget kalkylark." : error_);
        }
        read_strings();
        read_styles();
        const pugi::xml_node root = workbook.document_element();
        read_print_areas(root);
        std::vector<Sheet> sheets;
        int index = 0;
        for (const pugi::xml_node sheet : child(root, "sheets").children()) {
            const std::string name = sheet.attribute("name").as_string();
            // Where some sheets have a print area, the others are working sheets.
            const bool printed = print_areas_.empty() || print_areas_.contains(index);
            const bool visible =
                printed && std::string_view(sheet.attribute("state").as_string("visible")) == "visible";
            if (!visible) {
                sheets.push_back({name, {}});
            } else if (auto read = read_sheet(name, index, target(relations, sheet.attribute("r:id").as_string()))) {
                sheets.push_back(std::move(*read));
            } else {
                return tl::unexpected(read.error());
            }
            ++index;
        }
        return sheets;
    }

private:
    bool load(const std::string& name, pugi::xml_document& document) {
        const auto bytes = archive_.read(name);
        if (!bytes || bytes->empty()) {
            error_ = bytes ? "" : bytes.error();
            return false;
        }
        constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata; // no DOCTYPE, no entities of its own
        return static_cast<bool>(document.load_buffer(bytes->data(), bytes->size(), options));
    }

    /// "worksheets/sheet1.xml" beside the workbook, or a path from the root.
    static std::string target(const pugi::xml_document& relations, std::string_view id) {
        for (const pugi::xml_node relation : relations.document_element().children()) {
            if (id == relation.attribute("Id").as_string()) {
                const std::string_view to = relation.attribute("Target").as_string();
                return to.starts_with('/') ? std::string(to.substr(1)) : "xl/" + std::string(to);
            }
        }
        return {};
    }

    void read_strings() {
        pugi::xml_document document;
        if (load("xl/sharedStrings.xml", document)) {
            for (const pugi::xml_node item : document.document_element().children()) {
                strings_.push_back(text_in(item));
            }
        }
    }

    void read_styles() {
        pugi::xml_document document;
        if (!load("xl/styles.xml", document)) {
            return;
        }
        std::map<int, std::string> codes;
        for (const pugi::xml_node format : child(document.document_element(), "numFmts").children()) {
            codes[format.attribute("numFmtId").as_int()] = format.attribute("formatCode").as_string();
        }
        for (const pugi::xml_node style : child(document.document_element(), "cellXfs").children()) {
            const int id = style.attribute("numFmtId").as_int();
            const auto own = codes.find(id);
            formats_.push_back(own == codes.end() ? std::string(built_in_format(id)) : own->second);
        }
    }

    void read_print_areas(const pugi::xml_node& workbook) {
        for (const pugi::xml_node name : child(workbook, "definedNames").children()) {
            if (std::string_view(name.attribute("name").as_string()) == "_xlnm.Print_Area") {
                print_areas_[name.attribute("localSheetId").as_int(-1)] = name.text().as_string();
            }
        }
    }

    tl::expected<Sheet, std::string> read_sheet(const std::string& name, int index, const std::string& path) {
        pugi::xml_document document;
        if (!load(path, document)) {
            return tl::unexpected("bladet " + name + " kan inte läsas" + (error_.empty() ? "." : ": " + error_));
        }
        const auto area = print_areas_.find(index);
        SheetBuilder sheet(name, area == print_areas_.end() ? CellRange() : parse_range(area->second));
        const pugi::xml_node root = document.document_element();
        for (const pugi::xml_node column : child(root, "cols").children()) {
            const std::size_t last = std::min<std::size_t>(column.attribute("max").as_uint(), most_sheet_columns);
            for (std::size_t c = column.attribute("min").as_uint(1); is_true(column, "hidden") && c <= last; ++c) {
                sheet.hide_column(c - 1);
            }
        }
        std::size_t next_row = 0;
        for (const pugi::xml_node row : child(root, "sheetData").children()) {
            next_row = row.attribute("r").as_uint(static_cast<unsigned>(next_row + 1));
            if (is_true(row, "hidden") && next_row <= most_sheet_rows) {
                sheet.hide_row(next_row - 1);
            }
            read_cells(row, next_row - 1, sheet);
        }
        return sheet.take();
    }

    static bool is_true(const pugi::xml_node& node, const char* attribute) {
        const std::string_view value = node.attribute(attribute).as_string();
        return value == "1" || value == "true";
    }

    void read_cells(const pugi::xml_node& row, std::size_t at, SheetBuilder& sheet) const {
        std::size_t next = 0;
        for (const pugi::xml_node cell : row.children()) {
            const std::string reference = cell.attribute("r").as_string();
            if (!reference.empty()) {
                next = parse_range(reference + ":" + reference).first_column;
            }
            sheet.set(at, next, shown(cell));
            ++next;
        }
    }

    std::string shown(const pugi::xml_node& cell) const {
        const std::string_view type = cell.attribute("t").as_string("n");
        const std::string value = child(cell, "v").text().as_string();
        if (type == "inlineStr") {
            return text_in(child(cell, "is"));
        }
        if (type == "s") {
            std::size_t at = 0;
            std::from_chars(value.data(), value.data() + value.size(), at);
            return !value.empty() && at < strings_.size() ? strings_[at] : std::string();
        }
        if (type != "n" || value.empty()) {
            return value; // texts of formulas, errors
        }
        double number = 0.0;
        const auto end = std::from_chars(value.data(), value.data() + value.size(), number);
        if (end.ec != std::errc()) {
            return value;
        }
        const std::size_t style = cell.attribute("s").as_uint();
        return shown_number(number, style < formats_.size() ? std::string_view(formats_[style]) : "");
    }

    const ZipArchive& archive_;
    std::vector<std::string> strings_, formats_;
    std::map<int, std::string> print_areas_;
    std::string error_;
};

} // namespace

tl::expected<std::vector<Sheet>, std::string> read_xlsx(const ZipArchive& archive) {
    return XlsxReader(archive).run();
}

} // namespace finsam::review
