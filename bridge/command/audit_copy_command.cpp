#include "bridge/command/arguments.hpp"
#include "bridge/command/commands.hpp"
#include "bridge/command/interrupts.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/office_options.hpp"
#include "bridge/command/office_process.hpp"
#include "bridge/command/output_files.hpp"
#include "bridge/workbook/audit_copy_request.hpp"

#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;

struct AuditCopyOptions {
    std::string workbook, ods, xlsx;
    OfficeOptions office;
    bool overwrite = false;
};

std::vector<fs::path> targets(const AuditCopyOptions& options) {
    std::vector<fs::path> list = {options.ods};
    if (!options.xlsx.empty()) {
        list.emplace_back(options.xlsx);
    }
    return list;
}

Exit nothing_done(const std::string& text) {
    complain(text);
    return Exit::nothing_done;
}

std::string wrong_ending(const AuditCopyOptions& options) {
    if (fs::path(options.ods).extension() != ".ods") {
        return fmt::format("-o {}: filens namn ska sluta på .ods.", options.ods);
    }
    if (!options.xlsx.empty() && fs::path(options.xlsx).extension() != ".xlsx") {
        return fmt::format("--xlsx {}: filens namn ska sluta på .xlsx.", options.xlsx);
    }
    return "";
}

Exit make_copy(const AuditCopyOptions& options) {
    const Interrupts interrupts; // outlives the temporary files
    if (const std::string wrong = wrong_ending(options); !wrong.empty()) {
        return nothing_done(wrong);
    }
    if (std::error_code problem; !fs::is_regular_file(options.workbook, problem)) {
        return nothing_done(fmt::format("{} finns inte. Ingenting har skrivits.", options.workbook));
    }
    const auto files = OutputFiles::prepare(targets(options), {options.workbook}, options.overwrite);
    if (!files) {
        return nothing_done(files.error());
    }
    const auto office = find_office(options.office.soffice);
    if (!office) {
        return nothing_done(office.error());
    }
    progress("Skriver revisionskopian i LibreOffice");
    const AuditCopyRequest request{fs::absolute(options.workbook), files->temporary(0),
                                   options.xlsx.empty() ? fs::path() : files->temporary(1)};
    const auto outcome =
        run_job<AuditCopyOutcome>(*office, request, files->scratch(), options.office.profile, interrupts);
    if (!outcome) {
        return nothing_done(outcome.error());
    }
    if (const auto delivered = files->deliver(); !delivered) {
        return nothing_done(delivered.error());
    }
    say("Formler ersatta med lika formler: {}, med värden: {} (bladet Revision)\n", outcome->formulas, outcome->values);
    for (const fs::path& target : targets(options)) {
        say("Skrev {}\n", target.string());
    }
    if (outcome->sheets_with_password > 0) {
        complain("Blad som är skyddade med lösenord kunde inte ändras. De står på bladet Revision.");
        return Exit::done_with_errors;
    }
    return Exit::done;
}

} // namespace

void add_audit_copy_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<AuditCopyOptions>();
    Arguments command(app, "revisionskopia",
                      help("Skriv en kopia av arbetsboken som kan räknas om utan tillägget",
                           "Write a copy of the workbook that recalculates without the extension"));
    command.add("arbetsbok", options->workbook, help("arbetsbok att kopiera", "workbook to copy"))
        .required()
        .value(help("FIL.ods", "FILE.ods"));
    command.add("-o,--ut", options->ods, help("kopia som ska skrivas", "copy to write"))
        .required()
        .value(help("KOPIA.ods", "COPY.ods"));
    command.add("--xlsx", options->xlsx, help("skriv även Excel-format", "write Excel format too"))
        .value(help("KOPIA.xlsx", "COPY.xlsx"));
    command.add_flag("--skriv-over", options->overwrite,
                     help("ersätt filer som redan finns", "replace files that exist"));
    options->office.add_to(command);
    command.run([options, &exit] { exit = make_copy(*options); });
}

} // namespace finsam::command
