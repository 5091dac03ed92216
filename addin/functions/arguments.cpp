#include "addin/functions/arguments.hpp"

#include "addin/functions/function_table.hpp"

#include <algorithm>
#include <bit>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <fmt/format.h>

namespace finsam::addin {

using com::sun::star::uno::Any;

void refuse(const ArgumentPlace& place, std::string_view swedish_reason) {
    const auto functions = function_table();
    const auto function = std::ranges::find(functions, place.method, &Function::method);
    const std::string text =
        fmt::format("Argumentet {} i {}: {}", function->arguments[static_cast<std::size_t>(place.index)].label.sv,
                    function->name, swedish_reason);
    throw com::sun::star::lang::IllegalArgumentException(from_utf8(text), nullptr, place.index);
}

std::string to_utf8(const rtl::OUString& text) {
    const rtl::OString utf8 = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
    return {utf8.getStr(), static_cast<std::size_t>(utf8.getLength())};
}

rtl::OUString from_utf8(std::string_view text) {
    return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8};
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view nbsp = "\u00a0";
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    for (bool again = true; again && !text.empty();) {
        again = true;
        if (blank(text.front())) {
            text.remove_prefix(1);
        } else if (blank(text.back())) {
            text.remove_suffix(1);
        } else if (text.starts_with(nbsp)) {
            text.remove_prefix(nbsp.size());
        } else if (text.ends_with(nbsp)) {
            text.remove_suffix(nbsp.size());
        } else {
            again = false;
        }
    }
    return std::string(text);
}

double optional_number(const Any& value, const ArgumentPlace& place) {
    double number = 0.0;
    rtl::OUString text;
    if (!value.hasValue() || (value >>= number)) {
        return number;
    }
    if ((value >>= text) && trimmed(to_utf8(text)).empty()) {
        return 0.0;
    }
    refuse(place, "här ska stå ett tal, inte text eller ett område.");
}

Ore to_ore(double kronor, const ArgumentPlace& place) {
    const std::optional<Ore> ore = from_kronor_double(kronor);
    if (!ore || *ore > largest_exact || *ore < -largest_exact) {
        refuse(place, "beloppet är för stort.");
    }
    return *ore;
}

Unit optional_unit(const Any& value, const ArgumentPlace& place) {
    double number = 0.0;
    rtl::OUString text;
    if (!value.hasValue() || ((value >>= number) && number == 0.0)) {
        return Unit::kr; // left out, or an empty cell
    }
    if (value >>= text) {
        const std::string name = trimmed(to_utf8(text.toAsciiLowerCase()));
        for (const Unit unit : {Unit::kr, Unit::tkr, Unit::mnkr}) {
            if (name == swedish_name(unit)) {
                return unit;
            }
        }
        if (name.empty()) {
            return Unit::kr;
        }
    }
    refuse(place, "enheten ska vara \"kr\", \"tkr\" eller \"mnkr\".");
}

double error_value(std::uint32_t calc_error) noexcept {
    return std::bit_cast<double>(std::uint64_t{0x7ff8'0000'0000'0000} | calc_error);
}

} // namespace finsam::addin
