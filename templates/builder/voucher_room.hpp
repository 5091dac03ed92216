#pragma once
// The sheet Verifikationer of a report has as many rows as a sheet of Calc has. Books with more leave them out, all of
// them, and the ledger has them: a report's figures come from balances and objects.

#include "bridge/ledger/books.hpp"

#include <string>

namespace finsam::workbook {

/// Why the sheet has no vouchers, in Swedish, for the sheet and for people who make the workbook; "" when it has room.
[[nodiscard]] std::string vouchers_left_out(const Books& books);

} // namespace finsam::workbook
