#include "addin/registration_xml.hpp"

#include <fmt/format.h>
#include <fstream>

namespace finsam::addin {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    }
    return out;
}

void add_property(std::string& xml, std::string_view name, const Text& text) {
    xml += fmt::format(
        "<prop oor:name=\"{0}\"><value xml:lang=\"en\">{1}</value><value xml:lang=\"sv\">{2}</value></prop>\n", name,
        escaped(text.en), escaped(text.sv));
}

void add_property(std::string& xml, std::string_view name, std::string_view value) {
    xml += fmt::format("<prop oor:name=\"{}\"><value>{}</value></prop>\n", name, escaped(value));
}

std::string configuration(std::string_view package, std::string_view name, std::string_view content) {
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\" "
                       "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" oor:name=\"{}\" "
                       "oor:package=\"org.openoffice.{}\">\n{}</oor:component-data>\n",
                       name, package, content);
}

bool write_file(const char* path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    return static_cast<bool>(out.flush());
}

} // namespace finsam::addin
