#include "templates/builder/workbook_settings.hpp"

#include "bridge/report/layout_choice.hpp"

#include <nlohmann/json.hpp>

namespace finsam::workbook {
namespace {

using nlohmann::json;

constexpr int version = 1;
constexpr int most_lines = 100'000; ///< a document is not trusted to say how much is to be built

int lines(const json& object, const char* key) {
    const int value = object.at(key).get<int>();
    if (value < 1 || value > most_lines) {
        throw json::out_of_range::create(401, std::string(key) + " = " + std::to_string(value), &object);
    }
    return value;
}

} // namespace

tl::expected<Layout, std::string> WorkbookSettings::layout() const {
    auto layout = Layout::from_toml(layout_toml, document);
    if (layout) {
        if (const auto chosen = choose(*layout, choice); !chosen) {
            return tl::unexpected(chosen.error());
        }
    }
    return layout;
}

std::string WorkbookSettings::to_json() const {
    return json{{"version", version},
                {"dokument", document_key(document)},
                {"uppstallning", layout_toml},
                {"kontorader", capacities.list_lines},
                {"medlemmar", capacities.members},
                {"insatser", capacities.insatser},
                {"insatsrader", capacities.insats_extra},
                {"enheter", choice.units},
                {"tabeller", choice.only},
                {"utan", choice.without}}
        .dump();
}

tl::expected<WorkbookSettings, std::string> WorkbookSettings::from_json(std::string_view text) {
    try {
        const json object = json::parse(text);
        if (object.at("version").get<int>() > version) {
            return tl::unexpected(
                std::string("Arbetsboken är gjord med en nyare version av Finsam. Installera den och försök igen."));
        }
        WorkbookSettings settings;
        // Absent: made before there were other documents.
        const auto document = document_kind(object.value("dokument", document_key(DocumentKind::annual)));
        if (!document) {
            throw json::out_of_range::create(401, "dokument", &object);
        }
        settings.document = *document;
        object.at("uppstallning").get_to(settings.layout_toml);
        settings.capacities = {lines(object, "kontorader"), lines(object, "medlemmar"), lines(object, "insatser"),
                               lines(object, "insatsrader")};
        using Texts = std::vector<std::string>;
        settings.choice = {object.value("enheter", Texts()), object.value("tabeller", Texts()),
                           object.value("utan", Texts())};
        return settings;
    } catch (const json::exception& problem) {
        return tl::unexpected(std::string("Arbetsbokens egenskap Finsam kan inte tolkas: ") + problem.what());
    }
}

} // namespace finsam::workbook
