#include "bridge/command/arguments.hpp"
#include "bridge/command/check_output.hpp"
#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/ledger_check_output.hpp"
#include "bridge/ledger/ledger.hpp"
#include "parsers/signature/verify_signature.hpp"

#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

using nlohmann::ordered_json;

struct CheckOptions {
    std::vector<std::string> files;
    std::string ledger;
    LedgerCheckQuery query;
    bool json = false, bookkeeping = false;
};

void say_json(const ordered_json& list) {
    say("{}\n", list.dump(2, ' ', false, ordered_json::error_handler_t::replace));
}

/// Each file by itself.
Exit check_files(const CheckOptions& options) {
    ordered_json list = ordered_json::array();
    std::size_t unread = 0;
    bool errors = false;
    for (const std::string& path : options.files) {
        progress(fmt::format("Läser {}", path));
        const CheckedFile file = check_file(path);
        unread += file.unreadable() ? 1 : 0;
        errors = errors || file.result.has_errors();
        if (options.json) {
            list.push_back(check_json(file));
        } else {
            print_check(file);
        }
    }
    if (options.json) {
        say_json(list);
    }
    if (unread == options.files.size()) {
        return Exit::nothing_done;
    }
    return errors ? Exit::done_with_errors : Exit::done;
}

/// The ledger that was named, or one in memory of the files that were.
tl::expected<Ledger, LedgerError> ledger_to_check(const CheckOptions& options) {
    if (!options.ledger.empty()) {
        return Ledger::open_existing(options.ledger);
    }
    auto ledger = Ledger::in_memory();
    for (std::size_t i = 0; ledger && i < options.files.size(); ++i) {
        const std::string& file = options.files[i];
        progress(fmt::format("Läser {}", file));
        const auto outcome = ledger->import_file(file, sie::verify_signature);
        if (!outcome) {
            return tl::unexpected(outcome.error());
        }
        print_diagnostics(file, outcome->reading.diagnostics);
        if (outcome->kind == ImportOutcome::Kind::rejected) {
            return tl::unexpected(LedgerError{LedgerError::Kind::rejected, fmt::format("{} kan inte användas.", file)});
        }
    }
    return ledger;
}

Exit check_ledger_years(const CheckOptions& options) {
    const auto ledger = ledger_to_check(options);
    if (!ledger) {
        complain(ledger.error().text);
        return Exit::nothing_done;
    }
    ordered_json list = ordered_json::array();
    bool errors = false;
    const auto years = ledger->check(options.query, [&](const CheckedYear& year) {
        errors = errors || year.errors() > 0;
        if (options.json) {
            list.push_back(ledger_check_json(year));
        } else {
            print_ledger_check(year);
        }
    });
    if (!years) {
        complain(years.error().text);
        return Exit::nothing_done;
    }
    if (options.json) {
        say_json(list);
    }
    return errors ? Exit::done_with_errors : Exit::done;
}

Exit check(const CheckOptions& options) {
    const bool of_ledger = !options.ledger.empty();
    if (of_ledger != options.files.empty()) {
        complain(of_ledger ? "Ange antingen --huvudbok eller SIE-filer, inte båda. Se finsam --help."
                           : "Ange minst en SIE-fil, eller --huvudbok. Se finsam --help.");
        return Exit::nothing_done;
    }
    return of_ledger || options.bookkeeping ? check_ledger_years(options) : check_files(options);
}

} // namespace

void add_check_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<CheckOptions>();
    Arguments command(app, "kontrollera",
                      help("Läs SIE-filer, eller en huvudbok, och berätta vad de innehåller och vad som är fel",
                           "Read SIE files, or a ledger, and tell what they hold and what is wrong"));
    command.add(help("filer", "files"), options->files, help("SIE-filer, typ 1–5", "SIE files, types 1-5"))
        .value(help("FIL", "FILE"));
    command
        .add("--huvudbok", options->ledger,
             help("granska bokföringen i en huvudbok: nummerserier, datum, IB mot UB, tecken ...",
                  "check the bookkeeping of a ledger: voucher numbers, dates, opening balances, signs ..."))
        .value(help("FIL", "FILE"));
    command.add("--ar", options->query.year, help("räkenskapsår, annars alla", "fiscal year, else all"))
        .value(help("ÅR", "YEAR"));
    command
        .add("--forbund", options->query.company,
             help("förbundets namn eller organisationsnummer, annars alla", "name or organisation number, else all"))
        .value(help("NAMN", "NAME"));
    command.add_flag("--bokforing", options->bookkeeping,
                     help("granska bokföringen i SIE-filerna som i en huvudbok; ge föregående års fil också",
                          "check the bookkeeping of the SIE files as that of a ledger; give last year's file too"));
    command.add_flag("--json", options->json, help("skriv JSON", "write JSON"));
    command.run([options, &exit] { exit = check(*options); });
}

} // namespace finsam::command
