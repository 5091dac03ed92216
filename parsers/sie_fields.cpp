#include "parsers/sie_fields.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace finsam::sie {
namespace {

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

std::size_t digit_run(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

/// So many digits fit, with two decimals, whatever they are.
constexpr std::size_t digits_sure_to_fit = 16;

/// The value of few digits.
std::int64_t small_value(std::string_view digits) noexcept {
    std::int64_t value = 0;
    for (const char c : digits) {
        value = value * 10 + (c - '0');
    }
    return value;
}

/// The digits appended to `value`, counted away from zero in the direction of `sign`; false when 64 bits are too few.
bool append_digits(std::int64_t& value, std::string_view digits, int sign) noexcept {
    for (const char c : digits) {
        if (__builtin_mul_overflow(value, std::int64_t{10}, &value) ||
            __builtin_add_overflow(value, std::int64_t{sign} * (c - '0'), &value)) {
            return false;
        }
    }
    return true;
}

ParsedAmount failed(AmountError error) noexcept {
    return {Ore(), error, false};
}

} // namespace

ParsedAmount parse_amount(std::string_view text) noexcept {
    const int sign = text.starts_with('-') ? -1 : 1;
    text.remove_prefix(sign < 0 ? 1 : 0);
    const std::string_view whole = text.substr(0, digit_run(text));
    std::string_view decimals = text.substr(whole.size());
    if (whole.empty()) {
        return failed(AmountError::malformed);
    }
    const bool comma = decimals.starts_with(',');
    if (!decimals.empty()) {
        if ((!comma && decimals.front() != '.') || decimals.size() == 1 ||
            digit_run(decimals.substr(1)) + 1 != decimals.size()) {
            return failed(AmountError::malformed);
        }
        decimals.remove_prefix(1);
    }
    if (decimals.size() > 2) {
        return failed(AmountError::too_many_decimals);
    }
    std::int64_t ore = 0;
    const std::string_view padding = std::string_view("00").substr(decimals.size());
    if (whole.size() <= digits_sure_to_fit) {
        constexpr std::int64_t scale[] = {100, 10, 1};
        ore = sign * (small_value(whole) * 100 + small_value(decimals) * scale[decimals.size()]);
    } else if (!append_digits(ore, whole, sign) || !append_digits(ore, decimals, sign) || !append_digits(ore, padding, sign)) {
        return failed(AmountError::too_large);
    }
    if (!is_credible(Ore(ore))) {
        return failed(AmountError::too_large);
    }
    return {Ore(ore), AmountError::none, comma};
}

std::optional<int> parse_int(std::string_view text) noexcept {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

bool is_decimal(std::string_view text) noexcept {
    text.remove_prefix(text.starts_with('-') ? 1 : 0);
    const std::size_t whole = digit_run(text);
    if (whole == 0 || whole == text.size()) {
        return whole != 0;
    }
    const std::string_view decimals = text.substr(whole + 1);
    return (text[whole] == '.' || text[whole] == ',') && !decimals.empty() && digit_run(decimals) == decimals.size();
}

} // namespace finsam::sie
