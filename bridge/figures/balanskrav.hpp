#pragma once
// Balanskravsutredning (LKBR 11 kap. 10 §).

#include "parsers/ore.hpp"

#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

/// Gains, losses and reserve amounts are entered positive. Unrealised: net gain positive. Återföring has its own sign.
struct BalanskravInput {
    Ore arets_resultat;
    Ore realisationsvinster; ///< deducted
    Ore vinster_undantag;    ///< added back
    Ore forluster_undantag;  ///< added
    Ore orealiserade;        ///< net gain, deducted
    Ore aterforing;          ///< added with its own sign
    Ore reservering;         ///< to resultatreserv, deducted
    Ore anvandning;          ///< from resultatreserv, added
};

struct BalanskravResult {
    Ore efter_justeringar;
    Ore balanskravsresultat;
};

/// The error when the sums do not fit in 64 bits.
inline constexpr std::string_view balanskrav_does_not_fit = "för stora belopp";

/// The error is the name of the argument that is negative where only a positive has meaning, or
/// `balanskrav_does_not_fit`.
[[nodiscard]] tl::expected<BalanskravResult, std::string_view> balanskrav(const BalanskravInput& input) noexcept;

} // namespace finsam
