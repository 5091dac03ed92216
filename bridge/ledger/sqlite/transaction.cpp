#include "bridge/ledger/sqlite/transaction.hpp"

#include "bridge/ledger/sqlite/database.hpp"

#include <sqlite3.h>

namespace finsam::sqlite {

Transaction::Transaction(Database& database, Kind kind)
    : database_(database), open_(database.execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN")) {}

Transaction::~Transaction() {
    if (open_) {
        // Past the funnel: it must run after an error too, and SQLite may already have rolled back by itself.
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

bool Transaction::commit() {
    if (!open_ || !database_.execute("COMMIT")) {
        return false;
    }
    open_ = false;
    return true;
}

} // namespace finsam::sqlite
