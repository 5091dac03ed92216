#pragma once
// The ledger's tables, their version, and the steps that bring an older file up to it.

#include <cstdint>

namespace finsam {

namespace sqlite {
class Database;
}

/// PRAGMA application_id of every ledger: "FinS".
inline constexpr std::int64_t ledger_application_id = 0x46696E53;

/// The version that this program writes: the number of migration steps.
[[nodiscard]] std::int64_t ledger_version() noexcept;

/// Brings an empty file or an older ledger to this version, in one transaction. False after an error, which sticks in
/// the database: a file that is something else is refused, as is a newer version.
bool migrate(sqlite::Database& database);

/// Checks that the file is a ledger of this version. False after an error, which sticks in the database.
bool check_version(sqlite::Database& database);

} // namespace finsam
