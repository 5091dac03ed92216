#pragma once
// Writes a fiscal year of the ledger as a SIE file of one of the types 1-4.

#include "bridge/ledger/ledger.hpp"

#include <ostream>
#include <tl/expected.hpp>

namespace finsam {

namespace sqlite {
class Database;
}

/// See Ledger::export_sie.
[[nodiscard]] tl::expected<SieExport, LedgerError> export_sie(sqlite::Database& database, const SieExportQuery& query,
                                                              std::ostream& out);

} // namespace finsam
