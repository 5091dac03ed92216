#pragma once
// What cells hold, from the values of the core.

#include "parsers/date.hpp"
#include "parsers/ore.hpp"
#include "templates/builder/contract.hpp"

#include <optional>

namespace finsam::workbook {

[[nodiscard]] inline PlainValue kronor(Ore amount) {
    return to_kronor_double(amount);
}

/// An empty cell for nothing.
[[nodiscard]] inline PlainValue optional_kronor(const std::optional<Ore>& amount) {
    return amount ? kronor(*amount) : PlainValue(std::string());
}

/// A day as Calc counts: from 1899-12-30.
[[nodiscard]] inline double day_number(Date date) noexcept {
    constexpr double epoch = 25569; // 1970-01-01
    return to_epoch_days(date) + epoch;
}

} // namespace finsam::workbook
