#include "bridge/report/toml_fields.hpp"

namespace finsam {

void TomlErrors::add(std::size_t line, const std::string& text) {
    if (!first_) {
        first_ = "Rad " + std::to_string(line) + ": " + text;
    }
}

tl::expected<toml::table, std::string> parse_toml(std::string_view text) {
    toml::parse_result parsed = toml::parse(text);
    if (!parsed) {
        const toml::source_position at = parsed.error().source().begin;
        return tl::unexpected("Rad " + std::to_string(at.line) + ", kolumn " + std::to_string(at.column) +
                              ": texten följer inte TOML-formatet. Kontrollera citattecken, likhetstecken, klamrar "
                              "och att ingen nyckel står två gånger.");
    }
    return std::move(parsed).table();
}

const toml::node* TomlFields::take(std::string_view key) {
    asked_.emplace(key);
    return table_.get(key);
}

void TomlFields::wrong_type(const toml::node& node, std::string_view key, std::string_view wanted) {
    errors_.add(node, what_ + ": ”" + std::string(key) + "” ska vara " + std::string(wanted) + ".");
}

std::string TomlFields::required_text(std::string_view key) {
    std::string value = text(key);
    if (value.empty()) {
        error("”" + std::string(key) + "” saknas");
    }
    return value;
}

std::string TomlFields::text(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) {
        return {};
    }
    if (const auto value = node->value_exact<std::string>()) {
        return *value;
    }
    wrong_type(*node, key, "en text inom citattecken");
    return {};
}

std::optional<double> TomlFields::number(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const bool is_number = node->is_integer() || node->is_floating_point();
    if (!is_number) {
        wrong_type(*node, key, "ett tal");
        return std::nullopt;
    }
    return node->value<double>();
}

int TomlFields::integer(std::string_view key, int otherwise) {
    const toml::node* node = take(key);
    if (node == nullptr) {
        return otherwise;
    }
    const auto value = node->value_exact<std::int64_t>();
    if (value && *value >= -10'000 && *value <= 10'000) {
        return static_cast<int>(*value);
    }
    wrong_type(*node, key, "ett litet heltal");
    return otherwise;
}

bool TomlFields::boolean(std::string_view key, bool otherwise) {
    const toml::node* node = take(key);
    if (node == nullptr) {
        return otherwise;
    }
    if (const auto value = node->value_exact<bool>()) {
        return *value;
    }
    wrong_type(*node, key, "true eller false");
    return otherwise;
}

std::vector<std::string> TomlFields::texts(std::string_view key) {
    std::vector<std::string> out;
    const toml::node* node = take(key);
    if (node == nullptr) {
        return out;
    }
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        wrong_type(*node, key, "en lista av texter, som [\"a\", \"b\"]");
        return out;
    }
    for (const toml::node& item : *list) {
        const auto value = item.value_exact<std::string>();
        if (!value || value->empty()) {
            wrong_type(item, key, "en lista av texter, som [\"a\", \"b\"]");
            return out;
        }
        out.push_back(*value);
    }
    return out;
}

std::vector<int> TomlFields::integers(std::string_view key) {
    std::vector<int> out;
    const toml::node* node = take(key);
    if (node == nullptr) {
        return out;
    }
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        wrong_type(*node, key, "en lista av heltal, som [0, -1]");
        return out;
    }
    for (const toml::node& item : *list) {
        const auto value = item.value_exact<std::int64_t>();
        if (!value || *value < -100 || *value > 100) {
            wrong_type(item, key, "en lista av heltal, som [0, -1]");
            return out;
        }
        out.push_back(static_cast<int>(*value));
    }
    return out;
}

std::vector<const toml::table*> TomlFields::tables(std::string_view key) {
    std::vector<const toml::table*> out;
    const toml::node* node = take(key);
    if (node == nullptr) {
        return out;
    }
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        wrong_type(*node, key, "en lista av poster");
        return out;
    }
    for (const toml::node& item : *list) {
        const toml::table* table = item.as_table();
        if (table == nullptr) {
            wrong_type(item, key, "en lista av poster");
            return out;
        }
        out.push_back(table);
    }
    return out;
}

const toml::table* TomlFields::table(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) {
        return nullptr;
    }
    if (node->as_table() == nullptr) {
        wrong_type(*node, key, "ett avsnitt");
    }
    return node->as_table();
}

void TomlFields::finish() {
    for (const auto& [key, node] : table_) {
        if (asked_.find(key.str()) == asked_.end()) {
            errors_.add(key.source().begin.line, what_ + ": nyckeln ”" + std::string(key.str()) + "” är okänd.");
        }
    }
}

} // namespace finsam
