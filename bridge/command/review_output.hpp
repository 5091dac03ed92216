#pragma once
// The findings of a review as text for people and JSON for programs.

#include "bridge/review/review.hpp"

#include <string>

namespace finsam::command {

[[nodiscard]] std::string review_as_text(const review::ReviewResult& result);
/// {"fynd": [...], "ej_tolkat": [...], "kontroller": {"utforda", "stammer"}}; amounts as decimal strings in the unit
/// that the table prints.
[[nodiscard]] std::string review_as_json(const review::ReviewResult& result);

} // namespace finsam::command
