#pragma once
// The example's books a while later.

#include <string>

namespace finsam::office {

/// The SIE file of 2024 with a voucher more, A9901 of 1 500 kr: 1 000 kr of office supplies, and 500 kr on an account
/// that is new. The result of the year is then 1 661 165 kr instead of 1 662 665 kr.
[[nodiscard]] std::string newer_file();

} // namespace finsam::office
