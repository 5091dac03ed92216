#include "bridge/ledger/year_source.hpp"

#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"

#include <algorithm>

namespace finsam {

namespace {

/// A CR or LF inside a cell's text makes Calc take the slow way (and the text is one line in SIE anyway).
std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n'; }, ' ');
    return text;
}

} // namespace

bool is_result_account(std::string_view account) noexcept {
    return !account.empty() && account.front() >= '3' && account.front() <= '8';
}

YearQueries::YearQueries(sqlite::Database& database)
    : database_(database), link_(database, "SELECT dimension.number, object.code, list.rest FROM object_list list "
                                           "JOIN object ON object.id = list.object "
                                           "JOIN dimension ON dimension.id = object.dimension WHERE list.id = ?") {}

bool YearQueries::has_balances(const YearSource& source) {
    sqlite::Statement query(database_, "SELECT 1 FROM balance WHERE import = ? AND year = ? "
                                       "AND kind IN ('ib', 'ub', 'res') LIMIT 1");
    return query.with(source.import->id, source.number).step();
}

std::optional<AccountAmounts> YearQueries::totals(const YearSource& source, std::string_view kind) {
    sqlite::Statement query(database_, "SELECT account.number, sum(balance.amount) FROM balance "
                                       "JOIN account ON account.id = balance.account "
                                       "WHERE balance.import = ? AND balance.year = ? AND balance.kind = ? "
                                       "AND balance.object_list IS NULL GROUP BY account.id");
    query.with(source.import->id, source.number, kind);
    AccountAmounts amounts;
    while (query.step()) {
        amounts.emplace(query.text(0), Ore(query.integer(1)));
    }
    return amounts.empty() ? std::nullopt : std::optional(std::move(amounts));
}

std::vector<ListedAmount> YearQueries::listed(const YearSource& source, std::string_view kind,
                                              const std::optional<Period>& through) {
    sqlite::Statement query(database_, "SELECT account.number, balance.object_list, sum(balance.amount) FROM balance "
                                       "JOIN account ON account.id = balance.account "
                                       "WHERE balance.import = ? AND balance.year = ? AND balance.kind = ? "
                                       "AND (? = '' OR balance.period <= ?) "
                                       "GROUP BY account.id, balance.object_list ORDER BY account.number");
    const std::string last = through ? to_iso(*through) : std::string();
    query.with(source.import->id, source.number, kind, last, last);
    std::vector<ListedAmount> rows;
    while (query.step()) {
        rows.push_back({query.text(0), object_list(query.integer(1)), Ore(query.integer(2))});
    }
    return rows;
}

std::int64_t YearQueries::periods(const YearSource& source, std::string_view kind) {
    sqlite::Statement query(database_, "SELECT count(DISTINCT period) FROM balance "
                                       "WHERE import = ? AND year = ? AND kind = ?");
    return query.with(source.import->id, source.number, kind).step() ? query.integer(0) : 0;
}

std::vector<ListedAmount> YearQueries::transactions(const YearSource& source, const std::optional<Date>& through) {
    std::vector<ListedAmount> rows;
    if (source.number != 0) {
        return rows;
    }
    if (!through) {
        sqlite::Statement sums(database_, "SELECT account.number, s.object_list, s.amount FROM transaction_sum s "
                                          "JOIN account ON account.id = s.account WHERE s.import = ? "
                                          "ORDER BY account.number");
        for (sums.with(source.import->id); sums.step();) {
            rows.push_back({sums.text(0), object_list(sums.integer(1)), Ore(sums.integer(2))});
        }
        if (!rows.empty()) {
            return rows;
        }
    }
    sqlite::Statement query(database_, "SELECT account.number, r.object_list, sum(r.amount) FROM voucher v "
                                       "JOIN voucher_row r ON r.id BETWEEN v.first_row AND v.last_row "
                                       "JOIN account ON account.id = r.account "
                                       "WHERE v.import = ? AND r.kind = 0 AND (? = '' OR v.day <= ?) "
                                       "GROUP BY account.id, r.object_list ORDER BY account.number");
    const std::string last = through ? to_iso(*through) : std::string();
    query.with(source.import->id, last, last);
    while (query.step()) {
        rows.push_back({query.text(0), object_list(query.integer(1)), Ore(query.integer(2))});
    }
    return rows;
}

std::optional<Date> YearQueries::balances_until(const YearSource& source) {
    sqlite::Statement query(database_, "SELECT coalesce(balances_until, '') FROM import WHERE id = ?");
    return query.with(source.import->id).step() ? parse_iso_date(query.text(0)) : std::nullopt;
}

std::vector<VoucherRow> YearQueries::vouchers(const LiveImport& import, std::string_view dimension) {
    sqlite::Statement query(database_, "SELECT v.series, v.number, v.day, coalesce(r.text, v.text), account.number, "
                                       "r.object_list, r.amount, r.line FROM voucher v "
                                       "JOIN voucher_row r ON r.id BETWEEN v.first_row AND v.last_row "
                                       "JOIN account ON account.id = r.account "
                                       "WHERE v.import = ? AND r.kind = 0 ORDER BY v.id, r.id");
    query.with(import.id);
    std::vector<VoucherRow> rows;
    while (query.step()) {
        const std::string* object = object_in(object_list(query.integer(5)), dimension);
        rows.push_back({one_line(query.text(0)), one_line(query.text(1)),
                        parse_iso_date(query.text(2)).value_or(Date{}), one_line(query.text(3)),
                        one_line(query.text(4)), object == nullptr ? "" : one_line(*object), Ore(query.integer(6)),
                        import.file.file_name, static_cast<std::uint64_t>(query.integer(7))});
    }
    return rows;
}

const std::vector<sie::ObjectRef>& YearQueries::object_list(std::int64_t id) {
    const auto [place, added] = lists_.try_emplace(id);
    if (added) {
        for (std::int64_t link = id; link != 0 && link_.with(link).step();) {
            place->second.push_back({link_.text(0), link_.text(1)});
            const std::int64_t rest = link_.integer(2);
            link = rest < link ? rest : 0; // a damaged ledger makes no endless list
        }
        link_.reset();
    }
    return place->second;
}

} // namespace finsam
