#pragma once
// A fixed sequence of invented numbers: only the raw output of std::mt19937, which the standard fixes bit by bit.

#include "parsers/ore.hpp"

#include <cstdint>
#include <random>
#include <vector>

namespace finsam::example {

class InventedNumbers {
public:
    explicit InventedNumbers(std::uint32_t seed) : engine_(seed) {}

    /// 0 to limit - 1.
    [[nodiscard]] int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint_fast32_t>(limit)); }

    /// Parts of about the same size (80 to 120) that sum exactly.
    [[nodiscard]] std::vector<Ore> split(Ore total, int parts) {
        std::vector<int> weights;
        int sum = 0;
        for (int i = 0; i < parts; ++i) {
            weights.push_back(80 + below(41));
            sum += weights.back();
        }
        std::vector<Ore> amounts;
        Ore left = total;
        for (const int weight : weights) {
            amounts.emplace_back(total.count() * weight / sum);
            left -= amounts.back();
        }
        amounts.back() += left;
        return amounts;
    }

private:
    std::mt19937 engine_;
};

/// Equal parts; what is left over lies in the last.
[[nodiscard]] inline std::vector<Ore> equal_parts(Ore total, int parts) {
    std::vector<Ore> amounts(static_cast<std::size_t>(parts), Ore(total.count() / parts));
    amounts.back() += Ore(total.count() % parts);
    return amounts;
}

} // namespace finsam::example
