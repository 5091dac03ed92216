#pragma once
// What a report says under its balanskravsutredning when the result is negative.

#include <string_view>

namespace finsam {

/// KL 11 kap. 12 §.
inline constexpr int years_to_restore = 3;

/// The last year to restore it in stands between the two parts.
struct DeficitRemark {
    std::string_view before, after;
};
inline constexpr DeficitRemark deficit_remark{
    "Balanskravsresultatet är negativt. Underskottet ska återställas senast ",
    " (KL 11 kap. 12 §), om det inte finns synnerliga skäl (13 §). Förvaltningsberättelsen ska säga när och hur, eller "
    "vilka skälen är (LKBR 11 kap.)."};

} // namespace finsam
