#include "bridge/ledger/voucher_print.hpp"

#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "bridge/ledger/year_source.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace finsam {

namespace {

using sqlite::Statement;

// Neither occurs in a SIE field.
constexpr char field_end = '\x1f', row_end = '\x1e';

std::string row_print(const std::string& account, std::vector<sie::ObjectRef> objects, std::int64_t amount) {
    std::sort(objects.begin(), objects.end());
    std::string print = fmt::format("{}{}{}", account, field_end, amount);
    for (const sie::ObjectRef& object : objects) {
        print += fmt::format("{}{}{}{}", field_end, object.dimension, field_end, object.code);
    }
    return print;
}

std::string joined(std::vector<std::string>& rows) {
    std::sort(rows.begin(), rows.end());
    std::string text;
    for (const std::string& row : rows) {
        text += row_end;
        text += row;
    }
    return text;
}

} // namespace

std::vector<VoucherPrint> voucher_prints(sqlite::Database& database, std::int64_t import) {
    YearQueries queries(database);
    Statement heads(database, "SELECT id, series, number, day, text, first_row, last_row FROM voucher "
                              "WHERE import = ? ORDER BY id");
    Statement rows(database, "SELECT account.number, r.object_list, r.amount FROM voucher_row r "
                             "JOIN account ON account.id = r.account WHERE r.id BETWEEN ? AND ? AND r.kind = 0");
    std::vector<VoucherPrint> prints;
    std::vector<std::string> row_prints;
    for (heads.with(import); heads.step();) {
        VoucherPrint print;
        const std::string series = heads.text(1), number = heads.text(2);
        print.id = heads.integer(0);
        print.name = series.empty() || number.empty() ? series + number : series + " " + number;
        print.number = number.empty() ? "" : series + field_end + number;
        row_prints.clear();
        for (rows.with(heads.integer(5), heads.integer(6)); rows.step();) {
            row_prints.push_back(row_print(rows.text(0), queries.object_list(rows.integer(1)), rows.integer(2)));
        }
        print.rows = row_prints.size();
        print.content = heads.text(3) + joined(row_prints);
        print.identity = fmt::format("{}{}{}{}{}", series, field_end, number.empty() ? heads.text(4) : number, row_end,
                                     print.content);
        prints.push_back(std::move(print));
    }
    return prints;
}

void remove_vouchers(sqlite::Database& database, const std::vector<VoucherPrint>& vouchers) {
    Statement rows(database, "DELETE FROM voucher_row WHERE id BETWEEN (SELECT first_row FROM voucher WHERE id = ?1) "
                             "AND (SELECT last_row FROM voucher WHERE id = ?1)");
    Statement head(database, "DELETE FROM voucher WHERE id = ?");
    for (const VoucherPrint& voucher : vouchers) {
        rows.run(voucher.id);
        head.run(voucher.id);
    }
}

std::vector<VoucherPrint> without_equal(const std::vector<VoucherPrint>& vouchers,
                                        const std::vector<VoucherPrint>& others, std::string VoucherPrint::*key) {
    std::unordered_map<std::string, std::uint64_t> unmatched;
    for (const VoucherPrint& other : others) {
        ++unmatched[other.*key];
    }
    std::vector<VoucherPrint> lone;
    for (const VoucherPrint& voucher : vouchers) {
        const auto found = unmatched.find(voucher.*key);
        if (found == unmatched.end() || found->second == 0) {
            lone.push_back(voucher);
        } else {
            --found->second;
        }
    }
    return lone;
}

} // namespace finsam
