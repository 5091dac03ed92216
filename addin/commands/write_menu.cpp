// Build tool: writes the menu, the toolbar and the scheme of the commands from the command table.
// Usage: write_menu addons|protocol|window OUT

#include "addin/commands/command_table.hpp"
#include "addin/registration_xml.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <string>

namespace finsam::addin {
namespace {

constexpr std::string_view calc = "com.sun.star.sheet.SpreadsheetDocument";
constexpr std::string_view calc_and_start_center =
    "com.sun.star.sheet.SpreadsheetDocument,com.sun.star.frame.StartModule";
constexpr std::string_view toolbar_name = "se.finsam.calc.toolbar";

std::string url_of(const Command& command) {
    return fmt::format("{}{}", command_scheme, command.name);
}

void open_node(std::string& xml, std::string_view name) {
    xml += fmt::format("<node oor:name=\"{}\" oor:op=\"replace\">\n", name);
}

/// Entries come in the order of their names: of the table.
struct Entries {
    std::string xml;
    int count = 0;

    void open() { open_node(xml, fmt::format("m{:02}", ++count)); }
    void add_separator() {
        if (count > 0) {
            open();
            add_property(xml, "URL", "private:separator");
            xml += "</node>\n";
        }
    }
    void add(const Command& command, const Text& title, std::string_view where) {
        open();
        add_property(xml, "URL", url_of(command));
        add_property(xml, "Title", title);
        add_property(xml, "Target", "_self");
        add_property(xml, "Context", where);
        xml += "</node>\n";
    }
};

std::string menu() {
    Entries entries;
    for (const Command& command : command_table()) {
        if (command.starts_group) {
            entries.add_separator();
        }
        entries.add(command, command.title, command.needs == Needs::nothing ? calc_and_start_center : calc);
    }
    std::string xml = "<node oor:name=\"OfficeMenuBar\">\n";
    open_node(xml, "se.finsam.calc.menu");
    add_property(xml, "Title", Text{"Fi~nsam", "Fi~nsam"});
    add_property(xml, "Context", calc_and_start_center);
    return xml + "<node oor:name=\"Submenu\">\n" + entries.xml + "</node>\n</node>\n</node>\n";
}

/// A tooltip of a button is its title: it has no mnemonic.
std::string without_mnemonic(std::string_view title) {
    std::string text(title);
    std::erase(text, '~');
    return text;
}

std::string toolbar() {
    Entries entries;
    for (const Command& command : command_table()) {
        if (!command.in_toolbar) {
            continue;
        }
        if (command.starts_group) {
            entries.add_separator();
        }
        const std::string sv = without_mnemonic(command.title.sv), en = without_mnemonic(command.title.en);
        entries.add(command, {sv, en}, calc);
    }
    std::string xml = "<node oor:name=\"OfficeToolBar\">\n";
    open_node(xml, toolbar_name);
    return xml + entries.xml + "</node>\n</node>\n";
}

std::string images() {
    std::string xml = "<node oor:name=\"Images\">\n";
    for (const Command& command : command_table()) {
        open_node(xml, fmt::format("se.finsam.calc.image.{}", command.name));
        add_property(xml, "URL", url_of(command));
        xml += "<node oor:name=\"UserDefinedImages\">\n";
        add_property(xml, "ImageSmallURL", fmt::format("%origin%/icons/{}.svg", command.name));
        add_property(xml, "ImageBigURL", fmt::format("%origin%/icons/{}.svg", command.name));
        xml += "</node>\n</node>\n";
    }
    return xml + "</node>\n";
}

std::string addons() {
    return configuration("Office", "Addons",
                         "<node oor:name=\"AddonUI\">\n" + menu() + toolbar() + images() + "</node>\n");
}

std::string protocol() {
    std::string xml = "<node oor:name=\"HandlerSet\">\n";
    open_node(xml, commands_service);
    add_property(xml, "Protocols", fmt::format("{}*", command_scheme));
    return configuration("Office", "ProtocolHandler", xml + "</node>\n</node>\n");
}

/// The toolbar's name, without which View > Toolbars shows "Add-On 1".
std::string window() {
    std::string xml = "<node oor:name=\"UIElements\">\n<node oor:name=\"States\">\n";
    open_node(xml, fmt::format("private:resource/toolbar/addon_{}", toolbar_name));
    add_property(xml, "UIName", Text{"Finsam", "Finsam"});
    return configuration("Office.UI", "CalcWindowState", xml + "</node>\n</node>\n</node>\n");
}

} // namespace
} // namespace finsam::addin

int main(int argc, char** argv) {
    using namespace finsam::addin;
    const std::string_view what = argc == 3 ? argv[1] : "";
    if (what != "addons" && what != "protocol" && what != "window") {
        std::fputs("usage: write_menu addons|protocol|window OUT\n", stderr);
        return 2;
    }
    return write_file(argv[2], what == "addons" ? addons() : what == "protocol" ? protocol() : window()) ? 0 : 1;
}
