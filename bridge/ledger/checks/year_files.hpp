#pragma once
// The files whose own year is checked, and what the checks need to know of their accounts.

#include "bridge/ledger/timeline.hpp"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace finsam {

struct KnownAccount {
    std::string number, name; ///< name "": never declared
    std::optional<char> type; ///< #KTYP
    bool is_declared = false;
};

/// Accounts of one import by their id in the ledger.
using KnownAccounts = std::unordered_map<std::int64_t, KnownAccount>;
[[nodiscard]] KnownAccounts known_accounts(sqlite::Database& database, const LiveImport& import);

/// The year's own files: one with balances, or batches of vouchers (SIE 4I). Empty when only later files tell of it.
[[nodiscard]] std::vector<const LiveImport*> own_files(const TimelineYear& year);

/// By account number: what the vouchers (#TRANS) of a file moved.
using Movements = std::map<std::string, Ore, std::less<>>;

} // namespace finsam
