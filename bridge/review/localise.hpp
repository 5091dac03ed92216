#pragma once
// When ties break, which figure is wrong? One wrong figure breaks every tie it stands in; the figure that mends the
// most ties and breaks none is the cause.

#include "bridge/review/model.hpp"

namespace finsam::review {

enum class Certainty { high, medium, low };

struct Cause {
    FigureIndex figure = 0;
    std::int64_t needed = 0;            ///< what the figure should be, in öre with the printed sign
    std::optional<double> needed_share; ///< of shares instead
    std::vector<std::size_t> ties;      ///< which it mends; the first names it
    std::vector<FigureIndex> others;    ///< figures that may as well be wrong
    Certainty certainty = Certainty::low;
};

/// A cause for every tie that does not hold, as few as explain them.
[[nodiscard]] std::vector<Cause> localise(const Model& model, const std::vector<Tie>& ties);

/// How much `needed` looks like a misprint of `printed`: 3 the sign, 2 a digit, two digits that changed places, a digit
/// too many or too few; 0 anything else. Both in units of the last printed digit.
[[nodiscard]] int misprint_likeness(std::int64_t printed, std::int64_t needed);

} // namespace finsam::review
