#include "bridge/ledger/sie_export.hpp"

#include "bridge/ledger/export_source.hpp"
#include "bridge/ledger/forbund.hpp"
#include "bridge/ledger/reading_faults.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/transaction.hpp"
#include "bridge/ledger/timeline.hpp"
#include "parsers/sie_text_writer.hpp"
#include "parsers/swedish_count.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace finsam {

namespace {

LedgerError refused(std::string text) {
    return {LedgerError::Kind::rejected, std::move(text)};
}

Diagnostic note(DiagnosticCode code, std::string text) {
    return {default_severity(code), code, 0, 0, std::move(text)};
}

/// The import whose own year it is: an export is of one file's records.
tl::expected<const LiveImport*, LedgerError>
choose_import(sqlite::Database& database, const std::vector<LiveImport>& imports, const std::optional<int>& asked) {
    if (imports.empty()) {
        return tl::unexpected(
            LedgerError{LedgerError::Kind::not_found, "Huvudboken har inga räkenskaper för förbundet."});
    }
    std::vector<int> known;
    for (const LiveImport& import : imports) { // the latest first
        if (!asked || import.file.fiscal_year == *asked) {
            return &import;
        }
        known.push_back(import.file.fiscal_year);
    }
    const Timeline timeline(database, imports);
    if (const TimelineYear* year = timeline.ending_in(*asked)) {
        return tl::unexpected(refused(fmt::format(
            "Räkenskapsåret som slutar {} finns bara som jämförelseår i {}. Läs in årets egen SIE-fil först.", *asked,
            year->sources.front().import->file.file_name)));
    }
    return tl::unexpected(LedgerError{LedgerError::Kind::not_found,
                                      fmt::format("Det inlästa har inget räkenskapsår som slutar {}. Där finns {}.",
                                                  *asked, fmt::join(known, ", "))});
}

/// A year of several batches of vouchers (SIE 4I) is no single file's records: none is left out in silence.
std::optional<LedgerError> several_batches(sqlite::Database& database, const std::vector<LiveImport>& imports,
                                           const LiveImport& chosen) {
    const Timeline timeline(database, imports);
    for (const TimelineYear& year : timeline.years()) {
        std::vector<std::string> own;
        bool is_chosen = false;
        for (const YearSource& source : year.sources) {
            if (source.number == 0) {
                own.push_back(source.import->file.file_name);
                is_chosen = is_chosen || source.import == &chosen;
            }
        }
        if (is_chosen && own.size() > 1) {
            return refused(fmt::format("Räkenskapsåret som slutar {} består av {} filer med bara verifikationer (SIE "
                                       "4I): {}. De kan inte skrivas som en fil. Läs in årets SIE 4E-fil först.",
                                       chosen.file.fiscal_year, own.size(), fmt::join(own, ", ")));
        }
    }
    return std::nullopt;
}

class SieExporter {
public:
    SieExporter(sqlite::Database& database, const LiveImport& import, const SieExportQuery& query, std::ostream& out)
        : source_(database, import), import_(import), query_(query), records_(records_of(query.type)),
          writer_(out, query.checksum) {}

    [[nodiscard]] tl::expected<SieExport, LedgerError> run() {
        if (auto error = lacking()) {
            return tl::unexpected(std::move(*error));
        }
        if (auto error = source_.keys_written_alike(records_)) {
            return tl::unexpected(refused(std::move(*error)));
        }
        const sie::FileInfo info = identification();
        writer_.identification(info, source_.years());
        write_chart();
        if (records_.balances) {
            write_balances();
        }
        if (records_.vouchers) {
            source_.vouchers([this](const sie::Voucher& voucher) { writer_.voucher(voucher); });
        }
        tell_left_out();
        SieExport result;
        result.written = writer_.finish();
        result.company_name = info.company_name;
        result.source = import_.file;
        result.notes = std::move(notes_);
        return result;
    }

private:
    /// What the type must have and the imported file did not (SIE 4C §5.11): nothing is made up.
    [[nodiscard]] std::optional<LedgerError> lacking() {
        const bool has_vouchers = import_.file.vouchers > 0 || import_.file.sie_type >= 4;
        if (records_.vouchers && !has_vouchers) {
            return refused(
                fmt::format("SIE typ {} har verifikationer, men {} är SIE typ {} och har inga. Läs in en SIE "
                            "4E-fil för året, eller exportera en lägre typ.",
                            name(query_.type), import_.file.file_name, import_.file.sie_type));
        }
        if (records_.balances && !source_.has_year_balances()) {
            return refused(fmt::format("SIE typ {} har saldon, men {} har bara verifikationer (SIE 4I). Läs in en SIE "
                                       "4E-fil för året, eller exportera typ 4I.",
                                       name(query_.type), import_.file.file_name));
        }
        if (query_.type == SieExportType::type2 || query_.type == SieExportType::type3) {
            return lacking_periods();
        }
        return std::nullopt;
    }

    /// Types 2 and 3 demand #PSALDO; vouchers can stand in for it.
    [[nodiscard]] std::optional<LedgerError> lacking_periods() {
        compute_totals_ = !source_.has_period_balances(ExportSource::Objects::without);
        compute_objects_ = records_.objects && !source_.has_period_balances(ExportSource::Objects::with);
        const int has = import_.file.sie_type;
        if (has >= 4) {
            return std::nullopt;
        }
        const bool enough = has >= sie_type_number(query_.type);
        if (!enough && (compute_totals_ || compute_objects_)) {
            return refused(fmt::format("SIE typ {} har {}, men {} är SIE typ {} och har inga. Läs in en SIE 4E-fil för "
                                       "året, eller exportera typ {}.",
                                       name(query_.type), compute_totals_ ? "periodsaldon" : "saldon per objekt",
                                       import_.file.file_name, has, has));
        }
        compute_totals_ = compute_objects_ = false; // the file had none because nothing was booked
        return std::nullopt;
    }

    [[nodiscard]] sie::FileInfo identification() {
        sie::FileInfo info = source_.info();
        info.program = "finsam";
        info.program_version = query_.program_version;
        info.generated = query_.generated;
        info.sie_type = sie_type_number(query_.type);
        if (const std::string faults = reading_faults(import_.file); !faults.empty()) {
            info.prose.push_back(fmt::format("{} hade {} när den lästes in; det som avvisades saknas här.",
                                             import_.file.file_name, faults));
        }
        if (!records_.trade_code) {
            info.trade_code.clear();
        }
        if (!records_.periods) {
            info.balances_until.reset();
        } else if (!info.balances_until && info.sie_type < 4) {
            info.balances_until = source_.last_day();
            notes_.push_back(note(DiagnosticCode::uppgift_beraknad,
                                  "#OMFATTN saknas i huvudboken; räkenskapsårets sista dag skrevs."));
        }
        if (info.company_name.empty()) {
            notes_.push_back(
                note(DiagnosticCode::obligatorisk_post_saknas,
                     "Förbundets namn finns inte i huvudboken; #FNAMN, som är obligatorisk, skrevs inte."));
        }
        return info;
    }

    void write_chart() {
        source_.accounts([this](const ExportAccount& account) {
            if (account.declared) {
                writer_.account(account.account);
            }
            if (account.type) {
                writer_.account_type({account.account.number, *account.type});
            }
            if (account.unit) {
                writer_.account_unit({account.account.number, *account.unit});
            }
            for (const std::string& code : account.sru_codes) {
                writer_.sru_code({account.account.number, code});
            }
        });
        if (records_.objects) {
            source_.dimensions([this](const sie::Dimension& dimension) { writer_.dimension(dimension); });
            source_.objects([this](const sie::Object& object) { writer_.object(object); });
        }
    }

    [[nodiscard]] bool carries(const sie::Balance& balance) const noexcept {
        switch (balance.kind) {
        case sie::BalanceKind::ib:
        case sie::BalanceKind::ub:
        case sie::BalanceKind::res: return true;
        case sie::BalanceKind::oib:
        case sie::BalanceKind::oub: return records_.object_balances;
        case sie::BalanceKind::psaldo:
        case sie::BalanceKind::pbudget: return records_.periods && (records_.objects || balance.objects.empty());
        }
        return false;
    }

    void write_balances() {
        std::uint64_t left_out = 0;
        source_.balances(
            [&](const sie::Balance& balance) { carries(balance) ? writer_.balance(balance) : void(++left_out); },
            [this] { write_computed(); });
        if (left_out > 0) {
            notes_.push_back(note(DiagnosticCode::uppgift_ej_skriven,
                                  fmt::format("{} per period eller objekt hör inte till SIE typ {} och skrevs inte.",
                                              counted(left_out, "saldo", "saldon"), name(query_.type))));
        }
    }

    void write_computed() {
        std::uint64_t rows = 0;
        const auto write = [&](const sie::Balance& balance) {
            writer_.balance(balance);
            ++rows;
        };
        if (compute_totals_) {
            source_.computed_totals(write);
        }
        if (compute_objects_) {
            source_.computed_objects(write);
        }
        if (rows == 0) {
            return;
        }
        notes_.push_back(
            note(DiagnosticCode::uppgift_beraknad, fmt::format("{} (#PSALDO) räknades fram ur verifikationerna.",
                                                               counted(rows, "periodsaldo", "periodsaldon"))));
        if (const std::uint64_t outside = source_.vouchers_outside_year(); outside > 0) {
            notes_.push_back(note(DiagnosticCode::uppgift_beraknad,
                                  fmt::format("{} har datum utanför räkenskapsåret och räknades i #PSALDO till årets "
                                              "första eller sista månad.",
                                              counted(outside, "verifikation", "verifikationer"))));
        }
    }

    void tell_left_out() {
        const auto tell = [this](std::uint64_t count, std::string_view one, std::string_view many,
                                 std::string_view what) {
            if (count > 0) {
                notes_.push_back(
                    note(DiagnosticCode::uppgift_ej_skriven, fmt::format("{} {}", counted(count, one, many), what)));
            }
        };
        if (!records_.vouchers) {
            tell(import_.file.vouchers, "verifikation", "verifikationer", "hör inte till SIE-typen och skrevs inte.");
        }
        if (!records_.balances) {
            tell(source_.balance_count(), "saldo", "saldon", "hör inte till SIE-typen och skrevs inte.");
        }
        if (!records_.objects) {
            tell(source_.object_count(), "objekt", "objekt", "hör inte till SIE-typen och skrevs inte.");
        } else {
            tell(source_.unnamed_objects(), "objekt", "objekt",
                 "har inget namn i huvudboken, som inte sparar anställdas namn; koden skrevs som namn.");
        }
        tell(source_.undeclared_accounts(), "konto", "konton",
             "används men har inget namn i huvudboken; #KONTO skrevs inte.");
        if (!import_.texts_kept) {
            notes_.push_back(note(
                DiagnosticCode::uppgift_ej_skriven,
                fmt::format(
                    "{} kan vara inläst av en äldre version av Finsam, som inte sparade #SRU, #PROSA, #ADRESS, #TAXAR, "
                    "#FTYP, #FNR och #BKOD; de kan saknas i exporten. Läs in filen i en ny huvudbok om de ska "
                    "med.",
                    import_.file.file_name)));
        }
    }

    ExportSource source_;
    const LiveImport& import_;
    const SieExportQuery& query_;
    SieTypeRecords records_;
    sie::TextWriter writer_;
    bool compute_totals_ = false, compute_objects_ = false;
    std::vector<Diagnostic> notes_;
};

} // namespace

tl::expected<SieExport, LedgerError> export_sie(sqlite::Database& database, const SieExportQuery& query,
                                                std::ostream& out) {
    const sqlite::Transaction one_state(database, sqlite::Transaction::Kind::read);
    const auto forbund = choose_forbund(database, query.company);
    if (!forbund) {
        return tl::unexpected(forbund.error());
    }
    const auto imports = live_imports(database, *forbund);
    if (database.error()) {
        return tl::unexpected(database.take_error());
    }
    const auto import = choose_import(database, imports, query.year);
    if (!import) {
        return tl::unexpected(import.error());
    }
    if (auto error = several_batches(database, imports, **import)) {
        return tl::unexpected(std::move(*error));
    }
    auto result = SieExporter(database, **import, query, out).run();
    if (database.error()) {
        return tl::unexpected(database.take_error());
    }
    return result;
}

} // namespace finsam
