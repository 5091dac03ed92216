#include "bridge/command/compare_formats.hpp"

#include "bridge/command/value_json.hpp"

namespace finsam::command {
namespace {

using nlohmann::ordered_json;

ordered_json figures_json() {
    ordered_json list = ordered_json::array();
    for (const KeyFigure& figure : key_figures()) {
        list.push_back({{"nyckel", figure.key},
                        {"text", figure.text},
                        {"enhet", figure.value == ValueKind::share ? "andel" : "kr"},
                        {"tecken", figure.sign},
                        {"regel", figure.rule},
                        {"kalla", figure.source}});
    }
    return list;
}

ordered_json values_json(const std::vector<Value>& values) {
    ordered_json by_key = ordered_json::object();
    for (std::size_t i = 0; i < values.size(); ++i) {
        by_key[std::string(key_figures()[i].key)] = value_json(values[i]);
    }
    return by_key;
}

ordered_json text_or_null(const std::string& text) {
    return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

ordered_json year_json(const ComparedYear& year) {
    return {{"ar", year.year},
            {"fran", text_or_null(year.from)},
            {"till", text_or_null(year.to)},
            {"varden", values_json(year.figures)},
            {"saknas", text_or_null(year.missing)},
            {"kartan_racker_inte", year.map_faults},
            {"kontroller_fel", year.failed_checks}};
}

ordered_json forbund_json(const ComparedForbund& one) {
    ordered_json years = ordered_json::array();
    for (const ComparedYear& year : one.years) {
        years.push_back(year_json(year));
    }
    return {{"namn", one.forbund.name},
            {"organisationsnummer", one.forbund.organisation_number},
            {"karta", one.map_name},
            {"kontoplan", text_or_null(one.chart_hint)},
            {"ar", std::move(years)}};
}

ordered_json medians_json(const Comparison& comparison) {
    ordered_json medians = ordered_json::object();
    for (std::size_t year = 0; year < comparison.years.size(); ++year) {
        std::vector<Value> values;
        for (std::size_t figure = 0; figure < key_figures().size(); ++figure) {
            values.push_back(comparison.median(figure, year));
        }
        medians[std::to_string(comparison.years[year])] = values_json(values);
    }
    return medians;
}

} // namespace

std::string comparison_as_json(const Comparison& comparison) {
    ordered_json forbund = ordered_json::array();
    for (const ComparedForbund& one : comparison.forbund) {
        forbund.push_back(forbund_json(one));
    }
    const ordered_json all = {{"ar", comparison.years},
                              {"nyckeltal", figures_json()},
                              {"forbund", std::move(forbund)},
                              {"median", medians_json(comparison)}};
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace finsam::command
