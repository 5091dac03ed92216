#pragma once
// How much equity a förbund should have at most: Nationella rådet's guideline, a share of the year's member funding in
// steps.

#include "parsers/ore.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

/// One step: a share of the funding above the step before it, up to and including `till`.
struct EkSteg {
    std::optional<Ore> till;            ///< nothing: without end
    std::int64_t andel_miljondelar = 0; ///< 200 000 is 20 %
};

/// 20 % up to 7 mkr, 15 % to 15 mkr, 10 % above. Fits the published figures (2 902 tkr of 18 022 tkr); the source is to
/// be confirmed, so a förbund may set its own.
inline constexpr std::array<EkSteg, 3> ek_trappa = {{
    {Ore::from_kronor(7'000'000), 200'000},
    {Ore::from_kronor(15'000'000), 150'000},
    {std::nullopt, 100'000},
}};

/// The guideline, rounded to the öre half up. The error is a Swedish sentence: negative
/// funding, no steps, limits that do not rise, a share outside 0-100 %, or funding above the last limit.
[[nodiscard]] tl::expected<Ore, std::string_view> ek_riktvarde(Ore medlemsmedel,
                                                               std::span<const EkSteg> trappa = ek_trappa);

} // namespace finsam
