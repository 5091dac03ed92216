#include "bridge/figures/medelsfordelning.hpp"

#include "bridge/figures/largest_remainder.hpp"

#include <array>

namespace finsam {

std::optional<Medelsfordelning> medelsfordelning(std::int64_t kronor, std::span<const std::int64_t> population) {
    constexpr std::array<std::int64_t, 3> shares = {2, 1, 1}; // quarters
    const auto members = largest_remainder(kronor, shares);
    auto kommunerna = members ? largest_remainder(members->at(2), population) : std::nullopt;
    if (!kommunerna) {
        return std::nullopt;
    }
    return Medelsfordelning{members->at(0), members->at(1), std::move(*kommunerna)};
}

} // namespace finsam
