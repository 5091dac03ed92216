#pragma once
// The visible sheets of an .ods or .xlsx document, read without an office: what is printed, as it is shown.

#include "bridge/review/sheet_tables.hpp"

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace finsam::review {

/// Hidden rows, columns and sheets, and what stands outside a sheet's print range, are left out. The error is a Swedish
/// sentence with the file's name.
[[nodiscard]] tl::expected<std::vector<Sheet>, std::string> read_spreadsheet(const std::filesystem::path& path);

} // namespace finsam::review
