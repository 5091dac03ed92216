#pragma once
// Judges the rules of report_rules.hpp over figures, wherever they are read: the engine's, or those that a workbook
// shows.

#include "bridge/report/report_rules.hpp"
#include "bridge/report/statement.hpp"

#include <vector>

namespace finsam {

struct ReadFigure {
    Value value;            ///< with the stable sign
    Ore slack{};            ///< how far rounding may have moved it
    double share_slack = 0; ///< the same of shares
};

class FigureReader {
public:
    FigureReader() = default;
    FigureReader(const FigureReader&) = delete;
    FigureReader& operator=(const FigureReader&) = delete;
    virtual ~FigureReader() = default;

    /// Without the rule's sign. Lines sum to zero where there are none.
    [[nodiscard]] virtual ReadFigure read(const RuleFigure& figure) = 0;
    /// A column of a table of slag insatser, row by row, also the lines that are no part of the sum.
    [[nodiscard]] virtual std::vector<ReadFigure> down(const RuleFigure& column) = 0;
};

/// Sides, tolerance, state and what differs.
void judge(CheckResult& check, const ReportRule& rule, FigureReader& reader);

/// Two amounts: they hold when they are equal, to the öre. Without one of them the check does not apply.
void compare_amounts(CheckResult& check, const Value& left, const Value& right);

} // namespace finsam
