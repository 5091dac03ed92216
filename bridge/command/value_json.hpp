#pragma once
// A figure of a report for programs.

#include "bridge/report/statement.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace finsam::command {

/// Kronor as a decimal string, a share or count as a number in a string; null where there is no figure.
[[nodiscard]] inline nlohmann::ordered_json value_json(const Value& value) {
    if (const Ore* amount = std::get_if<Ore>(&value)) {
        return to_decimal_kronor(*amount);
    }
    if (const double* number = std::get_if<double>(&value)) {
        return fmt::format("{:.10g}", *number);
    }
    return nullptr;
}

} // namespace finsam::command
