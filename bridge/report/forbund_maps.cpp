#include "bridge/report/forbund_maps.hpp"

#include "bridge/report/toml_fields.hpp"

#include <charconv>

namespace finsam {
namespace {

std::map<int, std::string> read_budgets(TomlFields& entry) {
    std::map<int, std::string> budgets;
    const toml::table* years = entry.table("budget");
    if (years == nullptr) {
        return budgets;
    }
    for (const auto& [key, node] : *years) {
        const std::string_view name = key.str();
        const auto file = node.value_exact<std::string>();
        int year = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), year).ptr != name.data() + name.size() || !file) {
            entry.error("”budget” ska ha ett räkenskapsår och dess fil, till exempel { 2024 = \"budget.csv\" }");
            return budgets;
        }
        budgets.emplace(year, *file);
    }
    return budgets;
}

} // namespace

tl::expected<std::vector<ForbundMap>, std::string> read_forbund_maps(std::string_view toml) {
    const auto file = parse_toml(toml);
    if (!file) {
        return tl::unexpected(file.error());
    }
    TomlErrors errors;
    TomlFields fields(*file, "Kartorna", errors);
    std::vector<ForbundMap> maps;
    for (const toml::table* table : fields.tables("forbund")) {
        TomlFields entry(*table, "[[forbund]]", errors);
        maps.push_back(
            {entry.required_text("forbund"), entry.required_text("karta"), entry.text("indata"), read_budgets(entry)});
        entry.finish();
    }
    if (maps.empty()) {
        fields.error("inget [[forbund]] finns");
    }
    fields.finish();
    if (errors.first()) {
        return tl::unexpected(*errors.first());
    }
    return maps;
}

} // namespace finsam
