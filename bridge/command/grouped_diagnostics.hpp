#pragma once
// Many warnings of a kind as one, for people. JSON has them all.

#include "parsers/diagnostic.hpp"

#include <vector>

namespace finsam::command {

/// The first warning of each code in full, with how many others there are and where the first of them stand. Errors
/// stand alone: each is something left out.
[[nodiscard]] std::vector<Diagnostic> grouped(const std::vector<Diagnostic>& all);

} // namespace finsam::command
