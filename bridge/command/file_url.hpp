#pragma once

#include <filesystem>
#include <string>

namespace finsam::command {

/// file: URL of a path, made absolute; everything but unreserved ASCII is escaped.
[[nodiscard]] std::string file_url(const std::filesystem::path& path);

} // namespace finsam::command
