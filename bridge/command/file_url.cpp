#include "bridge/command/file_url.hpp"

#include <cctype>
#include <fmt/format.h>
#include <string_view>

namespace finsam::command {

std::string file_url(const std::filesystem::path& path) {
    std::string url = "file://";
    for (const char c : std::filesystem::absolute(path).lexically_normal().string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain =
            (byte < 0x80 && std::isalnum(byte) != 0) || std::string_view("/-_.~").find(c) != std::string_view::npos;
        url += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return url;
}

} // namespace finsam::command
