#include "bridge/figures/balanskrav.hpp"

#include "bridge/figures/checked_negate.hpp"

#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

namespace finsam {
namespace {

using Signed = std::pair<int, Ore>;

/// Nothing when the sum does not fit in 64 bits.
std::optional<Ore> sum_of(std::initializer_list<Signed> terms) noexcept {
    std::optional<Ore> sum = Ore();
    for (const auto& [sign, amount] : terms) {
        const auto term = sign < 0 ? checked_negate(amount) : amount;
        sum = sum && term ? checked_add(*sum, *term) : std::nullopt;
    }
    return sum;
}

} // namespace

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
    const auto adjusted = sum_of({{1, input.arets_resultat},
                                  {-1, input.realisationsvinster},
                                  {1, input.vinster_undantag},
                                  {1, input.forluster_undantag},
                                  {-1, input.orealiserade},
                                  {1, input.aterforing}});
    const auto result =
        adjusted ? sum_of({{1, *adjusted}, {-1, input.reservering}, {1, input.anvandning}}) : std::nullopt;
    if (!result) {
        return tl::unexpected(balanskrav_does_not_fit);
    }
    return BalanskravResult{*adjusted, *result};
}

} // namespace finsam
