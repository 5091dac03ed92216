#include "bridge/workbook/check_tally.hpp"

#include "parsers/swedish_count.hpp"

#include <fmt/format.h>

namespace finsam {

namespace {

bool is_incalculable(const WorkbookCheck& check) {
    return !check.state.empty() && check.state != "stämmer" && check.state != "avrundning" && check.state != "fel" &&
           check.state != "ej tillämplig";
}

std::string line_of(const WorkbookCheck& check) {
    return fmt::format("{}{}: {}{}", check.text, check.year.empty() ? "" : ", " + check.year, check.state,
                       check.where.empty() ? "" : fmt::format(" ({})", check.where));
}

} // namespace

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
        } else if (is_incalculable(checks[index])) { // a group's heading has none
            ++result.incalculable;
            first_incalculable = first_incalculable.value_or(index);
        }
    }
    if (!result.first_failing) {
        result.first_failing = first_incalculable;
    }
    return result;
}

std::string failing_text(std::span<const WorkbookCheck> checks, bool english) {
    constexpr std::size_t most = 6;
    std::string text;
    std::size_t count = 0;
    const auto add = [&](const WorkbookCheck& check) {
        if (++count <= most) {
            text += (text.empty() ? "" : "\n") + line_of(check);
        }
    };
    for (const WorkbookCheck& check : checks) {
        if (check.state == "fel") {
            add(check);
        }
    }
    for (const WorkbookCheck& check : checks) {
        if (is_incalculable(check)) {
            add(check);
        }
    }
    if (count > most) {
        text += fmt::format("\n{} {}", english ? "and" : "och", count - most) + (english ? " more" : " till");
    }
    return text;
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
