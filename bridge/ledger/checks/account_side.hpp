#pragma once
// On which side an account's balance usually lies, by its type (#KTYP) or class. Exceptions are known by their names:
// accounts of depreciation, VAT, the tax account and the like lie on the other side, or on either.

#include <cstdint>
#include <optional>
#include <string_view>

namespace finsam {

enum class AccountSide : std::uint8_t { debit, credit };

struct UsualSide {
    AccountSide side = AccountSide::debit;
    bool is_strict = false; ///< the other side is worth a warning, else information
    std::string_view what;  ///< "En tillgång", "Ett bankkonto"
};

/// Nothing where either side is usual. `type` is #KTYP's T, S, K or I. Classes 4 to 7 are costs in all three charts;
/// those of class 8 differ between them, and there only #KTYP tells. Equity (20) may be on either.
[[nodiscard]] std::optional<UsualSide> usual_side(std::string_view number, std::string_view name,
                                                  std::optional<char> type);

} // namespace finsam
