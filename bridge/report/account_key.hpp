#pragma once
// How accounts compare: as text from the left, since charts have three to six digits and more. A short number stands
// for all that begin with it. The workbook's helper columns follow the same rule.

#include <cstdint>
#include <string_view>

namespace finsam {

/// Digits that count in a comparison.
inline constexpr std::size_t account_key_places = 8;

/// At least one digit and nothing else.
[[nodiscard]] constexpr bool only_digits(std::string_view text) noexcept {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The first eight digits, filled up with `fill`: '0' for an account and the start of a range, '9' for its end.
[[nodiscard]] constexpr std::uint32_t account_key(std::string_view digits, char fill) noexcept {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < account_key_places; ++i) {
        value = value * 10 + static_cast<std::uint32_t>((i < digits.size() ? digits[i] : fill) - '0');
    }
    return value;
}

} // namespace finsam
