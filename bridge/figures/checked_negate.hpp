#pragma once

#include "parsers/ore.hpp"

#include <limits>
#include <optional>

namespace finsam {

/// The opposite amount, or nothing where 64 bits have none (the smallest number).
[[nodiscard]] constexpr std::optional<Ore> checked_negate(Ore amount) noexcept {
    return amount.count() == std::numeric_limits<std::int64_t>::min() ? std::nullopt : std::optional<Ore>(-amount);
}

} // namespace finsam
