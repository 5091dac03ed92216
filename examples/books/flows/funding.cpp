#include "examples/books/calendar.hpp"
#include "examples/books/flows.hpp"

#include <fmt/format.h>

namespace finsam::example {

void book_member_funding(YearInHand& at) {
    static const std::string receivable = "1510";
    for (const PlannedAccount& account : at.data.accounts) {
        if (!account.number.starts_with("301"))
            continue;
        const std::vector<Ore> quarters = equal_parts(at.planned(account.number), 4);
        for (int quarter = 1; quarter <= 4; ++quarter) {
            const Ore income = quarters[static_cast<std::size_t>(quarter - 1)];
            const Date invoiced = weekday_near(day_of(at.year, 3 * quarter - 2, 12));
            const Date paid = weekday_near(plus_days(invoiced, 25 + at.numbers.below(9)));
            const std::string text = fmt::format("{}, kvartal {}", account.name, quarter);
            std::vector<VoucherLine> lines = {{receivable, -income, "", ""}};
            at.spread(lines, account.number, income);
            at.book.add(Series::kund, invoiced, text, std::move(lines));
            at.book.add(Series::bank, paid, "Inbetalning: " + text,
                        {{"1930", -income, "", ""}, {receivable, income, "", ""}});
        }
    }
}

} // namespace finsam::example
