#pragma once
// One open SQLite file.

#include "bridge/ledger/ledger_error.hpp"

#include <cstdint>
#include <optional>
#include <string>

struct sqlite3;

namespace finsam::sqlite {

enum class Access : std::uint8_t { read_only, read_write, read_write_create };

/// A connection, and the funnel that every return code of SQLite goes through. The first error sticks: statements do
/// nothing after it, so that a long import or query needs only one look at `error()` at its end. For one thread at a
/// time.
class Database {
public:
    /// Opens `path` (":memory:" for none); look at `error()`.
    Database(const std::string& path, Access access);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// The funnel: true when `code` is no error and none stuck before; else the error is kept and told by `error()`.
    bool check(int code);
    /// Keeps an error that is not SQLite's, when none stuck before.
    void fail(LedgerError error);
    /// Runs statements without results.
    bool execute(const char* sql);
    /// One integer, as of "PRAGMA user_version"; nothing after an error.
    [[nodiscard]] std::optional<std::int64_t> integer(const char* sql);

    [[nodiscard]] const std::optional<LedgerError>& error() const noexcept { return error_; }
    /// The stuck error, which is then forgotten: the connection can be used again.
    [[nodiscard]] LedgerError take_error();
    [[nodiscard]] std::int64_t last_insert_id() const noexcept;
    [[nodiscard]] sqlite3* handle() const noexcept { return handle_; }

private:
    sqlite3* handle_ = nullptr;
    std::string name_; ///< of the file, for messages
    std::optional<LedgerError> error_;
};

} // namespace finsam::sqlite
