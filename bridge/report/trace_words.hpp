#pragma once
// The rules of the report's rows in Swedish words. Only for the trace.

#include "bridge/report/layout.hpp"
#include "bridge/report/trace.hpp"

#include <string>

namespace finsam::trace_words {

/// What a sum, share, soliditet, balanskrav or guideline does with its terms: "Verksamhetens intäkter + Avskrivningar".
[[nodiscard]] std::string of_terms(const Layout& layout, const Table& table, const Row& row);
/// Which accounts an `accounts` row takes and which of their balances: "Konton som kontokartan ger raden ...".
[[nodiscard]] std::string of_accounts(const Row& row, ColumnKind kind);
/// What earlier years left to restore: the whole, or what one of them left.
[[nodiscard]] std::string of_carried(int origin);
/// How the members share by law and population.
[[nodiscard]] std::string of_shares();
[[nodiscard]] std::string of_equity(bool holds_result);
/// A row's text for a sentence: without the signs and ends of a printed statement ("- Samtliga realisationsvinster").
[[nodiscard]] std::string plain_text(std::string_view text);

/// "1 662 665,00", of a share "89,60 %", "inget värde".
[[nodiscard]] std::string of_value(const Value& value, ValueKind kind);
/// In kronor with öre.
[[nodiscard]] std::string of_amount(Ore amount);
/// How a part counts in the figure above: "+", "−", or "ur" where that is no sum.
[[nodiscard]] const char* of_sign(int sign) noexcept;
/// The part of the account that counts: "insats 21", "utan insats"; "" for the whole.
[[nodiscard]] std::string of_insats(const TracedAccount& account);
/// "Balansen går ihop 2024, LKBR 6 kap.: stämmer"
[[nodiscard]] std::string of_check(const TracedCheck& check);

} // namespace finsam::trace_words
