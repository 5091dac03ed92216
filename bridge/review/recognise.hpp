#pragma once
// A table's kind, rows and columns from its own words. The name of its file or sheet decides nothing.

#include "bridge/review/review_table.hpp"

namespace finsam::review {

/// Nothing when the table has no figures under any header; then `uninterpreted` says so. Cells that are neither empty
/// nor figures are listed there too.
[[nodiscard]] std::optional<ReviewTable> recognise(const RawTable& raw, std::vector<Uninterpreted>& uninterpreted);

} // namespace finsam::review
