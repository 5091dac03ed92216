#pragma once
// Which dimension tells insatser apart. SIE fixes no number for it, so it is found by its name.

#include "bridge/ledger/books.hpp"

#include <string>
#include <vector>

namespace finsam {

struct DimensionUse {
    DimensionInfo info;
    std::string parent; ///< of an #UNDERDIM, else ""
    bool has_objects = false;
};

/// Names of the dimensions that SIE 4C reserves and that need no #DIM: 1 Kostnadsställe, 6 Projekt ...; "" for others.
[[nodiscard]] std::string_view reserved_dimension_name(std::string_view number) noexcept;

/// The number of the first dimension whose name holds insats, aktivitet, projekt, verksamhet or ansvar, in this order
/// of preference, whatever the case. Dimensions with objects go before empty ones; among equals the whole word goes
/// before a part, a dimension before a division of one (#UNDERDIM), then the one listed first. "" when none does.
[[nodiscard]] std::string find_insats_dimension(const std::vector<DimensionUse>& dimensions);

} // namespace finsam
