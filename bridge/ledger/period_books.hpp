#pragma once
// A year's books until a day inside it, for a delårsrapport (RKR R17). Nothing is guessed: the movements until the day
// count only when the movements of the whole year explain every balance of it.

#include "bridge/ledger/timeline.hpp"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

/// `whole` is what the ledger has of the year. Of the vouchers until the day, else of the #PSALDO until its month when
/// the day is the last of a month; opening balances + movements are the closing. Movements that explain the results
/// but not the balances give the results alone, and `notes` says so. The error is a Swedish sentence that says what the
/// files lack.
[[nodiscard]] tl::expected<YearBooks, std::string> books_until(YearQueries& queries, const TimelineYear& year,
                                                               const YearBooks& whole, Date day,
                                                               std::string_view dimension, CarefulSum& sums,
                                                               std::vector<std::string>& notes);

} // namespace finsam
