#include "bridge/workbook/workbook_proof.hpp"

#include <cmath>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace finsam {
namespace {

std::string value_text(const Value& value) {
    if (const Ore* amount = std::get_if<Ore>(&value)) {
        return format_amount(*amount, Unit::ore);
    }
    if (const double* number = std::get_if<double>(&value)) {
        return fmt::format("{:.6g}", *number);
    }
    return "inget värde";
}

std::string cell_text(const WorkbookCell& cell) {
    if (cell.error != 0) {
        return fmt::format("felet Err:{}", cell.error);
    }
    return cell.value ? fmt::format("{:.2f}", *cell.value) : "inget värde";
}

/// Table, row key, column, and which of the rows with that key: an insats may be coded as the sum is.
using Place = std::tuple<std::string, std::string, int, int>;

/// Counts how often a figure's key has come, from 0.
class Occurrences {
public:
    Place next(const std::string& table, const std::string& row, int column) {
        return {table, row, column, counts_[{table, row, column}]++};
    }

private:
    std::map<std::tuple<std::string, std::string, int>, int> counts_;
};

} // namespace

bool agree(const Value& expected, const WorkbookCell& cell) {
    if (cell.error != 0) {
        return false;
    }
    if (const Ore* amount = std::get_if<Ore>(&expected)) {
        return cell.value && from_kronor_double(*cell.value) == *amount;
    }
    if (const double* number = std::get_if<double>(&expected)) {
        return cell.value && std::abs(*cell.value - *number) <= 1e-9 * std::max(1.0, std::abs(*number));
    }
    return !cell.value;
}

std::vector<std::string> differences_from(const Report& report, const WorkbookOutcome& outcome) {
    std::map<Place, const WorkbookCell*> cells;
    Occurrences in_workbook, in_report;
    for (const WorkbookCell& cell : outcome.cells) {
        cells[in_workbook.next(cell.table, cell.row, cell.column)] = &cell;
    }
    std::vector<std::string> differences;
    for (const ReportTable& table : report.tables) {
        for (const ReportRow& row : table.rows) {
            for (std::size_t i = 0; i < row.values.size() && !row.key.empty(); ++i) {
                const auto found = cells.find(in_report.next(table.key, row.key, static_cast<int>(i)));
                if (found == cells.end()) {
                    differences.push_back(
                        fmt::format("Arbetsboken saknar {}, {}, kolumn {}.", table.title, row.text, i + 1));
                } else if (!agree(row.values[i], *found->second)) {
                    differences.push_back(fmt::format("{} ({}, {}): arbetsboken visar {}, programmet räknar {}.",
                                                      found->second->address, table.title, row.text,
                                                      cell_text(*found->second), value_text(row.values[i])));
                }
            }
        }
    }
    return differences;
}

} // namespace finsam
