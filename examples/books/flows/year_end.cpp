#include "examples/books/calendar.hpp"
#include "examples/books/flows.hpp"

#include <fmt/format.h>

namespace finsam::example {

namespace {

/// The cost account's change against the balance account's: an accrual is given with the balance's sign.
void book_accrual(YearInHand& at, const Accrual& accrual, Date date, const std::string& text, Ore amount) {
    at.book.add(Series::huvudbok, date, text,
                {{accrual.balance_account, amount, "", ""}, {accrual.account, -amount, accrual.insats, ""}});
}

/// A debt at the year's end against its cost.
void book_debt_change(YearInHand& at, const std::string& text, const std::string& cost, const std::string& debt) {
    const Ore change = at.planned(cost);
    std::vector<VoucherLine> lines;
    at.spread(lines, cost, change);
    lines.push_back({debt, -change, "", ""});
    at.book.add(Series::huvudbok, day_of(at.year, 12, 31), text, std::move(lines));
}

} // namespace

Ore accrued_net(const YearInHand& at, std::string_view account, std::string_view insats) {
    Ore net;
    for (const Accrual& accrual : at.data.accruals)
        if (accrual.account == account && accrual.insats == insats)
            net += accrual.at(at.year - 1) - accrual.at(at.year);
    return net;
}

void book_opening_entries(YearInHand& at) {
    const Date first = day_of(at.year, 1, 1);
    for (const Accrual& accrual : at.data.accruals)
        book_accrual(at, accrual, first, "Återförd periodisering: " + accrual.text, -accrual.at(at.year - 1));
    const Ore result = at.opening("2099");
    at.book.add(Series::huvudbok, day_of(at.year, 1, 31), fmt::format("Omföring av {} års resultat", at.year - 1),
                {{"2099", -result, "", ""}, {"2091", result, "", ""}});
}

void book_host_outlays(YearInHand& at) {
    const Ore last = -at.planned("2890");
    std::vector<Ore> quarters = at.numbers.split(at.planned("6990") - last, 3);
    quarters.push_back(last);
    Ore owed = -at.opening("2890");
    for (int quarter = 1; quarter <= 4; ++quarter) {
        const Ore outlay = quarters[static_cast<std::size_t>(quarter - 1)];
        const Date paid = weekday_near(day_of(at.year, 3 * quarter - 2, 20));
        at.book.add(Series::bank, paid, "Betalning till värdkommunen för utlägg",
                    {{"2890", owed, "", ""}, {"1930", -owed, "", ""}});
        std::vector<VoucherLine> lines = {{"2890", -outlay, "", ""}};
        at.spread(lines, "6990", outlay);
        at.book.add(Series::huvudbok, month_end(at.year, 3 * quarter),
                    fmt::format("Värdkommunens utlägg, kvartal {}", quarter), std::move(lines));
        owed = outlay;
    }
}

void book_closing_entries(YearInHand& at) {
    const Date last = day_of(at.year, 12, 31);
    for (const Accrual& accrual : at.data.accruals)
        book_accrual(at, accrual, last, accrual.text, accrual.at(at.year));
    book_debt_change(at, "Förändring av semesterlöneskuld", "7290", "2920");
    book_debt_change(at, "Sociala avgifter på semesterlöneskuld", "7519", "2940");
    book_debt_change(at, "Särskild löneskatt på årets pensionspremier", "7533", "2514");
    const Ore result = at.planned("8999"); // zero in a year whose result is not booked
    at.book.add(Series::huvudbok, last, fmt::format("Årets resultat {}", at.year),
                {{"8999", result, "", ""}, {"2099", -result, "", ""}});
}

} // namespace finsam::example
