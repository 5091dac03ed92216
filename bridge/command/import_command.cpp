#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/signature_text.hpp"
#include "bridge/ledger/ledger.hpp"
#include "parsers/sie_file.hpp"
#include "parsers/signature/verify_signature.hpp"
#include "parsers/swedish_count.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

struct ImportOptions {
    std::string ledger;
    std::vector<std::string> files;
};

/// Imports one file and says what came of it; `changed` when the ledger holds more than before.
Exit import_one(Ledger& ledger, const std::string& file, bool& changed) {
    progress(fmt::format("Läser in {}", file));
    const auto outcome = ledger.import_file(file, sie::verify_signature);
    if (!outcome) {
        complain(outcome.error().text);
        return Exit::nothing_done;
    }
    const sie::ReadResult& reading = outcome->reading;
    print_diagnostics(file, reading.diagnostics);
    switch (outcome->kind) {
    case ImportOutcome::Kind::rejected:
        complain(fmt::format("{}: filen lästes inte in; huvudboken är som förut.", file));
        return Exit::nothing_done;
    case ImportOutcome::Kind::already_present:
        say("{}: redan inläst (samma innehåll, SHA-256 {}); ingenting ändrades\n", file, outcome->sha256);
        if (!outcome->superseded_by.empty()) {
            say("{}: filen gäller inte längre, eftersom {} har tagit dess plats\n", file, outcome->superseded_by);
        }
        return reading.has_errors() ? Exit::done_with_errors : Exit::done;
    case ImportOutcome::Kind::imported: break;
    }
    changed = true;
    say("{}: {}, {}, {} med {}\n", file, reading.info.company_name,
        counted(sie::counted_accounts(reading).read, "konto", "konton"),
        counted(sie::counted_vouchers(reading).read, "verifikation", "verifikationer"),
        counted(sie::counted_rows(reading).read, "rad", "rader"));
    if (reading.info.sie_type == 5) {
        say("{}: {}\n", file, signature_text(reading.signature));
    }
    if (!outcome->replaced.empty()) {
        say("{}: ersätter {} för samma räkenskapsår\n", file, outcome->replaced);
    }
    if (!outcome->added_to.empty()) {
        say("{}: verifikationerna läggs till dem i {}\n", file, outcome->added_to);
    }
    if (!outcome->superseded_by.empty()) {
        say("{}: antecknas men gäller inte, eftersom {} är nyare och gäller samma räkenskapsår\n", file,
            outcome->superseded_by);
    }
    return reading.has_errors() ? Exit::done_with_errors : Exit::done;
}

Exit import_all(const ImportOptions& options, bool& changed) {
    auto ledger = Ledger::open(options.ledger);
    if (!ledger) {
        complain(ledger.error().text);
        return Exit::nothing_done;
    }
    bool failed = false;
    bool worked = false;
    for (const std::string& file : options.files) {
        const Exit result = import_one(*ledger, file, changed);
        failed = failed || result != Exit::done;
        worked = worked || result != Exit::nothing_done;
    }
    if (!worked) {
        return Exit::nothing_done;
    }
    return failed ? Exit::done_with_errors : Exit::done;
}

Exit import(const ImportOptions& options) {
    for (const std::string& file : options.files) {
        if (std::error_code problem; !std::filesystem::exists(file, problem)) {
            complain(fmt::format("{}: filen finns inte. Ingenting har lästs in.", file));
            return Exit::nothing_done;
        }
    }
    std::error_code unknown;
    const bool is_new = !std::filesystem::exists(options.ledger, unknown);
    bool changed = false;
    const Exit result = import_all(options, changed);
    if (is_new && !changed) {
        Ledger::remove_unused(options.ledger);
    }
    return result;
}

} // namespace

void add_import_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App* command =
        app.add_subcommand("importera", help("Läs in SIE-filer i en huvudbok; en fil läses in helt eller inte alls",
                                             "Import SIE files into a ledger; all of a file or nothing"));
    command
        ->add_option("--huvudbok", options->ledger,
                     help("huvudbok (SQLite); skapas om den inte finns", "ledger (SQLite); made if it does not exist"))
        ->required()
        ->type_name(help("FIL", "FILE"));
    command->add_option(help("filer", "files"), options->files, help("SIE-filer, typ 1–5", "SIE files, types 1-5"))
        ->required()
        ->type_name(help("FIL", "FILE"));
    command->callback([options, &exit] { exit = import(*options); });
}

} // namespace finsam::command
