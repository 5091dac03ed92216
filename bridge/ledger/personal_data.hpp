#pragma once
// What SIE files hold of persons, and the ledger does not.

#include <string_view>

namespace finsam {

/// The dimension `anställd` (SIE 4C §8). Its objects are persons: their names are not kept, nor those of its divisions.
inline constexpr std::string_view employee_dimension = "7";

} // namespace finsam
