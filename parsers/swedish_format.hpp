#pragma once
// Swedish numbers for people (CLDR sv, through ICU): group NBSP, decimal comma, minus U+2212, percent "89,6 %".

#include "parsers/date.hpp"
#include "parsers/ore.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace finsam {

enum class Unit : std::uint8_t { ore, kr, tkr, mnkr };
/// Öre in one unit: 1, 100, 100 000, 100 000 000. `Unit::ore` prints kronor with two decimals.
[[nodiscard]] constexpr std::int64_t ore_per_unit(Unit unit) noexcept {
    switch (unit) {
    case Unit::ore: return 1;
    case Unit::kr: return 100;
    case Unit::tkr: return 100'000;
    case Unit::mnkr: return 100'000'000;
    }
    return 1;
}
/// "öre", "kr", "tkr", "mnkr".
[[nodiscard]] std::string_view swedish_name(Unit unit) noexcept;

/// The figure alone, rounded from öre half away from zero: "1 662 665", "−575", "12 976"; `Unit::ore`: "1 662 665,00".
[[nodiscard]] std::string format_amount(Ore amount, Unit unit);
/// "89,6 %" with the given number of decimals.
[[nodiscard]] std::string format_percent(double share, int decimals);

} // namespace finsam
