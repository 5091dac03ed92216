#include "bridge/command/compare_formats.hpp"
#include "bridge/command/csv_text.hpp"
#include "bridge/workbook/text_width.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace finsam::command {
namespace {

std::string shown(const Value& value) {
    if (const Ore* amount = std::get_if<Ore>(&value)) {
        return format_amount(*amount, Unit::kr);
    }
    const double* share = std::get_if<double>(&value);
    return share == nullptr ? "" : format_percent(*share, 1);
}

struct Line {
    std::string name;
    std::vector<std::string> cells;
};

/// One nyckeltal: a line for each förbund, a column for each year.
std::vector<Line> lines_of(const Comparison& comparison, std::size_t figure) {
    std::vector<Line> lines;
    for (const ComparedForbund& one : comparison.forbund) {
        Line line{one.forbund.name, {}};
        for (const ComparedYear& year : one.years) {
            line.cells.push_back(shown(year.figures[figure]));
        }
        lines.push_back(std::move(line));
    }
    Line median{"Median", {}};
    for (std::size_t year = 0; year < comparison.years.size(); ++year) {
        median.cells.push_back(shown(comparison.median(figure, year)));
    }
    lines.push_back(std::move(median));
    return lines;
}

std::string table_text(const Comparison& comparison, std::size_t index) {
    const KeyFigure& figure = key_figures()[index];
    const std::string title = heading(figure, "kr");
    const std::vector<Line> lines = lines_of(comparison, index);
    std::size_t name = text_width(title), cell = 8;
    for (const Line& line : lines) {
        name = std::max(name, text_width(line.name));
        for (const std::string& one : line.cells) {
            cell = std::max(cell, text_width(one));
        }
    }
    std::string text = "\n" + padded_right(title, name);
    for (const int year : comparison.years) {
        text += "  " + padded_left(std::to_string(year), cell);
    }
    text += '\n';
    for (const Line& line : lines) {
        text += padded_right(line.name, name);
        for (const std::string& one : line.cells) {
            text += "  " + padded_left(one, cell);
        }
        text += '\n';
    }
    return text + fmt::format("{} Källa: {}{}\n", figure.rule, figure.source,
                              figure.source.ends_with('.') ? "" : "."); // "LKBR 5 kap."
}

/// "Sjön 2023: ..." of each year that something is said of.
template <class Say>
std::string list_text(const Comparison& comparison, const char* title, Say say) {
    std::string text;
    for (const ComparedForbund& one : comparison.forbund) {
        for (const ComparedYear& year : one.years) {
            for (const std::string& what : say(year)) {
                text += fmt::format("  {} {}: {}\n", one.forbund.name, year.year, what);
            }
        }
    }
    return text.empty() ? text : fmt::format("\n{}\n{}", title, text);
}

std::string remark(const ComparedYear& year) {
    std::vector<std::string> all = year.map_faults;
    all.insert(all.end(), year.failed_checks.begin(), year.failed_checks.end());
    return year.missing.empty() ? fmt::format("{}", fmt::join(all, " ")) : year.missing;
}

} // namespace

std::string comparison_as_text(const Comparison& comparison) {
    std::string text = fmt::format("Jämförelse av {} förbund, räkenskapsår som slutar {}\n", comparison.forbund.size(),
                                   fmt::join(comparison.years, ", "));
    for (std::size_t i = 0; i < key_figures().size(); ++i) {
        text += table_text(comparison, i);
    }
    text += list_text(comparison, "Utelämnade, eftersom kontokartan inte räcker till",
                      [](const ComparedYear& year) { return year.map_faults; });
    text += list_text(comparison, "Kontroller som inte stämmer; talen är med",
                      [](const ComparedYear& year) { return year.failed_checks; });
    return text;
}

std::string comparison_as_csv(const Comparison& comparison) {
    std::string csv = "förbund;organisationsnummer;år;från;till;kontokarta";
    for (const KeyFigure& figure : key_figures()) {
        const std::string unit = figure.value == ValueKind::share ? "andel" : "kr";
        csv += ";" +
               csv_field(fmt::format("{} ({}{}{})", figure.text, unit, figure.sign.empty() ? "" : ", ", figure.sign));
    }
    csv += ";anmärkning\n";
    for (const ComparedForbund& one : comparison.forbund) {
        for (const ComparedYear& year : one.years) {
            csv += fmt::format("{};{};{};{};{};{}", csv_field(one.forbund.name),
                               csv_field(one.forbund.organisation_number), year.year, year.from, year.to,
                               csv_field(one.map_name));
            for (const Value& value : year.figures) {
                csv += ";" + csv_value(value);
            }
            csv += ";" + csv_field(remark(year)) + "\n";
        }
    }
    return csv;
}

} // namespace finsam::command
