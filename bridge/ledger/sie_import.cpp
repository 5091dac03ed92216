#include "bridge/ledger/sie_import.hpp"

#include "bridge/ledger/forbund.hpp"
#include "bridge/ledger/import_texts.hpp"
#include "bridge/ledger/record_store.hpp"
#include "bridge/ledger/schema.hpp"
#include "bridge/ledger/sha256.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/transaction.hpp"
#include "bridge/ledger/sqlite/unchecked_references.hpp"
#include "bridge/ledger/year_succession.hpp"
#include "parsers/sie_file.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam {

namespace {

using sqlite::Database;
using sqlite::Statement;

bool already_present(Database& database, const std::string& sha256) {
    return Statement(database, "SELECT 1 FROM import WHERE sha256 = ?").with(sha256).step();
}

/// The file that counts for the förbund and year of these bytes, which the ledger holds; "" when they count themselves.
std::string counts_instead(Database& database, const std::string& sha256) {
    Statement query(database, "SELECT live.file_name FROM import old JOIN import live "
                              "ON live.forbund = old.forbund AND live.year_to = old.year_to "
                              "AND live.superseded_by IS NULL "
                              "WHERE old.sha256 = ? AND old.superseded_by IS NOT NULL");
    return query.with(sha256).step() ? query.text(0) : std::string();
}

/// The record that the rows refer to; what the file says of itself comes last and is filled in by complete_record.
std::int64_t begin_record(Database& database, std::string_view file_name, const std::string& sha256) {
    Statement(database, "INSERT INTO import (file_name, sha256, read_at) "
                        "VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")
        .run(file_name, sha256);
    return database.last_insert_id();
}

std::uint64_t errors(const sie::ReadResult& reading) {
    const auto& all = reading.diagnostics;
    return static_cast<std::uint64_t>(
        std::count_if(all.begin(), all.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

void complete_record(Database& database, std::int64_t import, std::int64_t forbund, const sie::ReadResult& reading,
                     const RecordStore& store, const sie::FiscalYear& year) {
    const sie::FileInfo& info = reading.info;
    const auto day = [](const std::optional<Date>& date) { return date ? std::optional(to_iso(*date)) : std::nullopt; };
    Statement(database, "UPDATE import SET forbund = ?, program = ?, program_version = ?, generated = ?, sie_type = ?, "
                        "company_name = ?, organisation_number = ?, chart_type = ?, currency = ?, balances_until = ?, "
                        "encoding = ?, ksumma = ?, year_from = ?, year_to = ?, vouchers = ?, transactions = ?, "
                        "refused_vouchers = ?, errors = ?, signature = ?, ledger_version = ? WHERE id = ?")
        .run(forbund, info.program, info.program_version, day(info.generated), info.sie_type, info.company_name,
             info.organisation_number, info.chart_type, info.currency, day(info.balances_until),
             swedish_name(reading.encoding), swedish_name(reading.ksumma), to_iso(year.from), to_iso(year.to),
             store.vouchers(), store.transactions(), sie::counted_vouchers(reading).refused, errors(reading),
             info.sie_type == 5 ? swedish_name(reading.signature) : "", ledger_version(), import);
    store_import_texts(database, import, info);
}

Diagnostic refusal(std::string text) {
    return {Severity::error, DiagnosticCode::obligatorisk_post_saknas, 0, 0, std::move(text)};
}

/// Why a well-formed file cannot be kept: without a förbund or a year it belongs nowhere.
std::optional<Diagnostic> homeless(const RecordStore& store, const sie::FileInfo& info) {
    if (!names_forbund(info.company_name, info.organisation_number)) {
        return refusal("Filen anger varken förbundets namn (#FNAMN) eller dess organisationsnummer (#ORGNR). Den kan "
                       "inte läsas in i huvudboken. Ange dem i ekonomisystemet och exportera om.");
    }
    if (!store.own_year()) {
        return refusal("Filen anger inget räkenskapsår (#RAR 0 i SIE 4, FiscalYear i SIE 5). Den kan inte läsas in i "
                       "huvudboken. Exportera om den "
                       "som SIE 4E.");
    }
    return std::nullopt;
}

ImportOutcome rejected(sie::ReadResult reading, std::string sha256) {
    reading.accepted = false;
    return {ImportOutcome::Kind::rejected, std::move(reading), std::move(sha256)};
}

/// For bytes that the ledger holds already: reads them for their counts only.
ImportOutcome present(Database& database, std::string_view bytes, std::string sha256,
                      const sie::SignatureVerifier& verifier) {
    sie::Handler ignore;
    std::string instead = counts_instead(database, sha256);
    return {ImportOutcome::Kind::already_present, sie::read_sie_file(bytes, ignore, verifier), std::move(sha256),
            std::move(instead)};
}

/// Ends the reading from inside it.
struct Stopped {};

/// Nothing when `go_on` stopped it.
std::optional<sie::ReadResult> read_records(std::string_view bytes, RecordStore& store,
                                            const sie::SignatureVerifier& verifier, const ImportGoOn& go_on) {
    if (go_on) {
        const auto lines = static_cast<double>(std::ranges::count(bytes, '\n') + 1);
        store.when_reading([lines, &go_on](std::uint64_t line) {
            if (!go_on(std::min(1.0, static_cast<double>(line) / lines))) {
                throw Stopped();
            }
        });
    }
    try {
        return sie::read_sie_file(bytes, store, verifier);
    } catch (const Stopped&) {
        return std::nullopt;
    }
}

} // namespace

tl::expected<ImportOutcome, LedgerError> import_sie(Database& database, std::string_view bytes,
                                                    std::string_view file_name, const sie::SignatureVerifier& verifier,
                                                    const ImportGoOn& go_on) {
    std::string sha256 = sha256_hex(bytes);
    if (already_present(database, sha256)) { // before the writer's place is taken: a read-only ledger can say this too
        return present(database, bytes, std::move(sha256), verifier);
    }
    // The store gives out what its rows refer to, so that looking each up again would find nothing and cost much.
    const sqlite::UncheckedReferences unchecked(database);
    sqlite::Transaction transaction(database, sqlite::Transaction::Kind::write);
    if (already_present(database, sha256)) { // read by another program while this one waited
        return present(database, bytes, std::move(sha256), verifier);
    }
    const auto import = begin_record(database, file_name, sha256);
    RecordStore store(database, import);
    if (database.error()) { // busy, as a rule: do not read a large file for nothing
        return tl::unexpected(database.take_error());
    }
    auto read = read_records(bytes, store, verifier, go_on);
    if (database.error()) {
        return tl::unexpected(database.take_error());
    }
    if (!read) {
        return ImportOutcome{ImportOutcome::Kind::stopped, {}, std::move(sha256)};
    }
    sie::ReadResult& reading = *read;
    if (!reading.accepted) {
        return rejected(std::move(reading), std::move(sha256));
    }
    if (auto reason = homeless(store, reading.info)) {
        reading.diagnostics.push_back(std::move(*reason));
        return rejected(std::move(reading), std::move(sha256));
    }
    store.forget_persons();
    store.add_undeclared_years();
    const auto year = store.own_year();
    const auto forbund = find_or_add_forbund(database, reading.info.company_name, reading.info.organisation_number);
    complete_record(database, import, forbund, reading, store, *year);
    const Newcomer newcomer{
        import, forbund, to_iso(year->to), reading.info.generated, store.balances() > 0, store.vouchers() > 0};
    ImportOutcome outcome{ImportOutcome::Kind::imported, std::move(reading), std::move(sha256)};
    if (auto reason = settle_year(database, newcomer, outcome)) {
        outcome.reading.diagnostics.push_back(std::move(*reason));
        return rejected(std::move(outcome.reading), std::move(outcome.sha256));
    }
    if (outcome.added_to.empty() && outcome.superseded_by.empty()) {
        store.store_transaction_sums();
    }
    if (!transaction.commit()) {
        return tl::unexpected(database.take_error());
    }
    return outcome;
}

} // namespace finsam
