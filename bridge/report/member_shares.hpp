#pragma once
// What each member would pay by law and population (lag 2003:1210): the state a half, the region and the municipalities
// a quarter each, and the municipalities' quarter by population.

#include "bridge/report/members.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace finsam {

/// Whole kronor in the members' order; they sum to `kronor` (largest remainder, medelsfordelning.hpp). Several members
/// of the state or of the region share by population when all of them have one, else equally. Nothing for a group in
/// which somebody's population is missing, and for all when the state, the region or the municipalities have no member.
[[nodiscard]] std::vector<std::optional<std::int64_t>> member_shares(std::int64_t kronor,
                                                                     const std::vector<Member>& members, int year);

} // namespace finsam
