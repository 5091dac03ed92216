#pragma once
// What must hold of whatever a reader of SIE files gives, however odd the bytes.

#include "parsers/sie_reader.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <array>
#include <string>

namespace finsam::fuzz {

/// Counts the records and looks at each.
class RecordChecks final : public sie::Handler {
public:
    void fiscal_year(const sie::FiscalYear& year) override {
        demand(year.from <= year.to, "a year ends after it begins");
    }
    void account(const sie::Account& account) override { demand(!account.number.empty(), "an account has a number"); }
    void object(const sie::Object& object) override { demand(!object.dimension.empty(), "an object has a dimension"); }
    void balance(const sie::Balance& balance) override {
        demand(is_credible(balance.amount), "an amount is credible");
        demand(!balance.account.empty(), "a balance has an account");
        ++balances;
    }
    void voucher(const sie::Voucher& voucher) override {
        Ore sum;
        for (const sie::TransactionRow& row : voucher.rows) {
            demand(is_credible(row.amount), "an amount is credible");
            demand(!row.account.empty(), "a row has an account");
            ++rows[static_cast<std::size_t>(row.kind)];
            if (row.kind == sie::RowKind::trans) {
                const auto next = checked_add(sum, row.amount);
                demand(next.has_value(), "the sum of a voucher fits");
                sum = *next;
            }
        }
        demand(sum.is_zero(), "a voucher balances");
        ++vouchers;
    }
    void file_info(const sie::FileInfo&) override { ++infos; }

    std::uint64_t balances = 0, vouchers = 0, infos = 0;
    std::array<std::uint64_t, 3> rows{};
};

inline void check_places(const sie::ReadResult& result) {
    for (const Diagnostic& diagnostic : result.diagnostics) {
        demand(!diagnostic.text.empty(), "a diagnostic has a text");
        demand(diagnostic.line == 0 || diagnostic.column > 0, "a diagnostic with a line has a column");
    }
    demand(result.accepted || result.has_errors(), "a refused file has an error that says why");
}

inline void check_same(const sie::ReadResult& first, const sie::ReadResult& second) {
    demand(first.accepted == second.accepted, "the same bytes give the same verdict");
    demand(first.diagnostics.size() == second.diagnostics.size(), "the same bytes give the same diagnostics");
}

} // namespace finsam::fuzz
