#pragma once
// A comparison of förbund as a workbook: nyckeltal side by side, over the years, as charts, and what they rest on.

#include "bridge/comparison/comparison.hpp"
#include "templates/builder/sheet_model.hpp"

namespace finsam::workbook {

namespace sheet {
inline constexpr std::string_view comparison = "Jämförelse";
inline constexpr std::string_view amounts = "Belopp";
inline constexpr std::string_view comparison_charts = "Diagram";
inline constexpr std::string_view over_years = "Över åren";
inline constexpr std::string_view year_charts = "Diagram över åren"; ///< only of more than one year
inline constexpr std::string_view key_figures = "Nyckeltal";
inline constexpr std::string_view basis = "Underlag";
} // namespace sheet

/// The figures are values; medians, the lowest and the highest are formulas over them, and the charts draw the cells.
[[nodiscard]] Workbook plan_comparison_book(const Comparison& comparison);

} // namespace finsam::workbook
