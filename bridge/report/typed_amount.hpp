#pragma once
// Amounts as people type them in the files of the command, with the reason when one is refused.

#include "parsers/ore.hpp"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

/// The error is the end of a Swedish sentence: "är inget belopp", or that the amount is unreasonably large.
[[nodiscard]] tl::expected<Ore, std::string> parse_typed_amount(std::string_view text);

/// The end of that sentence for an amount above `largest_amount`.
inline constexpr std::string_view too_large_text =
    "är orimligt stort: mer än 10 000 miljarder kronor. Kontrollera siffrorna och enheten";

} // namespace finsam
