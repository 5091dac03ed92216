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

/// Brings an empty file or an older ledger to this version (or to an earlier one), in one transaction. False after an
/// error, which sticks in the database: a file that is something else is refused, as is a newer version.
bool migrate(sqlite::Database& database, std::int64_t to = ledger_version());

/// Undoes an import that was cut off and brings an older ledger to this version; leaves an empty file empty. For a
/// connection that may write. False after an error.
bool mend(sqlite::Database& database);

/// Is it an empty file, or a ledger that nothing was ever read into? False after an error.
[[nodiscard]] bool is_unused(sqlite::Database& database);

/// Checks that the file is a ledger of this version. False after an error, which sticks in the database.
bool check_version(sqlite::Database& database);

} // namespace finsam
