#pragma once
// Columns of text that line up.

#include <algorithm>
#include <string>
#include <string_view>

namespace finsam {

/// Not a later byte of a character of UTF-8.
[[nodiscard]] constexpr bool begins_character(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Characters of UTF-8 text.
[[nodiscard]] inline std::size_t text_width(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

[[nodiscard]] inline std::string padded_left(std::string_view text, std::size_t columns) {
    return std::string(columns - std::min(columns, text_width(text)), ' ') + std::string(text);
}

[[nodiscard]] inline std::string padded_right(std::string_view text, std::size_t columns) {
    return std::string(text) + std::string(columns - std::min(columns, text_width(text)), ' ');
}

} // namespace finsam
