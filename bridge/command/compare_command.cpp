#include "bridge/command/commands.hpp"
#include "bridge/command/compare_formats.hpp"
#include "bridge/command/compare_source.hpp"
#include "bridge/command/language.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

struct Options {
    CompareOptions source;
    std::string format = "text";
};

Exit compare(const Options& options) {
    const auto comparison = load_comparison(options.source);
    if (!comparison) {
        return Exit::nothing_done;
    }
    say("{}", options.format == "json"  ? comparison_as_json(*comparison)
              : options.format == "csv" ? comparison_as_csv(*comparison)
                                        : comparison_as_text(*comparison));
    return comparison->is_clean() ? Exit::done : Exit::done_with_errors;
}

} // namespace

void add_compare_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("jamfor", help("Jämför förbunden i en huvudbok: nyckeltal sida vid sida och över åren",
                                          "Compare the förbund of a ledger: key figures side by side and over years"));
    options->source.add_to(*command);
    command->add_option("--format", options->format, help("text, json eller csv", "text, json or csv"))
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->capture_default_str()
        ->type_name("FORMAT");
    command->callback([options, &exit] { exit = compare(*options); });
}

} // namespace finsam::command
