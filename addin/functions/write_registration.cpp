// Build tool: writes the IDL, CalcAddIns.xcu or the reference docs/funktioner.md from the function table.
// Usage: write_registration idl|xcu|reference OUT

#include "addin/functions/function_table.hpp"
#include "addin/registration_xml.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <fmt/format.h>
#include <iterator>
#include <ranges>
#include <string>

namespace finsam::addin {
namespace {

std::string_view idl_type(ArgumentType type) {
    switch (type) {
    case ArgumentType::number: return "double";
    case ArgumentType::text: return "string";
    case ArgumentType::range: return "com::sun::star::table::XCellRange";
    case ArgumentType::optional: return "any";
    case ArgumentType::document: return "com::sun::star::beans::XPropertySet";
    }
    return "any";
}

std::string_view idl_type(ResultType type) {
    switch (type) {
    case ResultType::number: return "double";
    case ResultType::text: return "string";
    case ResultType::matrix: return "sequence<sequence<any> >";
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
                       idl_type(function.result), function.method, parameters);
}

std::string idl() {
    std::string text = "module se { module finsam { module calc {\n\ninterface XFunctions {\n";
    for (const Function& function : function_table()) {
        text += idl_method(function);
    }
    return text + "};\n\nservice Functions : XFunctions;\n\n}; }; };\n";
}

void add_function(std::string& xml, const Function& function) {
    xml += fmt::format("<node oor:name=\"{}\" oor:op=\"replace\">\n", function.method);
    add_property(xml, "DisplayName", {function.name, function.name});
    add_property(xml, "Description", function.description);
    xml += "<prop oor:name=\"Category\"><value>Financial</value></prop>\n";
    xml +=
        fmt::format("<prop oor:name=\"CompatibilityName\"><value xml:lang=\"en\">{}</value></prop>\n", function.name);
    xml += "<node oor:name=\"Parameters\">\n";
    for (const Argument& argument : function.arguments | std::views::filter(is_visible)) {
        xml += fmt::format("<node oor:name=\"{}\" oor:op=\"replace\">\n", argument.name);
        add_property(xml, "DisplayName", argument.label);
        add_property(xml, "Description", argument.description);
        xml += "</node>\n";
    }
    xml += "</node>\n</node>\n";
}

std::string xcu() {
    std::string xml = "<node oor:name=\"AddInInfo\">\n";
    xml +=
        fmt::format("<node oor:name=\"{}\" oor:op=\"fuse\">\n<node oor:name=\"AddInFunctions\">\n", functions_service);
    for (const Function& function : function_table()) {
        add_function(xml, function);
    }
    return configuration("Office", "CalcAddIns", xml + "</node>\n</node>\n</node>\n");
}

/// One of the two languages of a text, and the words of the reference around it.
struct Language {
    std::string_view Text::*text;
    std::string_view array_formula, stored, argument, may_be_omitted, meaning, yes, no, result, shown, cause, example,
        given, gives;
};

constexpr Language swedish = {&Text::sv,
                              "Markera ett område som rymmer svaret, skriv formeln och tryck Ctrl+Skift+Retur.",
                              "I filen heter funktionen",
                              "Argument",
                              "Kan utelämnas",
                              "Vad det är",
                              "ja",
                              "nej",
                              "Svar",
                              "Cellen visar",
                              "När",
                              "Exempel",
                              "I cellerna står:",
                              "ger"};
constexpr Language english = {&Text::en,
                              "Select a range that holds the result, type the formula and press Ctrl+Shift+Enter.",
                              "In the file the function is named",
                              "Argument",
                              "May be left out",
                              "What it is",
                              "yes",
                              "no",
                              "Result",
                              "The cell shows",
                              "When",
                              "Example",
                              "The cells hold:",
                              "gives"};

/// SOLIDITET(Eget kapital; Summa tillgångar; [Ansvarsförbindelse])
std::string signature(const Function& function, const Language& language) {
    std::string arguments;
    for (const Argument& argument : function.arguments | std::views::filter(is_visible)) {
        const bool optional = argument.type == ArgumentType::optional;
        arguments += fmt::format("{}{}{}{}", arguments.empty() ? "" : "; ", optional ? "[" : "",
                                 argument.label.*language.text, optional ? "]" : "");
    }
    return fmt::format("{}({})", function.name, arguments);
}

std::string upper(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

std::string arguments_table(const Function& function, const Language& language) {
    std::string text =
        fmt::format("| {} | {} | {} |\n|---|---|---|\n", language.argument, language.may_be_omitted, language.meaning);
    for (const Argument& argument : function.arguments | std::views::filter(is_visible)) {
        text += fmt::format("| {} | {} | {} |\n", argument.label.*language.text,
                            argument.type == ArgumentType::optional ? language.yes : language.no,
                            argument.description.*language.text);
    }
    return text;
}

std::string errors_table(const Function& function, const Language& language) {
    std::string text = fmt::format("| {} | {} |\n|---|---|\n", language.shown, language.cause);
    for (const ErrorCase& error : function.errors) {
        text += fmt::format("| {} | {} |\n", error.shown.*language.text, error.cause.*language.text);
    }
    return text;
}

/// A result of several lines stands in a block of its own.
std::string example(const Function& function, const Language& language) {
    const Example& example = function.example;
    const std::string_view remark = example.remark.*language.text;
    std::string text = fmt::format("**{}.** ", language.example);
    if (!example.given.empty()) {
        text += fmt::format("{}\n\n```\n{}```\n\n", language.given, example.given);
    }
    text += fmt::format("`{}` {}", example.formula, language.gives);
    if (function.result == ResultType::matrix) {
        return text + fmt::format("\n\n```\n{}```\n", example.result);
    }
    std::string result(example.result);
    if (&language == &swedish && function.result == ResultType::number) {
        std::ranges::replace(result, '.', ',');
    }
    return text + fmt::format(" {}{}{}.\n", result, remark.empty() ? "" : ", ", remark);
}

std::string function_reference(const Function& function, const Language& language) {
    std::string text = fmt::format("### {}\n\n`={}`\n\n{}\n", function.name, signature(function, language),
                                   function.description.*language.text);
    if (function.result == ResultType::matrix) {
        text += fmt::format("{}\n", language.array_formula);
    }
    text += fmt::format("\n{}\n**{}.** {}\n\n{}\n{}\n{} `{}.{}`.\n", arguments_table(function, language),
                        language.result, function.result_text.*language.text, errors_table(function, language),
                        example(function, language), language.stored, upper(functions_service), upper(function.method));
    return text;
}

std::string reference() {
    std::string text =
        "# Cellfunktionerna i tillägget Finsam\n\n"
        "<!-- Skriven ur addin/functions/function_table.cpp av finsam_write_registration. Ändra där, inte här. -->\n\n"
        "Funktionerna finns i LibreOffice Calc när tillägget är installerat, i funktionsguiden under Finans. Namnen "
        "är\n"
        "desamma på alla språk. Argument inom hakparentes kan utelämnas. Felens namn är de som LibreOffice visar på\n"
        "svenska; andra delen har de engelska.\n\n## På svenska\n";
    for (const Function& function : function_table()) {
        text += "\n" + function_reference(function, swedish);
    }
    text +=
        "\n## In English\n\n"
        "The texts of the function wizard in an English LibreOffice. The names of the functions, of the columns and\n"
        "of the units are Swedish in every language.\n";
    for (const Function& function : function_table()) {
        text += "\n" + function_reference(function, english);
    }
    return text;
}

} // namespace
} // namespace finsam::addin

int main(int argc, char** argv) {
    using namespace finsam::addin;
    const std::string_view what = argc == 3 ? argv[1] : "";
    if (what != "idl" && what != "xcu" && what != "reference") {
        std::fputs("usage: write_registration idl|xcu|reference OUT\n", stderr);
        return 2;
    }
    return write_file(argv[2], what == "idl" ? idl() : what == "xcu" ? xcu() : reference()) ? 0 : 1;
}
