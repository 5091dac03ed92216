#pragma once
// Puts one förbund's books together from the imports that count.

#include "bridge/ledger/ledger.hpp"

#include <tl/expected.hpp>

namespace finsam {

namespace sqlite {
class Database;
}

/// See Ledger::books. Of a year that no file tells of, between years that the ledger has, the books have only the closing
/// balances that the year after began with.
[[nodiscard]] tl::expected<Books, LedgerError> read_books(sqlite::Database& database, const BooksQuery& query);

} // namespace finsam
