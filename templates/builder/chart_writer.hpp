#pragma once
// A chart as ODF: a document of its own inside the workbook's. Made to be told apart in black and white: grey bars,
// striped bars, light bars, a broken line with marks; figures stand at them.

#include "templates/builder/sheet_model.hpp"

#include <pugixml.hpp>

namespace finsam::workbook {

inline constexpr const char* chart_type = "application/vnd.oasis.opendocument.chart";

/// Stripes and broken lines: a child of the chart document's root, office:styles.
void write_chart_common_styles(pugi::xml_node root);
/// office:automatic-styles and office:body.
void write_chart_content(pugi::xml_node root, const Chart& chart, const std::string& sheet);

/// The cells that the chart draws, for `draw:notify-on-update-of-ranges`.
[[nodiscard]] std::string charted_cells(const Chart& chart, const std::string& sheet);

} // namespace finsam::workbook
