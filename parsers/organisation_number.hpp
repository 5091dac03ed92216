#pragma once
// Swedish organisation numbers as SIE files write them.

#include <string>
#include <string_view>

namespace finsam::sie {

/// "NNNNNN-NNNN" where there are ten digits, or twelve with a leading century or 16; other texts as they stand.
[[nodiscard]] std::string normal_organisation_number(std::string_view text);

/// Nothing at all, or ten digits of which the last is the check digit (Luhn's, modulus 10).
[[nodiscard]] bool is_plausible_organisation_number(std::string_view text);

} // namespace finsam::sie
