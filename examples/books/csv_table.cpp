#include "examples/books/csv_table.hpp"

#include <fmt/format.h>

namespace finsam::example {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

tl::expected<std::vector<CsvLine>, std::string> read_csv(std::string_view file, std::string_view text) {
    std::vector<CsvLine> lines;
    std::size_t number = 0;
    std::size_t columns = 0;
    for (const std::string& line : split(text, '\n')) {
        ++number;
        if (line.empty())
            continue;
        std::vector<std::string> fields = split(line, ';');
        if (columns == 0) {
            columns = fields.size();
            continue;
        }
        if (fields.size() != columns)
            return tl::unexpected(
                fmt::format("{} rad {}: raden har {} fält men rubriken har {}.", file, number, fields.size(), columns));
        lines.push_back({file, number, std::move(fields)});
    }
    return lines;
}

} // namespace finsam::example
