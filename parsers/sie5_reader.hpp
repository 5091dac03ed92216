#pragma once
// Reader of SIE 5 (XML, namespace http://www.sie.se/sie5): the same records as of SIE 1-4 (sie_records.hpp), so that
// the same ledger takes them. Streams; memory does not grow with the file beyond one account or voucher and the
// diagnostics.
//
// What becomes of what:
// - FiscalYear -> #RAR, primary = 0 and the others by their distance from it, from the first day of the first month to
//   the last of the last. lastCoveredDate of the primary year -> #OMFATTN.
// - Account type asset -> T, liability and equity -> S, cost -> K, income -> I; statistics has none.
// - OpeningBalance of a year's first month -> #IB, with objects #OIB. The ClosingBalance of the latest month told ->
//   #UB, with objects #OUB; of a cost or income account #RES, and with objects #PSALDO, since #RES has none. Balances
//   of several months also give the change of each as #PSALDO. An opening of a later month is the closing of that
//   before.
// - Budget -> #PBUDGET; one without month is of the whole primary year and stands in its last month.
// - Journal id -> series, JournalEntry id -> number, EntryInfo date -> date of registration. LedgerEntry -> #TRANS, or
//   #BTRANS with Overstrike; one that was added later than the entry (its own EntryInfo, another date) also -> #RTRANS.
// - Dimensions keep their numbers. Those reserved differ from SIE 4 (3 filial, 4 verksamhetsgren; 8-10 have no meaning
//   here), so every dimension used gets a name of its own: the file's, else that of SIE 5, else "Dimension 8".
// - Kept nowhere: who made, entered, struck or locked anything (`by`), names of the objects of dimension 7 (anställd),
//   customers, suppliers, subledgers, aggregations, documents, amounts in other currencies.

#include "parsers/sie_reader.hpp"
#include "parsers/sie_signature.hpp"

#include <string_view>

namespace finsam::sie {

inline constexpr std::string_view sie5_namespace = "http://www.sie.se/sie5";

/// Reads all of `bytes`. Never throws on bad input. `ReadResult::counts` is by element name: Account, JournalEntry ...
/// Limits (see xml_stream.hpp): 64 levels, 64 kB for a tag, 2 GB for the file; no DOCTYPE. A signature that `verifier`
/// finds invalid refuses the file; without a verifier it is not checked, and said so.
[[nodiscard]] ReadResult read_sie5(std::string_view bytes, Handler& handler, const SignatureVerifier& verifier = {});

/// Looks at the beginning only: XML that names the namespace of SIE 5?
[[nodiscard]] bool looks_like_sie5(std::string_view bytes) noexcept;

} // namespace finsam::sie
