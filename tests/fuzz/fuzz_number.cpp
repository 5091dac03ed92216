// Numbers: an amount that is read and written again is the same amount, in SIE's form and in the form for people.

#include "parsers/sie_fields.hpp"
#include "parsers/swedish_format.hpp"
#include "parsers/swedish_number.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <cmath>
#include <string>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace finsam;
    using fuzz::demand;
    const std::string_view text = fuzz::text_of(data, size);
    const sie::ParsedAmount amount = sie::parse_amount(text);
    if (amount.error == sie::AmountError::none) {
        demand(is_credible(amount.amount), "an amount is credible");
        const sie::ParsedAmount again = sie::parse_amount(to_decimal_kronor(amount.amount));
        demand(again.error == sie::AmountError::none && again.amount == amount.amount, "SIE's form comes back");
    }
    if (const auto typed = parse_swedish_amount(text)) {
        demand(is_credible(*typed), "a typed amount is credible");
        demand(parse_swedish_amount(format_amount(*typed, Unit::ore)) == typed, "the form for people comes back");
    }
    if (const auto number = parse_swedish_number(text)) {
        demand(std::isfinite(*number), "a number is finite");
    }
    (void)sie::parse_int(text);
    (void)sie::is_decimal(text);
    return 0;
}
