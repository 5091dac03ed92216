#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace finsam::bench {

/// Puts the text between two marks of a document; false when it has none.
inline bool write_between(const std::filesystem::path& document, std::string_view begin, std::string_view end,
                          const std::string& text) {
    std::ostringstream old;
    old << std::ifstream(document).rdbuf();
    std::string whole = old.str();
    const auto from = whole.find(begin);
    const auto to = whole.find(end);
    if (from == std::string::npos || to == std::string::npos) {
        return false;
    }
    const auto content = from + begin.size();
    std::ofstream out(document);
    out << whole.replace(content, to - content, text);
    return static_cast<bool>(out.flush());
}

} // namespace finsam::bench
