#include "bridge/workbook/check_tally.hpp"

#include "parsers/swedish_count.hpp"

#include <fmt/format.h>

namespace finsam {

CheckTally tally(std::span<const WorkbookCheck> checks) {
    CheckTally result;
    std::optional<std::size_t> first_incalculable;
    for (std::size_t index = 0; index < checks.size(); ++index) {
        const std::string& state = checks[index].state;
        if (state == "stämmer") {
            ++result.holding;
        } else if (state == "avrundning") {
            ++result.rounding;
        } else if (state == "ej tillämplig") {
            ++result.not_applicable;
        } else if (state == "fel") {
            ++result.failing;
            result.first_failing = result.first_failing.value_or(index);
        } else if (!state.empty()) { // a group's heading has none
            ++result.incalculable;
            first_incalculable = first_incalculable.value_or(index);
        }
    }
    if (!result.first_failing) {
        result.first_failing = first_incalculable;
    }
    return result;
}

std::string counts_text(const CheckTally& tally, bool english) {
    std::string text =
        english ? fmt::format("{} hold, {} fail, {} not applicable", tally.holding, tally.failing, tally.not_applicable)
                : fmt::format("{} stämmer, {} fel, {}", tally.holding, tally.failing,
                              counted(tally.not_applicable, "ej tillämplig", "ej tillämpliga"));
    if (tally.rounding > 0) {
        text += english ? fmt::format(", {} differ by rounding", tally.rounding)
                        : fmt::format(", {} avrundning", tally.rounding);
    }
    if (tally.incalculable > 0) {
        text += english ? fmt::format(", {} cannot be calculated", tally.incalculable)
                        : fmt::format(", {} kan inte räknas", tally.incalculable);
    }
    return text;
}

} // namespace finsam
