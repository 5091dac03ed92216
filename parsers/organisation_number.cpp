#include "parsers/organisation_number.hpp"

#include "parsers/sie_fields.hpp"

namespace finsam::sie {
namespace {

/// The ten digits, of ten or of twelve with a leading century or 16; "" for anything else.
std::string ten_digits(std::string_view text) {
    std::string digits(trimmed(text));
    std::erase_if(digits, [](char c) { return c == '-' || c == ' '; });
    if (digits.find_first_not_of("0123456789") != std::string::npos) {
        return {};
    }
    if (digits.size() == 12) {
        digits.erase(0, 2);
    }
    return digits.size() == 10 ? digits : std::string();
}

} // namespace

std::string normal_organisation_number(std::string_view text) {
    std::string digits = ten_digits(text);
    return digits.empty() ? std::string(trimmed(text)) : digits.insert(6, "-");
}

bool is_plausible_organisation_number(std::string_view text) {
    const std::string digits = ten_digits(text);
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int weighted = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += weighted / 10 + weighted % 10;
    }
    return digits.empty() ? trimmed(text).empty() : sum % 10 == 0;
}

} // namespace finsam::sie
