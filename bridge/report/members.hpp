#pragma once
// The members of the förbund, and where the contribution of each stands: an account, an insats or what is typed.

#include "parsers/ore.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

class TomlErrors;
class TomlFields;

/// Who pays: the state a half, the region and the municipalities a quarter each (lag 2003:1210).
inline constexpr std::string_view member_groups[] = {"stat", "region", "kommun"};
[[nodiscard]] bool is_member_group(std::string_view group) noexcept;

struct Member {
    std::string name;
    std::string group;             ///< one of `member_groups`
    std::string account;           ///< whose result is the contribution; "" when it has none of its own
    std::string insats;            ///< the part of the contribution accounts that this object carries; "" when none
    std::map<int, Ore> typed = {}; ///< contribution by calendar year, income +; goes before account and insats
    /// Inhabitants by calendar year; under 0 those of every other year.
    std::map<int, std::int64_t> population = {};

    [[nodiscard]] std::optional<std::int64_t> population_in(int year) const;
};

/// [[medlem]] of --indata: namn, grupp, and konto, insats or belopp = { 2024 = 2252100 }; befolkning = 14000 or
/// { 2024 = 14000 }. Errors go to `errors`.
[[nodiscard]] std::vector<Member> read_members(TomlFields& input, TomlErrors& errors);

} // namespace finsam
