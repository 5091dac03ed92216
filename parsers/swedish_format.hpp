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
/// How amounts are printed: the unit, and how many decimals of it. `Unit::ore` always has two.
struct AmountForm {
    Unit unit = Unit::kr;
    int decimals = 0; ///< 0 to 2
    friend auto operator<=>(const AmountForm&, const AmountForm&) = default;
};
/// Two decimals for öre, else none.
[[nodiscard]] constexpr AmountForm usual_form(Unit unit) noexcept {
    return {unit, unit == Unit::ore ? 2 : 0};
}
/// Öre in one of the last digit printed: 100 000 for tkr, 1 000 for tkr with two decimals.
[[nodiscard]] constexpr std::int64_t ore_per_last_digit(AmountForm form) noexcept {
    if (form.unit == Unit::ore) {
        return 1;
    }
    std::int64_t ore = ore_per_unit(form.unit);
    for (int i = 0; i < form.decimals; ++i) {
        ore /= 10;
    }
    return ore;
}
/// "öre", "kr", "tkr", "mnkr".
[[nodiscard]] std::string_view swedish_name(Unit unit) noexcept;

/// The figure alone, rounded from öre half away from zero: "1 662 665", "−575", "12 976"; `Unit::ore`: "1 662 665,00".
[[nodiscard]] std::string format_amount(Ore amount, Unit unit);
/// The same with decimals: 66480540 öre in tkr with two is "664,81".
[[nodiscard]] std::string format_amount(Ore amount, AmountForm form);
/// "89,6 %" with the given number of decimals.
[[nodiscard]] std::string format_percent(double share, int decimals);

} // namespace finsam
