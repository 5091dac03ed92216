#include "bridge/report/typed_input.hpp"

#include "bridge/report/toml_fields.hpp"
#include "parsers/swedish_number.hpp"

#include <cmath>

namespace finsam {
namespace {

/// A number as TOML writes it, or a text in any Swedish form: "14 559 tkr", "74 %".
std::optional<double> typed_value(const toml::node& node) {
    if (const auto number = node.value<double>(); number && (node.is_integer() || node.is_floating_point())) {
        return std::isfinite(*number) ? number : std::nullopt;
    }
    const auto text = node.value_exact<std::string>();
    if (!text) {
        return std::nullopt;
    }
    if (const auto amount = parse_swedish_amount(*text)) {
        return to_kronor_double(*amount);
    }
    return parse_swedish_number(*text);
}

std::optional<int> calendar_year(std::string_view text) {
    if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    return std::stoi(std::string(text));
}

void read_year(const toml::table& table, int year, TypedInput& out, TomlErrors& errors) {
    for (const auto& [key, node] : table) {
        if (const auto value = typed_value(node)) {
            out.years[year][std::string(key.str())] = *value;
        } else {
            errors.add(node,
                       "”" + std::string(key.str()) + "” för " + std::to_string(year) +
                           " ska vara ett tal, eller ett tal inom citattecken som \"14 559 tkr\" eller \"74 %\".");
        }
    }
}

void read_years(const toml::table& table, TypedInput& out, TomlErrors& errors) {
    for (const auto& [key, node] : table) {
        const auto year = calendar_year(key.str());
        if (!year || !node.is_table()) {
            errors.add(key.source().begin.line,
                       "avsnittet ”ar." + std::string(key.str()) + "” ska heta som ett år, till exempel [ar.2024].");
            continue;
        }
        read_year(*node.as_table(), *year, out, errors);
    }
}

} // namespace

tl::expected<TypedInput, std::string> TypedInput::from_toml(std::string_view text) {
    const auto parsed = parse_toml(text);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    TomlErrors errors;
    TypedInput out;
    TomlFields fields(*parsed, "Indata", errors);
    out.company_name = fields.text("forbund");
    if (const toml::table* years = fields.table("ar")) {
        read_years(*years, out, errors);
    }
    if (const toml::table* texts = fields.table("texter")) {
        for (const auto& [key, node] : *texts) {
            if (const auto value = node.value_exact<std::string>()) {
                out.texts[std::string(key.str())] = *value;
            } else {
                errors.add(node, "texten ”" + std::string(key.str()) + "” ska stå inom citattecken.");
            }
        }
    }
    fields.finish();
    if (errors.first()) {
        return tl::unexpected(*errors.first());
    }
    return out;
}

} // namespace finsam
