#include "bridge/ledger/schema.hpp"

#include "bridge/ledger/personal_data.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "bridge/ledger/sqlite/transaction.hpp"
#include "bridge/ledger/sqlite/unchecked_references.hpp"

#include <array>
#include <fmt/format.h>

namespace finsam {

namespace {

// Version 1. Amounts are INTEGER öre with SIE's sign (debit +). Days are "2024-12-31", months "2024-12". Every row of
// data belongs to one import and keeps its source line there (0: the file did not declare it). Signatures (#GEN, #VER,
// #TRANS) are personal data and have no column.
constexpr const char* version_1 = R"sql(
-- A samordningsförbund. The organisation number (digits only) tells it from others; the name where files give no number.
CREATE TABLE forbund (
    id                  INTEGER PRIMARY KEY,
    organisation_number TEXT NOT NULL,
    name                TEXT NOT NULL,
    folded_name         TEXT NOT NULL  -- without the difference of upper and lower case
) STRICT;
CREATE UNIQUE INDEX forbund_by_number ON forbund (organisation_number) WHERE organisation_number <> '';

-- A file that was read. The record stays when a newer file replaces its rows; the same bytes are never read twice.
CREATE TABLE import (
    id                  INTEGER PRIMARY KEY,
    forbund             INTEGER REFERENCES forbund (id), -- NULL only inside the importing transaction
    file_name           TEXT NOT NULL,            -- without folder
    sha256              TEXT NOT NULL UNIQUE,     -- hex
    program             TEXT NOT NULL DEFAULT '', -- #PROGRAM
    program_version     TEXT NOT NULL DEFAULT '',
    generated           TEXT,                     -- #GEN, the day only
    sie_type            INTEGER NOT NULL DEFAULT 1,
    company_name        TEXT NOT NULL DEFAULT '', -- #FNAMN as in the file
    organisation_number TEXT NOT NULL DEFAULT '', -- #ORGNR as in the file
    chart_type          TEXT NOT NULL DEFAULT '', -- #KPTYP
    currency            TEXT NOT NULL DEFAULT '', -- #VALUTA
    balances_until      TEXT,                     -- #OMFATTN
    encoding            TEXT NOT NULL DEFAULT '', -- what the bytes were in
    ksumma              TEXT NOT NULL DEFAULT '', -- state of the checksum
    year_from           TEXT,                     -- #RAR 0
    year_to             TEXT,
    vouchers            INTEGER NOT NULL DEFAULT 0,
    transactions        INTEGER NOT NULL DEFAULT 0, -- #TRANS rows
    read_at             TEXT NOT NULL,            -- ISO 8601, UTC
    superseded_by       INTEGER REFERENCES import (id) -- its rows are gone, those of the other file count
) STRICT;
CREATE INDEX import_by_forbund ON import (forbund, year_to);

-- #RAR. Years that the file uses but does not declare are taken as twelve months, with line 0.
CREATE TABLE fiscal_year (
    import   INTEGER NOT NULL REFERENCES import (id),
    number   INTEGER NOT NULL, -- 0 the file's year, -1 the one before
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    line     INTEGER NOT NULL,
    PRIMARY KEY (import, number)
) STRICT, WITHOUT ROWID;

-- #KONTO with #KTYP and #ENHET.
CREATE TABLE account (
    id     INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import (id),
    number TEXT NOT NULL,
    name   TEXT,   -- NULL: used but never declared
    type   TEXT,   -- T, S, K or I
    unit   TEXT,
    line   INTEGER NOT NULL,
    UNIQUE (import, number)
) STRICT;

-- #DIM and #UNDERDIM.
CREATE TABLE dimension (
    id     INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import (id),
    number TEXT NOT NULL,
    name   TEXT,   -- NULL: used but never declared
    parent TEXT,   -- number of the dimension that this one divides
    line   INTEGER NOT NULL,
    UNIQUE (import, number)
) STRICT;

-- #OBJEKT.
CREATE TABLE object (
    id        INTEGER PRIMARY KEY,
    dimension INTEGER NOT NULL REFERENCES dimension (id),
    code      TEXT NOT NULL,
    name      TEXT, -- NULL: used but never declared
    line      INTEGER NOT NULL,
    UNIQUE (dimension, code)
) STRICT;

-- A list of objects as it stands between braces; rows with the same list share it. No list: {}.
CREATE TABLE object_list (
    id     INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import (id)
) STRICT;
CREATE INDEX object_list_by_import ON object_list (import);
CREATE TABLE object_list_member (
    object_list INTEGER NOT NULL REFERENCES object_list (id),
    position    INTEGER NOT NULL,
    object      INTEGER NOT NULL REFERENCES object (id),
    PRIMARY KEY (object_list, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX object_list_member_by_object ON object_list_member (object);

-- #IB #UB #RES #OIB #OUB #PSALDO #PBUDGET. An account's total and its rows per object may both be here: never add them.
CREATE TABLE balance (
    id          INTEGER PRIMARY KEY,
    import      INTEGER NOT NULL REFERENCES import (id),
    kind        TEXT NOT NULL CHECK (kind IN ('ib', 'ub', 'res', 'oib', 'oub', 'psaldo', 'pbudget')),
    year        INTEGER NOT NULL, -- fiscal_year.number; years too far off to be real have no record there
    period      TEXT,             -- of psaldo and pbudget, whose amount is the change in the period
    account     INTEGER NOT NULL REFERENCES account (id),
    object_list INTEGER REFERENCES object_list (id),
    amount      INTEGER NOT NULL, -- öre
    quantity    TEXT,             -- decimal text
    line        INTEGER NOT NULL
) STRICT;
CREATE INDEX balance_by_year ON balance (import, year, kind);
CREATE INDEX balance_by_account ON balance (account);
CREATE INDEX balance_by_object_list ON balance (object_list) WHERE object_list IS NOT NULL;

-- #VER, only those that balance. They belong to the file's year 0.
CREATE TABLE voucher (
    id         INTEGER PRIMARY KEY,
    import     INTEGER NOT NULL REFERENCES import (id),
    series     TEXT NOT NULL,
    number     TEXT NOT NULL,
    day        TEXT NOT NULL,
    text       TEXT,
    registered TEXT,
    line       INTEGER NOT NULL
) STRICT;
CREATE INDEX voucher_by_import ON voucher (import);

-- #TRANS, and as history #RTRANS and #BTRANS. Only trans counts.
CREATE TABLE transaction_row (
    id          INTEGER PRIMARY KEY,
    voucher     INTEGER NOT NULL REFERENCES voucher (id),
    kind        TEXT NOT NULL CHECK (kind IN ('trans', 'rtrans', 'btrans')),
    account     INTEGER NOT NULL REFERENCES account (id),
    object_list INTEGER REFERENCES object_list (id),
    amount      INTEGER NOT NULL, -- öre
    day         TEXT,
    text        TEXT,
    quantity    TEXT,
    line        INTEGER NOT NULL
) STRICT;
CREATE INDEX transaction_row_by_voucher ON transaction_row (voucher);
CREATE INDEX transaction_row_by_account ON transaction_row (account);
CREATE INDEX transaction_row_by_object_list ON transaction_row (object_list) WHERE object_list IS NOT NULL;
)sql";

// Version 2. What the reader refused of a file, so that a report from the ledger can tell that figures may be missing.
// Objects of dimension 7 have no names: that dimension is `anställd` (SIE 4C §8), and its names are those of persons.
// The code is enough to tell rows apart; names that version 1 kept are taken out.
constexpr const char* version_2 = R"sql(
ALTER TABLE import ADD COLUMN refused_vouchers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN errors INTEGER NOT NULL DEFAULT 0; -- diagnostics of severity error
UPDATE object SET name = NULL WHERE dimension IN (SELECT id FROM dimension WHERE number = '7' OR parent = '7');
)sql";

// Version 3. Narrower rows and fewer indexes, so that an import costs little more than writing its rows once.
// - The rows of a voucher follow each other in the table, and the voucher says which they are: no index by voucher.
// - A list of objects is its first object and the list of the rest, which others share.
// - Indexes that only served to check references are gone: see UncheckedReferences.
constexpr const char* version_3 = R"sql(
-- #TRANS, and as history #RTRANS and #BTRANS. Read it through the view transaction_row, where a row knows its voucher.
CREATE TABLE voucher_row (
    id          INTEGER PRIMARY KEY,
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2), -- 0 #TRANS, 1 #RTRANS, 2 #BTRANS; only 0 counts
    account     INTEGER NOT NULL REFERENCES account (id),
    object_list INTEGER REFERENCES object_list (id),
    amount      INTEGER NOT NULL, -- öre
    day         TEXT,             -- NULL: the voucher's
    text        TEXT,
    quantity    TEXT,
    line        INTEGER NOT NULL
) STRICT;
INSERT INTO voucher_row
    SELECT r.id, CASE r.kind WHEN 'trans' THEN 0 WHEN 'rtrans' THEN 1 ELSE 2 END, r.account, r.object_list, r.amount,
           nullif(r.day, v.day), r.text, r.quantity, r.line
    FROM transaction_row r JOIN voucher v ON v.id = r.voucher ORDER BY r.id;

-- A voucher's rows: id BETWEEN first_row AND last_row. No rows: last_row < first_row.
ALTER TABLE voucher ADD COLUMN first_row INTEGER NOT NULL DEFAULT 0;
ALTER TABLE voucher ADD COLUMN last_row INTEGER NOT NULL DEFAULT -1;
UPDATE voucher SET (first_row, last_row) =
    (SELECT coalesce(min(r.id), 0), coalesce(max(r.id), -1) FROM transaction_row r WHERE r.voucher = voucher.id);
DROP TABLE transaction_row;

CREATE VIEW transaction_row (id, import, voucher, kind, account, object_list, amount, day, text, quantity, line) AS
    SELECT r.id, v.import, v.id, CASE r.kind WHEN 0 THEN 'trans' WHEN 1 THEN 'rtrans' ELSE 'btrans' END, r.account,
           r.object_list, r.amount, r.day, r.text, r.quantity, r.line
    FROM voucher v JOIN voucher_row r ON r.id BETWEEN v.first_row AND v.last_row;

-- A list of objects as it stands between braces: its first object, then the list `rest`. Rows with the same list share
-- it, as do lists that end alike. No list: {}.
CREATE TABLE linked_list (
    id     INTEGER PRIMARY KEY,
    object INTEGER NOT NULL REFERENCES object (id),
    rest   INTEGER REFERENCES linked_list (id) CHECK (rest < id) -- NULL: no more objects
) STRICT;
WITH link AS (
    SELECT object_list, position, object,
           CASE position WHEN 0 THEN object_list
           ELSE -row_number() OVER (ORDER BY object_list, position) END AS id
    FROM object_list_member)
INSERT INTO linked_list SELECT id, object, lead(id) OVER (PARTITION BY object_list ORDER BY position) FROM link;
DROP TABLE object_list_member;
DROP TABLE object_list;
ALTER TABLE linked_list RENAME TO object_list;

DROP INDEX balance_by_account;
DROP INDEX balance_by_object_list;
)sql";

// Version 4. What an export needs besides: codes of #SRU, and texts that the file says of itself and nothing counts
// with.
constexpr const char* version_4 = R"sql(
CREATE TABLE sru (
    id      INTEGER PRIMARY KEY, -- in the file's order: an account may have several codes
    account INTEGER NOT NULL REFERENCES account (id),
    code    TEXT NOT NULL
) STRICT;
CREATE INDEX sru_by_account ON sru (account);

-- A field of a record. The contact and telephone of #ADRESS are personal data and never here.
CREATE TABLE import_text (
    import   INTEGER NOT NULL REFERENCES import (id),
    label    TEXT NOT NULL CHECK (label IN ('ADRESS', 'BKOD', 'FNR', 'FTYP', 'ORGNR', 'PROSA', 'TAXAR')),
    position INTEGER NOT NULL, -- of the field in its record, from 0; of #PROSA the record's among its like
    text     TEXT NOT NULL,
    PRIMARY KEY (import, label, position)
) STRICT, WITHOUT ROWID;
)sql";

// Version 6. The state of a SIE 5 file's signature, and the version of the ledger when the file was read, which says
// what of the file could be kept. Inside the migration user_version is still the old one. A ledger of version 4 or 5
// may have been made by an older program: its files count as read by version 3 unless rows that came with 4 prove more.
constexpr const char* version_6 = R"sql(
ALTER TABLE import ADD COLUMN signature TEXT NOT NULL DEFAULT ''; -- of SIE 5; '' for SIE 1-4 and where it was not kept
ALTER TABLE import ADD COLUMN ledger_version INTEGER NOT NULL DEFAULT 0;
UPDATE import SET ledger_version = (SELECT min(user_version, 3) FROM pragma_user_version);
UPDATE import SET ledger_version = (SELECT user_version FROM pragma_user_version)
WHERE id IN (SELECT import FROM import_text)
   OR id IN (SELECT account.import FROM sru JOIN account ON account.id = sru.account);
)sql";

// Version 7. What a file's vouchers moved, so that no statement has to read them. Files read by an older version have
// no rows here, nor have those with more sums than the store keeps or sums of more than 64 bits: their vouchers are
// summed when asked for.
constexpr const char* version_7 = R"sql(
CREATE TABLE transaction_sum (
    import      INTEGER NOT NULL REFERENCES import (id),
    account     INTEGER NOT NULL REFERENCES account (id),
    object_list INTEGER NOT NULL, -- object_list.id; 0: none
    amount      INTEGER NOT NULL, -- öre, the sum of #TRANS
    PRIMARY KEY (import, account, object_list)
) STRICT, WITHOUT ROWID;
)sql";

/// Step n brings version n to n + 1. Never changed once released: new tables and columns are new steps.
// Version 5. Names of employees in divisions of divisions, which version 2 left.
constexpr std::array<const char*, 7> migrations = {version_1,          version_2, version_3, version_4,
                                                   forget_persons_sql, version_6, version_7};

/// 0 for an empty file; nothing (and an error) for what is no ledger or too new.
std::optional<std::int64_t> known_version(sqlite::Database& database) {
    // One statement sees one state of the file, though another program makes the ledger meanwhile.
    sqlite::Statement look(database, "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) "
                                     "FROM pragma_application_id, pragma_user_version");
    if (!look.step()) {
        return std::nullopt;
    }
    const auto application = look.integer(0);
    const auto version = look.integer(1);
    const bool empty = application == 0 && version == 0 && look.integer(2) == 0;
    look.reset();
    if (!empty && application != ledger_application_id) {
        database.fail({LedgerError::Kind::not_a_ledger, "Filen är ingen huvudbok. Den är orörd."});
        return std::nullopt;
    }
    if (version > ledger_version()) {
        database.fail(
            {LedgerError::Kind::newer_version,
             fmt::format("Huvudboken är gjord av en nyare version av Finsam (huvudbokens version är {}, det här "
                         "programmet klarar {}). Uppdatera Finsam. Filen är orörd.",
                         version, ledger_version())});
        return std::nullopt;
    }
    return version;
}

} // namespace

std::int64_t ledger_version() noexcept {
    return static_cast<std::int64_t>(migrations.size());
}

bool migrate(sqlite::Database& database, std::int64_t to) {
    const auto before = known_version(database);
    if (!before || *before >= to) {
        return before.has_value();
    }
    const sqlite::UncheckedReferences unchecked(database); // tables that others refer to are made anew
    sqlite::Transaction transaction(database, sqlite::Transaction::Kind::write);
    // Asked again: another program may have migrated while this one waited for its turn.
    const auto version = known_version(database);
    for (auto step = version.value_or(to); step < to; ++step) {
        database.execute(migrations[static_cast<std::size_t>(step)]);
    }
    database.execute(
        fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", ledger_application_id, to).c_str());
    return transaction.commit();
}

bool mend(sqlite::Database& database) {
    const auto version = known_version(database); // the first look undoes what was cut off
    return version && (*version == 0 || migrate(database));
}

bool is_unused(sqlite::Database& database) {
    const auto version = known_version(database);
    return version && (*version == 0 || database.integer("SELECT count(*) FROM import") == 0);
}

bool check_version(sqlite::Database& database) {
    const auto version = known_version(database);
    if (version && *version == 0) {
        database.fail({LedgerError::Kind::cannot_open, "Huvudboken är tom. Läs in en SIE-fil i den först."});
    } else if (version && *version < ledger_version()) {
        database.fail(
            {LedgerError::Kind::older_version,
             "Huvudboken är gjord av en äldre version av Finsam. Läs in en SIE-fil i den, så uppdateras den."});
    }
    return !database.error().has_value();
}

} // namespace finsam
