#pragma once
// The files beside the books that a report is made of, as texts and as values.

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/account_map.hpp"
#include "bridge/report/layout.hpp"
#include "bridge/report/layout_choice.hpp"
#include "bridge/report/typed_input.hpp"

#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace finsam {

/// Which document is made, and of which days. Only one of the two is given; neither: an årsredovisning.
struct DocumentChoice {
    std::optional<Date> period_end; ///< of a delårsrapport
    std::optional<int> plan_year;   ///< of a budget: calendar year in which the planned year ends

    [[nodiscard]] DocumentKind kind() const noexcept {
        return period_end ? DocumentKind::interim : plan_year ? DocumentKind::budget : DocumentKind::annual;
    }
    bool operator==(const DocumentChoice&) const = default;
};

/// With vouchers: the checks add them to the opening balances.
[[nodiscard]] BooksQuery books_query(std::optional<int> year, std::optional<std::string> company,
                                     std::optional<std::string> dimension, const DocumentChoice& document);

/// Contents of the files; "" where there is none (budget and typed input).
struct ReportTexts {
    std::string layout_toml, map_csv, input_toml, budget_csv;
    LayoutChoice choice{}; ///< what a förbund changes in the layout
    DocumentChoice document{};
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

/// The error also when the layout has no table for the document.
[[nodiscard]] tl::expected<ReportInputs, ReportTextProblem> parse_report_texts(const ReportTexts& texts);

/// The förbund's name as typed goes before the one in the SIE files.
void adopt_typed_name(Books& books, const TypedInput& typed);

} // namespace finsam
