#pragma once
// The vouchers of a workbook that holds none (it would have become too large, or they were taken out): from a ledger
// that has read the very same files.

#include "bridge/ledger/books.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

struct LedgerVouchers {
    std::filesystem::path ledger;
    std::vector<VoucherRow> rows; ///< of the books' report year and the year before, in file order
};

/// From the first of the ledgers that holds every file of `books`, told by its SHA-256. The error is a Swedish sentence
/// that says what is missing and what to do.
[[nodiscard]] tl::expected<LedgerVouchers, std::string> vouchers_from(std::span<const std::filesystem::path> ledgers,
                                                                      const Books& books);

} // namespace finsam
