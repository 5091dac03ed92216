#include "bridge/workbook/known_ledgers.hpp"

#include "bridge/ledger/reading_faults.hpp"
#include "bridge/workbook/files_read.hpp"
#include "parsers/date.hpp"
#include "parsers/sie_file.hpp"
#include "parsers/swedish_count.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam {
namespace {

/// A sentence without the file's name.
std::string told(const ImportOutcome& outcome) {
    switch (outcome.kind) {
    case ImportOutcome::Kind::stopped: return "inte läst, avbrutet.";
    case ImportOutcome::Kind::rejected: return "lästes inte in: " + first_error(outcome.reading);
    case ImportOutcome::Kind::already_present: return "redan inläst, ingenting ändrades.";
    case ImportOutcome::Kind::imported: break;
    }
    std::string text = fmt::format(
        "inläst, {}.", counted(sie::counted_vouchers(outcome.reading).read, "verifikation", "verifikationer"));
    const auto errors = std::ranges::count(outcome.reading.diagnostics, Severity::error, &Diagnostic::severity);
    if (errors > 0) {
        text += fmt::format(" Filen har {} fel.", errors);
    }
    if (!outcome.replaced.empty()) {
        text += fmt::format(" Ersätter {} för samma räkenskapsår.", outcome.replaced);
    }
    if (!outcome.added_to.empty()) {
        text += fmt::format(" Verifikationerna läggs till dem i {}.", outcome.added_to);
    }
    if (!outcome.superseded_by.empty()) {
        text += fmt::format(" Gäller inte: {} är nyare och gäller samma räkenskapsår.", outcome.superseded_by);
    }
    return text;
}

} // namespace

BooksQuery KnownYear::query() const {
    BooksQuery query;
    if (const auto last_day = parse_iso_date(year.to)) {
        query.year = last_day->year;
    }
    query.company = year.organisation_number.empty() ? year.company_name : year.organisation_number;
    return query;
}

std::vector<KnownYear> known_years(std::span<const std::filesystem::path> ledgers) {
    std::vector<KnownYear> all;
    for (const std::filesystem::path& path : ledgers) {
        const auto ledger = Ledger::open_existing(path);
        if (!ledger) {
            all.push_back({path, {}, ledger.error().text});
            continue;
        }
        const auto years = ledger->years();
        if (!years || years->empty()) {
            all.push_back({path, {}, years ? "" : years.error().text});
            continue;
        }
        for (const LedgerYear& year : *years) {
            all.push_back({path, year, ""});
        }
    }
    return all;
}

std::string make_ledger(const std::filesystem::path& path) {
    const auto ledger = Ledger::open(path);
    return ledger ? "" : ledger.error().text;
}

LedgerImport import_into(const std::filesystem::path& path, std::span<const std::filesystem::path> files,
                         const ImportGoOn& go_on) {
    LedgerImport result;
    auto ledger = Ledger::open(path);
    if (!ledger) {
        return {{ledger.error().text}, false};
    }
    const FilesRead all(files, go_on);
    for (std::size_t number = 0; number < files.size(); ++number) {
        const std::string name = files[number].filename().string();
        const ImportGoOn within = all.of(number);
        const auto outcome = within(0) ? ledger->import_file(files[number], {}, within)
                                       : ImportOutcome{ImportOutcome::Kind::stopped, {}, {}};
        const bool read =
            outcome && outcome->kind != ImportOutcome::Kind::rejected && outcome->kind != ImportOutcome::Kind::stopped;
        result.all_read = result.all_read && read;
        result.lines.push_back(fmt::format("{}: {}", name, outcome ? told(*outcome) : outcome.error().text));
    }
    return result;
}

} // namespace finsam
