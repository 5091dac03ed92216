#include "bridge/command/office_options.hpp"

#include "bridge/command/language.hpp"

#include <CLI/CLI.hpp>

namespace finsam::command {

void OfficeOptions::add_to(CLI::App& command) {
    command
        .add_option("--soffice", soffice,
                    help("LibreOffice-programmet, om det inte hittas", "the LibreOffice program, if it is not found"))
        ->type_name(help("FIL", "FILE"));
    command
        .add_option("--profil", profile,
                    help("behåll LibreOffice-profilen i mappen; går fortare nästa gång",
                         "keep the LibreOffice profile in this folder; faster next time"))
        ->type_name(help("MAPP", "FOLDER"));
}

} // namespace finsam::command
