#include "bridge/report/member_shares.hpp"

#include "bridge/figures/largest_remainder.hpp"
#include "bridge/figures/medelsfordelning.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace finsam {
namespace {

/// Nothing when the populations do not say how the group shares.
std::optional<std::vector<std::int64_t>> weights_of(const std::vector<const Member*>& group, int year) {
    std::vector<std::int64_t> weights;
    for (const Member* member : group) {
        if (const auto population = member->population_in(year)) {
            weights.push_back(*population);
        }
    }
    if (weights.size() == group.size()) {
        return weights;
    }
    const bool share_equally = weights.empty() && group.front()->group != "kommun";
    return share_equally ? std::optional(std::vector<std::int64_t>(group.size(), 1)) : std::nullopt;
}

} // namespace

std::vector<std::optional<std::int64_t>> member_shares(std::int64_t kronor, const std::vector<Member>& members,
                                                       int year) {
    std::vector<std::optional<std::int64_t>> shares(members.size());
    constexpr std::array<std::int64_t, 1> one_municipality = {1};
    const auto parts = medelsfordelning(kronor, one_municipality);
    std::array<std::vector<std::size_t>, std::size(member_groups)> places;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto group = std::ranges::find(member_groups, members[i].group);
        if (group != std::end(member_groups)) {
            places[static_cast<std::size_t>(group - std::begin(member_groups))].push_back(i);
        }
    }
    if (!parts || std::ranges::any_of(places, [](const auto& group) { return group.empty(); })) {
        return shares;
    }
    const std::array<std::int64_t, std::size(member_groups)> amounts = {parts->staten, parts->regionen,
                                                                        parts->kommunerna.front()};
    for (std::size_t group = 0; group < places.size(); ++group) {
        std::vector<const Member*> own;
        for (const std::size_t place : places[group]) {
            own.push_back(&members[place]);
        }
        const auto weights = weights_of(own, year);
        const auto divided = weights ? largest_remainder(amounts[group], *weights) : std::nullopt;
        for (std::size_t i = 0; divided && i < own.size(); ++i) {
            shares[places[group][i]] = divided->at(i);
        }
    }
    return shares;
}

} // namespace finsam
