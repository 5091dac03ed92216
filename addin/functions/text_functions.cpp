// AVRUNDA.ENHET, SVTAL, SVBELOPP, SVDATUM, SVPERIOD, ORGNR: Swedish forms of figures, days and numbers.

#include "addin/entry_point.hpp"
#include "addin/functions/calendar_arguments.hpp"
#include "addin/functions/functions_service.hpp"
#include "parsers/organisation_number.hpp"
#include "parsers/swedish_date.hpp"
#include "parsers/swedish_number.hpp"

#include <cmath>
#include <fmt/format.h>
#include <unicode/unistr.h>

namespace finsam::addin {
namespace {

using com::sun::star::uno::Any;

std::string in_small_letters(std::string_view text) {
    icu::UnicodeString folded =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}).trim().foldCase();
    std::string out;
    return folded.toUTF8String(out);
}

/// The word in small letters; "" when it is left out or empty.
std::string optional_name(const Any& value, const ArgumentPlace& place) {
    if (const rtl::OUString* const text = text_in(value)) {
        return in_small_letters(to_utf8(*text));
    }
    if (optional_number(value, place) != 0.0) {
        refuse(place, "här ska stå text, inte ett tal.");
    }
    return {};
}

std::optional<Unit> unit_named(std::string_view name) {
    for (const Unit unit : {Unit::ore, Unit::kr, Unit::tkr, Unit::mnkr}) {
        if (name == swedish_name(unit)) {
            return unit;
        }
    }
    return std::nullopt;
}

/// 0, 1 or 2; nothing when it is left out or empty.
std::optional<int> optional_decimals(const Any& value, const ArgumentPlace& place) {
    const rtl::OUString* const text = text_in(value);
    if (!value.hasValue() || (text != nullptr && trimmed(to_utf8(*text)).empty())) {
        return std::nullopt;
    }
    const double decimals = optional_number(value, place);
    if (decimals != 0.0 && decimals != 1.0 && decimals != 2.0) {
        refuse(place, "decimalerna ska vara 0, 1 eller 2.");
    }
    return static_cast<int>(decimals);
}

AmountForm form_of(Unit unit, const Any& decimals, const ArgumentPlace& place) {
    const std::optional<int> wanted = optional_decimals(decimals, place);
    return unit == Unit::ore || !wanted ? usual_form(unit) : AmountForm{unit, *wanted};
}

/// A day in a text argument that may not be left out.
Date day_in(const rtl::OUString& text, PeriodEnd end, const Calendar& calendar, const ArgumentPlace& place) {
    const auto day = calendar.day(trimmed(to_utf8(text)), end);
    if (!day) {
        refuse(place, "här ska stå en dag, som 2024-12-31, eller en månad, som 2024-12.");
    }
    return *day;
}

PeriodForm optional_form(const Any& value, const ArgumentPlace& place) {
    const std::string name = optional_name(value, place);
    if (name.empty() || name == "datum") {
        return PeriodForm::dates;
    }
    if (name != "kort" && name != "lång") {
        refuse(place, "formen ska vara \"datum\", \"kort\" eller \"lång\".");
    }
    return name == "kort" ? PeriodForm::short_months : PeriodForm::long_months;
}

} // namespace

double FunctionsService::avrundaenhet(double belopp, const rtl::OUString& enhet, const Any& decimaler) {
    return answered("avrundaenhet", [&]() -> double {
        const std::optional<Unit> unit = unit_named(in_small_letters(to_utf8(enhet)));
        if (!unit) {
            refuse({"avrundaenhet", 1}, "enheten ska vara \"öre\", \"kr\", \"tkr\" eller \"mnkr\".");
        }
        const AmountForm form = form_of(*unit, decimaler, {"avrundaenhet", 2});
        const Ore amount = to_ore(belopp, {"avrundaenhet", 0});
        const std::int64_t last_digit = ore_per_last_digit(form);
        const auto digits = static_cast<double>(round_to_unit(amount, last_digit).count() / last_digit);
        return digits / std::pow(10.0, form.decimals); // the double nearest to the decimal number
    });
}

double FunctionsService::svtal(const rtl::OUString& text) {
    return answered("svtal", [&]() -> double {
        const std::string written = to_utf8(text);
        if (const std::optional<Ore> amount = parse_swedish_amount(written)) {
            return to_kronor_double(*amount);
        }
        const std::optional<double> number = parse_swedish_number(written); // more decimals, or per cent
        return number ? *number : error_value(error_value_expected);
    });
}

rtl::OUString FunctionsService::svbelopp(double tal, const Any& enhet, const Any& decimaler) {
    return answered("svbelopp", [&]() -> rtl::OUString {
        constexpr ArgumentPlace unit_place{"svbelopp", 1}, decimals_place{"svbelopp", 2};
        const std::string name = optional_name(enhet, unit_place);
        if (name == "%") {
            return from_utf8(format_percent(tal, optional_decimals(decimaler, decimals_place).value_or(0)));
        }
        const std::optional<Unit> unit = name.empty() ? Unit::kr : unit_named(name);
        if (!unit) {
            refuse(unit_place, "enheten ska vara \"öre\", \"kr\", \"tkr\", \"mnkr\" eller \"%\".");
        }
        const std::string figure =
            format_amount(to_ore(tal, {"svbelopp", 0}), form_of(*unit, decimaler, decimals_place));
        if (name.empty()) {
            return from_utf8(figure);
        }
        return from_utf8(fmt::format("{}\u00A0{}", figure, swedish_name(*unit == Unit::ore ? Unit::kr : *unit)));
    });
}

double FunctionsService::svdatum(const DocumentProperties& dokument, const rtl::OUString& text) {
    return answered("svdatum", [&]() -> double {
        const std::string written = trimmed(to_utf8(text));
        const Calendar calendar(dokument);
        const bool month = parse_swedish_month(written).has_value(); // a month is no day
        const auto day = month ? std::nullopt : calendar.day(written, PeriodEnd::first);
        return day ? calendar.number(*day) : error_value(error_value_expected);
    });
}

rtl::OUString FunctionsService::svperiod(const DocumentProperties& dokument, const rtl::OUString& fran,
                                         const rtl::OUString& till, const Any& form) {
    return answered("svperiod", [&]() -> rtl::OUString {
        const Calendar calendar(dokument);
        const Date from = day_in(fran, PeriodEnd::first, calendar, {"svperiod", 1});
        const Date to = day_in(till, PeriodEnd::last, calendar, {"svperiod", 2});
        if (to < from) {
            refuse({"svperiod", 2}, "perioden slutar före sin början.");
        }
        return from_utf8(format_period(from, to, optional_form(form, {"svperiod", 3})));
    });
}

rtl::OUString FunctionsService::orgnr(const rtl::OUString& text) {
    return answered("orgnr", [&]() -> rtl::OUString {
        const std::string written = to_utf8(text);
        if (!sie::is_plausible_organisation_number(written)) {
            refuse({"orgnr", 0}, "det är inte tio siffror, eller så stämmer inte kontrollsiffran.");
        }
        return from_utf8(sie::normal_organisation_number(written));
    });
}

} // namespace finsam::addin
