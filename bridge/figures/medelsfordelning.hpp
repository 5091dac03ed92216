#pragma once
// How a förbund's funding is divided among its members.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace finsam {

/// Whole kronor that sum to the whole amount.
struct Medelsfordelning {
    std::int64_t staten = 0;
    std::int64_t regionen = 0;
    std::vector<std::int64_t> kommunerna; ///< in the order of the populations
};

/// The state half, the region a quarter, the municipalities a quarter by population (lag 2003:1210; among the
/// municipalities by agreement). First the three, then the municipalities' quarter, by largest remainder: of an odd
/// krona the region comes before the municipalities. Nothing when the amount or a population is negative or beyond
/// 2^53, or nobody lives there.
[[nodiscard]] std::optional<Medelsfordelning> medelsfordelning(std::int64_t kronor,
                                                               std::span<const std::int64_t> population);

} // namespace finsam
