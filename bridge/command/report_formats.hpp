#pragma once
// A report as text for people, JSON for programs and CSV for spreadsheets.

#include "bridge/report/statement.hpp"

#include <string>

namespace finsam::command {

/// Stable signs; amounts as decimal strings in kronor whatever unit the layout prints; null where there is no figure.
[[nodiscard]] std::string report_as_json(const Report& report);
/// One line per figure: tabell;nyckel;text;kolumn;värde. Stable signs, kronor with decimal comma. Texts that a
/// spreadsheet would take for a formula get an apostrophe before them.
[[nodiscard]] std::string report_as_csv(const Report& report);
/// As the layout prints it: units, signs, column headers.
[[nodiscard]] std::string report_as_text(const Report& report, const Books& books, int credit_sign);

} // namespace finsam::command
