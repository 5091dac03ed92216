#pragma once
// What the column of states on the sheet Kontroller says, all in all.

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace finsam {

/// A check of the workbook that has been read: what is checked, and "stämmer", "avrundning", "fel", "ej tillämplig" or
/// "kan inte räknas" (an error in a cell, as where the extension is missing).
struct WorkbookCheck {
    std::string text, state;
    std::string year{}, where{}; ///< as the sheet shows them: "2024", "Saldon: konto 1930 och 2 till"
};

struct CheckTally {
    std::size_t holding = 0, rounding = 0, failing = 0, not_applicable = 0, incalculable = 0;
    std::optional<std::size_t> first_failing; ///< index of the first that fails, else of the first incalculable one

    [[nodiscard]] bool nothing_read() const noexcept { return holding + rounding + failing + incalculable == 0; }
};

[[nodiscard]] CheckTally tally(std::span<const WorkbookCheck> checks);

/// A line for each of the first that fail, then of those that cannot be calculated; the rest are counted.
[[nodiscard]] std::string failing_text(std::span<const WorkbookCheck> checks, bool english);

/// "84 stämmer, 1 fel, 2 ej tillämpliga"; in English with `english`.
[[nodiscard]] std::string counts_text(const CheckTally& tally, bool english);

} // namespace finsam
