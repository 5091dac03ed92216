#include "bridge/workbook/text_columns.hpp"

#include <algorithm>
#include <string_view>

namespace finsam {
namespace {

bool begins_letter(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; // not a later byte of UTF-8
}

std::size_t letters(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_letter));
}

std::string_view first_letters(std::string_view text, std::size_t count) noexcept {
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        if (begins_letter(text[end]) && count-- == 0) {
            break;
        }
    }
    return text.substr(0, end);
}

std::string fitted(const TextColumn& column, std::string_view text) {
    const std::size_t length = letters(text);
    if (length > column.width) {
        return column.width == 0 ? "" : std::string(first_letters(text, column.width - 1)) + "…";
    }
    const std::string blanks(column.width - length, ' ');
    return column.to_the_right ? blanks + std::string(text) : std::string(text) + blanks;
}

} // namespace

std::string text_line(std::span<const TextColumn> columns, const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < std::min(columns.size(), cells.size()); ++i) {
        line += (i == 0 ? "" : " ") + fitted(columns[i], cells[i]);
    }
    while (line.ends_with(' ')) {
        line.pop_back();
    }
    return line;
}

} // namespace finsam
