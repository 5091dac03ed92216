#pragma once
// What SIE files hold of persons, and the ledger does not.

#include <string_view>

namespace finsam {

/// The dimension `anställd` (SIE 4C §8). Its objects are persons: their names are not kept, nor those of its divisions.
inline constexpr std::string_view employee_dimension = "7";

/// Takes the names out of every object of that dimension and of its divisions, to any depth, in all imports. The number
/// may have zeros before it.
inline constexpr const char* forget_persons_sql =
    "WITH RECURSIVE personal (import, number) AS ("
    " SELECT import, number FROM dimension WHERE ltrim(number, '0') = '7' OR ltrim(parent, '0') = '7'"
    " UNION SELECT d.import, d.number FROM dimension d"
    " JOIN personal p ON d.import = p.import AND ltrim(d.parent, '0') = ltrim(p.number, '0')) "
    "UPDATE object SET name = NULL WHERE name IS NOT NULL AND dimension IN"
    " (SELECT d.id FROM dimension d JOIN personal p ON d.import = p.import AND d.number = p.number)";

} // namespace finsam
