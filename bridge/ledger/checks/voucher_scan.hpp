#pragma once
// The checks that look at every voucher of a file, in one pass over its rows.

#include "bridge/ledger/checks/ledger_check.hpp"
#include "bridge/ledger/checks/year_files.hpp"

namespace finsam {

/// Adds what is found to the year's checks; gives what the vouchers moved. Memory grows with the number of vouchers and
/// not with their rows. Errors stick in the database.
[[nodiscard]] Movements scan_vouchers(sqlite::Database& database, const LiveImport& import,
                                      const KnownAccounts& accounts, CheckedYear& year);

} // namespace finsam
