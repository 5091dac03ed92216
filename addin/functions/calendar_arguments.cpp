#include "addin/functions/calendar_arguments.hpp"

#include "bridge/report/account_key.hpp"
#include "parsers/swedish_date.hpp"

#include <chrono>
#include <cmath>
#include <com/sun/star/util/Date.hpp>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

constexpr Date usual_zero{1899, 12, 30};

std::optional<Date> month_end(std::string_view text, PeriodEnd end) {
    const auto month = parse_swedish_month(text);
    return month ? std::optional(end == PeriodEnd::first ? first_day(*month) : last_day(*month)) : std::nullopt;
}

} // namespace

Calendar::Calendar(const DocumentProperties& document) : zero_(to_epoch_days(usual_zero)) {
    com::sun::star::util::Date zero;
    if (document.is() && (document->getPropertyValue("NullDate") >>= zero)) {
        zero_ = to_epoch_days({zero.Year, static_cast<std::uint8_t>(zero.Month), static_cast<std::uint8_t>(zero.Day)});
    }
}

double Calendar::number(Date day) const noexcept {
    return to_epoch_days(day) - zero_;
}

std::optional<Date> Calendar::day(double number) const noexcept {
    const double days = std::floor(number) + zero_; // the time of day is left out
    constexpr Date least{1, 1, 1}, most{9999, 12, 31};
    if (!(days >= to_epoch_days(least) && days <= to_epoch_days(most))) {
        return std::nullopt;
    }
    const std::chrono::year_month_day day = std::chrono::sys_days(std::chrono::days(static_cast<std::int32_t>(days)));
    return Date{static_cast<std::int16_t>(static_cast<int>(day.year())),
                static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
                static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

std::optional<Date> Calendar::day(std::string_view text, PeriodEnd end) const {
    if (text.size() == 5 && only_digits(text)) {
        return day(std::stod(std::string(text)));
    }
    const auto day = parse_swedish_date(text);
    return day ? day : month_end(text, end);
}

std::optional<Date> Calendar::optional_day(const com::sun::star::uno::Any& value, PeriodEnd end,
                                           const ArgumentPlace& place) const {
    const rtl::OUString* const text = text_in(value);
    const double* const days = number_in(value);
    if (!value.hasValue() || (days != nullptr && *days == 0.0)) {
        return std::nullopt; // left out, or an empty cell
    }
    const std::string written = text != nullptr ? trimmed(to_utf8(*text)) : std::string();
    if (text != nullptr && written.empty()) {
        return std::nullopt;
    }
    std::optional<Date> found;
    if (text != nullptr) {
        found = day(written, end);
    } else if (days != nullptr) {
        // 202408 typed as a number: days of the calendar have five digits
        found = *days >= 100'000 ? day(fmt::format("{:.0f}", *days), end) : day(*days);
    }
    if (!found) {
        refuse(place, "här ska stå en dag, som 2024-08-31, eller en månad, som 2024-08.");
    }
    return found;
}

void PeriodFilter::use(CellTable& table) {
    if (!from_ && !to_) {
        return;
    }
    const auto days = table.find_column("datum");
    const auto months = days ? std::nullopt : table.find_column("period");
    column_ = days ? *days : months ? *months : table.column("datum"); // refused
    months_ = months.has_value();
    const bool parts = (from_ && from_->day != 1) || (to_ && *to_ != last_day({to_->year, to_->month}));
    if (months_ && parts) {
        table.refuse_all("områdets perioder är hela månader; ange första dagen i en månad och sista dagen i en månad.");
    }
}

std::optional<Date> PeriodFilter::day_in(CellTable& table, sal_Int32 row) const {
    const com::sun::star::uno::Any& cell = table.cell(row, *column_);
    if (const double* const number = number_in(cell); number != nullptr && *number < 100'000) {
        return calendar_.day(*number);
    }
    const auto text = table.text(row, *column_);
    return text ? calendar_.day(*text, PeriodEnd::first) : std::nullopt;
}

OrCellError<bool> PeriodFilter::takes(CellTable& table, sal_Int32 row) const {
    if (!column_) {
        return true;
    }
    if (!table.cell(row, *column_).hasValue()) {
        return tl::unexpected(table.error_at(row, *column_));
    }
    const auto day = day_in(table, row);
    if (!day) {
        table.refuse_row(row, months_ ? "raden saknar period." : "raden saknar datum.");
    }
    return (!from_ || *from_ <= *day) && (!to_ || *day <= *to_);
}

} // namespace finsam::addin
