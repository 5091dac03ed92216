#include "bridge/report/account_map.hpp"

#include "bridge/report/account_key.hpp"
#include "bridge/report/csv_reader.hpp"
#include "bridge/report/embedded.hpp"
#include "bridge/report/map_keys.hpp"

#include <array>
#include <cstdint>

namespace finsam {
namespace {

constexpr std::array<std::string_view, 11> column_names = {"från",     "till",     "benämning", "rad",
                                                           "notrad",   "uppgift",  "rad_debet", "notrad_debet",
                                                           "kontroll", "säkerhet", "källa"};

std::uint32_t low(const MapRow& row) noexcept {
    return account_key(row.from, '0');
}
std::uint32_t high(const MapRow& row) noexcept {
    return account_key(row.to, '9');
}

std::string one_of(std::string_view column, std::string_view value) {
    return "”" + std::string(value) + "” i kolumnen ”" + std::string(column) + "” är okänt.";
}

/// What is wrong with a row, or "".
std::string fault(const MapRow& row) {
    for (const std::string* end : {&row.from, &row.to}) {
        if (!only_digits(*end) || end->size() > account_key_places) {
            return "”från” och ”till” ska vara kontonummer med högst åtta siffror.";
        }
    }
    if (low(row) > high(row)) {
        return "”från” (" + row.from + ") ligger efter ”till” (" + row.to + ").";
    }
    if (!is_result_row(row.row) && !is_balance_row(row.row) && row.row != booked_result_key) {
        return row.row.empty() ? "kolumnen ”rad” är tom." : one_of("rad", row.row);
    }
    if (!row.note_row.empty() && !is_note_row(row.note_row)) {
        return one_of("notrad", row.note_row);
    }
    if (!row.extra.empty() && !is_extra(row.extra)) {
        return one_of("uppgift", row.extra);
    }
    if (!row.debit_row.empty() && !(is_balance_row(row.debit_row) && is_balance_row(row.row))) {
        return one_of("rad_debet", row.debit_row);
    }
    if (!row.debit_note_row.empty() && (row.debit_row.empty() || !is_note_row(row.debit_note_row))) {
        return one_of("notrad_debet", row.debit_note_row);
    }
    if (!row.control.empty() && row.control != "noll" && row.control != "varna") {
        return one_of("kontroll", row.control);
    }
    if (!row.certainty.empty() && row.certainty != "säker" && row.certainty != "trolig" && row.certainty != "osäker") {
        return one_of("säkerhet", row.certainty);
    }
    return {};
}

MapRow read_row(const CsvHeader& header, const CsvRecord& record) {
    const auto field = [&](std::string_view name) { return std::string(header.field(record, name)); };
    MapRow row;
    row.from = field("från");
    row.to = field("till");
    row.name = field("benämning");
    row.row = field("rad");
    row.note_row = field("notrad");
    row.extra = field("uppgift");
    row.debit_row = field("rad_debet");
    row.debit_note_row = field("notrad_debet");
    row.control = field("kontroll");
    row.certainty = field("säkerhet");
    row.source = field("källa");
    row.line = record.line;
    return row;
}

std::string header_fault(const CsvHeader& header) {
    for (const std::string& name : header.names()) {
        if (!is_listed(column_names, name)) {
            return "Kontokartans rubrikrad: kolumnen ”" + name + "” är okänd.";
        }
    }
    for (const std::string_view needed : {"från", "till", "rad"}) {
        if (!header.has(needed)) {
            return "Kontokartans rubrikrad: kolumnen ”" + std::string(needed) + "” saknas.";
        }
    }
    return {};
}

} // namespace

tl::expected<AccountMap, std::string> AccountMap::from_csv(std::string_view csv) {
    const auto records = read_csv(csv);
    if (!records) {
        return tl::unexpected("Kontokartan: " + records.error());
    }
    if (records->empty()) {
        return tl::unexpected(std::string("Kontokartan är tom."));
    }
    const CsvHeader header(records->front());
    if (const std::string text = header_fault(header); !text.empty()) {
        return tl::unexpected(text);
    }
    AccountMap map;
    for (std::size_t i = 1; i < records->size(); ++i) {
        const CsvRecord& record = (*records)[i];
        const std::string where = "Kontokartan, rad " + std::to_string(record.line) + ": ";
        if (record.fields.size() > header.names().size()) {
            return tl::unexpected(
                where + "raden har fler fält än rubrikraden; en text med semikolon ska stå inom citattecken.");
        }
        MapRow row = read_row(header, record);
        if (const std::string text = fault(row); !text.empty()) {
            return tl::unexpected(where + text);
        }
        for (const MapRow& other : map.rows_) {
            if (low(other) == low(row) && high(other) == high(row)) {
                return tl::unexpected(where + "intervallet " + row.from + "–" + row.to + " står redan på rad " +
                                      std::to_string(other.line) + ".");
            }
        }
        map.rows_.push_back(std::move(row));
    }
    return map;
}

tl::expected<AccountMap, std::string> AccountMap::built_in(std::string_view name) {
    const auto bytes = find_embedded(name, ".csv");
    return bytes ? from_csv(*bytes) : tl::unexpected("Kontokartan " + bytes.error());
}

const MapRow* AccountMap::find(std::string_view account) const noexcept {
    if (!only_digits(account)) {
        return nullptr;
    }
    const std::uint32_t key = account_key(account, '0');
    const MapRow* best = nullptr;
    for (const MapRow& row : rows_) {
        const bool holds = low(row) <= key && key <= high(row);
        if (holds && (best == nullptr || high(row) - low(row) < high(*best) - low(*best))) {
            best = &row;
        }
    }
    return best;
}

std::vector<std::pair<const MapRow*, const MapRow*>> AccountMap::crossing() const {
    std::vector<std::pair<const MapRow*, const MapRow*>> pairs;
    for (const MapRow& one : rows_) {
        for (const MapRow& other : rows_) {
            if (low(one) < low(other) && low(other) <= high(one) && high(one) < high(other)) {
                pairs.emplace_back(&one, &other);
            }
        }
    }
    return pairs;
}

} // namespace finsam
