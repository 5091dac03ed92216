#pragma once
// How many lines a workbook has for what grows: as many as its books need, and never fewer than these.

#include "bridge/report/statement.hpp"

namespace finsam::workbook {

/// What comes later and does not fit (a re-import, a changed map) is one line: "Övriga konton", "Övriga insatser".
struct Capacities {
    int list_lines = 24; ///< account lines of each list
    int insatser = 40;   ///< lines of driftredovisning, and rows of the typed budget
};

/// Accounts that the report prints on a list, or 1 for the line of a list without any.
[[nodiscard]] int lines_used(const ReportTable& table, const Row& list);
/// Lines of one insats each.
[[nodiscard]] int insatser_used(const ReportTable& table);

[[nodiscard]] Capacities capacities_for(const Report& report, const TypedInput& typed);

} // namespace finsam::workbook
