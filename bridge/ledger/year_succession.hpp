#pragma once
// Which imports count for a fiscal year when one more is read. One file with balances does (SIE 1-3, 4E): it tells the
// whole year. Or any number of batches of vouchers alone (SIE 4I), which add to each other.

#include "bridge/ledger/ledger.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace finsam {

namespace sqlite {
class Database;
}

/// The import that is being read, whose record and rows are stored.
struct Newcomer {
    std::int64_t import = 0;
    std::int64_t forbund = 0;
    std::string last_day; ///< of its fiscal year, "2024-12-31"
    std::optional<Date> generated;
    bool has_balances = false, has_vouchers = false;
};

/// Settles which imports count, says it in the outcome and takes away the rows of those that no longer do. Vouchers of
/// a batch that other batches hold already are taken away too. An answer is why the newcomer cannot be kept: the caller
/// undoes its transaction. Errors stick in the database.
[[nodiscard]] std::optional<Diagnostic> settle_year(sqlite::Database& database, const Newcomer& newcomer,
                                                    ImportOutcome& outcome);

} // namespace finsam
