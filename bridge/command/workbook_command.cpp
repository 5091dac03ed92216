#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/office_process.hpp"
#include "bridge/command/output_files.hpp"
#include "bridge/command/report_source.hpp"
#include "bridge/workbook/workbook_proof.hpp"
#include "parsers/swedish_format.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;

struct WorkbookOptions {
    SourceOptions source;
    std::string ods, pdf, xlsx, soffice, profile;
    std::string credit = "positiv";
    bool overwrite = false;
    bool despite_errors = false;
};

/// The wanted files, each with a temporary name in `folder`.
std::vector<OutputFile> outputs(const WorkbookOptions& options, const fs::path& folder) {
    std::vector<OutputFile> files = {{folder / "arbetsbok.ods", options.ods}};
    if (!options.pdf.empty()) {
        files.push_back({folder / "arbetsbok.pdf", options.pdf});
    }
    if (!options.xlsx.empty()) {
        files.push_back({folder / "arbetsbok.xlsx", options.xlsx});
    }
    return files;
}

/// What can be said before anything is started: a target that exists, a target in the way of another.
bool targets_are_free(const WorkbookOptions& options) {
    for (const OutputFile& file : outputs(options, {})) {
        std::error_code ignored;
        if (!options.overwrite && fs::exists(fs::symlink_status(file.target, ignored))) {
            complain(fmt::format("{} finns redan. Ange --skriv-over för att ersätta filen, eller ett annat namn.",
                                 file.target.string()));
            return false;
        }
    }
    return true;
}

/// A report is not made of books with errors unless the user says so.
bool may_go_on(const ReportSource& source, const Report& report, const WorkbookOptions& options) {
    complain_of_unmapped(report, source.books, options.source.map);
    if (options.despite_errors || (report.unmapped.empty() && !source.reading_errors)) {
        return true;
    }
    complain("Arbetsboken skrevs inte, eftersom underlaget har fel. Rätta felen, eller ange --trots-fel för att skriva "
             "den ändå.");
    return false;
}

WorkbookRequest request_for(const ReportSource& source, const WorkbookOptions& options, const fs::path& scratch) {
    WorkbookRequest request;
    request.ledger = options.source.ledger.empty() ? scratch / "huvudbok.db" : fs::absolute(options.source.ledger);
    request.year = options.source.year;
    request.company = options.source.company;
    request.dimension = options.source.dimension;
    request.texts = source.texts;
    request.credit_sign = options.credit == "negativ" ? -1 : 1;
    const std::vector<OutputFile> files = outputs(options, scratch);
    request.ods = files.front().temporary;
    request.pdf = options.pdf.empty() ? fs::path() : scratch / "arbetsbok.pdf";
    request.xlsx = options.xlsx.empty() ? fs::path() : scratch / "arbetsbok.xlsx";
    return request;
}

/// Årets resultat, balanskravsresultat, soliditet, eget kapital and likvida medel of the report year.
void print_key_figures(const Report& report) {
    struct KeyFigure {
        const char *text, *table, *row;
    };
    static constexpr KeyFigure figures[] = {{"Årets resultat", "resultatrakning", "arets_resultat"},
                                            {"Balanskravsresultat", "balanskrav", "balanskravsresultat"},
                                            {"Soliditet", "oversikt", "soliditet"},
                                            {"Eget kapital", "balansrakning", "eget_kapital"},
                                            {"Likvida medel", "balansrakning", "kassa_bank"}};
    for (const KeyFigure& figure : figures) {
        const ReportTable* table = report.find(figure.table);
        const ReportRow* row = table != nullptr ? table->find(figure.row) : nullptr;
        if (row == nullptr || row->values.empty()) {
            continue; // a layout need not have every table
        }
        const Value& value = row->values.front();
        std::string shown = "saknas";
        if (const Ore* amount = std::get_if<Ore>(&value)) {
            shown = format_amount(*amount, Unit::kr) + " kr";
        } else if (const double* share = std::get_if<double>(&value)) {
            shown = format_percent(*share, 1);
        }
        fmt::print("{}: {}\n", figure.text, shown);
    }
}

/// Tells what stands where; the checks decide the exit code.
Exit conclude(const Report& report, const ReportSource& source, const WorkbookOutcome& outcome,
              const WorkbookOptions& options) {
    print_key_figures(report);
    fmt::print("Kontroller i arbetsboken: {} stämmer, {} fel, {} ej tillämpliga\n", outcome.checks_ok,
               outcome.checks_failed, outcome.checks_not_applicable);
    for (const OutputFile& file : outputs(options, {})) {
        fmt::print("Skrev {}\n", file.target.string());
    }
    const bool clean =
        outcome.checks_failed == 0 && report.all_checks_hold() && report.unmapped.empty() && !source.reading_errors;
    return clean ? Exit::done : Exit::done_with_errors;
}

Exit make_workbook(const WorkbookOptions& options) {
    if (!targets_are_free(options)) {
        return Exit::nothing_done;
    }
    const fs::path folder = fs::absolute(options.ods).parent_path();
    const auto scratch = TemporaryFolder::create(folder);
    if (!scratch) {
        complain(scratch.error());
        return Exit::nothing_done;
    }
    const auto source = load_report_source(options.source, scratch->path() / "huvudbok.db");
    if (!source) {
        return Exit::nothing_done;
    }
    const Report report = source->evaluate();
    if (!may_go_on(*source, report, options)) {
        return Exit::nothing_done;
    }
    const auto office = find_office(options.soffice);
    if (!office) {
        complain(office.error());
        return Exit::nothing_done;
    }
    progress("Fyller arbetsboken i LibreOffice");
    const auto outcome =
        run_workbook_job(*office, request_for(*source, options, scratch->path()), scratch->path(), options.profile);
    if (!outcome) {
        complain(outcome.error());
        return Exit::nothing_done;
    }
    const std::vector<std::string> differences = differences_from(report, *outcome);
    for (const std::string& difference : differences) {
        complain(difference);
    }
    if (!differences.empty()) {
        complain("Arbetsboken räknar inte som programmet och skrevs därför inte. Rapportera felet.");
        return Exit::nothing_done;
    }
    if (const auto delivered = deliver(outputs(options, scratch->path()), options.overwrite); !delivered) {
        complain(delivered.error());
        return Exit::nothing_done;
    }
    return conclude(report, *source, *outcome, options);
}

} // namespace

void add_workbook_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<WorkbookOptions>();
    CLI::App* command = app.add_subcommand("arbetsbok", help("Fyll årsredovisningens arbetsbok i LibreOffice Calc",
                                                             "Fill the annual report workbook in LibreOffice Calc"));
    options->source.add_to(*command);
    command->add_option("-o,--ut", options->ods, help("arbetsbok som ska skrivas", "workbook to write"))
        ->required()
        ->type_name(help("UT.ods", "OUT.ods"));
    command->add_option("--pdf", options->pdf, help("skriv även PDF", "write PDF too"))
        ->type_name(help("UT.pdf", "OUT.pdf"));
    command->add_option("--xlsx", options->xlsx, help("skriv även Excel-format", "write Excel format too"))
        ->type_name(help("UT.xlsx", "OUT.xlsx"));
    command
        ->add_option(
            "--tecken", options->credit,
            help("eget kapital och skulder: positiv eller negativ", "equity and liabilities: positiv or negativ"))
        ->check(CLI::IsMember({"positiv", "negativ"}))
        ->capture_default_str()
        ->type_name(help("TECKEN", "SIGN"));
    command->add_flag("--skriv-over", options->overwrite,
                      help("ersätt filer som redan finns", "replace files that exist"));
    command->add_flag(
        "--trots-fel", options->despite_errors,
        help("skriv arbetsboken även när underlaget har fel", "write the workbook even when the input has errors"));
    command
        ->add_option("--soffice", options->soffice,
                     help("LibreOffice-programmet, om det inte hittas", "the LibreOffice program, if it is not found"))
        ->type_name(help("FIL", "FILE"));
    command
        ->add_option("--profil", options->profile,
                     help("behåll LibreOffice-profilen i mappen; går fortare nästa gång",
                          "keep the LibreOffice profile in this folder; faster next time"))
        ->type_name(help("MAPP", "FOLDER"));
    command->callback([options, &exit] { exit = make_workbook(*options); });
}

} // namespace finsam::command
