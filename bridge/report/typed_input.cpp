#include "bridge/report/typed_input.hpp"

#include "bridge/report/toml_fields.hpp"
#include "bridge/report/typed_amount.hpp"
#include "parsers/swedish_number.hpp"

#include <cmath>

namespace finsam {
namespace {

/// A number as TOML writes it, or a text in any Swedish form: "14 559 tkr", "74 %". The error says what it is not.
tl::expected<double, std::string> typed_value(const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    std::optional<double> number;
    if (text) {
        if (const auto amount = parse_typed_amount(*text)) {
            return to_kronor_double(*amount);
        } else if (amount.error() == too_large_text) {
            return tl::unexpected(amount.error());
        }
        number = parse_swedish_number(*text);
    } else if (node.is_integer() || node.is_floating_point()) {
        number = node.value<double>();
    }
    if (!number || !std::isfinite(*number)) {
        return tl::unexpected(
            std::string("ska vara ett tal, eller ett tal inom citattecken som \"14 559 tkr\" eller \"74 %\""));
    }
    if (std::abs(*number) > to_kronor_double(largest_amount)) {
        return tl::unexpected(std::string(too_large_text));
    }
    return *number;
}

std::optional<int> calendar_year(std::string_view text) {
    if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    return std::stoi(std::string(text));
}

void read_year(const toml::table& table, std::string_view year, TypedFigures& out, TomlErrors& errors) {
    for (const auto& [key, node] : table) {
        if (const auto value = typed_value(node)) {
            out[std::string(key.str())] = *value;
        } else {
            errors.add(node, "”" + std::string(key.str()) + "” för " + std::string(year) + " " + value.error() + ".");
        }
    }
}

void read_years(const toml::table& table, TypedInput& out, TomlErrors& errors) {
    for (const auto& [key, node] : table) {
        const std::string_view name = key.str();
        const auto year = calendar_year(name);
        const auto year_end = parse_iso_date(name);
        if ((!year && !year_end) || !node.is_table()) {
            errors.add(key.source().begin.line,
                       "avsnittet ”ar." + std::string(name) +
                           "” ska heta som ett år, till exempel [ar.2024], eller som räkenskapsårets sista dag, till "
                           "exempel [ar.\"2024-06-30\"].");
            continue;
        }
        read_year(*node.as_table(), name, year ? out.years[*year] : out.year_ends[*year_end], errors);
    }
}

std::optional<std::vector<std::string>> texts_of(const toml::node& node) {
    const toml::array* array = node.as_array();
    std::vector<std::string> out;
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        const auto text = array->get(i)->value_exact<std::string>();
        if (!text) {
            return std::nullopt;
        }
        out.push_back(*text);
    }
    return out.empty() ? std::nullopt : std::optional(std::move(out));
}

void read_texts(const toml::table& tables, TypedInput& out, TomlErrors& errors) {
    for (const auto& [key, node] : tables) {
        const toml::array* lines = node.as_array();
        TypedTexts& texts = out.texts[std::string(key.str())];
        for (std::size_t i = 0; lines != nullptr && i < lines->size(); ++i) {
            if (auto line = texts_of(*lines->get(i))) {
                texts.push_back(std::move(*line));
            }
        }
        if (lines == nullptr || texts.size() != lines->size()) {
            errors.add(node, "tabellen ”" + std::string(key.str()) +
                                 "” ska vara en lista av rader med texter, till exempel [[\"Mål\", \"Utfall\"]].");
        }
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
    if (const toml::table* tables = fields.table("tabell")) {
        read_texts(*tables, out, errors);
    }
    out.members = read_members(fields, errors);
    fields.finish();
    if (errors.first()) {
        return tl::unexpected(*errors.first());
    }
    return out;
}

} // namespace finsam
