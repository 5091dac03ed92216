#pragma once
// Checks the years of a ledger, one at a time.

#include "bridge/ledger/checks/ledger_check.hpp"
#include "bridge/ledger/ledger_error.hpp"

#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace finsam {

namespace sqlite {
class Database;
}

/// Which years to check.
struct LedgerCheckQuery {
    std::optional<int> year = {};            ///< calendar year in which the fiscal year ends; absent: all
    std::optional<std::string> company = {}; ///< name or organisation number; absent: all
};

/// Gives each förbund's years, the latest first, as they are done. How many were given; an error when the ledger holds
/// none that is asked for.
[[nodiscard]] tl::expected<std::size_t, LedgerError> check_ledger(sqlite::Database& database,
                                                                  const LedgerCheckQuery& query,
                                                                  const std::function<void(const CheckedYear&)>& use);

} // namespace finsam
