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
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

} // namespace finsam::sie
