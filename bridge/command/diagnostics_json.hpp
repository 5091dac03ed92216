#pragma once
// Diagnostics for programs: all of them, one by one.

#include "parsers/diagnostic.hpp"

#include <nlohmann/json.hpp>
#include <vector>

namespace finsam::command {

[[nodiscard]] nlohmann::ordered_json diagnostics_json(const std::vector<Diagnostic>& diagnostics);

} // namespace finsam::command
