#pragma once
// A report as text for people, JSON for programs and CSV for spreadsheets.

#include "bridge/report/chart_proposal.hpp"
#include "bridge/report/statement.hpp"

#include <optional>
#include <string>
#include <vector>

namespace finsam::command {

/// The account map that the report was made with, and which chart the books seem to follow.
struct ChartUse {
    std::string map_name;
    std::optional<ChartProposal> proposal;
};

/// "Ingående balans + verifikationer = utgående balans och resultat 2024: Skiljer: 5010 Lokalhyra."
[[nodiscard]] std::string check_sentence(const CheckResult& check);

/// `varden`: stable signs; amounts as decimal strings in kronor whatever unit the layout prints; null where there is no
/// figure. `visat`: the same figures as the layout prints them.
[[nodiscard]] std::string report_as_json(const Report& report, const ChartUse& chart, int credit_sign);
/// One line per figure: tabell;nyckel;text;kolumn;värde. Stable signs, kronor with decimal comma. Texts that a
/// spreadsheet would take for a formula get an apostrophe before them.
[[nodiscard]] std::string report_as_csv(const Report& report);
/// As the layout prints it: units, signs, column headers.
[[nodiscard]] std::string report_as_text(const Report& report, const Books& books, const ChartUse& chart,
                                         int credit_sign);

/// The cells of one row as printed: unit, decimals and sign; "" where there is no figure.
[[nodiscard]] std::vector<std::string> printed_cells(const ReportTable& table, const ReportRow& row, int credit_sign);

} // namespace finsam::command
