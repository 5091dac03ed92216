#pragma once
// The two document formats; spreadsheet.cpp chooses.

#include "bridge/review/documents/zip_archive.hpp"
#include "bridge/review/sheet_builder.hpp"

namespace finsam::review {

/// OpenDocument (content.xml): cells carry the text that is shown.
[[nodiscard]] tl::expected<std::vector<Sheet>, std::string> read_ods(const ZipArchive& archive);
/// Office Open XML: cells carry values and number formats.
[[nodiscard]] tl::expected<std::vector<Sheet>, std::string> read_xlsx(const ZipArchive& archive);

/// "A1:F15", "$A$1:$F$15", with or without a sheet's name before. All cells when it is no range.
[[nodiscard]] CellRange parse_range(std::string_view text);

} // namespace finsam::review
