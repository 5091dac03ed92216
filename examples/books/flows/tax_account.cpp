#include "examples/books/calendar.hpp"
#include "examples/books/flows.hpp"

#include <fmt/format.h>

namespace finsam::example {

namespace {

/// What the payroll of a month left to pay; month 0 is what was owed when the year began.
Ore owed_after(const YearInHand& at, const std::string& account, int month) {
    if (month == 0)
        return -at.opening(account);
    Ore owed;
    for (const ExampleVoucher& voucher : at.book.vouchers())
        for (const VoucherLine& line : voucher.lines)
            if (voucher.series == Series::lon && voucher.date.month == month && line.account == account)
                owed -= line.amount;
    return owed;
}

void book_interest_on_tax_account(YearInHand& at) {
    const std::vector<Ore> quarters = at.numbers.split(-at.planned("8314"), 4);
    for (int quarter = 1; quarter <= 4; ++quarter) {
        const Ore interest = quarters[static_cast<std::size_t>(quarter - 1)];
        at.book.add(Series::huvudbok, month_end(at.year, 3 * quarter),
                    fmt::format("Intäktsränta skattekontot, kvartal {}", quarter),
                    {{"1630", interest, "", ""}, {"8314", -interest, "", ""}});
    }
    const Ore cost = at.planned("8423");
    at.book.add(Series::huvudbok, day_of(at.year, 5, 31), "Kostnadsränta skattekontot",
                {{"8423", cost, "", ""}, {"1630", -cost, "", ""}});
}

} // namespace

void book_tax_account(YearInHand& at) {
    const Ore growth = at.planned("1630") - at.opening("1630") + at.planned("8314") + at.planned("8423");
    const std::vector<Ore> extra = equal_parts(growth, 12);
    for (int month = 1; month <= 12; ++month) {
        const Ore tax = owed_after(at, "2710", month - 1);
        const Ore fees = owed_after(at, "2731", month - 1);
        const Ore pension_tax = month == 2 ? -at.opening("2514") : Ore(0);
        const Ore drawn = tax + fees + pension_tax;
        const Ore paid = drawn + extra[static_cast<std::size_t>(month - 1)];
        at.book.add(Series::bank, weekday_near(day_of(at.year, month, 10)),
                    fmt::format("Inbetalning till skattekontot, {}", month_name(month)),
                    {{"1630", paid, "", ""}, {"1930", -paid, "", ""}});
        at.book.add(Series::huvudbok, weekday_near(day_of(at.year, month, 12)),
                    fmt::format("Skatter och avgifter enligt skattekontot, {}", month_name(month)),
                    {{"2710", tax, "", "Personalskatt"},
                     {"2731", fees, "", "Arbetsgivaravgifter"},
                     {"2514", pension_tax, "", "Särskild löneskatt"},
                     {"1630", -drawn, "", ""}});
    }
    book_interest_on_tax_account(at);
}

} // namespace finsam::example
