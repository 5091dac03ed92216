#include "bridge/command/report_formats.hpp"

#include "bridge/command/csv_text.hpp"
#include "bridge/report/deficit_remark.hpp"
#include "bridge/workbook/text_width.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::command {
namespace {

std::string shown(const Value& value, ValueKind kind, AmountForm form, int decimals) {
    if (const Ore* amount = std::get_if<Ore>(&value)) {
        return format_amount(*amount, form);
    }
    if (const double* number = std::get_if<double>(&value)) {
        return kind == ValueKind::share ? format_percent(*number, decimals) : fmt::format("{:g}", *number);
    }
    return "";
}

} // namespace

std::vector<std::string> printed_cells(const ReportTable& table, const ReportRow& row, int credit_sign) {
    std::vector<std::string> cells;
    if (!row.texts.empty()) { // the first stands as the row's text
        cells.assign(row.texts.begin() + 1, row.texts.end());
    }
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const Column* column = i < table.rule->columns.size() ? &table.rule->columns[i] : nullptr;
        std::string cell =
            shown(printed(table, row, i, credit_sign), row.value, amount_form(*table.rule, row.rule, column),
                  row.rule != nullptr ? row.rule->decimals : 0);
        cells.push_back(row.is_part && !cell.empty() ? "(" + cell + ")" : std::move(cell));
    }
    return cells;
}

namespace {

std::vector<const ReportRow*> printed_rows(const ReportTable& table) {
    std::vector<const ReportRow*> rows;
    for (const ReportRow& row : table.rows) {
        if (row.rule == nullptr || !row.rule->hidden) {
            rows.push_back(&row);
        }
    }
    return rows;
}

std::string table_text(const ReportTable& table, int credit_sign) {
    const bool is_texts = table.rule->kind == TableKind::texts;
    std::vector<std::string> headers = table.headings.empty() ? table.columns : table.headings;
    if (is_texts) {
        headers.erase(headers.begin());
    }
    std::size_t label = text_width(table.title);
    std::size_t figure = 8;
    for (const std::string& header : headers) {
        figure = std::max(figure, text_width(header));
    }
    std::vector<std::vector<std::string>> lines;
    const auto rows = printed_rows(table);
    for (const ReportRow* row : rows) {
        label = std::max(label, text_width(row->text));
        lines.push_back(printed_cells(table, *row, credit_sign));
        for (const std::string& cell : lines.back()) {
            figure = std::max(figure, text_width(cell));
        }
    }
    std::string text =
        fmt::format("\n{}{}\n{}", table.title,
                    is_texts ? "" : fmt::format(" ({})", swedish_name(table.rule->form.unit)), padded_right("", label));
    for (const std::string& header : headers) {
        text += "  " + padded_left(header, figure);
    }
    text += '\n';
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += padded_right(rows[i]->text, label);
        for (const std::string& cell : lines[i]) {
            text += "  " + padded_left(cell, figure);
        }
        text += '\n';
    }
    if (!table.rule->remark.empty()) {
        text += remark_text(*table.rule) + "\n";
    }
    return text;
}

/// What the report says under the balanskravsutredning of a deficit.
std::string deficit_text(const ReportTable& table, int year) {
    const auto row = std::ranges::find_if(
        table.rows, [](const ReportRow& one) { return one.rule != nullptr && one.rule->kind == RowKind::balanskrav; });
    const Ore* amount =
        row == table.rows.end() || row->values.empty() ? nullptr : std::get_if<Ore>(&row->values.front());
    return amount == nullptr || *amount >= Ore()
               ? ""
               : fmt::format("{}{}{}\n", deficit_remark.before, year + years_to_restore, deficit_remark.after);
}

} // namespace

std::string check_sentence(const CheckResult& check) {
    return fmt::format("{}{}{}", check.text, check.year.empty() ? "" : " " + check.year,
                       check.detail.empty() ? "" : ": " + check.detail);
}

std::string report_as_text(const Report& report, const Books& books, const ChartUse& chart, int credit_sign) {
    std::string text = books.company_name + "\n" + report.title + "\n";
    text +=
        fmt::format("Kontokarta: {}. {}\n", chart.map_name,
                    chart.proposal ? describe(*chart.proposal) : "Kontonas namn säger inte vilken kontoplan det är.");
    const int year = books.years.empty() ? 0 : books.years.front().to.year;
    for (const ReportTable& table : report.tables) {
        text += table.rule->hidden ? "" : table_text(table, credit_sign) + deficit_text(table, year);
    }
    text += "\nKontroller\n";
    for (const CheckResult& check : report.checks) {
        text += fmt::format("{}  {}\n", padded_right(swedish_name(check.state), 15), check_sentence(check));
    }
    return text;
}

std::string report_as_csv(const Report& report) {
    std::string csv = "tabell;nyckel;text;kolumn;värde\n";
    for (const ReportTable& table : report.tables) {
        for (const ReportRow& row : table.rows) {
            for (std::size_t i = 0; i < row.values.size() && !row.key.empty(); ++i) {
                csv += fmt::format("{};{};{};{};{}\n", table.key, csv_field(row.key), csv_field(row.text),
                                   csv_field(table.columns.at(i)), csv_value(row.values[i]));
            }
        }
    }
    return csv;
}

} // namespace finsam::command
