// Days and months: what is read is a real day, written back as it came, and days are counted in their order.

#include "parsers/date.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <chrono>

namespace {

using namespace finsam;

void check(Date date) {
    using namespace std::chrono;
    const year_month_day day(year(date.year), month(date.month), std::chrono::day(date.day));
    fuzz::demand(day.ok(), "a day is real");
    fuzz::demand(to_epoch_days(date) == sys_days(day).time_since_epoch().count(), "days are counted from 1970-01-01");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    if (const auto date = parse_sie_date(text)) {
        check(*date);
        fuzz::demand(to_sie(*date) == text, "a SIE date comes back");
        fuzz::demand(parse_iso_date(to_iso(*date)) == date, "an ISO date comes back");
    }
    if (const auto date = parse_iso_date(text)) {
        check(*date);
        fuzz::demand(to_iso(*date) == text, "an ISO date comes back");
    }
    if (const auto period = parse_sie_period(text)) {
        fuzz::demand(period->month >= 1 && period->month <= 12, "a month is real");
        fuzz::demand(to_sie(*period) == text, "a period comes back");
    }
    return 0;
}
