#pragma once
// Reads one SIE file into the ledger, in one transaction.

#include "bridge/ledger/ledger.hpp"

#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

namespace sqlite {
class Database;
}

/// See Ledger::import_bytes.
[[nodiscard]] tl::expected<ImportOutcome, LedgerError> import_sie(sqlite::Database& database, std::string_view bytes,
                                                                  std::string_view file_name,
                                                                  const sie::SignatureVerifier& verifier = {},
                                                                  const ImportGoOn& go_on = {});

} // namespace finsam
