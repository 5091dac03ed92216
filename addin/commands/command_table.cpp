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
    {CommandId::visa_underlag,
     "visa_underlag",
     {"Visa ~underlag…", "Show So~urces…"},
     {"Visa vad talet i cellen består av: regel, konton, verifikationer och rader i SIE-filerna",
      "Show what the figure in the cell is made of: rule, accounts, vouchers and lines of the SIE files"},
     Needs::report},
    {CommandId::kontrollera,
     "kontrollera",
     {"~Kontrollera", "~Check"},
     {"Räkna om allt och gå till den första kontrollen som inte stämmer",
      "Recalculate everything and go to the first check that fails"},
     Needs::report},
    {CommandId::granska_rapport,
     "granska_rapport",
     {"~Granska rapport…", "Re~view Report…"},
     {"Räkna om tabellerna i en årsredovisning, också en som inte är gjord med Finsam, och lista felen",
      "Recompute the tables of an annual report, also of one not made with Finsam, and list the errors"},
     Needs::spreadsheet},
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
