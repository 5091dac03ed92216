// Build tool: writes the IDL or CalcAddIns.xcu from the function table. Usage: write_registration idl|xcu OUT

#include "addin/functions/function_table.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <string>

namespace finsam::addin {
namespace {

std::string_view idl_type(ArgumentType type) {
    switch (type) {
    case ArgumentType::number: return "double";
    case ArgumentType::range: return "com::sun::star::table::XCellRange";
    case ArgumentType::optional: return "any";
    }
    return "any";
}

std::string idl_method(const Function& function) {
    std::string parameters;
    for (const Argument& argument : function.arguments) {
        parameters +=
            fmt::format("{}[in] {} {}", parameters.empty() ? "" : ", ", idl_type(argument.type), argument.name);
    }
    return fmt::format("    {} {}({})\n        raises (com::sun::star::lang::IllegalArgumentException);\n",
                       function.result == ResultType::matrix ? "sequence<sequence<any> >" : "double", function.method,
                       parameters);
}

std::string idl() {
    std::string text = "module se { module finsam { module calc {\n\ninterface XFunctions {\n";
    for (const Function& function : function_table()) {
        text += idl_method(function);
    }
    return text + "};\n\nservice Functions : XFunctions;\n\n}; }; };\n";
}

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

void add_function(std::string& xml, const Function& function) {
    xml += fmt::format("<node oor:name=\"{}\" oor:op=\"replace\">\n", function.method);
    add_property(xml, "DisplayName", {function.name, function.name});
    add_property(xml, "Description", function.description);
    xml += "<prop oor:name=\"Category\"><value>Financial</value></prop>\n";
    xml +=
        fmt::format("<prop oor:name=\"CompatibilityName\"><value xml:lang=\"en\">{}</value></prop>\n", function.name);
    xml += "<node oor:name=\"Parameters\">\n";
    for (const Argument& argument : function.arguments) {
        xml += fmt::format("<node oor:name=\"{}\" oor:op=\"replace\">\n", argument.name);
        add_property(xml, "DisplayName", argument.label);
        add_property(xml, "Description", argument.description);
        xml += "</node>\n";
    }
    xml += "</node>\n</node>\n";
}

std::string xcu() {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\" "
                      "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" oor:name=\"CalcAddIns\" "
                      "oor:package=\"org.openoffice.Office\">\n<node oor:name=\"AddInInfo\">\n";
    xml +=
        fmt::format("<node oor:name=\"{}\" oor:op=\"fuse\">\n<node oor:name=\"AddInFunctions\">\n", functions_service);
    for (const Function& function : function_table()) {
        add_function(xml, function);
    }
    return xml + "</node>\n</node>\n</node>\n</oor:component-data>\n";
}

bool write(const char* path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    return static_cast<bool>(out.flush());
}

} // namespace
} // namespace finsam::addin

int main(int argc, char** argv) {
    using namespace finsam::addin;
    const std::string_view what = argc == 3 ? argv[1] : "";
    if (what != "idl" && what != "xcu") {
        std::fputs("usage: write_registration idl|xcu OUT\n", stderr);
        return 2;
    }
    return write(argv[2], what == "idl" ? idl() : xcu()) ? 0 : 1;
}
