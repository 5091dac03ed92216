#pragma once
// The years of a report: those of the books, and earlier ones that are known only by what people typed.

#include "bridge/ledger/books.hpp"
#include "bridge/report/layout.hpp"
#include "bridge/report/typed_input.hpp"

#include <string>

namespace finsam {

/// Fiscal years that a report reads and a workbook keeps: the report year and five years back.
inline constexpr int report_years = 6;

struct ReportYear {
    const YearBooks* books = nullptr; ///< nullptr: the books lack the year
    int calendar_year =
        0;                ///< in which it ends, counted back from the first of the books when they lack it; 0: no books
    std::string from, to; ///< ISO; both "" when nothing is known of the year, `from` "" when it is only typed
    TypedFigures typed;   ///< what was typed for it under the layout's keys

    [[nodiscard]] bool is_known() const noexcept { return !to.empty(); }
    /// "2024-01-01–2024-12-31"; of a year that is only typed, its last day; "" of a year whose closing balances are all
    /// that the books know, by the next year's opening: nothing of it lasted a period.
    [[nodiscard]] std::string period() const;
};

/// The year `back` years before the report year; -same_period_year: the same period of the year before, with no figure
/// typed for it. [ar.2024] is the latest fiscal year that ends in 2024,
/// [ar."2024-06-30"] the one that ends that day. A typed year that the books lack ends with its calendar year, or on
/// the day that was typed.
[[nodiscard]] ReportYear report_year(const Layout& layout, const Books& books, const TypedInput& typed, int back);

/// The last day under which a year is typed is that of no year of the report ("2024-06-29").
[[nodiscard]] bool is_stray_year_end(const Books& books, const Date& year_end);

} // namespace finsam
