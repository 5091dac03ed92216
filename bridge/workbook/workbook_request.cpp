#include "bridge/workbook/workbook_request.hpp"

#include "bridge/workbook/job_json.hpp"

namespace finsam {
namespace {

using nlohmann::json;

template <class T>
json optional_json(const std::optional<T>& value) {
    return value ? json(*value) : json(nullptr);
}

template <class T>
std::optional<T> optional_value(const json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::nullopt : std::optional<T>(found->get<T>());
}

WorkbookCell cell_from_json(const json& object) {
    WorkbookCell cell;
    object.at("tabell").get_to(cell.table);
    object.at("rad").get_to(cell.row);
    object.at("kolumn").get_to(cell.column);
    object.at("cell").get_to(cell.address);
    object.at("fel").get_to(cell.error);
    cell.value = optional_value<double>(object, "varde");
    return cell;
}

json to_json_object(const WorkbookCell& cell) {
    return {{"tabell", cell.table}, {"rad", cell.row},   {"kolumn", cell.column},
            {"cell", cell.address}, {"fel", cell.error}, {"varde", optional_json(cell.value)}};
}

} // namespace

std::string WorkbookRequest::to_json() const {
    return json{{"huvudbok", ledger.string()},
                {"ar", optional_json(year)},
                {"foretag", optional_json(company)},
                {"dimension", optional_json(dimension)},
                {"uppstallning", texts.layout_toml},
                {"karta", texts.map_csv},
                {"indata", texts.input_toml},
                {"budget", texts.budget_csv},
                {"enheter", texts.choice.units},
                {"tabeller", texts.choice.only},
                {"utan", texts.choice.without},
                {"kartnamn", map_name},
                {"delar", texts.document.period_end ? json(to_iso(*texts.document.period_end)) : json(nullptr)},
                {"budgetar", optional_json(texts.document.plan_year)},
                {"kredittecken", credit_sign},
                {"visa_tomma", show_empty_tables},
                {"ods", ods.string()},
                {"pdf", pdf.string()},
                {"xlsx", xlsx.string()}}
        .dump();
}

tl::expected<WorkbookRequest, std::string> WorkbookRequest::from_json(std::string_view text) {
    return parse_job(text, [](const json& object) {
        WorkbookRequest request;
        request.ledger = object.at("huvudbok").get<std::string>();
        request.year = optional_value<int>(object, "ar");
        request.company = optional_value<std::string>(object, "foretag");
        request.dimension = optional_value<std::string>(object, "dimension");
        object.at("uppstallning").get_to(request.texts.layout_toml);
        object.at("karta").get_to(request.texts.map_csv);
        object.at("indata").get_to(request.texts.input_toml);
        object.at("budget").get_to(request.texts.budget_csv);
        object.at("enheter").get_to(request.texts.choice.units);
        object.at("tabeller").get_to(request.texts.choice.only);
        object.at("utan").get_to(request.texts.choice.without);
        object.at("kartnamn").get_to(request.map_name);
        if (const auto period_end = optional_value<std::string>(object, "delar")) {
            request.texts.document.period_end = parse_iso_date(*period_end);
        }
        request.texts.document.plan_year = optional_value<int>(object, "budgetar");
        object.at("kredittecken").get_to(request.credit_sign);
        object.at("visa_tomma").get_to(request.show_empty_tables);
        request.ods = object.at("ods").get<std::string>();
        request.pdf = object.at("pdf").get<std::string>();
        request.xlsx = object.at("xlsx").get<std::string>();
        return request;
    });
}

std::string WorkbookOutcome::to_json() const {
    json list = json::array();
    for (const WorkbookCell& cell : cells) {
        list.push_back(to_json_object(cell));
    }
    return json{{"fel", error},
                {"anmarkningar", notes},
                {"celler", std::move(list)},
                {"kontroller",
                 {{"stammer", checks_ok},
                  {"avrundning", checks_rounding},
                  {"fel", checks_failed},
                  {"ej_tillamplig", checks_not_applicable}}}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

tl::expected<WorkbookOutcome, std::string> WorkbookOutcome::from_json(std::string_view text) {
    return parse_job(text, [](const json& object) {
        WorkbookOutcome outcome;
        object.at("fel").get_to(outcome.error);
        object.at("anmarkningar").get_to(outcome.notes);
        for (const json& cell : object.at("celler")) {
            outcome.cells.push_back(cell_from_json(cell));
        }
        const json& checks = object.at("kontroller");
        checks.at("stammer").get_to(outcome.checks_ok);
        checks.at("avrundning").get_to(outcome.checks_rounding);
        checks.at("fel").get_to(outcome.checks_failed);
        checks.at("ej_tillamplig").get_to(outcome.checks_not_applicable);
        return outcome;
    });
}

} // namespace finsam
