#pragma once
// The files beside the books that a report is made of, as texts and as values.

#include "bridge/ledger/books.hpp"
#include "bridge/report/account_map.hpp"
#include "bridge/report/layout.hpp"
#include "bridge/report/layout_choice.hpp"
#include "bridge/report/typed_input.hpp"

#include <string>
#include <tl/expected.hpp>

namespace finsam {

/// Contents of the files; "" where there is none (budget and typed input).
struct ReportTexts {
    std::string layout_toml, map_csv, input_toml, budget_csv;
    LayoutChoice choice{}; ///< what a förbund changes in the layout
};

struct ReportInputs {
    Layout layout;
    AccountMap map;
    TypedInput typed;
};

enum class ReportText { layout, map, input, budget };

/// Which text cannot be used, and why (Swedish, with the line).
struct ReportTextProblem {
    ReportText which = ReportText::layout;
    std::string text;
};

[[nodiscard]] tl::expected<ReportInputs, ReportTextProblem> parse_report_texts(const ReportTexts& texts);

/// The förbund's name as typed goes before the one in the SIE files.
void adopt_typed_name(Books& books, const TypedInput& typed);

} // namespace finsam
