#include "bridge/figures/balanskrav.hpp"

#include <array>
#include <utility>

namespace finsam {

tl::expected<BalanskravResult, std::string_view> balanskrav(const BalanskravInput& input) noexcept {
    const std::array<std::pair<std::string_view, Ore>, 5> never_negative = {{
        {"realisationsvinster", input.realisationsvinster},
        {"vinster_undantag", input.vinster_undantag},
        {"förluster_undantag", input.forluster_undantag},
        {"reservering", input.reservering},
        {"användning", input.anvandning},
    }};
    for (const auto& [name, amount] : never_negative) {
        if (amount < Ore()) {
            return tl::unexpected(name);
        }
    }
    // LKBR 11:10, in the order of the section.
    BalanskravResult out;
    out.efter_justeringar = input.arets_resultat - input.realisationsvinster + input.vinster_undantag +
                            input.forluster_undantag - input.orealiserade + input.aterforing;
    out.balanskravsresultat = out.efter_justeringar - input.reservering + input.anvandning;
    return out;
}

} // namespace finsam
