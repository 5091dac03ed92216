#pragma once
// Reader of SIE types 1-4. Streams: memory does not grow with the file beyond one voucher and the diagnostics kept.

#include "parsers/checksum.hpp"
#include "parsers/diagnostic.hpp"
#include "parsers/sie_records.hpp"
#include "parsers/sie_signature.hpp"
#include "parsers/text_encoding.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::sie {

/// A voucher that is not used, and why. `voucher` has the rows that could be read.
struct RefusedVoucher {
    const Voucher& voucher;
    DiagnosticCode why = DiagnosticCode::verifikation_avvisad; ///< or `verifikation_obalanserad`
    Ore difference;                                            ///< what its #TRANS sum to, when unbalanced
};

/// Receives the records in the file's order. Every call's argument is valid only during the call.
/// `file_info` comes once, after the last record.
class Handler {
public:
    virtual ~Handler() = default;
    virtual void fiscal_year(const FiscalYear&) {}
    virtual void account(const Account&) {}
    virtual void account_type(const AccountType&) {}
    virtual void account_unit(const AccountUnit&) {}
    virtual void sru_code(const SruCode&) {}
    virtual void dimension(const Dimension&) {}
    virtual void object(const Object&) {}
    virtual void balance(const Balance&) {}
    /// Only vouchers that balance; the others are refused and told in the diagnostics by series and number.
    virtual void voucher(const Voucher&) {}
    virtual void refused_voucher(const RefusedVoucher&) {}
    virtual void file_info(const FileInfo&) {}
};

struct LabelCount {
    std::uint64_t read = 0;
    std::uint64_t refused = 0;
};

/// What a whole reading gives besides the records.
struct ReadResult {
    bool accepted = false; ///< false: nothing of the file may be used; a diagnostic of severity error says why
    FileInfo info;
    TextEncoding encoding = TextEncoding::cp437;
    KsummaState ksumma = KsummaState::absent;
    SignatureState signature = SignatureState::absent;     ///< only SIE 5 has signatures
    std::map<std::string, LabelCount, std::less<>> counts; ///< by label without '#': KONTO, VER ...; SIE 5's elements
    std::uint64_t unbalanced_vouchers = 0;
    std::vector<Diagnostic> diagnostics;

    [[nodiscard]] bool has_errors() const noexcept;
};

/// Reads all of `bytes`. Never throws on bad input. A consumer that must be all or nothing waits for `accepted`.
[[nodiscard]] ReadResult read_sie(std::string_view bytes, Handler& handler);

/// Looks at the first bytes only: could this be SIE 1-4? For file type detection.
[[nodiscard]] bool looks_like_sie(std::string_view bytes) noexcept;

} // namespace finsam::sie
