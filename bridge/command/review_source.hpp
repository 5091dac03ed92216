#pragma once
// The tables that `finsam granska` is given: a folder of CSV files, one CSV file, or a spreadsheet document.

#include "bridge/review/review_table.hpp"

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace finsam::command {

struct ReviewSource {
    std::vector<review::RawTable> tables;
    std::vector<review::Uninterpreted> uninterpreted; ///< files and sheets that are no tables
};

/// The error is a Swedish sentence that names the file.
[[nodiscard]] tl::expected<ReviewSource, std::string> read_review_source(const std::filesystem::path& path);

} // namespace finsam::command
