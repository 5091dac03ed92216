#pragma once
// The rules of bridge/report/report_rules.hpp as native formulas over the cells that the report sheets show: they judge
// what people typed over a formula too, and need no function of the extension.

#include "bridge/report/report_rules.hpp"
#include "templates/builder/row_formula.hpp"

#include <string>
#include <vector>

namespace finsam::workbook {

/// One side of a check; without a figure it is "", and the check does not apply.
struct CheckSide {
    Formula value;
    std::vector<Place> cells; ///< that it reads, the first of each range
};

struct CheckFormula {
    CheckSide left, right;
    Formula tolerance; ///< what rounding explains: of figures that are typed in a rounded unit
};

class CheckFormulas {
public:
    CheckFormulas(const ReportPlan& plan, const RowFormulas& formulas) : plan_(plan), formulas_(formulas) {}

    [[nodiscard]] CheckFormula of(const ReportRule& rule) const;

private:
    /// A figure as part of a formula on the sheet Kontroller.
    struct Operand {
        std::string value; ///< with its sign: "+[$Noter.C5]"
        std::string guard; ///< a cell that must hold a number; "" when none must
        std::string slack; ///< "" when rounding moves nothing
        Place place;
    };
    /// Nothing when the workbook does not keep the figure's year; then the whole side is nothing.
    [[nodiscard]] std::optional<Operand> operand(const RuleFigure& figure) const;
    [[nodiscard]] std::optional<Operand> whole(const RuleFigure& figure) const;
    [[nodiscard]] std::optional<Operand> typed(const RuleFigure& figure) const;
    [[nodiscard]] Operand list_lines(const RuleFigure& figure) const;
    [[nodiscard]] Operand insats_sum(const RuleFigure& figure) const;
    [[nodiscard]] Operand insats_lines(const RuleFigure& figure) const;
    [[nodiscard]] std::optional<std::vector<Operand>> operands(const std::vector<RuleFigure>& figures) const;

    [[nodiscard]] CheckFormula equal(const ReportRule& rule) const;
    [[nodiscard]] CheckFormula share(const ReportRule& rule) const;
    [[nodiscard]] CheckFormula rows(const ReportRule& rule) const;
    [[nodiscard]] CheckFormula signs(const ReportRule& rule) const;

    const ReportPlan& plan_;
    const RowFormulas& formulas_;
};

} // namespace finsam::workbook
