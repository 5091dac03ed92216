#include "bridge/workbook/settings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace finsam {
namespace {

using nlohmann::json;

template <class T>
void read(const json& object, const char* key, T& value) {
    if (const auto found = object.find(key); found != object.end()) {
        try {
            found->get_to(value);
        } catch (const json::exception&) { // of another kind than it should be: as if it were absent
        }
    }
}

json to_json_object(const ReportChoices& choices) {
    const DocumentChoice& document = choices.document;
    return {{"uppstallning", choices.layout},
            {"karta", choices.map},
            {"dimension", choices.dimension},
            {"kredittecken", choices.credit_sign},
            {"enheter", choices.choice.units},
            {"tabeller", choices.choice.only},
            {"utan", choices.choice.without},
            {"visa_tomma", choices.show_empty_tables},
            {"delar", document.period_end ? to_iso(*document.period_end) : ""},
            {"budgetar", document.plan_year.value_or(0)}};
}

DocumentChoice document_from(const json& object) {
    std::string period_end;
    int plan_year = 0;
    read(object, "delar", period_end);
    read(object, "budgetar", plan_year);
    DocumentChoice document{parse_iso_date(period_end), {}};
    if (!document.period_end && plan_year > 0) {
        document.plan_year = plan_year;
    }
    return document;
}

ReportChoices choices_from(const json& object) {
    ReportChoices choices;
    if (object.is_object()) {
        read(object, "uppstallning", choices.layout);
        read(object, "karta", choices.map);
        read(object, "dimension", choices.dimension);
        read(object, "kredittecken", choices.credit_sign);
        read(object, "enheter", choices.choice.units);
        read(object, "tabeller", choices.choice.only);
        read(object, "utan", choices.choice.without);
        read(object, "visa_tomma", choices.show_empty_tables);
        choices.document = document_from(object);
    }
    choices.credit_sign = choices.credit_sign < 0 ? -1 : 1;
    return choices;
}

const std::string& key_of(const Books& books) {
    return books.organisation_number.empty() ? books.company_name : books.organisation_number;
}

} // namespace

std::optional<ReportChoices> Settings::last_choices(const Books& books) const {
    const auto found = forbund.find(key_of(books));
    return found == forbund.end() ? std::nullopt : std::optional(found->second);
}

void Settings::remember(const Books& books, const ReportChoices& choices) {
    if (!key_of(books).empty()) {
        forbund[key_of(books)] = choices;
    }
}

void Settings::remember_ledger(const std::filesystem::path& ledger) {
    std::erase(ledgers, ledger);
    ledgers.push_back(ledger);
}

std::string Settings::to_json() const {
    json by_number = json::object();
    for (const auto& [number, choices] : forbund) {
        by_number[number] = to_json_object(choices);
    }
    json known = json::array();
    for (const std::filesystem::path& ledger : ledgers) {
        known.push_back(ledger.string());
    }
    return json{{"version", 1},
                {"forval", to_json_object(usual)},
                {"forbund", std::move(by_number)},
                {"huvudboksmapp", ledger_folder.string()},
                {"huvudbocker", std::move(known)}}
        .dump(2, ' ', false, json::error_handler_t::replace);
}

Settings Settings::from_json(std::string_view text) {
    Settings settings;
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object()) {
        return settings;
    }
    if (const auto usual = object.find("forval"); usual != object.end()) {
        settings.usual = choices_from(*usual);
    }
    if (const auto forbund = object.find("forbund"); forbund != object.end() && forbund->is_object()) {
        for (const auto& [number, choices] : forbund->items()) {
            settings.forbund[number] = choices_from(choices);
        }
    }
    std::string folder;
    read(object, "huvudboksmapp", folder);
    settings.ledger_folder = folder;
    std::vector<std::string> ledgers;
    read(object, "huvudbocker", ledgers);
    settings.ledgers.assign(ledgers.begin(), ledgers.end());
    return settings;
}

Settings Settings::load(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return from_json(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
}

tl::expected<void, std::string> Settings::save(const std::filesystem::path& path) const {
    std::error_code problem;
    std::filesystem::create_directories(path.parent_path(), problem);
    std::filesystem::path fresh = path;
    fresh += ".ny";
    std::ofstream file(fresh, std::ios::binary);
    file << to_json();
    file.close();
    if (file) {
        std::filesystem::rename(fresh, path, problem);
    }
    if (!file || problem) {
        return tl::unexpected(fmt::format(
            "Inställningarna kan inte sparas i {}. Kontrollera att det finns plats och att du får skriva i mappen.",
            path.string()));
    }
    return {};
}

} // namespace finsam
