#pragma once
// Writing without looking up what rows refer to.

namespace finsam::sqlite {

class Database;

/// While it lives, the connection does not check foreign keys: for a writer that itself gives out the ids its rows
/// refer to. Made before the transaction, since SQLite ignores the setting inside one.
class UncheckedReferences {
public:
    explicit UncheckedReferences(Database& database);
    UncheckedReferences(const UncheckedReferences&) = delete;
    UncheckedReferences& operator=(const UncheckedReferences&) = delete;
    ~UncheckedReferences();

private:
    Database& database_;
};

} // namespace finsam::sqlite
