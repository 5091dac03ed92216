#pragma once
// The rules of the report's rows in Swedish words. Only for the trace.

#include "bridge/report/layout.hpp"

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

} // namespace finsam::trace_words
