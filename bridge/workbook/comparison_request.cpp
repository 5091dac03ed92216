#include "bridge/workbook/comparison_request.hpp"

#include "bridge/workbook/job_json.hpp"

namespace finsam {
namespace {

using nlohmann::json;

constexpr const char* kind = "jamforelse";

/// Amounts as whole öre, shares with a decimal point.
json value_json(const Value& value) {
    if (const Ore* amount = std::get_if<Ore>(&value)) {
        return amount->count();
    }
    const double* share = std::get_if<double>(&value);
    return share == nullptr ? json(nullptr) : json(*share);
}

Value value_from(const json& value) {
    if (value.is_number_integer()) {
        return Ore(value.get<std::int64_t>());
    }
    return value.is_number_float() ? Value(value.get<double>()) : Value();
}

json year_json(const ComparedYear& year) {
    json values = json::array();
    for (const Value& value : year.figures) {
        values.push_back(value_json(value));
    }
    return {{"ar", year.year},
            {"fran", year.from},
            {"till", year.to},
            {"saknas", year.missing},
            {"kartan", year.map_faults},
            {"kontroller", year.failed_checks},
            {"varden", std::move(values)}};
}

ComparedYear year_from(const json& object) {
    ComparedYear year;
    object.at("ar").get_to(year.year);
    object.at("fran").get_to(year.from);
    object.at("till").get_to(year.to);
    object.at("saknas").get_to(year.missing);
    object.at("kartan").get_to(year.map_faults);
    object.at("kontroller").get_to(year.failed_checks);
    for (const json& value : object.at("varden")) {
        year.figures.push_back(value_from(value));
    }
    year.figures.resize(key_figures().size());
    return year;
}

json forbund_json(const ComparedForbund& one) {
    json years = json::array();
    for (const ComparedYear& year : one.years) {
        years.push_back(year_json(year));
    }
    return {{"namn", one.forbund.name},
            {"nummer", one.forbund.organisation_number},
            {"karta", one.map_name},
            {"kontoplan", one.chart_hint},
            {"ar", std::move(years)}};
}

ComparedForbund forbund_from(const json& object) {
    ComparedForbund one;
    object.at("namn").get_to(one.forbund.name);
    object.at("nummer").get_to(one.forbund.organisation_number);
    object.at("karta").get_to(one.map_name);
    object.at("kontoplan").get_to(one.chart_hint);
    for (const json& year : object.at("ar")) {
        one.years.push_back(year_from(year));
    }
    return one;
}

} // namespace

std::string ComparisonRequest::to_json() const {
    json forbund = json::array();
    for (const ComparedForbund& one : comparison.forbund) {
        forbund.push_back(forbund_json(one));
    }
    return json{{"slag", kind}, {"ar", comparison.years}, {"forbund", std::move(forbund)}, {"ods", ods.string()}}.dump(
        -1, ' ', false, json::error_handler_t::replace);
}

tl::expected<ComparisonRequest, std::string> ComparisonRequest::from_json(std::string_view text) {
    return parse_job(text, [](const json& object) {
        ComparisonRequest request;
        object.at("ar").get_to(request.comparison.years);
        for (const json& one : object.at("forbund")) {
            request.comparison.forbund.push_back(forbund_from(one));
        }
        request.ods = object.at("ods").get<std::string>();
        return request;
    });
}

bool ComparisonRequest::is_in(std::string_view text) {
    return is_job_of(kind, text);
}

std::string ComparisonOutcome::to_json() const {
    return json{{"fel", error}}.dump(-1, ' ', false, json::error_handler_t::replace);
}

tl::expected<ComparisonOutcome, std::string> ComparisonOutcome::from_json(std::string_view text) {
    return parse_job(text, [](const json& object) { return ComparisonOutcome{object.at("fel").get<std::string>()}; });
}

} // namespace finsam
