// The command `finsam`.

#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace finsam::command {
namespace {

/// The first option that an error of CLI11 names ("--ar"), or "Ett argument".
std::string option_in(std::string_view what) {
    for (std::size_t at = what.find('-'); at != std::string_view::npos; at = what.find('-', at + 1)) {
        const bool begins_a_word = at == 0 || what[at - 1] == ' ';
        if (begins_a_word) {
            return std::string(what.substr(at, what.find_first_of(" :=,", at) - at));
        }
    }
    return "Ett argument";
}

/// "--typ: 5 not in {1,2,3,4E,4I}" in Swedish; "" where CLI11 says something else.
std::string not_among_choices(std::string_view option, std::string_view what) {
    constexpr std::string_view between = " not in {";
    const std::size_t end_of_value = what.rfind(between), end = what.rfind('}');
    const std::size_t value = option.size() + std::string_view(": ").size();
    if (!what.starts_with(option) || end_of_value == std::string_view::npos || end < end_of_value ||
        value > end_of_value) {
        return "";
    }
    std::string choices;
    for (const char c : what.substr(end_of_value + between.size(), end - end_of_value - between.size())) {
        choices += c == ',' ? std::string(", ") : std::string(1, c);
    }
    return fmt::format("{}: ”{}” går inte att välja. Välj något av {}.", option,
                       what.substr(value, end_of_value - value), choices);
}

/// CLI11 explains in English; its error classes are told in Swedish here, with the words concerned.
std::string swedish(const CLI::App& app, const CLI::ParseError& error) {
    const std::string option = option_in(error.what());
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        return fmt::format("Okänt argument: {}.", fmt::join(app.remaining(true), " "));
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        if (app.get_subcommands().empty()) {
            return "Ange ett kommando: kontrollera, importera, rapport, arbetsbok, revisionskopia, spara, "
                   "exportera, granska eller jamfor.";
        }
        const bool wants_row = std::string_view(error.what()).starts_with("rad ");
        const bool wants_workbook = std::string_view(error.what()).starts_with("arbetsbok ");
        return option.starts_with("-") ? fmt::format("{} måste anges.", option)
               : wants_workbook        ? "Ange arbetsboken som ska kopieras."
               : wants_row             ? "Ange den rad i rapporten som ska spåras."
                                       : "Ange minst en SIE-fil.";
    }
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
        return option + ": värdet kan inte tolkas som ett tal.";
    }
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) {
        if (std::string text = not_among_choices(option, error.what()); !text.empty()) {
            return text;
        }
        return option + ": värdet är inte något av dem som är tillåtna; de står i hjälpen för kommandot.";
    }
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
        const std::string_view both = error.what(); // "--huvudbok excludes --sie"
        return fmt::format("Ange antingen {} eller {}, inte båda.", both.substr(0, both.find(' ')),
                           both.substr(both.rfind(' ') + 1));
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        return option + ": värdet saknas.";
    }
    return option + " kan inte tolkas.";
}

void name_help_parts(CLI::App& app) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(38);
    if (!help_in_english()) {
        formatter->label("Usage", "Användning");
        formatter->label("Options", "Val");
        formatter->label("OPTIONS", "VAL");
        formatter->label("Positionals", "Argument");
        formatter->label("Subcommands", "Kommandon");
        formatter->label("SUBCOMMAND", "KOMMANDO");
        formatter->label("SUBCOMMANDS", "KOMMANDON");
        formatter->label("REQUIRED", "(krävs)");
        formatter->label("Excludes", "Inte tillsammans med");
        formatter->label("Env", "Miljövariabel");
    }
    app.formatter(formatter);
}

/// CLI11 heads its lists with the names of their groups.
void name_groups(CLI::App& app) {
    for (CLI::Option* option : app.get_options()) {
        option->group(help("Val", "Options"));
    }
    for (CLI::App* command : app.get_subcommands({})) {
        command->group(help("Kommandon", "Commands"));
        name_groups(*command);
    }
}

int run(int argc, char** argv) {
    CLI::App app(help("Årsredovisning för samordningsförbund: från SIE-filer till ifylld arbetsbok i LibreOffice Calc.",
                      "Annual reports of Finsam associations: from SIE files to a filled LibreOffice Calc workbook."),
                 "finsam");
    name_help_parts(app);
    app.set_help_flag("-h,--help,--hjalp", help("visa hjälp och avsluta", "show help and exit"));
    app.set_version_flag("--version", "finsam " FINSAM_VERSION,
                         help("visa version och avsluta", "show the version and exit"));
    app.require_subcommand(1);
    app.footer(help("Slutkod 0: klart. 1: klart, men fel rapporterades. 2: ingenting gjordes.",
                    "Exit code 0: done. 1: done, and errors were reported. 2: nothing was done."));
    Exit exit = Exit::done;
    add_check_command(app, exit);
    add_import_command(app, exit);
    add_report_command(app, exit);
    add_workbook_command(app, exit);
    add_trace_command(app, exit);
    add_audit_copy_command(app, exit);
    add_export_command(app, exit);
    add_review_command(app, exit);
    add_compare_command(app, exit);
    name_groups(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) { // --help, --version
            return app.exit(error);
        }
        complain(swedish(app, error) + " Se finsam --help.");
        return static_cast<int>(Exit::nothing_done);
    }
    if (!everything_said()) {
        complain("Utskriften kunde inte skrivas helt. Är disken full?");
        return static_cast<int>(exit == Exit::done ? Exit::done_with_errors : exit);
    }
    return static_cast<int>(exit);
}

} // namespace
} // namespace finsam::command

int main(int argc, char** argv) {
    try {
        return finsam::command::run(argc, argv);
    } catch (const std::exception& problem) {
        finsam::command::complain(fmt::format("Oväntat fel: {}.", problem.what()));
        return static_cast<int>(finsam::command::Exit::nothing_done);
    }
}
