#include "bridge/command/arguments.hpp"
#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/report_formats.hpp"
#include "bridge/command/report_source.hpp"

#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

struct ReportOptions {
    SourceOptions source;
    std::string format = "text";
};

Exit print_report(const ReportOptions& options) {
    const auto source = load_report_source(options.source, {}, Vouchers::without);
    if (!source) {
        return Exit::nothing_done;
    }
    const Report report = source->evaluate();
    if (options.format == "json") {
        say("{}", report_as_json(report, {options.source.map_name(), source->chart}, options.source.credit_sign()));
    } else if (options.format == "csv") {
        say("{}", report_as_csv(report));
    } else {
        say("{}", report_as_text(report, source->books, {options.source.map_name(), source->chart},
                                 options.source.credit_sign()));
    }
    complain_of_unmapped(report, source->books, options.source.map_name());
    const bool clean = report.all_checks_hold() && report.unmapped.empty() && !source->reading_errors;
    return clean ? Exit::done : Exit::done_with_errors;
}

} // namespace

void add_report_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<ReportOptions>();
    Arguments command(
        app, "rapport",
        help("Skriv årsredovisningens tabeller och kontroller", "Print the annual report's tables and checks"));
    options->source.add_to(command);
    command.add("--format", options->format, help("text, json eller csv", "text, json or csv"))
        .one_of({"text", "json", "csv"})
        .show_default()
        .value("FORMAT");
    command.run([options, &exit] { exit = print_report(*options); });
}

} // namespace finsam::command
