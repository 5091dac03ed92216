#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace finsam::command {

/// The whole of a small text file as UTF-8 without BOM; Windows-1252 is converted. The error names the file.
[[nodiscard]] tl::expected<std::string, std::string> read_text_file(const std::filesystem::path& path);

/// The bytes of a small file of the command's own; "" when it is not there.
[[nodiscard]] std::string file_bytes(const std::filesystem::path& path);

} // namespace finsam::command
