#include "parsers/pair_ids.hpp"

#include <utility>

namespace finsam {

std::int64_t& PairIds::at(std::int64_t first, std::int64_t second) {
    Slot* found = &slot(first, second);
    if (found->first == 0) {
        if (++taken_ * 2 > slots_.size()) {
            grow();
            found = &slot(first, second);
        }
        found->first = first;
        found->second = second;
    }
    return found->id;
}

PairIds::Slot& PairIds::slot(std::int64_t first, std::int64_t second) noexcept {
    // Fibonacci hashing: the high bits of the product depend on all bits of both.
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;
    const auto mixed = (static_cast<std::uint64_t>(first) * golden + static_cast<std::uint64_t>(second)) * golden;
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>(mixed >> 32) & mask;
    while (slots_[at].first != 0 && (slots_[at].first != first || slots_[at].second != second)) {
        at = (at + 1) & mask;
    }
    return slots_[at];
}

void PairIds::grow() {
    const auto old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& entry : old) {
        if (entry.first != 0) {
            slot(entry.first, entry.second) = entry;
        }
    }
}

} // namespace finsam
