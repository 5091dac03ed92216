#include "bridge/review/csv_tables.hpp"

#include "bridge/report/csv_reader.hpp"
#include "bridge/report/embedded.hpp"
#include "bridge/report/layout.hpp"
#include "bridge/review/sheet_tables.hpp"
#include "parsers/swedish_number.hpp"

#include <algorithm>
#include <map>

namespace finsam::review {
namespace {

/// Larger tables are no report's.
constexpr std::size_t most_rows = 2'000, most_columns = 100;

const std::vector<std::string> own_header = {"tabell", "nyckel", "text", "kolumn", "värde"};

/// Rows that a layout keeps for other rows and never prints.
bool is_hidden(const Layout* layout, const std::string& table, const std::string& key) {
    const Table* at = layout == nullptr ? nullptr : layout->find(table);
    const Row* row = at == nullptr ? nullptr : at->find(key);
    return row != nullptr && row->hidden;
}

/// The layout that our own report was made with: the one that has all its tables.
std::optional<Layout> layout_of(const std::vector<CsvRecord>& records) {
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.name.ends_with(".toml")) {
            continue;
        }
        auto layout = Layout::from_toml(file.bytes);
        const bool has_all = layout && std::all_of(records.begin() + 1, records.end(), [&](const CsvRecord& record) {
                                 return layout->find(record.fields.front()) != nullptr;
                             });
        if (has_all) {
            return std::move(*layout);
        }
    }
    return std::nullopt;
}

std::string without_apostrophe(const std::string& text) {
    return text.starts_with('\'') ? text.substr(1) : text;
}

/// The amount as the layout prints it: every figure is rounded by itself, and is reviewed so.
std::string as_printed(const Layout* layout, const std::vector<std::string>& fields, std::size_t column) {
    const Table* table = layout == nullptr ? nullptr : layout->find(fields[0]);
    const auto amount = parse_swedish_amount(fields[4]);
    const Row* row = table == nullptr ? nullptr : table->find(fields[1]);
    if (table == nullptr || !amount || (row != nullptr && row->value != ValueKind::amount)) {
        return fields[4];
    }
    const Column* at = column < table->columns.size() ? &table->columns[column] : nullptr;
    return format_amount(*amount, amount_form(*table, row, at));
}

/// "(tkr)", where all of the table is printed in one unit.
std::string unit_title(const Layout* layout, const std::string& table) {
    const Table* at = layout == nullptr ? nullptr : layout->find(table);
    return at == nullptr ? "(öre)" : "(" + std::string(swedish_name(at->form.unit)) + ")";
}

/// A line per figure becomes a row per key and a column per header.
std::vector<RawTable> own_tables(const std::vector<CsvRecord>& records) {
    const auto found = layout_of(records);
    const Layout* layout = found ? &*found : nullptr;
    std::vector<RawTable> tables;
    std::map<std::pair<std::string, std::string>, std::size_t> rows;
    for (std::size_t i = 1; i < records.size(); ++i) {
        const auto& fields = records[i].fields;
        if (fields.size() != own_header.size() || is_hidden(layout, fields[0], fields[1])) {
            continue;
        }
        if (tables.empty() || tables.back().name != fields[0]) {
            tables.push_back({fields[0], unit_title(layout, fields[0]), {{"rad"}}});
        }
        auto& own = tables.back().rows;
        const std::string header = without_apostrophe(fields[3]);
        const auto column = std::ranges::find(own.front(), header);
        const auto at = static_cast<std::size_t>(column - own.front().begin());
        if (column == own.front().end()) {
            own.front().push_back(header);
        }
        const auto [row, is_new] = rows.try_emplace({fields[0], fields[1]}, own.size());
        if (is_new) {
            own.push_back({without_apostrophe(fields[2])});
        }
        own[row->second].resize(std::max(own[row->second].size(), at + 1));
        own[row->second][at] = as_printed(layout, fields, at - 1);
    }
    return tables;
}

/// A sheet that was saved as CSV has its titles above the headers, or headers in two lines.
bool is_saved_sheet(const std::vector<std::vector<std::string>>& rows) {
    const auto filled = std::ranges::count_if(rows.front(), [](const std::string& text) { return !text.empty(); });
    return filled <= 1 || (rows.size() > 1 && is_header(rows[0]) && is_header(rows[1]));
}

std::vector<RawTable> printed_tables(std::vector<CsvRecord> records, std::string name) {
    Sheet sheet{std::move(name), {}};
    for (CsvRecord& record : records) {
        sheet.rows.push_back(std::move(record.fields));
    }
    if (!sheet.rows.empty() && is_saved_sheet(sheet.rows)) {
        std::vector<Uninterpreted> none; // then it is taken as it is, and told as a table without figures
        if (auto tables = tables_of(sheet, none); !tables.empty()) {
            return tables;
        }
    }
    return {RawTable{std::move(sheet.name), "", std::move(sheet.rows)}};
}

} // namespace

tl::expected<std::vector<RawTable>, std::string> tables_from_csv(std::string_view bytes, std::string name) {
    auto records = read_csv(bytes, find_separator(bytes));
    if (!records) {
        return tl::unexpected(records.error());
    }
    const bool too_large =
        records->size() > most_rows * (!records->empty() && records->front().fields == own_header ? 50 : 1) ||
        std::ranges::any_of(*records, [](const CsvRecord& record) { return record.fields.size() > most_columns; });
    if (too_large) {
        return tl::unexpected(std::string("Filen är större än någon tabell i en årsredovisning."));
    }
    if (!records->empty() && records->front().fields == own_header) {
        return own_tables(*records);
    }
    return printed_tables(std::move(*records), std::move(name));
}

} // namespace finsam::review
