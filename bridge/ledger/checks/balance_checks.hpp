#pragma once
// The checks that look at a year's balances, and at those of the year before.

#include "bridge/ledger/checks/ledger_check.hpp"
#include "bridge/ledger/checks/year_files.hpp"

namespace finsam {

/// What two years' files say of their balances.
struct BalanceQuestion {
    const LiveImport* file = nullptr;        ///< the year's own, with balances; nullptr when there is none
    bool has_vouchers = false;               ///< in that file
    std::uint64_t refused_vouchers = 0;      ///< of that file
    Movements movements;                     ///< what its vouchers moved
    KnownAccounts accounts;                  ///< of that file
    const LiveImport* file_before = nullptr; ///< the year before's own, with balances
    KnownAccounts accounts_before;
};

/// Errors stick in the database.
void check_balances(sqlite::Database& database, const BalanceQuestion& question, CheckedYear& year);

} // namespace finsam
