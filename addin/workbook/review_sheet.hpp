#pragma once
// The sheet Granskning in a document: a review's findings, each with a link to its cell.

#include "addin/workbook/fill_document.hpp"
#include "templates/builder/review_lines.hpp"

#include <string>
#include <vector>

namespace finsam::addin {

/// The sheet that an earlier review made, by whatever name; "" when there is none.
[[nodiscard]] std::string earlier_review(const DocumentReference& document);

/// Puts the sheet last, instead of an earlier one, under its usual name or one that is free; which it got. Links go to
/// cells of the same document (`with_links`). When it throws the document has the sheets that it had.
std::string write_review(const DocumentReference& document, const std::vector<workbook::ReviewLine>& lines,
                         bool with_links);

} // namespace finsam::addin
