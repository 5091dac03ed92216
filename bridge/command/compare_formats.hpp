#pragma once
// A comparison of förbund as text for people, JSON for programs and CSV for spreadsheets.

#include "bridge/comparison/comparison.hpp"

#include <string>

namespace finsam::command {

/// A table for each nyckeltal, förbund by years, with its rule and source; then what is left out, and why.
[[nodiscard]] std::string comparison_as_text(const Comparison& comparison);
/// `varden` by key: kronor as decimal strings, shares as numbers in strings; null where there is no figure.
[[nodiscard]] std::string comparison_as_json(const Comparison& comparison);
/// One line for each förbund and year; the headers say unit and sign.
[[nodiscard]] std::string comparison_as_csv(const Comparison& comparison);

} // namespace finsam::command
