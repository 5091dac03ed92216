#pragma once
// Between std::string and the office's texts and URLs.

#include <cctype>
#include <filesystem>
#include <rtl/ustring.hxx>
#include <string>
#include <string_view>

namespace finsam::office {

inline rtl::OUString to_ustring(std::string_view utf8) {
    return {utf8.data(), static_cast<sal_Int32>(utf8.size()), RTL_TEXTENCODING_UTF8};
}

inline std::string to_string(const rtl::OUString& text) {
    const rtl::OString utf8 = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
    return {utf8.getStr(), static_cast<std::size_t>(utf8.getLength())};
}

inline std::string file_url(const std::filesystem::path& path) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string url = "file://";
    for (const char c : std::filesystem::absolute(path).lexically_normal().string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || std::string_view("/-_.~").find(c) != std::string_view::npos)) {
            url += c;
        } else {
            url += {'%', hex[byte >> 4U], hex[byte & 15U]};
        }
    }
    return url;
}

} // namespace finsam::office
