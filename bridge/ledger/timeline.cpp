#include "bridge/ledger/timeline.hpp"

#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>

namespace finsam {

namespace {

/// Years by their last day, since no two can end on the same; number 0 comes first, then -1, -2.
constexpr const char* years_sql =
    "SELECT y.number, y.from_day, y.to_day FROM fiscal_year y WHERE y.import = ?1 AND y.number <= 0 "
    "AND (EXISTS (SELECT 1 FROM balance b WHERE b.import = ?1 AND b.year = y.number) "
    "OR (y.number = 0 AND EXISTS (SELECT 1 FROM voucher v WHERE v.import = ?1)))";

/// import.ledger_version of files whose #SRU, #PROSA, #ADRESS and the like were kept (schema.cpp).
constexpr std::int64_t first_version_with_texts = 4;

std::string with_version(const std::string& program, const std::string& version) {
    return version.empty() ? program : fmt::format("{} {}", program, version);
}

} // namespace

Timeline::Timeline(sqlite::Database& database, const std::vector<LiveImport>& imports) {
    std::map<Date, TimelineYear, std::greater<>> by_end;
    sqlite::Statement query(database, years_sql);
    for (const auto& import : imports) {
        query.with(import.id);
        while (query.step()) {
            const auto from = parse_iso_date(query.text(1)).value_or(Date{});
            const auto to = parse_iso_date(query.text(2)).value_or(Date{});
            by_end[to].sources.push_back({&import, static_cast<int>(query.integer(0)), from, to});
        }
    }
    for (auto& [end, year] : by_end) {
        std::stable_sort(year.sources.begin(), year.sources.end(),
                         [](const YearSource& a, const YearSource& b) { return a.number > b.number; });
        year.from = year.sources.front().from;
        year.to = end;
        years_.push_back(std::move(year));
    }
}

const TimelineYear* Timeline::ending_in(int calendar_year) const noexcept {
    const auto found =
        std::find_if(years_.begin(), years_.end(), [&](const TimelineYear& y) { return y.to.year == calendar_year; });
    return found == years_.end() ? nullptr : &*found;
}

const TimelineYear* Timeline::before(const TimelineYear& year) const noexcept {
    const auto found = std::find_if(years_.begin(), years_.end(), [&](const TimelineYear& y) {
        return y.from < year.from && y.to < year.to && to_epoch_days(y.to) + 1 >= to_epoch_days(year.from);
    });
    return found == years_.end() ? nullptr : &*found;
}

const TimelineYear* Timeline::latest_before(const TimelineYear& year) const noexcept {
    const auto found =
        std::find_if(years_.begin(), years_.end(), [&](const TimelineYear& y) { return y.to < year.from; });
    return found == years_.end() ? nullptr : &*found;
}

const TimelineYear* Timeline::after(const TimelineYear& year) const noexcept {
    const auto found = std::find_if(years_.begin(), years_.end(), [&](const TimelineYear& y) {
        return to_epoch_days(y.from) == to_epoch_days(year.to) + 1;
    });
    return found == years_.end() ? nullptr : &*found;
}

std::vector<LiveImport> live_imports(sqlite::Database& database, std::int64_t forbund) {
    std::vector<LiveImport> imports;
    sqlite::Statement query(database,
                            "SELECT id, file_name, sha256, program, program_version, generated, read_at, sie_type, "
                            "year_to, encoding, ksumma, vouchers, transactions, company_name, organisation_number, "
                            "refused_vouchers, errors, signature, ledger_version, chart_type "
                            "FROM import WHERE forbund = ? AND superseded_by IS NULL ORDER BY year_to DESC, id DESC");
    query.with(forbund);
    while (query.step()) {
        LiveImport import;
        import.id = query.integer(0);
        import.file.file_name = query.text(1);
        import.file.sha256 = query.text(2);
        import.file.program = with_version(query.text(3), query.text(4));
        import.file.generated = parse_iso_date(query.text(5));
        import.file.read_at = query.text(6);
        import.file.sie_type = static_cast<int>(query.integer(7));
        import.file.fiscal_year = parse_iso_date(query.text(8)).value_or(Date{}).year;
        import.file.encoding = query.text(9);
        import.file.ksumma = query.text(10);
        import.file.vouchers = static_cast<std::uint64_t>(query.integer(11));
        import.file.transactions = static_cast<std::uint64_t>(query.integer(12));
        import.company_name = query.text(13);
        import.organisation_number = query.text(14);
        import.file.refused_vouchers = static_cast<std::uint64_t>(query.integer(15));
        import.file.errors = static_cast<std::uint64_t>(query.integer(16));
        import.file.signature = query.text(17);
        import.texts_kept = query.integer(18) >= first_version_with_texts;
        import.chart_type = query.text(19);
        imports.push_back(std::move(import));
    }
    return imports;
}

} // namespace finsam
