#pragma once
// Paths of the core to URLs of the office, and back.

#include <filesystem>
#include <rtl/ustring.hxx>

namespace finsam::addin {

[[nodiscard]] std::filesystem::path to_path(const rtl::OUString& url);
[[nodiscard]] rtl::OUString to_url(const std::filesystem::path& path);

} // namespace finsam::addin
