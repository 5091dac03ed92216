#include "parsers/swedish_format.hpp"

#include <fmt/format.h>
#include <unicode/numberformatter.h>

namespace finsam {
namespace {

using icu::number::LocalizedNumberFormatter;
using icu::number::NumberFormatter;
using icu::number::Precision;

const icu::Locale& swedish() {
    static const icu::Locale locale("sv", "SE");
    return locale;
}

std::string utf8(const icu::number::FormattedNumber& number) {
    UErrorCode status = U_ZERO_ERROR;
    std::string text;
    number.toString(status).toUTF8String(text);
    return text;
}

std::string format_decimal(const LocalizedNumberFormatter& formatter, const std::string& decimal) {
    UErrorCode status = U_ZERO_ERROR;
    return utf8(formatter.formatDecimal(decimal, status));
}

std::string format_integer(std::int64_t value) {
    static const LocalizedNumberFormatter formatter =
        NumberFormatter::withLocale(swedish()).precision(Precision::integer());
    UErrorCode status = U_ZERO_ERROR;
    return utf8(formatter.formatInt(value, status));
}

} // namespace

std::string_view swedish_name(Unit unit) noexcept {
    switch (unit) {
    case Unit::ore: return "öre";
    case Unit::kr: return "kr";
    case Unit::tkr: return "tkr";
    case Unit::mnkr: return "mnkr";
    }
    return "";
}

std::string format_amount(Ore amount, Unit unit) {
    return format_amount(amount, usual_form(unit));
}

std::string format_amount(Ore amount, AmountForm form) {
    const std::int64_t last_digit = ore_per_last_digit(form);
    const std::int64_t digits = round_to_unit(amount, last_digit).count() / last_digit;
    if (form.decimals == 0) {
        return format_integer(digits);
    }
    // decNumber's notation moves the point without a double in between.
    return format_decimal(NumberFormatter::withLocale(swedish()).precision(Precision::fixedFraction(form.decimals)),
                          fmt::format("{}E-{}", digits, form.decimals));
}

std::string format_percent(double share, int decimals) {
    const LocalizedNumberFormatter formatter = NumberFormatter::withLocale(swedish())
                                                   .unit(icu::NoUnit::percent())
                                                   .scale(icu::number::Scale::powerOfTen(2))
                                                   .precision(Precision::fixedFraction(decimals))
                                                   .roundingMode(UNUM_ROUND_HALFUP) // ICU's name for away from zero
                                                   .sign(UNUM_SIGN_NEGATIVE);       // no minus before a rounded zero
    UErrorCode status = U_ZERO_ERROR;
    return utf8(formatter.formatDouble(share, status));
}

} // namespace finsam
