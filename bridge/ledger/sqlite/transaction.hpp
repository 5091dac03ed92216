#pragma once
// One database transaction; what is not committed is undone.

#include <cstdint>

namespace finsam::sqlite {

class Database;

class Transaction {
public:
    enum class Kind : std::uint8_t {
        read, ///< one state of the file for several queries
        write ///< takes the writer's place at once, so that two writers never get halfway
    };

    Transaction(Database& database, Kind kind);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Rolls back what was not committed.
    ~Transaction();

    /// False when an error stuck before or the commit failed: then nothing was changed.
    bool commit();

private:
    Database& database_;
    bool open_ = false;
};

} // namespace finsam::sqlite
