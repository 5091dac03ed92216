#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam::command {

/// The whole of a small text file as UTF-8 without BOM; Windows-1252 is converted. The error names the file.
[[nodiscard]] tl::expected<std::string, std::string> read_text_file(const std::filesystem::path& path);

/// A file that comes with the program when `name` has its bare name, else the file at that path.
[[nodiscard]] tl::expected<std::string, std::string> read_built_in_or_file(const std::string& name,
                                                                           std::string_view extension);

/// "" when no file was named; a file that was named must hold something.
[[nodiscard]] tl::expected<std::string, std::string> read_optional_file(const std::string& path);

/// The bytes of a small file of the command's own; "" when it is not there.
[[nodiscard]] std::string file_bytes(const std::filesystem::path& path);

} // namespace finsam::command
