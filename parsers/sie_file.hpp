#pragma once
// A SIE file of any type, 1-5.

#include "parsers/sie_reader.hpp"
#include "parsers/sie_signature.hpp"

#include <string_view>

namespace finsam::sie {

/// Reads SIE 5 or SIE 1-4, whichever the bytes are. The verifier is for the signature of SIE 5 (see sie5_reader.hpp).
[[nodiscard]] ReadResult read_sie_file(std::string_view bytes, Handler& handler,
                                       const SignatureVerifier& verifier = {});

/// Could this be SIE 1-5? For file type detection, by the first bytes.
[[nodiscard]] bool looks_like_sie_file(std::string_view bytes) noexcept;

/// What was counted under SIE 4's label or SIE 5's element: #KONTO or Account, #VER or JournalEntry, #TRANS or
/// LedgerEntry.
[[nodiscard]] LabelCount counted_accounts(const ReadResult& result);
[[nodiscard]] LabelCount counted_vouchers(const ReadResult& result);
[[nodiscard]] LabelCount counted_rows(const ReadResult& result);

} // namespace finsam::sie
