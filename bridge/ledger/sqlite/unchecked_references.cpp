#include "bridge/ledger/sqlite/unchecked_references.hpp"

#include "bridge/ledger/sqlite/database.hpp"

#include <sqlite3.h>

namespace finsam::sqlite {

UncheckedReferences::UncheckedReferences(Database& database) : database_(database) {
    database_.execute("PRAGMA foreign_keys = OFF");
}

UncheckedReferences::~UncheckedReferences() {
    // Past the funnel: it must run after an error too.
    sqlite3_exec(database_.handle(), "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
}

} // namespace finsam::sqlite
