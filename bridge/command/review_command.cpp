#include "bridge/command/arguments.hpp"
#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/review_output.hpp"
#include "bridge/command/review_source.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

struct ReviewOptions {
    std::string report, last_year;
    bool json = false;
};

Exit review_report(const ReviewOptions& options) {
    auto report = read_review_source(options.report);
    if (!report) {
        complain(report.error());
        return Exit::nothing_done;
    }
    ReviewSource last_year;
    if (!options.last_year.empty()) {
        auto read = read_review_source(options.last_year);
        if (!read) {
            complain(read.error());
            return Exit::nothing_done;
        }
        last_year = std::move(*read);
    }
    review::ReviewResult result = review::review(report->tables, last_year.tables);
    for (auto* source : {&*report, &last_year}) {
        std::ranges::move(source->uninterpreted, std::back_inserter(result.uninterpreted));
    }
    say_text(options.json ? review_as_json(result) : review_as_text(result));
    return result.findings.empty() ? Exit::done : Exit::done_with_errors;
}

} // namespace

void add_review_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<ReviewOptions>();
    Arguments command(app, "granska",
                      help("Granska en färdig årsredovisning: räkna om tabellerna och jämför dem",
                           "Review a finished annual report: recalculate and compare its tables"));
    command
        .add(help("rapport", "report"), options->report,
             help("mapp med tabeller som CSV, en CSV-fil, eller en .ods- eller .xlsx-fil",
                  "folder of tables as CSV, one CSV file, or an .ods or .xlsx file"))
        .required()
        .value(help("MAPP|FIL", "FOLDER|FILE"));
    command
        .add("--foregaende", options->last_year,
             help("förra årets redovisning: jämförelsetalen prövas mot den",
                  "last year's report: the comparative figures are checked against it"))
        .value(help("MAPP|FIL", "FOLDER|FILE"));
    command.add_flag("--json", options->json, help("skriv JSON", "write JSON"));
    command.run([options, &exit] { exit = review_report(*options); });
}

} // namespace finsam::command
