#include "bridge/figures/ek_riktvarde.hpp"

#include <algorithm>

namespace finsam {
namespace {

constexpr std::int64_t whole = 1'000'000;
__extension__ using Wide = __int128; // öre times millionths

std::string_view fault(Ore medlemsmedel, std::span<const EkSteg> trappa) {
    if (medlemsmedel < Ore()) {
        return "medlemsmedlen är negativa.";
    }
    if (trappa.empty()) {
        return "trappan har inga steg.";
    }
    Ore below;
    for (std::size_t i = 0; i < trappa.size(); ++i) {
        const EkSteg& steg = trappa[i];
        if (steg.andel_miljondelar < 0 || steg.andel_miljondelar > whole) {
            return "en andel i trappan ligger inte mellan 0 och 100 %.";
        }
        if (!steg.till && i + 1 != trappa.size()) {
            return "bara trappans sista steg får sakna gräns.";
        }
        if (steg.till && *steg.till <= below) {
            return "trappans gränser ska stiga.";
        }
        below = steg.till.value_or(below);
    }
    return trappa.back().till && medlemsmedel > below ? "medlemsmedlen är större än trappans sista gräns." : "";
}

} // namespace

tl::expected<Ore, std::string_view> ek_riktvarde(Ore medlemsmedel, std::span<const EkSteg> trappa) {
    if (const std::string_view text = fault(medlemsmedel, trappa); !text.empty()) {
        return tl::unexpected(text);
    }
    Wide sum = 0;
    Ore below;
    for (const EkSteg& steg : trappa) {
        const Ore upper = std::min(medlemsmedel, steg.till.value_or(medlemsmedel));
        if (upper > below) {
            sum += Wide{(upper - below).count()} * steg.andel_miljondelar;
            below = upper;
        }
    }
    return Ore(static_cast<std::int64_t>((sum + whole / 2) / whole));
}

} // namespace finsam
