#pragma once
// A figure as a published report prints it: its value, how exactly it is printed, and what the print says of its unit.

#include "parsers/swedish_format.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace finsam::review {

struct PrintedFigure {
    std::int64_t hundredths = 0; ///< of the unit that is printed, whichever it is: "17,73" tkr is 1773
    int decimals = 0;            ///< printed
    std::optional<Unit> unit;    ///< of a suffix kr, tkr or mnkr
    bool is_percent = false;
    bool in_parentheses = false; ///< "(-75)": part of the row above
    bool may_be_minus = false;   ///< "(75)" without a sign: part of the row above, or -75 as accountants write it
    bool odd_groups = false;     ///< "1662 665": grouped, but not by three
    double number = 0.0;         ///< the same value, also with more decimals than two; of "82 %" it is 82
};

/// Every form that parsers/swedish_number.hpp reads, and also "2 534**", "2 534¹" and "2 534 1)" (marks of footnotes),
/// "-/+ 0", "(75)", "531-", "1.662.665", a long dash as zero, and units in capitals.
[[nodiscard]] std::optional<PrintedFigure> read_printed_figure(std::string_view text);

} // namespace finsam::review
