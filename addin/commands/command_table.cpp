#include "addin/commands/command_table.hpp"

#include <algorithm>

namespace finsam::addin {
namespace {

constexpr Command commands[] = {
    {CommandId::ny_rapport,
     "ny_rapport",
     {"~Ny rapport från SIE…", "~New Report from SIE…"},
     {"Gör en årsredovisning av SIE-filer", "Make an annual report from SIE files"},
     Needs::nothing},
    {CommandId::las_in,
     "las_in",
     {"~Läs in SIE i rapporten…", "~Read SIE into the Report…"},
     {"Läs in nyare SIE-filer; visar först vad som ändras",
      "Read newer SIE files into the report; shows first what changes"},
     Needs::writable_report},
    {CommandId::kontrollera,
     "kontrollera",
     {"~Kontrollera", "~Check"},
     {"Räkna om allt och gå till den första kontrollen som inte stämmer",
      "Recalculate everything and go to the first check that fails"},
     Needs::report},
    {CommandId::spara_revisionskopia,
     "spara_revisionskopia",
     {"Spara ~revisionskopia…", "Save ~Audit Copy…"},
     {"Spara en kopia där varje tal står kvar även utan tillägget Finsam",
      "Save a copy in which every figure stands without the Finsam extension too"},
     Needs::report},
    {CommandId::huvudbocker,
     "huvudbocker",
     {"Hu~vudböcker…", "~Ledgers…"},
     {"Samla SIE-filer för flera år och gör rapporter av dem", "Keep SIE files of several years and report them"},
     Needs::nothing,
     true},
    {CommandId::installningar,
     "installningar",
     {"~Inställningar…", "~Settings…"},
     {"Vad en ny rapport görs med", "What a new report is made with"},
     Needs::nothing,
     true,
     false},
    {CommandId::hjalp,
     "hjalp",
     {"~Hjälp", "~Help"},
     {"Öppna användarhandboken", "Open the user guide (in Swedish)"},
     Needs::nothing},
};

} // namespace

std::span<const Command> command_table() noexcept {
    return commands;
}

const Command* find_command(std::string_view url) noexcept {
    if (!url.starts_with(command_scheme)) {
        return nullptr;
    }
    const auto found = std::ranges::find(commands, url.substr(command_scheme.size()), &Command::name);
    return found == std::end(commands) ? nullptr : found;
}

} // namespace finsam::addin
