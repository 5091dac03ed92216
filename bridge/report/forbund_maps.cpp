#include "bridge/report/forbund_maps.hpp"

#include "bridge/report/toml_fields.hpp"

namespace finsam {

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
        maps.push_back({entry.required_text("forbund"), entry.required_text("karta"), entry.text("indata")});
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
