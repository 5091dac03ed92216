#include "bridge/figures/largest_remainder.hpp"

#include <algorithm>
#include <numeric>

namespace finsam {
namespace {

__extension__ using Wide = __int128; // a total times a weight
constexpr std::int64_t largest = std::int64_t{1} << 53;

} // namespace

std::optional<std::vector<std::int64_t>> largest_remainder(std::int64_t total, std::span<const std::int64_t> weights) {
    Wide sum = 0;
    for (const std::int64_t weight : weights) {
        if (weight < 0 || weight > largest) {
            return std::nullopt;
        }
        sum += weight;
    }
    if (total < 0 || total > largest || sum == 0) {
        return std::nullopt;
    }
    std::vector<std::int64_t> parts;
    std::vector<Wide> remainders;
    std::int64_t left = total;
    for (const std::int64_t weight : weights) {
        const Wide quota = Wide{total} * weight;
        parts.push_back(static_cast<std::int64_t>(quota / sum));
        remainders.push_back(quota % sum);
        left -= parts.back();
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) { // fewer than there are remainders
        ++parts[order[i]];
    }
    return parts;
}

} // namespace finsam
