// The command `finsam`.

#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace finsam::command {
namespace {

/// CLI11 explains in English; its error classes are told in Swedish here, with the words concerned.
std::string swedish(const CLI::App& app, const CLI::ParseError& error) {
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        return fmt::format("Okänt argument: {}.", fmt::join(app.remaining(true), " "));
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        return app.get_subcommands().empty() ? "Ange ett kommando: kontrollera, importera, rapport eller arbetsbok."
                                             : "Ett argument som krävs saknas.";
    }
    const std::string_view what = error.what(); // "--ar: ...": the option's name stands first
    const std::string option =
        what.starts_with("-") ? std::string(what.substr(0, what.find_first_of(": "))) : "Ett argument";
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
        return option + ": värdet kan inte tolkas som ett tal.";
    }
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) {
        return option + ": värdet är inte något av dem som är tillåtna.";
    }
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
        return option +
               " kan inte användas tillsammans med ett annat av argumenten (till exempel --huvudbok med --sie).";
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
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) { // --help, --version
            return app.exit(error);
        }
        complain(swedish(app, error) + " Se finsam --help.");
        return static_cast<int>(Exit::nothing_done);
    }
    return static_cast<int>(exit);
}

} // namespace
} // namespace finsam::command

int main(int argc, char** argv) {
    try {
        return finsam::command::run(argc, argv);
    } catch (const std::exception& problem) {
        finsam::command::complain(fmt::format("Oväntat fel: {}. Ingenting har skrivits.", problem.what()));
        return static_cast<int>(finsam::command::Exit::nothing_done);
    }
}
