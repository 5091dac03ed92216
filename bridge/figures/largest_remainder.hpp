#pragma once
// A whole amount divided in whole parts that sum to it exactly.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace finsam {

/// Parts of `total` in proportion to the weights (Hamilton's method): each part is its quota without decimals, and what
/// is left goes by one to the largest remainders, of equals to the first. Nothing when the total or a weight is
/// negative or beyond 2^53, or when no weight is positive.
[[nodiscard]] std::optional<std::vector<std::int64_t>> largest_remainder(std::int64_t total,
                                                                         std::span<const std::int64_t> weights);

} // namespace finsam
