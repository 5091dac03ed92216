#pragma once
// Review tables from CSV: a table as printed (header, row label first), or the lines of `finsam rapport --format csv`.

#include "bridge/review/review_table.hpp"

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam::review {

/// One table called `name`; of our own report's lines a table for each. The error is a Swedish sentence.
[[nodiscard]] tl::expected<std::vector<RawTable>, std::string> tables_from_csv(std::string_view bytes,
                                                                               std::string name);

} // namespace finsam::review
