#pragma once
// The nyckeltal that förbund are compared by. Each is a figure of the annual report's own tables (layout kr), or a row
// that the statement engine evaluates with the same rules: there is no second definition of a figure here.

#include "bridge/report/statement.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace finsam {

struct KeyFigure {
    std::string_view key, text;
    std::string_view sign =
        {}; ///< what a positive figure means, for headers: "kostnad −"; "" where it goes without saying
    ValueKind value = ValueKind::amount;   ///< kronor or a share
    std::string_view table = {}, row = {}; ///< where the report has it; "" of a quotient
    ColumnKind column = ColumnKind::outcome;
    std::string_view numerator = {},
                     denominator = {}; ///< of a quotient of two other key figures, which stand before it
    std::string_view rule = {};        ///< in words
    std::string_view source = {};      ///< of the rule
};

/// In print order. Signs are the stable ones: income and equity +, costs -, a deviation + when better than the budget.
[[nodiscard]] std::span<const KeyFigure> key_figures() noexcept;

/// Place of a key in `key_figures`; the key must be there.
[[nodiscard]] std::size_t key_figure_index(std::string_view key) noexcept;

/// "Soliditet (%)", "Verksamhetens kostnader (tkr, kostnad −)".
[[nodiscard]] std::string heading(const KeyFigure& figure, std::string_view unit_of_amounts);

/// The built-in layout that they are figures of, with the rows that only a comparison has.
[[nodiscard]] Layout comparison_layout();

/// One for each key figure, of the report's own year; nothing where the report has no figure.
[[nodiscard]] std::vector<Value> key_figures_of(const Report& report);

} // namespace finsam
