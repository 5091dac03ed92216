#pragma once
// The kinds of field in SIE 4C §5 that are numbers.

#include "parsers/ore.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace finsam::sie {

enum class AmountError : std::uint8_t { none, malformed, too_many_decimals, too_large };

struct ParsedAmount {
    Ore amount;
    AmountError error = AmountError::none;
    bool decimal_comma = false;
};

/// `-?digits[.d[d]]`, exact, up to `largest_amount`; a decimal comma is taken and told.
[[nodiscard]] ParsedAmount parse_amount(std::string_view text) noexcept;

/// A whole number with an optional minus.
[[nodiscard]] std::optional<int> parse_int(std::string_view text) noexcept;

/// `-?digits[.digits]`, the form of a quantity; a comma is a point here.
[[nodiscard]] bool is_decimal(std::string_view text) noexcept;

/// Without blanks at either end.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace finsam::sie
