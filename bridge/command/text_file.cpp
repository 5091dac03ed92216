#include "bridge/command/text_file.hpp"

#include "bridge/report/embedded.hpp"
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

tl::expected<std::string, std::string> read_built_in_or_file(const std::string& name, std::string_view extension) {
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.name == name + std::string(extension)) {
            return std::string(file.bytes);
        }
    }
    if (std::error_code problem; !std::filesystem::exists(name, problem)) {
        std::string known;
        for (const EmbeddedFile& file : embedded_files()) {
            if (file.name.ends_with(extension)) {
                known +=
                    (known.empty() ? "" : ", ") + std::string(file.name.substr(0, file.name.size() - extension.size()));
            }
        }
        return tl::unexpected(
            fmt::format("”{}” är varken en fil eller något som följer med programmet ({}).", name, known));
    }
    return read_text_file(name);
}

tl::expected<std::string, std::string> read_optional_file(const std::string& path) {
    if (path.empty()) {
        return std::string();
    }
    auto text = read_text_file(path);
    if (text && text->find_first_not_of(" \t\r\n") == std::string::npos) {
        return tl::unexpected(fmt::format("{}: filen är tom.", path));
    }
    return text;
}

std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace finsam::command
