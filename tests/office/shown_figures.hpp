#pragma once
// The figures that a workbook's report sheets show, as the rules read them: typed over or not.

#include "bridge/report/rule_verdict.hpp"
#include "bridge/report/statement_terms.hpp"
#include "templates/builder/contract.hpp"
#include "tests/office/document.hpp"

#include <map>
#include <string>
#include <vector>

namespace finsam::office {

/// Contents of the sheets, read whole: values, and whether a formula gives them.
class SheetContents {
public:
    explicit SheetContents(const Document& document) : document_(document) {}

    [[nodiscard]] std::optional<double> number(const std::string& sheet, workbook::Address at);
    [[nodiscard]] std::string text(const std::string& sheet, workbook::Address at);
    [[nodiscard]] bool is_formula(const std::string& sheet, workbook::Address at);

private:
    struct Sheet {
        com::sun::star::uno::Sequence<com::sun::star::uno::Sequence<com::sun::star::uno::Any>> values;
        com::sun::star::uno::Sequence<com::sun::star::uno::Sequence<rtl::OUString>> formulas;
    };
    Sheet& of(const std::string& name);

    const Document& document_;
    std::map<std::string, Sheet> sheets_;
};

/// What no table shows comes from the engine, and so does how far typed figures of Indata may be rounded.
class ShownFigures : public FigureReader {
public:
    ShownFigures(SheetContents& contents, const std::vector<workbook::ReportCell>& cells, int credit_sign,
                 statement::Evaluator& engine);

    ReadFigure read(const RuleFigure& figure) override;
    std::vector<ReadFigure> down(const RuleFigure& column) override;

private:
    struct Line {
        std::string key;
        ReadFigure figure;
        bool is_typed = false;
    };
    [[nodiscard]] const std::vector<Line>& column(const RuleFigure& figure) const;
    [[nodiscard]] ReadFigure lines(const RuleFigure& figure);
    [[nodiscard]] ReadFigure made(const RuleFigure& figure);
    [[nodiscard]] const statement::Cell& engine(const RuleFigure& figure);

    statement::Evaluator& engine_;
    std::map<std::pair<std::string, std::size_t>, std::vector<Line>> columns_; ///< by table and column, down
};

} // namespace finsam::office
