#include "bridge/command/arguments.hpp"
#include "bridge/command/commands.hpp"
#include "bridge/command/compare_formats.hpp"
#include "bridge/command/compare_source.hpp"
#include "bridge/command/interrupts.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/office_options.hpp"
#include "bridge/command/office_process.hpp"
#include "bridge/command/output_files.hpp"
#include "bridge/workbook/comparison_request.hpp"

#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;

struct Options {
    CompareOptions source;
    std::string format; ///< "": text, unless a workbook is written
    std::string workbook;
    bool overwrite = false;
    OfficeOptions office;
};

void print(const Comparison& comparison, const Options& options) {
    if (options.format == "json") {
        say("{}", comparison_as_json(comparison));
    } else if (options.format == "csv") {
        say("{}", comparison_as_csv(comparison));
    } else if (options.format == "text" || options.workbook.empty()) {
        say("{}", comparison_as_text(comparison));
    }
}

/// What a workbook's user is not to find out only in it.
void tell_left_out(const Comparison& comparison) {
    for (const ComparedForbund& one : comparison.forbund) {
        for (const ComparedYear& year : one.years) {
            for (const std::string& fault : year.map_faults) {
                complain(fmt::format("{} {} är utelämnat. {}", one.forbund.name, year.year, fault));
            }
        }
    }
}

Exit finish(const Comparison& comparison, const Options& options) {
    print(comparison, options);
    return comparison.is_clean() ? Exit::done : Exit::done_with_errors;
}

Exit nothing_done(const std::string& text) {
    complain(text);
    return Exit::nothing_done;
}

Exit make_workbook(const Options& options) {
    const Interrupts interrupts; // outlives the temporary files
    if (fs::path(options.workbook).extension() != ".ods") {
        return nothing_done(fmt::format("--arbetsbok {}: filens namn ska sluta på .ods.", options.workbook));
    }
    const auto files = OutputFiles::prepare({options.workbook}, options.source.files(), options.overwrite);
    if (!files) {
        return nothing_done(files.error());
    }
    const auto comparison = load_comparison(options.source);
    if (!comparison) {
        return Exit::nothing_done;
    }
    const auto office = find_office(options.office.soffice);
    if (!office) {
        return nothing_done(office.error());
    }
    progress("Skriver arbetsboken i LibreOffice");
    const auto outcome = run_job<ComparisonOutcome>(*office, ComparisonRequest{*comparison, files->temporary(0)},
                                                    files->scratch(), options.office.profile, interrupts);
    if (!outcome) {
        return nothing_done(outcome.error());
    }
    if (const auto delivered = files->deliver(); !delivered) {
        return nothing_done(delivered.error());
    }
    tell_left_out(*comparison);
    if (options.format.empty()) {
        say("Skrev {}\n", options.workbook);
    }
    return finish(*comparison, options);
}

Exit compare(const Options& options) {
    if (!options.workbook.empty()) {
        return make_workbook(options);
    }
    const auto comparison = load_comparison(options.source);
    return comparison ? finish(*comparison, options) : Exit::nothing_done;
}

} // namespace

void add_compare_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<Options>();
    Arguments command(app, "jamfor",
                      help("Jämför förbunden i en huvudbok: nyckeltal sida vid sida och över åren",
                           "Compare the förbund of a ledger: key figures side by side and over years"));
    options->source.add_to(command);
    command
        .add("--format", options->format,
             help("text, json eller csv; utan valet text, om ingen arbetsbok skrivs",
                  "text, json or csv; else text, unless a workbook is written"))
        .one_of({"text", "json", "csv"})
        .value("FORMAT");
    command
        .add("--arbetsbok", options->workbook,
             help("skriv en arbetsbok med tabeller och diagram", "write a workbook with tables and charts"))
        .value(help("UT.ods", "OUT.ods"));
    command.add_flag("--skriv-over", options->overwrite,
                     help("ersätt arbetsboken om den finns", "replace the workbook if it exists"));
    options->office.add_to(command);
    command.run([options, &exit] { exit = compare(*options); });
}

} // namespace finsam::command
