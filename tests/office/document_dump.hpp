#pragma once
// Everything that a document's file says of its sheets, row by row, for comparisons in detail: contents, formulas,
// styles with all they hold, comments, heights, hidden rows, validations, protection, names.

#include "tests/office/document.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace finsam::office {

/// "Indata rad 12" -> its XML, styles in full in place of their names. "Namn X" -> a named range. Empty rows are left
/// out. With `results` also what formulas show. `scratch` is an .ods: in an office (25.2) that has stored a document as
/// flat XML, the next hard recalculation shrinks its charts to nothing.
using Dump = std::map<std::string, std::string>;

[[nodiscard]] Dump dump_of(const Document& document, const std::filesystem::path& scratch, bool results);

} // namespace finsam::office
