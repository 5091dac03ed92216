#pragma once
// What the tests of published reports share: a line of a published table, and the row of the JSON that answers to it.

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace finsam::command_test {

/// The row with a label, or null. "Årets resultat" of the balance sheet stands once in each table.
inline const nlohmann::json* row_named(const nlohmann::json& table, const std::string& label) {
    for (const nlohmann::json& row : table.at("rader")) {
        if (row.at("text") == label) {
            return &row;
        }
    }
    return nullptr;
}

/// An empty last field counts too.
inline std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::stringstream stream(line + ";");
    for (std::string field; std::getline(stream, field, ';');) {
        fields.push_back(field);
    }
    return fields;
}

} // namespace finsam::command_test
