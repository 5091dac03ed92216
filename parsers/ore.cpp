#include "parsers/ore.hpp"

#include <cmath>
#include <fmt/format.h>

namespace finsam {

std::string to_decimal_kronor(Ore amount) {
    const bool negative = amount.count() < 0;
    // Through unsigned, so that the smallest int64 has a magnitude too.
    const auto magnitude =
        negative ? 0 - static_cast<std::uint64_t>(amount.count()) : static_cast<std::uint64_t>(amount.count());
    return fmt::format("{}{}.{:02}", negative ? "-" : "", magnitude / 100, magnitude % 100);
}

double to_kronor_double(Ore amount) noexcept {
    return static_cast<double>(amount.count()) / 100.0;
}

std::optional<Ore> from_kronor_double(double kronor) noexcept {
    const double ore = std::round(kronor * 100.0); // std::round is half away from zero
    if (!std::isfinite(ore) || ore >= 9.2e18 || ore <= -9.2e18) {
        return std::nullopt;
    }
    return Ore(static_cast<std::int64_t>(ore));
}

Ore round_to_unit(Ore amount, std::int64_t unit_ore) noexcept {
    const std::int64_t rest = amount.count() % unit_ore;
    const std::int64_t base = amount.count() - rest;
    const bool away = rest >= 0 ? rest >= unit_ore - rest : -rest >= unit_ore + rest;
    std::int64_t rounded = base;
    if (away && __builtin_add_overflow(base, rest >= 0 ? unit_ore : -unit_ore, &rounded)) {
        return Ore(base);
    }
    return Ore(rounded);
}

} // namespace finsam
