#include "bridge/command/report_formats.hpp"

#include "bridge/command/value_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace finsam::command {
namespace {

using nlohmann::ordered_json;

std::string_view kind_name(ValueKind kind) {
    switch (kind) {
    case ValueKind::amount: return "belopp";
    case ValueKind::share: return "andel";
    case ValueKind::count: return "antal";
    }
    return "belopp";
}

ordered_json row_json(const ReportTable& table, const ReportRow& row, int credit_sign) {
    ordered_json values = ordered_json::array();
    for (const Value& value : row.values) {
        values.push_back(value_json(value));
    }
    if (!row.texts.empty()) {
        return {{"nyckel", row.key}, {"texter", row.texts}};
    }
    return {{"nyckel", row.key},
            {"text", row.text},
            {"not", row.note},
            {"slag", kind_name(row.value)},
            {"varden", std::move(values)},
            {"visat", printed_cells(table, row, credit_sign)},
            {"konton", row.accounts}};
}

ordered_json table_json(const ReportTable& table, int credit_sign) {
    ordered_json rows = ordered_json::array();
    for (const ReportRow& row : table.rows) {
        if (!row.key.empty()) { // headings carry no figure
            rows.push_back(row_json(table, row, credit_sign));
        }
    }
    return {{"titel", table.title},
            {"enhet", swedish_name(table.rule->form.unit)},
            {"kolumner", table.columns},
            {"rader", std::move(rows)}};
}

ordered_json check_json(const CheckResult& check) {
    return {{"nyckel", check.key},
            {"text", check.text},
            {"regel", check.rule},
            {"ar", check.year},
            {"tillstand", swedish_name(check.state)},
            {"vanster", value_json(check.left)},
            {"hoger", value_json(check.right)},
            {"tolerans", to_decimal_kronor(check.tolerance)},
            {"detalj", check.detail}};
}

ordered_json chart_json(const ChartUse& chart) {
    if (!chart.proposal) {
        return {{"karta", chart.map_name}, {"foreslagen", nullptr}};
    }
    return {{"karta", chart.map_name},
            {"foreslagen", chart_map_name(chart.proposal->chart)},
            {"sakerhet", swedish_name(chart.proposal->certainty)},
            {"skal", chart.proposal->reasons},
            {"motsager", chart.proposal->objections}};
}

} // namespace

std::string report_as_json(const Report& report, const ChartUse& chart, int credit_sign) {
    ordered_json tables = ordered_json::object();
    for (const ReportTable& table : report.tables) {
        tables[table.key] = table_json(table, credit_sign);
    }
    ordered_json checks = ordered_json::array();
    for (const CheckResult& check : report.checks) {
        checks.push_back(check_json(check));
    }
    const ordered_json all = {{"dokument", report.title},        {"enhet", "kr"},
                              {"kontoplan", chart_json(chart)},  {"tabeller", std::move(tables)},
                              {"kontroller", std::move(checks)}, {"okartlagda_konton", report.unmapped}};
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace finsam::command
