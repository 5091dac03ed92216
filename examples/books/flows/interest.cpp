#include "examples/books/calendar.hpp"
#include "examples/books/flows.hpp"

#include <fmt/format.h>

namespace finsam::example {

void book_interest(YearInHand& at) {
    const std::vector<Ore> quarters = at.numbers.split(-at.planned("8310"), 4);
    for (int quarter = 1; quarter <= 4; ++quarter) {
        const Ore interest = quarters[static_cast<std::size_t>(quarter - 1)];
        at.book.add(Series::bank, month_end(at.year, 3 * quarter),
                    fmt::format("Ränta på bankkonto, kvartal {}", quarter),
                    {{"1930", interest, "", ""}, {"8310", -interest, "", ""}});
    }
    const Ore late = at.planned("8422");
    at.book.add(Series::bank, weekday_near(day_of(at.year, 8, 20)), "Dröjsmålsränta på leverantörsfaktura",
                {{"8422", late, "", ""}, {"1930", -late, "", ""}});
}

} // namespace finsam::example
