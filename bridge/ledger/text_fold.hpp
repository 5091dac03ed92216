#pragma once

#include <string>
#include <string_view>

namespace finsam {

/// UTF-8 text without the difference of upper and lower case (Unicode, so Å and å too) or surrounding spaces.
[[nodiscard]] std::string fold_case(std::string_view utf8);

/// The digits of an organisation number; of twelve (16 or 20 in front) the last ten. "" when there are none.
[[nodiscard]] std::string organisation_digits(std::string_view number);

} // namespace finsam
