#include "tests/office/document_dump.hpp"

#include "bridge/review/documents/zip_archive.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>
#include <sstream>

namespace finsam::office {
namespace {

using Styles = std::map<std::string, std::string>; ///< "family name" -> contents

std::string text_of(const pugi::xml_node& node) {
    std::ostringstream out;
    node.print(out, "", pugi::format_raw);
    return out.str();
}

/// The office numbers automatic styles and data styles by their first use: only what they hold counts.
Styles styles_of(const pugi::xml_node& root) {
    std::map<std::string, std::string> data_styles;
    const pugi::xml_node automatic = root.child("office:automatic-styles");
    for (pugi::xml_node style : automatic.children()) {
        if (std::string(style.name()).starts_with("number:")) {
            const std::string name = style.attribute("style:name").value();
            style.remove_attribute("style:name");
            for (pugi::xml_node map : style.children("style:map")) {
                const auto known = data_styles.find(map.attribute("style:apply-style-name").value());
                map.attribute("style:apply-style-name")
                    .set_value(known == data_styles.end() ? "" : known->second.c_str());
            }
            data_styles[name] = text_of(style);
        }
    }
    Styles styles;
    for (pugi::xml_node style : automatic.children("style:style")) {
        const std::string key =
            fmt::format("{} {}", style.attribute("style:family").value(), style.attribute("style:name").value());
        style.remove_attribute("style:name");
        if (pugi::xml_attribute data = style.attribute("style:data-style-name")) {
            const auto known = data_styles.find(data.value());
            data.set_value(known == data_styles.end() ? data.value() : known->second.c_str());
        }
        styles[key] = text_of(style);
    }
    return styles;
}

void resolve(pugi::xml_node node, const Styles& styles, bool results) {
    const std::string name = node.name();
    const std::string family = name == "table:table-row" ? "table-row" : name == "table:table-cell" ? "table-cell" : "";
    if (pugi::xml_attribute style = node.attribute("table:style-name"); style && !family.empty()) {
        const auto known = styles.find(family + " " + style.value());
        if (known != styles.end()) {
            style.set_value(known->second.c_str());
        }
    }
    if (name == "office:annotation") { // its box is drawn where the rows are now
        for (const char* place : {"svg:x", "svg:y", "svg:width", "svg:height", "draw:caption-point-x",
                                  "draw:caption-point-y", "draw:style-name", "table:end-x", "table:end-y"}) {
            node.remove_attribute(place);
        }
    }
    if (name == "draw:object") { // a chart is written anew from the cells it draws, which are compared themselves
        while (node.remove_child(node.first_child())) {
        }
    }
    if (name == "draw:frame") { // its picture, and what the office names it by
        node.remove_child("draw:image");
        for (const char* given : {"draw:style-name", "draw:text-style-name", "draw:z-index"}) {
            node.remove_attribute(given);
        }
    }
    if (!results && node.attribute("table:formula")) {
        for (const char* result : {"office:value", "office:value-type", "office:string-value", "calcext:value-type",
                                   "office:boolean-value", "office:date-value"}) {
            node.remove_attribute(result);
        }
        while (node.remove_child("text:p")) {
        }
    }
    for (pugi::xml_node child : node.children()) {
        resolve(child, styles, results);
    }
}

class Dumper {
public:
    Dumper(const Styles& styles, bool results) : styles_(styles), results_(results) {}

    void sheet(const pugi::xml_node& table) {
        name_ = table.attribute("table:name").value();
        row_ = 0;
        out_[name_ + " skydd"] = table.attribute("table:protected").value();
        rows(table);
    }
    void names(const pugi::xml_node& list) {
        for (const pugi::xml_node& name : list.children()) {
            out_[fmt::format("Namn {}", name.attribute("table:name").value())] = text_of(name);
        }
    }
    Dump take() { return std::move(out_); }

private:
    void rows(const pugi::xml_node& parent) {
        for (pugi::xml_node node : parent.children()) {
            const std::string kind = node.name();
            if (kind == "table:table-row") {
                row(node);
            } else if (kind.starts_with("table:table-row") || kind.starts_with("table:table-header-row")) {
                rows(node);
            }
        }
    }

    void row(pugi::xml_node node) {
        const int repeated = std::max(1, node.attribute("table:number-rows-repeated").as_int(1));
        node.remove_attribute("table:number-rows-repeated");
        resolve(node, styles_, results_);
        const std::string text = text_of(node);
        for (int i = 0; i < std::min(repeated, most_alike); ++i) {
            out_[fmt::format("{} rad {}", name_, row_ + i + 1)] = text;
        }
        row_ += repeated;
    }

    static constexpr int most_alike = 300; ///< below all that is used every row is alike

    const Styles& styles_;
    bool results_;
    std::string name_;
    int row_ = 0;
    Dump out_;
};

} // namespace

Dump dump_of(const Document& document, const std::filesystem::path& scratch, bool results) {
    document.store(scratch);
    const auto archive = review::ZipArchive::open(scratch);
    const auto content = archive ? archive->read("content.xml") : tl::unexpected(archive.error());
    pugi::xml_document xml;
    if (!content || !xml.load_string(content->c_str(), pugi::parse_default | pugi::parse_ws_pcdata)) {
        throw std::runtime_error("cannot read " + scratch.string());
    }
    const pugi::xml_node root = xml.child("office:document-content");
    const Styles styles = styles_of(root);
    Dumper dumper(styles, results);
    const pugi::xml_node body = root.child("office:body").child("office:spreadsheet");
    for (const pugi::xml_node& table : body.children("table:table")) {
        dumper.sheet(table);
    }
    dumper.names(body.child("table:named-expressions"));
    return dumper.take();
}

} // namespace finsam::office
