#include "bridge/ledger/checks/check_ledger.hpp"

#include "bridge/ledger/checks/balance_checks.hpp"
#include "bridge/ledger/checks/number_series.hpp"
#include "bridge/ledger/checks/voucher_scan.hpp"
#include "bridge/ledger/forbund.hpp"
#include "bridge/ledger/reading_faults.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/transaction.hpp"
#include "parsers/swedish_count.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam {

namespace {

CheckedYear unchecked(const TimelineYear& year) {
    CheckedYear checked;
    const LiveImport& newest = *year.sources.front().import;
    checked.company_name = newest.company_name;
    checked.organisation_number = newest.organisation_number;
    checked.from = year.from;
    checked.to = year.to;
    for (const LedgerCheckRule& rule : ledger_check_rules()) {
        checked.checks.emplace_back(rule.key);
    }
    return checked;
}

/// The year's own file with balances, which then is its only one.
const LiveImport* file_with_balances(sqlite::Database& database, const std::vector<const LiveImport*>& files) {
    YearQueries queries(database);
    const auto found = std::ranges::find_if(files, [&](const LiveImport* file) {
        return queries.has_balances({file, 0, {}, {}});
    });
    return found == files.end() ? nullptr : *found;
}

void tell_reading_faults(const std::vector<const LiveImport*>& files, CheckedYear& year) {
    for (const LiveImport* file : files) {
        const ImportedFile& read = file->file;
        if (read.errors > 0 || read.refused_vouchers > 0) {
            year.at(LedgerCheckKey::lasfel)
                .add({Severity::error,
                      fmt::format("{} hade fel när den lästes in: {}.", read.file_name, reading_faults(read)),
                      "",
                      "",
                      {},
                      {}});
        }
    }
}

class YearCheck {
public:
    YearCheck(sqlite::Database& database, const TimelineYear& year, const TimelineYear* before)
        : database_(database), files_(own_files(year)), checked_(unchecked(year)) {
        if (before != nullptr) {
            files_before_ = own_files(*before);
        }
        for (const LiveImport* file : files_) {
            checked_.files.push_back(file->file.file_name);
        }
    }

    CheckedYear run() {
        const LiveImport* balances = file_with_balances(database_, files_);
        tell_reading_faults(files_, checked_);
        BalanceQuestion question;
        question.file = balances;
        std::uint64_t vouchers = 0;
        for (const LiveImport* file : files_) {
            KnownAccounts accounts = known_accounts(database_, *file);
            Movements movements = scan_vouchers(database_, *file, accounts, checked_);
            vouchers += file->file.vouchers;
            if (file == balances) {
                question.has_vouchers = file->file.vouchers > 0;
                question.refused_vouchers = file->file.refused_vouchers;
                question.movements = std::move(movements);
                question.accounts = std::move(accounts);
            }
        }
        check_number_series(database_, {files_, files_before_, balances != nullptr}, checked_);
        question.file_before = file_with_balances(database_, files_before_);
        if (question.file_before != nullptr) {
            question.accounts_before = known_accounts(database_, *question.file_before);
        }
        check_balances(database_, question, checked_);
        if (vouchers == 0) {
            say_without_vouchers();
        }
        return std::move(checked_);
    }

private:
    void say_without_vouchers() {
        for (const auto key :
             {LedgerCheckKey::verifikationer_balanserar, LedgerCheckKey::datum_i_aret, LedgerCheckKey::nummerserier,
              LedgerCheckKey::dubbla_nummer, LedgerCheckKey::dubbla_verifikationer,
              LedgerCheckKey::andrade_verifikationer, LedgerCheckKey::utan_text, LedgerCheckKey::jamna_belopp,
              LedgerCheckKey::helgdagar, LedgerCheckKey::konto_utan_namn}) {
            checked_.at(key).not_applicable =
                files_.empty() ? "Året har ingen egen fil." : "Filen har inga verifikationer.";
        }
        if (files_.empty()) {
            checked_.at(LedgerCheckKey::lasfel).not_applicable = "Året har ingen egen fil.";
        }
    }

    sqlite::Database& database_;
    std::vector<const LiveImport*> files_, files_before_;
    CheckedYear checked_;
};

tl::expected<std::vector<std::int64_t>, LedgerError> chosen_forbund(sqlite::Database& database,
                                                                    const std::optional<std::string>& asked) {
    std::vector<std::int64_t> all = all_forbund_ids(database);
    if (!asked && !all.empty()) {
        return all;
    }
    return choose_forbund(database, asked).map([](std::int64_t one) { return std::vector{one}; });
}

} // namespace

tl::expected<std::size_t, LedgerError> check_ledger(sqlite::Database& database, const LedgerCheckQuery& query,
                                                    const std::function<void(const CheckedYear&)>& use) {
    const sqlite::Transaction one_state(database, sqlite::Transaction::Kind::read);
    const auto forbund = chosen_forbund(database, query.company);
    if (!forbund) {
        return tl::unexpected(forbund.error());
    }
    std::size_t given = 0;
    for (const std::int64_t one : *forbund) {
        const auto imports = live_imports(database, one);
        const Timeline timeline(database, imports);
        for (const TimelineYear& year : timeline.years()) {
            const bool is_wanted = query.year ? year.to.year == *query.year : year.sources.front().number == 0;
            if (!is_wanted) { // unasked, a year that only later files tell of is not worth a list of what cannot be
                              // told
                continue;
            }
            const CheckedYear checked = YearCheck(database, year, timeline.before(year)).run();
            if (database.error()) {
                return tl::unexpected(database.take_error());
            }
            use(checked);
            ++given;
        }
    }
    if (given == 0) {
        return tl::unexpected(LedgerError{
            LedgerError::Kind::not_found,
            query.year
                ? fmt::format("Huvudboken har inget räkenskapsår som slutar {}. Läs in årets SIE-fil.", *query.year)
                : "Huvudboken har inga saldon eller verifikationer."});
    }
    return given;
}

} // namespace finsam
