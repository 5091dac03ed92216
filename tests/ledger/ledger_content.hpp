#pragma once
// The content of a ledger of one file as text, to compare two ledgers.

#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>

namespace finsam {

/// Everything that a ledger of one file holds, by its own keys: no ids, no lines, nothing about the import as such.
/// Each row is one value.
inline constexpr const char* content_sql[] = {
    "SELECT json_array('import', company_name, organisation_number, chart_type, currency, balances_until, year_from, "
    "year_to, vouchers, transactions) FROM import",
    "SELECT json_array(label, position, text) FROM import_text ORDER BY label, position",
    "SELECT json_array('year', number, from_day, to_day) FROM fiscal_year ORDER BY number",
    "SELECT json_array('account', number, name, type, unit) FROM account ORDER BY number",
    "SELECT json_array('sru', number, code) FROM sru JOIN account ON account.id = account ORDER BY number, sru.id",
    "SELECT json_array('dimension', number, name, parent) FROM dimension ORDER BY number",
    "SELECT json_array('object', number, code, object.name) FROM object JOIN dimension ON dimension.id = dimension "
    "ORDER BY number, code",
    "SELECT json_array('balance', kind, year, period, number, members, amount, quantity) FROM balance "
    "JOIN account ON account.id = account LEFT JOIN list ON list.id = object_list ORDER BY kind, year, balance.id",
    "SELECT json_array('voucher', series, number, day, text, registered) FROM voucher ORDER BY id",
    "SELECT json_array('row', series, v.number, kind, account.number, members, amount, r.day, r.text, quantity) "
    "FROM transaction_row r JOIN voucher v ON v.id = voucher JOIN account ON account.id = account "
    "LEFT JOIN list ON list.id = object_list ORDER BY v.id, r.id",
};

/// Lists of objects by id, each as one value.
inline constexpr const char* lists_sql =
    "WITH RECURSIVE link (list, position, object, rest) AS (SELECT id, 0, object, rest FROM object_list UNION ALL "
    "SELECT list, position + 1, o.object, o.rest FROM link JOIN object_list o ON o.id = link.rest), "
    "list AS (SELECT list AS id, json_group_array(json_array(d.number, o.code)) AS members "
    "FROM (SELECT * FROM link ORDER BY list, position) m JOIN object o ON o.id = m.object "
    "JOIN dimension d ON d.id = o.dimension GROUP BY list) ";

inline std::string content_of(const std::filesystem::path& path) {
    sqlite::Database database(path.string(), sqlite::Access::read_only);
    std::string all;
    for (const char* sql : content_sql) {
        sqlite::Statement query(database, std::string(lists_sql) + sql);
        for (query.with(); query.step();) {
            all += query.text(0) + "\n";
        }
    }
    EXPECT_FALSE(database.error().has_value()) << database.error()->text;
    return all;
}

} // namespace finsam
