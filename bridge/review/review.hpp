#pragma once
// Review of a report that was not made here: its tables as they are printed, the findings, and what was not understood.

#include "bridge/review/localise.hpp"
#include "bridge/review/review_table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::review {

enum class FindingType {
    error,     ///< fel: the figure is not what others give
    sign,      ///< tecken: right but for its sign
    rounding,  ///< avrundning: rounded wrongly, by less than a unit of the last digit
    format,    ///< format: right, but printed in a form that may be misread
    structure, ///< struktur: the rows do not say what they hold
    missing,   ///< saknas: a row or table that should be there
};
/// "fel", "tecken", "avrundning", "format", "struktur", "saknas".
[[nodiscard]] std::string_view swedish_name(FindingType type) noexcept;
/// "hög", "medel", "låg".
[[nodiscard]] std::string_view swedish_name(Certainty certainty) noexcept;

struct Finding {
    std::string table, row, column; ///< as they are called in the report
    /// In the unit and with the decimals that the table prints: "-574593", "7011.12", "82"; "" where there is none.
    std::string printed, computed, difference;
    std::string unit; ///< "kr", "tkr", "mnkr", "%" or ""
    std::string rule; ///< and its source: "RKR R13"
    std::string text; ///< for people
    FindingType type = FindingType::error;
    Certainty certainty = Certainty::high;
    std::optional<SheetPlace> place{}; ///< of the figure, where the table was read from a document
};

/// "Driftredovisning, sammandrag" of the kind "drift_sammandrag" (review_table.hpp); the kind itself when it has none.
[[nodiscard]] std::string_view swedish_table_name(std::string_view kind) noexcept;

/// What a table was taken for.
struct RecognisedTable {
    std::string name, kind, unit;
};

struct ReviewResult {
    std::vector<Finding> findings;
    std::vector<Uninterpreted> uninterpreted;
    std::vector<RecognisedTable> tables;
    std::size_t performed = 0, held = 0; ///< ties; one that rounding explains holds
    std::size_t rounded = 0;             ///< of those that hold: only by what rounding explains
};

/// `last_year`: the tables of the report of the year before, for comparatives and chains; may be empty.
[[nodiscard]] ReviewResult review(const std::vector<RawTable>& tables, const std::vector<RawTable>& last_year = {});

} // namespace finsam::review
