#include "examples/books/example_year.hpp"

#include "examples/books/flows.hpp"

#include <fmt/format.h>

namespace finsam::example {

namespace {

/// The first account that the vouchers do not bring to its planned figure, as a sentence; "" when all tie.
std::string first_deviation(const ExampleData& data, int year, const VoucherBook& book) {
    for (const PlannedAccount& account : data.accounts) {
        const Ore difference = book.balance(account.number) - account.at(year);
        if (!difference.is_zero())
            return fmt::format("År {}: konto {} {} avviker med {} kr från den publicerade siffran.", year,
                               account.number, account.name, to_decimal_kronor(difference));
    }
    return "";
}

void book_year(YearInHand& at, ExampleYear& into) {
    book_opening_entries(at);
    book_member_funding(at);
    into.unpaid = book_supplier_invoices(at);
    book_vat_refunds(at);
    book_payroll(at);
    book_tax_account(at);
    book_interest(at);
    book_host_outlays(at);
    book_closing_entries(at);
}

} // namespace

Ore YearInHand::opening(const std::string& account) const {
    const auto found = previous.closing.find(account);
    return found == previous.closing.end() ? Ore(0) : found->second;
}

void YearInHand::spread(std::vector<VoucherLine>& lines, const std::string& account, Ore amount) const {
    for (const InsatsAmount& part : data.spread(account, amount, figure_of_year(year)))
        lines.push_back({account, part.amount, part.insats, ""});
}

ExampleYear year_of_totals(const ExampleData& data, int year) {
    ExampleYear totals;
    totals.year = year;
    for (const PlannedAccount& account : data.accounts) {
        const Ore amount = account.at(year);
        if (amount.is_zero())
            continue;
        (is_balance_account(account.number) ? totals.closing : totals.result)[account.number] = amount;
    }
    return totals;
}

tl::expected<ExampleYear, std::string> year_of_vouchers(const ExampleData& data, const ExampleYear& previous) {
    ExampleYear year = year_of_totals(data, previous.year + 1);
    year.opening = previous.closing;
    VoucherBook book(previous.closing);
    InventedNumbers numbers(static_cast<std::uint32_t>(year.year));
    YearInHand at{data, previous, year.year, book, numbers};
    book_year(at, year);
    if (std::string deviation = first_deviation(data, year.year, book); !deviation.empty())
        return tl::unexpected(std::move(deviation));
    year.vouchers = std::move(book).numbered();
    return year;
}

} // namespace finsam::example
