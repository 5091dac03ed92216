#pragma once
// A trace as the lines of a window: the rows that a figure is made of and their accounts, and the vouchers of a line.

#include "bridge/report/trace.hpp"

#include <string>
#include <vector>

namespace finsam {

/// Either a row of the report or an account with its balance.
struct TraceLine {
    std::string text;                       ///< indented: "  + Driftbidrag", "    3011 Bidrag från staten"
    std::string balance;                    ///< which: "Resultat 2024"; of a row its column
    std::string amount;                     ///< of a row with the stable sign, of an account with SIE's (debit +)
    const Trace* row = nullptr;             ///< of an account the row that it belongs to
    const TracedAccount* account = nullptr; ///< nullptr: the line is of the row itself
};

/// What the figure is made of, in the order of the rule; the figure itself is no line.
[[nodiscard]] std::vector<TraceLine> trace_lines(const Trace& figure);

/// The rule in words, what requires it and, for an account, what gives it to the row. Swedish, as the rules are.
[[nodiscard]] std::string rule_text(const Trace& row);
[[nodiscard]] std::string account_text(const TracedAccount& account);

/// The vouchers of an account, or of everything below a row, each once and in the books' order.
[[nodiscard]] std::vector<const VoucherRow*> vouchers_below(const Trace& row, const TracedAccount* account);

/// "A12".
[[nodiscard]] std::string voucher_name(const VoucherRow& voucher);
/// "Fil: bok.se, rad 17. SHA-256: ab12...", or that no import tells the sum.
[[nodiscard]] std::string file_text(const Books& books, const VoucherRow& voucher);

} // namespace finsam
