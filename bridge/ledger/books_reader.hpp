#pragma once
// Puts one förbund's books together from the imports that count.

#include "bridge/ledger/ledger.hpp"

#include <tl/expected.hpp>

namespace finsam {

namespace sqlite {
class Database;
}

/// See Ledger::books.
[[nodiscard]] tl::expected<Books, LedgerError> read_books(sqlite::Database& database, const BooksQuery& query);

} // namespace finsam
