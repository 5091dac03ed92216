#include "bridge/report/typed_amount.hpp"

#include "parsers/swedish_number.hpp"

#include <algorithm>

namespace finsam {
namespace {

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// An amount in form, with more digits before the decimals than any amount of a förbund has in any unit.
bool is_too_large(std::string_view text) {
    constexpr std::ptrdiff_t digits_of_the_largest_in_mnkr = 8;
    const std::string_view whole = text.substr(0, text.find_first_of(",."));
    if (std::count_if(whole.begin(), whole.end(), is_digit) < digits_of_the_largest_in_mnkr) {
        return false;
    }
    std::string form(text);
    std::replace_if(form.begin(), form.end(), is_digit, '0');
    return parse_swedish_amount(form).has_value();
}

} // namespace

tl::expected<Ore, std::string> parse_typed_amount(std::string_view text) {
    const auto amount = parse_swedish_amount(text);
    if (amount && is_credible(*amount)) {
        return *amount;
    }
    return tl::unexpected(std::string(amount || is_too_large(text) ? too_large_text : "är inget belopp"));
}

} // namespace finsam
