#include "bridge/ledger/sqlite/statement.hpp"

#include "bridge/ledger/sqlite/database.hpp"

#include <sqlite3.h>

namespace finsam::sqlite {

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
    if (healthy()) {
        database_.check(sqlite3_prepare_v3(database_.handle(), sql.data(), static_cast<int>(sql.size()),
                                           SQLITE_PREPARE_PERSISTENT, &handle_, nullptr));
    }
}

Statement::~Statement() {
    sqlite3_finalize(handle_);
}

bool Statement::step() {
    if (!healthy()) {
        return false;
    }
    const int code = sqlite3_step(handle_);
    return database_.check(code) && code == SQLITE_ROW;
}

void Statement::reset() noexcept {
    sqlite3_reset(handle_); // repeats the code that step already gave
}

std::int64_t Statement::integer(int column) const noexcept {
    return sqlite3_column_int64(handle_, column);
}

std::string Statement::text(int column) const {
    const unsigned char* bytes = sqlite3_column_text(handle_, column);
    if (bytes == nullptr) {
        return {};
    }
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

bool Statement::is_null(int column) const noexcept {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

void Statement::bind(int index, std::int64_t value) {
    if (healthy()) {
        database_.check(sqlite3_bind_int64(handle_, index, value));
    }
}

void Statement::bind(int index, std::string_view value) {
    if (healthy()) {
        // An empty view may have a null pointer, which SQLite would take for NULL.
        const char* bytes = value.data() == nullptr ? "" : value.data();
        const auto lifetime = lifetime_ == Lifetime::copied ? SQLITE_TRANSIENT : SQLITE_STATIC;
        database_.check(sqlite3_bind_text64(handle_, index, bytes, value.size(), lifetime, SQLITE_UTF8));
    }
}

void Statement::bind(int index, std::nullopt_t) {
    if (healthy()) {
        database_.check(sqlite3_bind_null(handle_, index));
    }
}

bool Statement::healthy() const noexcept {
    return !database_.error().has_value();
}

} // namespace finsam::sqlite
