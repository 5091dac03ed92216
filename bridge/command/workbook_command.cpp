#include "bridge/command/arguments.hpp"
#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/office_options.hpp"
#include "bridge/command/office_process.hpp"
#include "bridge/command/output_files.hpp"
#include "bridge/command/report_formats.hpp"
#include "bridge/command/report_source.hpp"
#include "bridge/workbook/workbook_proof.hpp"
#include "parsers/swedish_count.hpp"
#include "parsers/swedish_format.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;

struct WorkbookOptions {
    SourceOptions source;
    std::string ods, pdf, xlsx;
    OfficeOptions office;
    bool overwrite = false;
    bool despite_errors = false;
    bool show_empty_tables = false;
};

std::vector<fs::path> targets(const WorkbookOptions& options) {
    std::vector<fs::path> list = {options.ods};
    for (const std::string& other : {options.pdf, options.xlsx}) {
        if (!other.empty()) {
            list.emplace_back(other);
        }
    }
    return list;
}

/// A report is not made of books with errors unless the user says so.
bool may_go_on(const ReportSource& source, const Report& report, const WorkbookOptions& options) {
    complain_of_unmapped(report, source.books, options.source.map_name());
    if (options.despite_errors || (report.unmapped.empty() && !source.reading_errors)) {
        return true;
    }
    complain("Arbetsboken skrevs inte, eftersom underlaget har fel. Rätta felen, eller ange --trots-fel för att skriva "
             "den ändå.");
    return false;
}

WorkbookRequest request_for(const ReportSource& source, const WorkbookOptions& options, const OutputFiles& files) {
    WorkbookRequest request;
    request.ledger =
        options.source.ledger.empty() ? files.scratch() / "huvudbok.db" : fs::absolute(options.source.ledger);
    request.year = options.source.year;
    request.company = options.source.company;
    request.dimension = options.source.dimension;
    request.texts = source.texts;
    request.map_name = fs::path(options.source.map_name()).filename().string(); // not where it lies
    request.credit_sign = options.source.credit_sign();
    request.show_empty_tables = options.show_empty_tables;
    std::size_t index = 0;
    request.ods = files.temporary(index++);
    request.pdf = options.pdf.empty() ? fs::path() : files.temporary(index++);
    request.xlsx = options.xlsx.empty() ? fs::path() : files.temporary(index);
    return request;
}

/// " (Prognos 2024)" where the figure is no outcome.
std::string heading_note(const ReportTable& table, std::size_t column) {
    const bool is_outcome = table.rule->columns.at(column).kind == ColumnKind::outcome;
    return is_outcome ? std::string() : fmt::format(" ({})", table.columns.at(column));
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
        const auto& columns = table->rule->columns;
        const auto closing = std::ranges::find_if(columns, [](const Column& column) {
            return column.kind == ColumnKind::outcome && column.year == 0; // a balance sheet may begin with the opening
        });
        // A budget has none, nor has the forecast of balanskravet: then the first column.
        const auto at = closing == columns.end() ? 0 : static_cast<std::size_t>(closing - columns.begin());
        const Value value = at < row->values.size() ? row->values[at] : Value();
        std::string shown = "saknas";
        if (const Ore* amount = std::get_if<Ore>(&value)) {
            shown = format_amount(*amount, Unit::kr) + " kr";
        } else if (const double* share = std::get_if<double>(&value)) {
            shown = format_percent(*share, 1);
        }
        say("{}{}: {}\n", figure.text, heading_note(*table, at), shown);
    }
}

/// Tells what stands where; the checks decide the exit code.
Exit conclude(const Report& report, const ReportSource& source, const WorkbookOutcome& outcome,
              const WorkbookOptions& options) {
    for (const std::string& note : outcome.notes) {
        complain(note);
    }
    print_key_figures(report);
    const std::string rounding =
        outcome.checks_rounding > 0 ? fmt::format("{} avrundning, ", outcome.checks_rounding) : "";
    say("Kontroller i arbetsboken: {} stämmer, {}{} fel, {}\n", outcome.checks_ok, rounding, outcome.checks_failed,
        counted(static_cast<std::uint64_t>(outcome.checks_not_applicable), "ej tillämplig", "ej tillämpliga"));
    for (const CheckResult& check : report.checks) { // also those that no sheet has, as of the vouchers
        if (check.state == CheckState::failed) {
            say("Stämmer inte: {}\n", check_sentence(check));
        }
    }
    for (const fs::path& target : targets(options)) {
        say("Skrev {}\n", target.string());
    }
    const bool clean =
        outcome.checks_failed == 0 && report.all_checks_hold() && report.unmapped.empty() && !source.reading_errors;
    return clean ? Exit::done : Exit::done_with_errors;
}

/// The ending tells other programs what a file is: a workbook called .xlsx that is none would not open in Excel.
std::string wrong_ending(const WorkbookOptions& options) {
    struct Named {
        const std::string& path;
        const char *ending, *option;
    };
    for (const Named& file : {Named{options.ods, ".ods", "-o"}, Named{options.pdf, ".pdf", "--pdf"},
                              Named{options.xlsx, ".xlsx", "--xlsx"}}) {
        if (!file.path.empty() && fs::path(file.path).extension() != file.ending) {
            return fmt::format("{} {}: filens namn ska sluta på {} (-o för .ods, --pdf för .pdf, --xlsx för .xlsx).",
                               file.option, file.path, file.ending);
        }
    }
    return "";
}

Exit nothing_done(const std::string& text) {
    complain(text);
    return Exit::nothing_done;
}

Exit make_workbook(const WorkbookOptions& options) {
    const Interrupts interrupts; // outlives the temporary files
    if (const std::string wrong = wrong_ending(options); !wrong.empty()) {
        return nothing_done(wrong);
    }
    const auto files = OutputFiles::prepare(targets(options), options.source.files(), options.overwrite);
    if (!files) {
        return nothing_done(files.error());
    }
    const auto source = load_report_source(options.source, files->scratch() / "huvudbok.db", Vouchers::with);
    if (!source) {
        return Exit::nothing_done;
    }
    const Report report = source->evaluate();
    if (!may_go_on(*source, report, options)) {
        return Exit::nothing_done;
    }
    const auto office = find_office(options.office.soffice);
    if (!office) {
        return nothing_done(office.error());
    }
    progress("Fyller arbetsboken i LibreOffice");
    const auto outcome = run_job<WorkbookOutcome>(*office, request_for(*source, options, *files), files->scratch(),
                                                  options.office.profile, interrupts);
    if (!outcome) {
        return nothing_done(outcome.error());
    }
    const std::vector<std::string> differences = differences_from(report, *outcome);
    for (const std::string& difference : differences) {
        complain(difference);
    }
    if (!differences.empty()) {
        return nothing_done("Arbetsboken räknar inte som programmet och skrevs därför inte. Rapportera felet.");
    }
    if (const auto delivered = files->deliver(); !delivered) {
        return nothing_done(delivered.error());
    }
    return conclude(report, *source, *outcome, options);
}

} // namespace

void add_workbook_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<WorkbookOptions>();
    Arguments command(app, "arbetsbok",
                      help("Fyll årsredovisningens arbetsbok i LibreOffice Calc",
                           "Fill the annual report workbook in LibreOffice Calc"));
    options->source.add_to(command);
    command.add("-o,--ut", options->ods, help("arbetsbok som ska skrivas", "workbook to write"))
        .required()
        .value(help("UT.ods", "OUT.ods"));
    command.add("--pdf", options->pdf, help("skriv även PDF", "write PDF too")).value(help("UT.pdf", "OUT.pdf"));
    command.add("--xlsx", options->xlsx, help("skriv även Excel-format", "write Excel format too"))
        .value(help("UT.xlsx", "OUT.xlsx"));
    command.add_flag("--skriv-over", options->overwrite,
                     help("ersätt filer som redan finns", "replace files that exist"));
    command.add_flag("--visa-tomma", options->show_empty_tables,
                     help("skriv ut även tabeller utan innehåll", "print tables without content too"));
    command.add_flag(
        "--trots-fel", options->despite_errors,
        help("skriv arbetsboken även när underlaget har fel", "write the workbook even when the input has errors"));
    options->office.add_to(command);
    command.run([options, &exit] { exit = make_workbook(*options); });
}

} // namespace finsam::command
