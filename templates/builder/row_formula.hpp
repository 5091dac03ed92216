#pragma once
// Turns the rows of a layout into formulas: the same rules as the statement engine, in Calc's language. A figure whose
// year was not imported is "", and so is everything that depends on it.

#include "templates/builder/report_plan.hpp"

#include "templates/builder/formula.hpp"
#include "templates/builder/sheet_model.hpp"

#include <optional>
#include <string>
#include <vector>

namespace finsam::workbook {

class RowFormulas {
public:
    explicit RowFormulas(const ReportPlan& plan) : plan_(plan) {}

    /// The formula of a figure in its own cell (visible or helper).
    [[nodiscard]] Formula figure(const Figure& figure) const;
    /// Line `line` (1 ...) of an account list that has so many accounts. Not of a deviation.
    [[nodiscard]] Formula list_line(const Figure& figure, int line) const;
    /// How far rounding may have moved a figure, on the sheet Kontroller: of what is typed over it in a rounded unit or
    /// copied from an earlier report, and of what it sums. "" when nothing can have.
    [[nodiscard]] std::string slack(const Figure& figure) const;
    struct TypedField {
        Address at; ///< on Indata
        int sign = 1;
    };
    /// Where a typed figure stands; nothing when the document has no such field, or the year no column.
    [[nodiscard]] std::optional<TypedField> input_field(const std::string& key, int year) const;
    /// What should be restored by the report year's end and is not; `whole` is a row of what earlier years left.
    [[nodiscard]] Formula overdue(const Table& table, const Row& whole) const;
    /// A row's text, in which {ar-1} stands for a year.
    [[nodiscard]] static Content row_text(const Row& row);
    /// A column's heading.
    [[nodiscard]] Formula header(const Column& column) const;

private:
    struct Operand {
        std::string cell;
        int sign = 1;
        bool credit = false; ///< the cell is printed with the credit sign
    };
    [[nodiscard]] std::vector<Operand> operands(const Figure& from, const std::vector<Term>& terms,
                                                std::string_view on_sheet, bool& complete) const;
    [[nodiscard]] std::string books_value(const Figure& figure) const;
    [[nodiscard]] Formula typed_budget(const Figure& figure, const Formula& otherwise) const;
    [[nodiscard]] std::string budget_as_printed(const std::string& expression, const Figure& figure, int sign) const;
    [[nodiscard]] Formula by_kind(const Figure& figure) const;
    [[nodiscard]] std::string books_guard(const Figure& figure) const;
    [[nodiscard]] std::string typed_cell(const Figure& figure) const;
    [[nodiscard]] std::string typed_value(const Figure& figure, const std::string& key) const;
    [[nodiscard]] Formula account_sum(const Figure& figure) const;
    [[nodiscard]] Formula term_sum(const Figure& figure) const;
    [[nodiscard]] Formula input(const Figure& figure) const;
    [[nodiscard]] Formula soliditet(const Figure& figure) const;
    [[nodiscard]] Formula balanskrav(const Figure& figure) const;
    [[nodiscard]] Formula guideline(const Figure& figure) const;
    [[nodiscard]] Formula carried(const Figure& figure) const;
    /// As Evaluator::left_since.
    [[nodiscard]] std::string left_since(const Figure& whole, int origin) const;
    [[nodiscard]] std::optional<std::string> known(const Figure& figure) const;
    [[nodiscard]] std::string carried_slack(const Figure& figure) const;
    [[nodiscard]] std::string slack_of(const Figure& from, const std::vector<Term>& terms) const;
    [[nodiscard]] std::string step(const std::string& key, int year) const;
    [[nodiscard]] Formula members(const Figure& figure) const;
    [[nodiscard]] Formula share(const Figure& figure) const;
    [[nodiscard]] Formula deviation(const Figure& figure, ColumnKind of) const;
    [[nodiscard]] Formula forecast(const Figure& figure) const;
    [[nodiscard]] std::string rest_of_budget(const Figure& figure) const;
    [[nodiscard]] std::string input_cell(const std::string& key, int year) const;
    [[nodiscard]] Formula opening(const Figure& figure) const;
    [[nodiscard]] Formula change(const Figure& figure) const;
    [[nodiscard]] Formula same_as(const Figure& other) const;
    [[nodiscard]] Formula sum_of_terms(const Figure& figure, const std::vector<Term>& terms) const;
    [[nodiscard]] Formula with_typed(const Figure& figure, const std::string& guard, const std::string& value) const;

    const ReportPlan& plan_;
};

/// What a printed figure is multiplied with to get the stable sign, but for the credit sign. Deviations, shares and
/// counts are printed with the stable sign: a cost lower than its budget is a positive deviation.
[[nodiscard]] int print_sign(const Row& row, ColumnKind kind) noexcept;
/// Printed with the credit sign.
[[nodiscard]] bool on_credit_side(const Row& row, ColumnKind kind) noexcept;

/// Sum in SIE's sign of a list's accounts in one insats, slot 0 or 1; `code` is a reference or an expression.
[[nodiscard]] std::string insats_sum(const Row& list, int slot, const std::string& code);

/// The last digit that a form prints, in kronor, and half of it; zero in kr and öre, which are printed exactly.
struct PrintedDigit {
    int whole = 0;
    double half = 0;
};
[[nodiscard]] PrintedDigit printed_digit(AmountForm form) noexcept;
/// Half of the unit that a figure copied from an earlier report is told in, in kronor: see `typed_slack`.
[[nodiscard]] std::string slack_of_typed(const std::string& typed);

/// Names of amounts and of map results: "Saldon_Res_0", "Saldon_Notrad_UB_1".
[[nodiscard]] std::string amounts_name(const Row& row, ColumnKind kind, int year);
[[nodiscard]] std::string criteria_name(const Row& row, ColumnKind kind, int year);

} // namespace finsam::workbook
