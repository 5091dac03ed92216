#pragma once
// All of a document's values at once, for comparisons.

#include "tests/office/document.hpp"

#include <map>
#include <string>

namespace finsam::office {

/// "Översikt.C8" -> what the cell holds: "1662665" (17 digits where needed), "text", "Err:525". Empty cells are left
/// out, and so is an empty text.
using CellValues = std::map<std::string, std::string>;

[[nodiscard]] CellValues values_of(const Document& document);

/// Cells that differ, one line each, at most `most`.
[[nodiscard]] std::vector<std::string> differences(const CellValues& expected, const CellValues& actual,
                                                   std::size_t most = 20);

} // namespace finsam::office
