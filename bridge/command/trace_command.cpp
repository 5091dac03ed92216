#include "bridge/command/arguments.hpp"
#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/report_source.hpp"
#include "bridge/command/trace_formats.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

constexpr std::size_t most_suggestions = 12;

struct TraceOptions {
    SourceOptions source;
    std::string row, column;
    bool as_json = false, without_vouchers = false;
};

const std::vector<std::string>& headings_of(const ReportTable& table) {
    return table.headings.empty() ? table.columns : table.headings;
}

/// The first column of the report year's outcome, or the one that was asked for by number or heading.
tl::expected<std::size_t, std::string> column_of(const ReportTable& table, const std::string& wanted) {
    const auto& columns = table.rule->columns;
    if (wanted.empty()) {
        const auto found = std::ranges::find_if(
            columns, [](const Column& column) { return column.kind == ColumnKind::outcome && column.year == 0; });
        return found == columns.end() ? 0 : static_cast<std::size_t>(found - columns.begin());
    }
    const std::vector<std::string>& headings = headings_of(table);
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (problem == std::errc() && end == wanted.data() + wanted.size() && number >= 1 && number <= headings.size()) {
        return number - 1;
    }
    const auto found = std::ranges::find(headings, wanted);
    if (found != headings.end()) {
        return static_cast<std::size_t>(found - headings.begin());
    }
    std::string known;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        known += fmt::format("{}{} = {}", i == 0 ? "" : ", ", i + 1, headings[i]);
    }
    return tl::unexpected(fmt::format("--kolumn {}: tabellen {} har kolumnerna {}.", wanted, table.title, known));
}

std::string listed(const std::vector<TraceQuery>& rows) {
    std::string text;
    for (std::size_t i = 0; i < std::min(rows.size(), most_suggestions); ++i) {
        text += fmt::format("\n  {}.{}", rows[i].table, rows[i].row);
    }
    return rows.size() > most_suggestions ? text + "\n  ..." : text;
}

tl::expected<TraceQuery, std::string> query_for(const Report& report, const TraceOptions& options) {
    std::vector<TraceQuery> rows = find_rows(report, options.row);
    if (rows.empty() && has_text_row(report, options.row)) {
        return tl::unexpected(fmt::format("”{}” har inga tal att spåra: raden är en rubrik, eller text som skrivs på "
                                          "bladet Indata.",
                                          options.row));
    }
    if (rows.empty()) {
        return tl::unexpected(fmt::format(
            "Rapporten har ingen rad ”{}”. Skriv tabell.rad, som resultatrakning.verksamhetens_kostnader, eller radens "
            "text; finsam rapport --format json visar alla nycklar.",
            options.row));
    }
    if (rows.size() > 1) {
        return tl::unexpected(fmt::format("”{}” finns på flera ställen. Skriv en av:{}", options.row, listed(rows)));
    }
    const auto column = column_of(*report.find(rows.front().table), options.column);
    if (!column) {
        return tl::unexpected(column.error());
    }
    rows.front().column = *column;
    return rows.front();
}

Exit print_trace(const TraceOptions& options) {
    const auto source = load_report_source(options.source, {}, Vouchers::with);
    if (!source) {
        return Exit::nothing_done;
    }
    const Report report = source->evaluate();
    const auto query = query_for(report, options);
    if (!query) {
        complain(query.error());
        return Exit::nothing_done;
    }
    const ReportInputs& inputs = source->inputs;
    const auto found = FigureTracer(inputs.layout, inputs.map, source->books, inputs.typed, report).trace(*query);
    if (!found) {
        complain(found.error());
        return Exit::nothing_done;
    }
    const TraceContext context{source->books, checks_of(inputs.layout, report, *query), !options.without_vouchers};
    say("{}", options.as_json ? trace_as_json(*found, context) : trace_as_text(*found, context));
    return source->reading_errors ? Exit::done_with_errors : Exit::done;
}

} // namespace

void add_trace_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<TraceOptions>();
    Arguments command(app, "spara",
                      help("Visa underlaget till en siffra: rad, konton, verifikationer och rader i SIE-filerna",
                           "Show what a figure is made of: row, accounts, vouchers and lines of the SIE files"));
    command
        .add("rad", options->row,
             help("rad i rapporten: tabell.rad, rad eller radens text",
                  "row of the report: table.row, row or the row's text"))
        .required()
        .value(help("RAPPORTRAD", "ROW"));
    options->source.add_to(command);
    command
        .add("--kolumn", options->column,
             help("kolumnens nummer eller rubrik, annars årets utfall",
                  "number or heading of the column, else the year's outcome"))
        .value(help("KOLUMN", "COLUMN"));
    command.add_flag("--utan-verifikationer", options->without_vouchers,
                     help("visa bara rader och konton", "show rows and accounts only"));
    command.add_flag("--json", options->as_json, help("skriv JSON", "print JSON"));
    command.run([options, &exit] { exit = print_trace(*options); });
}

} // namespace finsam::command
