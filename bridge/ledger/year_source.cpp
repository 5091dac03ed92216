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

std::vector<ListedAmount> YearQueries::listed(const YearSource& source, std::string_view kind) {
    const ObjectLists& known = lists(source.import->id);
    sqlite::Statement query(database_, "SELECT account.number, balance.object_list, sum(balance.amount) FROM balance "
                                       "JOIN account ON account.id = balance.account "
                                       "WHERE balance.import = ? AND balance.year = ? AND balance.kind = ? "
                                       "GROUP BY account.id, balance.object_list ORDER BY account.number");
    query.with(source.import->id, source.number, kind);
    std::vector<ListedAmount> rows;
    while (query.step()) {
        const auto list = known.find(query.integer(1));
        rows.push_back(
            {query.text(0), list == known.end() ? ObjectLists::mapped_type() : list->second, Ore(query.integer(2))});
    }
    return rows;
}

std::vector<ListedAmount> YearQueries::transactions(const YearSource& source) {
    std::vector<ListedAmount> rows;
    if (source.number != 0) {
        return rows;
    }
    const ObjectLists& known = lists(source.import->id);
    sqlite::Statement query(database_, "SELECT account.number, r.object_list, sum(r.amount) FROM transaction_row r "
                                       "JOIN account ON account.id = r.account "
                                       "WHERE r.import = ? AND r.kind = 'trans' "
                                       "GROUP BY account.id, r.object_list ORDER BY account.number");
    query.with(source.import->id);
    while (query.step()) {
        const auto list = known.find(query.integer(1));
        rows.push_back(
            {query.text(0), list == known.end() ? ObjectLists::mapped_type() : list->second, Ore(query.integer(2))});
    }
    return rows;
}

std::vector<VoucherRow> YearQueries::vouchers(const LiveImport& import, std::string_view dimension) {
    const ObjectLists& known = lists(import.id);
    sqlite::Statement query(database_, "SELECT v.series, v.number, v.day, coalesce(r.text, v.text), account.number, "
                                       "r.object_list, r.amount, r.line FROM voucher v "
                                       "JOIN voucher_row r ON r.id BETWEEN v.first_row AND v.last_row "
                                       "JOIN account ON account.id = r.account "
                                       "WHERE v.import = ? AND r.kind = 0 ORDER BY v.id, r.id");
    query.with(import.id);
    std::vector<VoucherRow> rows;
    while (query.step()) {
        const auto list = known.find(query.integer(5));
        const std::string* object = list == known.end() ? nullptr : object_in(list->second, dimension);
        rows.push_back({one_line(query.text(0)), one_line(query.text(1)),
                        parse_iso_date(query.text(2)).value_or(Date{}), one_line(query.text(3)),
                        one_line(query.text(4)), object == nullptr ? "" : one_line(*object), Ore(query.integer(6)),
                        import.file.file_name, static_cast<std::uint64_t>(query.integer(7))});
    }
    return rows;
}

const YearQueries::ObjectLists& YearQueries::lists(std::int64_t import) {
    const auto [place, added] = lists_.try_emplace(import);
    if (added) {
        sqlite::Statement query(database_, "SELECT m.object_list, dimension.number, object.code FROM object_list "
                                           "JOIN object_list_member m ON m.object_list = object_list.id "
                                           "JOIN object ON object.id = m.object "
                                           "JOIN dimension ON dimension.id = object.dimension "
                                           "WHERE object_list.import = ? ORDER BY m.object_list, m.position");
        query.with(import);
        while (query.step()) {
            place->second[query.integer(0)].push_back({query.text(1), query.text(2)});
        }
    }
    return place->second;
}

} // namespace finsam
