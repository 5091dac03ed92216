#pragma once
// The ties between the statements of an annual report, whoever made it: one list for the review of published reports
// and for the checks of our own. Rows have their stable names and stable signs (income and assets +, costs -, equity,
// provisions and liabilities +, what raises cash +); layouts and published tables print other signs.

#include <span>
#include <string_view>

namespace finsam {

/// How surely the tie must hold.
enum class TieForce {
    must,       ///< a difference is an error
    when_usual, ///< only where the report itself keeps it in most years: not every report counts alike
};

/// left = right, in every year where both are there. Terms are "tabell.rad", with "-" before for subtraction, "@-1" for
/// the year before and "?" for a row that counts as zero where it is not printed; blanks between.
/// Several ties under one key are readings of the same rule: the one that the report keeps best is used.
/// The tolerance is half of the last printed digit for each figure, and 0 in öre.
struct ReportTie {
    std::string_view key, text;
    std::string_view rule; ///< the source of the rule
    std::string_view left; ///< first the figure that the others should give
    std::string_view right;
    std::string_view share_of = {}; ///< of shares: left = right / share_of
    TieForce force = TieForce::must;
    /// What is odd about the reading though its sums hold; a finding of its own. "" for the usual one.
    std::string_view remark = {};
};

/// A row that a report may leave out and other rows give.
struct DerivedRow {
    std::string_view row, terms;
};

[[nodiscard]] std::span<const ReportTie> report_ties() noexcept;
[[nodiscard]] std::span<const DerivedRow> derived_rows() noexcept;

} // namespace finsam
