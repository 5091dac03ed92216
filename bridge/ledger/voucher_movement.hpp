#pragma once
// What the vouchers of a year moved on each account, whatever their day: a file's balances are made of all of them.

#include "bridge/ledger/books.hpp"

#include <cstddef>
#include <optional>

namespace finsam {

/// `Books::vouchers` has those of the report year and the year before; where the report year is only planned, those of
/// the two years before it. So years 0 to 2 may have some.
inline constexpr std::size_t years_with_vouchers = 3;

/// As the year's own file tells, else of the vouchers that are listed. Nothing where there are none, and of years whose
/// vouchers are not listed.
[[nodiscard]] std::optional<AccountAmounts> voucher_movement(const Books& books, std::size_t year);

/// Rows that stand beside each other in `Books::vouchers`.
[[nodiscard]] bool is_same_voucher(const VoucherRow& one, const VoucherRow& other) noexcept;

/// The vouchers that are listed balance one by one, and are what moved the accounts.
struct VoucherFaults {
    std::size_t unbalanced = 0; ///< vouchers
    AccountAmounts unexplained; ///< listed less moved, where that is not zero
};
/// Of books without listed vouchers there is nothing to say.
[[nodiscard]] std::optional<VoucherFaults> voucher_faults(const Books& books);

} // namespace finsam
