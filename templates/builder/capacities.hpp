#pragma once
// How many lines a workbook has for what grows: as many as its books need, and never fewer than these.

#include "bridge/report/statement.hpp"

namespace finsam::workbook {

/// What comes later and does not fit (a re-import, a changed map) is one line: "Övriga konton", "Övriga insatser".
struct Capacities {
    int list_lines = 24;   ///< account lines of each list
    int members = 30;      ///< rows of members on Indata, and lines of each list of members
    int insatser = 40;     ///< insatser on Objekt, and rows of the typed list
    int insats_extra = 12; ///< lines of a table of insatser for subtotals and parts, beside those of the insatser
};

/// Lines that a table of slag insatser has for insatser, subtotals and parts.
[[nodiscard]] int insats_lines(const Table& table, const Capacities& capacities) noexcept;

/// Accounts that the report prints on a list, or 1 for the line of a list without any.
[[nodiscard]] int lines_used(const ReportTable& table, const Row& list);
/// Lines of one insats or label each.
[[nodiscard]] int insatser_used(const ReportTable& table);
/// The same with their parts and subtotals.
[[nodiscard]] int insats_lines_used(const ReportTable& table);

[[nodiscard]] Capacities capacities_for(const Report& report, const TypedInput& typed);

} // namespace finsam::workbook
