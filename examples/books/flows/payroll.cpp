#include "examples/books/calendar.hpp"
#include "examples/books/flows.hpp"

#include <fmt/format.h>

namespace finsam::example {

namespace {

constexpr int fee_per_ten_thousand = 3142; // arbetsgivaravgift 31,42 %
constexpr int fee_tax_percent = 30;        // tax withheld from board fees

Ore whole_kronor(std::int64_t ore) noexcept {
    return Ore(ore / 100 * 100);
}

struct Pay {
    Ore gross, tax, fees;
};

using PayByMonth = std::array<Pay, 12>;

/// Board fees as sums in June and December.
void plan_board_fees(const YearInHand& at, PayByMonth& board) {
    const Ore year = at.planned("7240");
    board[5].gross = Ore((year.count() * 495 / 1000 + 5'000) / 10'000 * 10'000);
    board[11].gross = year - board[5].gross;
    for (Pay& pay : board) {
        pay.tax = whole_kronor(pay.gross.count() * fee_tax_percent / 100);
        pay.fees = whole_kronor(pay.gross.count() * fee_per_ten_thousand / 10'000);
    }
}

/// Salaries: three months at the old pay, the rest at the new. December's tax and fees are what is owed at the year's
/// end, the other months share the rest in proportion.
void plan_salaries(const YearInHand& at, const PayByMonth& board, PayByMonth& salary) {
    const Ore year = at.planned("7210");
    const Ore old_pay((year.count() * 816 / 10'000 + 5'000) / 10'000 * 10'000);
    const Ore new_pay = whole_kronor((year.count() - 3 * old_pay.count()) / 9);
    for (std::size_t month = 0; month < 12; ++month)
        salary[month].gross = month < 3 ? old_pay : new_pay;
    salary[11].gross = year - 3 * old_pay - 8 * new_pay;

    Pay& december = salary[11];
    december.tax = -at.planned("2710") - board[11].tax;
    december.fees = -at.planned("2731") - board[11].fees;
    const Ore fees_left = at.planned("7510") - december.fees - board[5].fees - board[11].fees;
    const Ore gross_left = year - december.gross;
    Ore fees_given;
    for (std::size_t month = 0; month < 11; ++month) {
        Pay& pay = salary[month];
        pay.tax = whole_kronor(pay.gross.count() * december.tax.count() / december.gross.count());
        pay.fees = whole_kronor(fees_left.count() / 100 * pay.gross.count() / gross_left.count() * 100);
        if (month == 10)
            pay.fees = fees_left - fees_given;
        fees_given += pay.fees;
    }
}

void book_pay(YearInHand& at, int month, const std::string& what, const std::string& account, const Pay& pay) {
    if (pay.gross.is_zero())
        return;
    std::vector<VoucherLine> lines;
    at.spread(lines, account, pay.gross);
    at.spread(lines, "7510", pay.fees);
    lines.push_back({"2710", -pay.tax, "", "Avdragen skatt"});
    lines.push_back({"2731", -pay.fees, "", "Arbetsgivaravgifter"});
    lines.push_back({"1930", pay.tax - pay.gross, "", "Utbetalt"});
    at.book.add(Series::lon, weekday_near(day_of(at.year, month, 25)),
                fmt::format("{}, {} {}", what, month_name(month), at.year), std::move(lines));
}

} // namespace

void book_payroll(YearInHand& at) {
    PayByMonth board{};
    PayByMonth salary{};
    plan_board_fees(at, board);
    plan_salaries(at, board, salary);
    for (int month = 1; month <= 12; ++month) {
        const auto i = static_cast<std::size_t>(month - 1);
        book_pay(at, month, "Löner", "7210", salary[i]);
        book_pay(at, month, "Styrelsearvoden, summa", "7240", board[i]);
    }
}

} // namespace finsam::example
