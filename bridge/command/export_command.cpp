#include "bridge/command/arguments.hpp"
#include "bridge/command/commands.hpp"
#include "bridge/command/interrupts.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/output_files.hpp"
#include "bridge/ledger/ledger.hpp"
#include "bridge/ledger/reading_faults.hpp"
#include "parsers/mapped_file.hpp"
#include "parsers/swedish_count.hpp"

#include <algorithm>
#include <cctype>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <memory>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;

struct ExportOptions {
    std::string ledger;
    std::optional<int> year;
    std::optional<std::string> company;
    std::string type = "4E";
    std::string target;
    bool checksum = false;
    bool overwrite = false;
};

Exit nothing_done(const std::string& text) {
    complain(text);
    return Exit::nothing_done;
}

Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm day{};
    localtime_r(&now, &day);
    return {static_cast<std::int16_t>(day.tm_year + 1900), static_cast<std::uint8_t>(day.tm_mon + 1),
            static_cast<std::uint8_t>(day.tm_mday)};
}

SieExportQuery query_of(const ExportOptions& options) {
    SieExportQuery query;
    query.year = options.year;
    query.company = options.company;
    query.type = sie_export_type(options.type).value(); // the reading of arguments lets only these through
    query.checksum = options.checksum;
    query.generated = today();
    query.program_version = FINSAM_VERSION;
    return query;
}

/// SIE 4C §4: programs that read by name take .si for vouchers to import and .se for everything else.
void warn_of_ending(const ExportOptions& options) {
    std::string ending = fs::path(options.target).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const std::string_view usual = options.type == "4I" ? ".si" : ".se";
    if (ending != usual) {
        complain(
            fmt::format("{}: filer av SIE typ {} brukar sluta på {}; andra program hittar annars kanske inte filen.",
                        options.target, options.type, usual));
    }
}

tl::expected<SieExport, std::string> write(const ExportOptions& options, const fs::path& file) {
    auto ledger = Ledger::open_existing(options.ledger);
    if (!ledger) {
        return tl::unexpected(ledger.error().text);
    }
    std::ofstream out(file, std::ios::binary);
    auto result = ledger->export_sie(query_of(options), out);
    if (!result) {
        return tl::unexpected(result.error().text);
    }
    out.close();
    if (!out) {
        return tl::unexpected(
            fmt::format("{} kunde inte skrivas. Är disken full? Ingenting har ändrats.", options.target));
    }
    return std::move(*result);
}

/// Reads back what was written; why it must not be delivered, or "".
std::string proof(const fs::path& file, const ExportOptions& options, const SieExport& result) {
    const auto mapped = MappedFile::open(file);
    if (!mapped) {
        return mapped.error();
    }
    sie::Handler ignore;
    const sie::ReadResult reading = sie::read_sie(mapped->bytes(), ignore);
    if (reading.encoding != TextEncoding::cp437) {
        complain(
            fmt::format("{}: varning: texterna har så ovanliga tecken att program som gissar teckenkodningen kan ta "
                        "filen för {}. Den är skriven i cp437.",
                        options.target, swedish_name(reading.encoding)));
    }
    const auto same_count = [&](const auto& written) {
        const auto read = reading.counts.find(written.first);
        return read != reading.counts.end() && read->second.read == written.second;
    };
    const bool same = reading.accepted && std::ranges::all_of(result.written.counts, same_count);
    return same ? "" : "Filen går inte att läsa tillbaka och skrevs därför inte. Rapportera felet.";
}

/// Files that had errors when they were read into the ledger have left records behind.
bool source_had_errors(const ImportedFile& file) {
    const std::string faults = reading_faults(file);
    if (!faults.empty()) {
        complain(fmt::format("{} hade fel när den lästes in ({}); det som avvisades finns inte i exporten, vilket en "
                             "#PROSA i filen säger. Se finsam kontrollera.",
                             file.file_name, faults));
    }
    return !faults.empty();
}

/// Of SIE 5 with the state of its signature, as it was when the file was read.
std::string described(const ImportedFile& source) {
    return source.signature.empty() ? source.file_name
                                    : fmt::format("{} (signatur: {})", source.file_name, source.signature);
}

void summarise(const ExportOptions& options, const SieExport& result) {
    std::string rows;
    for (const auto& [label, count] : result.written.counts) {
        rows += fmt::format("{}{} #{}", rows.empty() ? "" : ", ", count, label);
    }
    say("Skrev {}\n  SIE typ {}, {}, räkenskapsår {}, ur {}\n  Poster: {}\n", options.target, options.type,
        result.company_name, result.source.fiscal_year, described(result.source), rows);
    if (result.written.ksumma) {
        say("  Kontrollsumma: {}\n", *result.written.ksumma);
    }
    for (const Diagnostic& item : result.notes) {
        if (item.severity == Severity::info) {
            say("  {}\n", item.text);
        }
    }
    if (const std::uint64_t replaced = result.written.replaced_texts; replaced > 0) {
        say("  {} har tecken som SIE:s teckentabell (cp437) saknar; {} skrevs på annat sätt.\n",
            counted(replaced, "text", "texter"), replaced == 1 ? "den" : "de");
    }
}

Exit export_year(const ExportOptions& options) {
    const Interrupts interrupts; // outlives the temporary files
    const auto files = OutputFiles::prepare({options.target}, {options.ledger}, options.overwrite);
    if (!files) {
        return nothing_done(files.error());
    }
    progress(fmt::format("Skriver {}", options.target));
    const fs::path file = files->temporary(0);
    const auto result = write(options, file);
    if (!result) {
        return nothing_done(result.error());
    }
    if (const std::string text = proof(file, options, *result); !text.empty()) {
        return nothing_done(text);
    }
    if (Interrupts::pending()) {
        return nothing_done("Avbrutet. Ingenting har skrivits.");
    }
    if (const auto delivered = files->deliver(); !delivered) {
        return nothing_done(delivered.error());
    }
    warn_of_ending(options);
    print_diagnostics(options.target, result->notes);
    print_diagnostics(options.target, result->written.diagnostics);
    const bool errors = source_had_errors(result->source);
    summarise(options, *result);
    return errors ? Exit::done_with_errors : Exit::done;
}

} // namespace

void add_export_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<ExportOptions>();
    Arguments command(
        app, "exportera",
        help("Skriv ett räkenskapsår ur en huvudbok som SIE-fil", "Write a fiscal year of a ledger as a SIE file"));
    command
        .add("--huvudbok", options->ledger,
             help("huvudbok som SIE-filer har lästs in i", "ledger that SIE files were imported into"))
        .required()
        .value(help("FIL", "FILE"));
    command.add("-o,--ut", options->target, help("SIE-fil som ska skrivas", "SIE file to write"))
        .required()
        .value(help("UT.se", "OUT.se"));
    command.add("--ar", options->year, help("räkenskapsår, annars det senaste", "fiscal year, else the latest"))
        .value(help("ÅR", "YEAR"));
    command
        .add("--forbund", options->company,
             help("förbundets namn eller organisationsnummer, om huvudboken har flera",
                  "name or organisation number, if the ledger holds several"))
        .value(help("NAMN", "NAME"));
    command
        .add("--typ", options->type,
             help("SIE-typ: 1 årssaldon, 2 periodsaldon, 3 objektsaldon, 4E allt, 4I bara verifikationer",
                  "SIE type: 1 year balances, 2 period balances, 3 object balances, 4E everything, 4I vouchers "
                  "alone"))
        .one_of_in_any_case({"1", "2", "3", "4E", "4I"})
        .show_default()
        .value(help("TYP", "TYPE"));
    command.add_flag("--ksumma", options->checksum,
                     help("skriv kontrollsumma (#KSUMMA)", "write the checksum (#KSUMMA)"));
    command.add_flag("--skriv-over", options->overwrite,
                     help("ersätt en fil som redan finns", "replace a file that exists"));
    command.run([options, &exit] { exit = export_year(*options); });
}

} // namespace finsam::command
