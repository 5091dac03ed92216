#pragma once
// The sheet Granskning: the findings of a review as rows of cells. All of it is values; texts of the reviewed report
// are no formulas, whatever they begin with.

#include "bridge/review/review.hpp"
#include "templates/builder/contract.hpp"

#include <optional>
#include <string>
#include <vector>

namespace finsam::workbook {

/// First cell of the sheet; tells it from a sheet of that name that somebody else has made.
inline constexpr std::string_view review_title = "Granskning av årsredovisningen";
inline constexpr std::string_view review_sheet_name = "Granskning";

struct ReviewLine {
    /// The last text of a `sentence` runs on over the columns beside it.
    enum class Look { row, sentence, title, heading, columns };
    std::vector<PlainValue> cells; ///< as many in every line
    Look look = Look::row;
    int decimals = -1;                         ///< of its figures; -1: it has none
    std::optional<review::SheetPlace> place{}; ///< of the figure that it is about
};

/// Where the figures of a finding stand, and where the link to its cell goes.
namespace review_column {
inline constexpr int table = 0, row = 1, column = 2, printed = 3, computed = 4, difference = 5, unit = 6, rule = 7,
                     type = 8, certainty = 9, text = 10, link = 11, count = 12;
}

/// `last_year`: what the report was compared with, for people; "" for nothing.
[[nodiscard]] std::vector<ReviewLine> review_lines(const review::ReviewResult& result, const std::string& last_year);

} // namespace finsam::workbook
