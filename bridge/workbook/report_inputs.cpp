#include "bridge/workbook/report_inputs.hpp"

#include "bridge/report/report_years.hpp"

#include <fmt/format.h>

namespace finsam {
namespace {

template <class T>
tl::expected<void, ReportTextProblem> take(T& target, tl::expected<T, std::string> value, ReportText which) {
    if (!value) {
        return tl::unexpected(ReportTextProblem{which, std::move(value.error())});
    }
    target = std::move(*value);
    return {};
}

} // namespace

tl::expected<ReportInputs, ReportTextProblem> parse_report_texts(const ReportTexts& texts) {
    ReportInputs inputs;
    const DocumentKind document = texts.document.kind();
    auto state = take(inputs.layout, Layout::from_toml(texts.layout_toml, document), ReportText::layout);
    if (state && inputs.layout.tables.empty()) {
        state = tl::unexpected(ReportTextProblem{
            ReportText::layout, fmt::format("uppställningen har inga tabeller för {}; ge tabellerna avsnitt som "
                                            "[tabell.delarsrapport] eller [tabell.budget].",
                                            swedish_name(document))});
    }
    if (state) {
        if (auto chosen = choose(inputs.layout, texts.choice); !chosen) {
            return tl::unexpected(ReportTextProblem{ReportText::layout, std::move(chosen.error())});
        }
    }
    if (state) {
        state = take(inputs.map, AccountMap::from_csv(texts.map_csv), ReportText::map);
    }
    if (state && !texts.input_toml.empty()) {
        state = take(inputs.typed, TypedInput::from_toml(texts.input_toml), ReportText::input);
    }
    if (state && !texts.budget_csv.empty()) {
        InsatsList list;
        state = take(list, read_budget_csv(texts.budget_csv), ReportText::budget);
        inputs.typed.insatser = std::move(list.insatser);
        inputs.typed.budget = std::move(list.budget);
    }
    if (!state) {
        return tl::unexpected(std::move(state.error()));
    }
    return inputs;
}

BooksQuery books_query(std::optional<int> year, std::optional<std::string> company,
                       std::optional<std::string> dimension, const DocumentChoice& document) {
    return {year,
            std::move(company),
            std::move(dimension),
            true,
            report_years - 1,
            document.period_end,
            document.plan_year};
}

void adopt_typed_name(Books& books, const TypedInput& typed) {
    if (!typed.company_name.empty()) {
        books.company_name = typed.company_name;
    }
}

} // namespace finsam
