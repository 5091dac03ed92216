#include "bridge/command/text_file.hpp"

#include "parsers/mapped_file.hpp"
#include "parsers/text_encoding.hpp"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace finsam::command {

tl::expected<std::string, std::string> read_text_file(const std::filesystem::path& path) {
    const auto file = MappedFile::open(path);
    if (!file) {
        return tl::unexpected(fmt::format("{}: {}", path.string(), file.error()));
    }
    std::string_view bytes = file->bytes();
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return std::string(bytes.substr(3));
    }
    // Spreadsheets on Windows save CSV as Windows-1252; nobody saves it in a DOS code page today.
    const bool utf8 = detect_encoding(bytes) == TextEncoding::utf8;
    return decode(bytes, utf8 ? TextEncoding::utf8 : TextEncoding::windows1252);
}

std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace finsam::command
