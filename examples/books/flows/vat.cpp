#include "examples/books/calendar.hpp"
#include "examples/books/flows.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace finsam::example {

namespace {

/// Input VAT of each month, from the invoices booked so far. Moved on the month's last day.
std::array<Ore, 12> input_vat_by_month(const YearInHand& at) {
    std::array<Ore, 12> months{};
    for (const ExampleVoucher& voucher : at.book.vouchers())
        for (const VoucherLine& line : voucher.lines)
            if (line.account == "2641")
                months[voucher.date.month - 1u] += line.amount;
    return months;
}

void book_refund(YearInHand& at, int month, Ore amount) {
    at.book.add(Series::bank, weekday_near(day_of(at.year, month, 14)),
                fmt::format("Återbetald mervärdesskatt, {}", month_name(month)),
                {{"1930", amount, "", ""}, {"1650", -amount, "", ""}});
}

/// Books the month's move of input VAT; gives what is claimed after each month.
std::array<Ore, 12> book_claims(YearInHand& at) {
    std::array<Ore, 12> claims = input_vat_by_month(at);
    Ore claimed;
    for (int month = 1; month <= 12; ++month) {
        Ore& vat = claims[static_cast<std::size_t>(month - 1)];
        at.book.add(Series::huvudbok, month_end(at.year, month),
                    fmt::format("Ingående moms till momsfordran, {}", month_name(month)),
                    {{"1650", vat, "", ""}, {"2641", -vat, "", ""}});
        vat = claimed += vat;
    }
    return claims;
}

} // namespace

/// Last year's claim in February; in June, September and December what is not the claim at the year's end, never more
/// than has been claimed by then.
void book_vat_refunds(YearInHand& at) {
    const std::array<Ore, 12> claims = book_claims(at);
    book_refund(at, 2, at.opening("1650"));
    const Ore refunded = claims.back() - at.planned("1650");
    const Ore june = std::min(claims[4], Ore(refunded.count() * 40 / 100));
    const Ore september = std::min(claims[7], Ore(refunded.count() * 70 / 100)) - june;
    book_refund(at, 6, june);
    book_refund(at, 9, september);
    book_refund(at, 12, refunded - june - september);
}

} // namespace finsam::example
