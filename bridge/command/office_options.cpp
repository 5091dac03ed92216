#include "bridge/command/office_options.hpp"

#include "bridge/command/arguments.hpp"
#include "bridge/command/language.hpp"

namespace finsam::command {

void OfficeOptions::add_to(Arguments& command) {
    command
        .add("--soffice", soffice,
             help("LibreOffice-programmet, om det inte hittas", "the LibreOffice program, if it is not found"))
        .value(help("FIL", "FILE"));
    command
        .add("--profil", profile,
             help("behåll LibreOffice-profilen i mappen; går fortare nästa gång",
                  "keep the LibreOffice profile in this folder; faster next time"))
        .value(help("MAPP", "FOLDER"));
}

} // namespace finsam::command
