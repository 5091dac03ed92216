#include "bridge/ledger/sqlite/database.hpp"

#include "bridge/ledger/sqlite/statement.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <string_view>
#include <utility>

namespace finsam::sqlite {

namespace {

/// How long a connection waits for another that writes, before it says busy.
constexpr int busy_milliseconds = 3000;

/// SQLite's words when sum() leaves 64 bits, which have no code of their own.
constexpr std::string_view sum_overflow = "integer overflow";

int flags_of(Access access) noexcept {
    switch (access) {
    case Access::read_only: return SQLITE_OPEN_READONLY;
    case Access::read_write: return SQLITE_OPEN_READWRITE;
    case Access::read_write_create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return SQLITE_OPEN_READONLY;
}

/// SQLite counts its memory under a lock at every allocation, for statistics that nobody reads.
void spare_statistics() {
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // refused when SQLite already runs: no harm
    static_cast<void>(once);
}

LedgerError describe(int code, const std::string& name, const char* detail) {
    using Kind = LedgerError::Kind;
    if (code == SQLITE_READONLY_ROLLBACK ||
        code == SQLITE_READONLY_RECOVERY) { // a journal of a program that was killed
        return {Kind::interrupted,
                fmt::format("En inläsning i huvudboken {} har avbrutits och måste ångras innan den kan läsas, men "
                            "filen eller dess mapp är skrivskyddad. Öppna huvudboken där du får skriva.",
                            name)};
    }
    if (code == SQLITE_READONLY_DBMOVED) {
        return {Kind::cannot_open,
                fmt::format("Huvudboken {} har tagits bort eller flyttats medan den var öppen. Inget "
                            "har ändrats. Försök igen.",
                            name)};
    }
    if (code == SQLITE_ERROR && detail == sum_overflow) {
        return {Kind::rejected, "Beloppen i räkenskaperna är för stora för att summeras."};
    }
    switch (code & 0xFF) { // the low byte is the primary code, the rest says more
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Kind::busy, fmt::format("Huvudboken {} används av ett annat program just nu. Inget har ändrats. Försök "
                                        "igen om en stund.",
                                        name)};
    case SQLITE_NOTADB: return {Kind::not_a_ledger, fmt::format("{} är ingen huvudbok. Filen är orörd.", name)};
    case SQLITE_CORRUPT:
        return {Kind::disk, fmt::format("Huvudboken {} är skadad. Återställ den från en säkerhetskopia, eller gör en "
                                        "ny och läs in SIE-filerna igen.",
                                        name)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {Kind::disk,
                fmt::format("Huvudboken {} eller dess mapp är skrivskyddad. Inget har ändrats. Välj en mapp "
                            "där du får skriva.",
                            name)};
    case SQLITE_CANTOPEN:
        return {Kind::cannot_open,
                fmt::format("Huvudboken {} kan inte öppnas eller skapas. Kontrollera att mappen finns och att du får "
                            "skriva där.",
                            name)};
    case SQLITE_IOERR:
        return {Kind::disk, fmt::format("Huvudboken {} kunde inte läsas från eller skrivas till disken. Inget har "
                                        "ändrats. Kontrollera att disken fungerar och har plats, och försök igen.",
                                        name)};
    case SQLITE_FULL:
        return {Kind::disk, fmt::format("Disken är full. Inget har ändrats i huvudboken {}. Frigör utrymme och försök "
                                        "igen.",
                                        name)};
    default:
        return {Kind::disk,
                fmt::format("Huvudboken {} kunde inte läsas eller skrivas ({}). Inget har ändrats.", name, detail)};
    }
}

} // namespace

Database::Database(const std::string& path, Access access) : name_(path) {
    spare_statistics();
    check(sqlite3_open_v2(path.c_str(), &handle_, flags_of(access) | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX,
                          nullptr));
    sqlite3_busy_timeout(handle_, busy_milliseconds);
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA secure_delete = FAST"); // a name or text taken out of a row does not stay behind in its page
}

Database::~Database() {
    sqlite3_close_v2(handle_);
}

bool Database::check(int code) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
        fail(describe(code, name_, sqlite3_errmsg(handle_)));
    }
    return !error_.has_value();
}

void Database::fail(LedgerError error) {
    if (!error_) {
        error_ = std::move(error);
    }
}

bool Database::execute(const char* sql) {
    return !error_ && check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr));
}

std::optional<std::int64_t> Database::integer(const char* sql) {
    Statement statement(*this, sql);
    if (!statement.step()) {
        return std::nullopt;
    }
    return statement.integer(0);
}

LedgerError Database::take_error() {
    LedgerError taken = error_ ? std::move(*error_) : LedgerError{};
    error_.reset();
    return taken;
}

std::int64_t Database::last_insert_id() const noexcept {
    return sqlite3_last_insert_rowid(handle_);
}

} // namespace finsam::sqlite
