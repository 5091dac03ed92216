#pragma once
// What an auditor checks in a report of ours: one list of rules for the statement engine and for the sheet Kontroller.
// First the layout's own checks, then the ties of report_ties.hpp that the layout's rows have, then what each row and
// column says of itself: a sum, a share, a deviation. A rule that two of them give stands once, under the first key.

#include "bridge/report/layout.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// What a rule reads of a row in a column.
enum class FigurePart {
    whole, ///< the figure; in a table of slag insatser without `row` the column's sum
    lines, ///< the sum of the lines that are printed: of a list, or of a table of slag insatser. Never nothing
    typed, ///< what people typed for the row on Indata
};

struct RuleFigure {
    int sign = 1; ///< of the figure with its stable sign
    const Table* table = nullptr;
    const Row* row = nullptr; ///< nullptr: a column of a table of slag insatser
    ColumnKind kind = ColumnKind::outcome;
    int year = 0; ///< as in columns
    FigurePart part = FigurePart::whole;
    friend auto operator<=>(const RuleFigure&, const RuleFigure&) = default;
};

enum class RuleForm {
    equal, ///< sum of `left` = sum of `right`, amounts
    share, ///< `left` = sum of `right` / sum of `below`, to the sixth decimal
    rows, ///< the table's rows in which all the columns of `left` have a figure that do not sum to zero: there are none
    signs, ///< figures of `left` that are negative: there are none
};

struct ReportRule {
    std::string key; ///< "ek_kedja", "summa:resultatrakning.arets_resultat"; with the year it is the check's name
    std::string text;
    std::string rule;             ///< source: "LKBR 11:10", "RKR R13" ...
    const Table* table = nullptr; ///< that it is told with; nullptr when the document lacks a table of it
    int year = 0;                 ///< as in columns
    RuleForm form = RuleForm::equal;
    std::vector<RuleFigure> left, right, below; ///< no left: the document lacks a table of it
};

/// Rules that many rows and columns give: the key's part before the colon, and what the rule says with {tabell} and
/// {rad} for their names.
struct RuleFamily {
    std::string_view key, text;
};
[[nodiscard]] std::span<const RuleFamily> rule_families() noexcept;

/// The layout must outlive the rules.
[[nodiscard]] std::vector<ReportRule> report_rules(const Layout& layout);

/// A figure may be a rounded copy of the exact one: half of its last printed digit, where that is more than a krona and
/// the figure is whole in it; in kr and öre, and for zero, nothing.
[[nodiscard]] Ore printed_slack(Ore figure, AmountForm form) noexcept;

} // namespace finsam
