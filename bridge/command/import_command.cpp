#include "bridge/command/arguments.hpp"
#include "bridge/command/commands.hpp"
#include "bridge/command/import_output.hpp"
#include "bridge/command/import_targets.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/signature_text.hpp"
#include "bridge/ledger/ledger.hpp"
#include "parsers/sie_file.hpp"
#include "parsers/signature/verify_signature.hpp"
#include "parsers/swedish_count.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

struct ImportOptions {
    std::string ledger;
    std::vector<std::string> files;
    bool recursive = false, json = false;
};

/// Reads one file into the ledger: all of it or nothing.
ImportResult import_one(Ledger& ledger, const ImportTarget& target) {
    if (!target.problem.empty()) {
        return {target.file, ImportState::refused, target.problem};
    }
    if (!target.is_sie) {
        return {target.file, ImportState::not_sie, ""};
    }
    auto outcome = ledger.import_file(target.file, sie::verify_signature);
    return outcome ? import_result(target.file, std::move(*outcome))
                   : ImportResult{target.file, ImportState::refused, outcome.error().text};
}

/// What stands in a file that was read.
void tell_content(const std::string& file, const ImportOutcome& outcome) {
    const sie::ReadResult& reading = outcome.reading;
    say("{}: {}, {}, {} med {}\n", file, reading.info.company_name,
        counted(sie::counted_accounts(reading).read, "konto", "konton"),
        counted(sie::counted_vouchers(reading).read, "verifikation", "verifikationer"),
        counted(sie::counted_rows(reading).read, "rad", "rader"));
    if (reading.info.sie_type == 5) {
        say("{}: {}\n", file, signature_text(reading.signature));
    }
    if (!outcome.replaced.empty()) {
        say("{}: ersätter {} för samma räkenskapsår\n", file, outcome.replaced);
    }
    if (!outcome.added_to.empty()) {
        say("{}: verifikationerna läggs till dem i {}\n", file, outcome.added_to);
    }
    if (!outcome.superseded_by.empty()) {
        say("{}: antecknas men gäller inte, eftersom {} är nyare och gäller samma räkenskapsår\n", file,
            outcome.superseded_by);
    }
}

void tell(const ImportResult& result) {
    const std::string file = result.file.string();
    if (result.outcome) {
        print_diagnostics(file, result.outcome->reading.diagnostics);
    }
    switch (result.state) {
    case ImportState::not_sie: return;
    case ImportState::refused:
        complain(result.outcome ? fmt::format("{}: filen lästes inte in; huvudboken är som förut.", file)
                                : fmt::format("{}: {}", file, result.reason));
        return;
    case ImportState::unchanged:
        say("{}: redan inläst (samma innehåll, SHA-256 {}); ingenting ändrades\n", file, result.outcome->sha256);
        if (!result.outcome->superseded_by.empty()) {
            say("{}: filen gäller inte längre, eftersom {} har tagit dess plats\n", file,
                result.outcome->superseded_by);
        }
        return;
    case ImportState::imported:
    case ImportState::replaced:
    case ImportState::added:
    case ImportState::outdated: tell_content(file, *result.outcome);
    }
}

/// One file after the other; what is wrong with one is nothing to the others.
std::vector<ImportResult> import_all(Ledger& ledger, const ImportOptions& options) {
    const auto targets = import_targets(options.files, options.recursive, options.ledger);
    std::vector<ImportResult> results;
    for (const ImportTarget& target : targets) {
        if (target.is_sie) {
            progress(targets.size() == 1 ? fmt::format("Läser in {}", target.file.string())
                                         : fmt::format("Läser in {} ({} av {})", target.file.string(),
                                                       results.size() + 1, targets.size()));
        }
        results.push_back(import_one(ledger, target));
        if (!options.json) {
            tell(results.back());
        }
    }
    return results;
}

bool changes_ledger(const ImportResult& result) {
    const bool read = result.state != ImportState::refused && result.state != ImportState::not_sie;
    return read && result.state != ImportState::unchanged;
}

Exit exit_of(const std::vector<ImportResult>& results) {
    const auto refused = std::ranges::count(results, ImportState::refused, &ImportResult::state);
    const auto passed_over = std::ranges::count(results, ImportState::not_sie, &ImportResult::state);
    if (refused + passed_over == std::ssize(results)) {
        return Exit::nothing_done;
    }
    const bool clean = refused == 0 && std::ranges::none_of(results, &ImportResult::has_errors);
    return clean ? Exit::done : Exit::done_with_errors;
}

void report(const ImportOptions& options, const std::vector<ImportResult>& results) {
    if (options.json) {
        const auto all = import_json(options.ledger, results);
        say("{}\n", all.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    } else if (results.size() > 1) {
        say("{}", import_summary(results));
    }
}

Exit import(const ImportOptions& options) {
    std::error_code unknown;
    const bool is_new = !std::filesystem::exists(options.ledger, unknown);
    std::vector<ImportResult> results;
    {
        auto ledger = Ledger::open(options.ledger);
        if (!ledger) {
            complain(ledger.error().text);
            return Exit::nothing_done;
        }
        results = import_all(*ledger, options);
    }
    if (is_new && std::ranges::none_of(results, changes_ledger)) {
        Ledger::remove_unused(options.ledger);
    }
    report(options, results);
    return exit_of(results);
}

} // namespace

void add_import_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<ImportOptions>();
    Arguments command(app, "importera",
                      help("Läs in SIE-filer i en huvudbok; en fil läses in helt eller inte alls",
                           "Import SIE files into a ledger; all of a file or nothing"));
    command
        .add("--huvudbok", options->ledger,
             help("huvudbok (SQLite); skapas om den inte finns", "ledger (SQLite); made if it does not exist"))
        .required()
        .value(help("FIL", "FILE"));
    command
        .add(help("filer", "files"), options->files,
             help("SIE-filer, typ 1–5, och mappar med sådana; de känns igen på innehållet",
                  "SIE files, types 1-5, and folders of them; they are known by their content"))
        .required()
        .value(help("FIL|MAPP", "FILE|FOLDER"));
    command.add_flag("--rekursivt", options->recursive,
                     help("läs även mapparna i en mapp", "read the folders in a folder too"));
    command.add_flag("--json", options->json, help("skriv JSON", "write JSON"));
    command.run([options, &exit] { exit = import(*options); });
}

} // namespace finsam::command
