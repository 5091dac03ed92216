#pragma once
// The history of a voucher: rows added and struck after it was made (SIE 4C §5.11 #RTRANS and #BTRANS). History says
// how a voucher came to be; it never counts in any sum.

#include "parsers/sie_records.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace finsam::sie {

enum class HistoryFate : std::uint8_t {
    added,              ///< #RTRANS with its #TRANS twin: in force
    added_then_struck,  ///< #RTRANS, or its #BTRANS: added and later taken away
    struck,             ///< #BTRANS of a row that was there from the start
    added_without_twin, ///< #RTRANS that no row answers to
};

/// "tillagd", "tillagd och struken", "struken" or "tillagd utan motsvarande #TRANS".
[[nodiscard]] std::string_view swedish_name(HistoryFate fate) noexcept;

struct HistoryRow {
    std::size_t row = 0; ///< index of the #RTRANS or #BTRANS in the voucher's rows
    HistoryFate fate = HistoryFate::struck;
};

/// The history rows in the voucher's order. Rows are the same when account, objects and amount agree; texts, dates and
/// quantities of twins differ in real files. A twin that follows its #RTRANS, as the standard has it, is taken first.
[[nodiscard]] std::vector<HistoryRow> history_of(const std::vector<TransactionRow>& rows);

} // namespace finsam::sie
