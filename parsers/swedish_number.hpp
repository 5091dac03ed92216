#pragma once
// Numbers as people and published reports write them: "1 662 665", "1662 665", "- 40", "−575", "(-75)", "14 278 tkr",
// "82%". The counterpart of swedish_format.hpp.

#include "parsers/ore.hpp"

#include <optional>
#include <string_view>

namespace finsam {

/// An amount in kronor, or in tkr or mnkr when the suffix says so; a suffix kr, tkr or mnkr is optional. Groups: space,
/// NBSP, narrow NBSP or none. Minus: hyphen, en dash or U+2212, also with a space after. A lone dash is zero.
/// A decimal comma, or a point that cannot be a mark of groups: "1.500" is refused. Nothing when it is no amount, is
/// empty, is not a whole number of öre, or is larger than `largest_amount`.
[[nodiscard]] std::optional<Ore> parse_swedish_amount(std::string_view text);

/// A share or a count: "82%" and "82 %" are 0.82, "0,82" is 0.82, "2" is 2.
[[nodiscard]] std::optional<double> parse_swedish_number(std::string_view text);

} // namespace finsam
