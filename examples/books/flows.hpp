#pragma once
// The flows of a year. Each books its own vouchers; together they bring every account to its planned figure, and the
// bank ties because all others do.

#include "examples/books/example_year.hpp"
#include "examples/books/invented_numbers.hpp"

namespace finsam::example {

struct YearInHand {
    const ExampleData& data;
    const ExampleYear& previous;
    int year;
    VoucherBook& book;
    InventedNumbers& numbers;

    [[nodiscard]] Ore planned(std::string_view account) const noexcept { return data.account(account).at(year); }
    [[nodiscard]] Ore opening(const std::string& account) const;
    /// Lines of a cost or income, spread on the account's insatser.
    void spread(std::vector<VoucherLine>& lines, const std::string& account, Ore amount) const;
};

/// funding.cpp: the members' contributions by quarter, paid a month later.
void book_member_funding(YearInHand& at);
/// supplier_ledger.cpp: invoices, payment runs; gives what is unpaid at the year's end.
[[nodiscard]] std::vector<OpenInvoice> book_supplier_invoices(YearInHand& at);
/// vat.cpp: input VAT moved to the claim each month, refunds from the municipal VAT system.
void book_vat_refunds(YearInHand& at);
/// payroll.cpp: salaries, board fees as sums, taxes and fees owed.
void book_payroll(YearInHand& at);
/// tax_account.cpp: the payroll's taxes through the tax account, which the bank fills.
void book_tax_account(YearInHand& at);
/// interest.cpp: interest from the bank by quarter, interest paid. Without insats.
void book_interest(YearInHand& at);
/// year_end.cpp: opening reversals, the host municipality's outlays, accruals, the result.
void book_opening_entries(YearInHand& at);
void book_host_outlays(YearInHand& at);
void book_closing_entries(YearInHand& at);

/// The reversal of last year's accruals and this year's own, on one cost account and insats: what the invoices do not
/// give.
[[nodiscard]] Ore accrued_net(const YearInHand& at, std::string_view account, std::string_view insats);

} // namespace finsam::example
