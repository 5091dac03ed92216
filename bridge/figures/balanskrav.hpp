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

/// The error is the name of the argument that is negative where only a positive has meaning.
[[nodiscard]] tl::expected<BalanskravResult, std::string_view> balanskrav(const BalanskravInput& input) noexcept;

} // namespace finsam
