#include "addin/commands/command_functions.hpp"
#include "addin/commands/message.hpp"
#include "addin/commands/report_document.hpp"
#include "addin/commands/selection.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/workbook/applicable_checks.hpp"
#include "bridge/workbook/check_tally.hpp"

#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
using com::sun::star::table::XCellRange;

constexpr Text title{"Kontrollera", "Check"};
constexpr sal_Int32 where_column = 9; ///< of the sheet: the cells of the left side

std::string text_at(const uno::Reference<XCellRange>& cells, sal_Int32 column, sal_Int32 row) {
    const uno::Reference<com::sun::star::text::XText> cell(cells->getCellByPosition(column, row), uno::UNO_QUERY_THROW);
    return to_utf8(cell->getString());
}

/// What is checked stands first in the row of each state, then its year; what it reads stands right of the state.
std::vector<WorkbookCheck> checks_of(const uno::Reference<XCellRange>& states) {
    const auto area = uno::Reference<sheet::XCellRangeAddressable>(states, uno::UNO_QUERY_THROW)->getRangeAddress();
    const uno::Reference<XCellRange> whole(
        uno::Reference<sheet::XSheetCellRange>(states, uno::UNO_QUERY_THROW)->getSpreadsheet(), uno::UNO_QUERY_THROW);
    std::vector<WorkbookCheck> checks;
    for (sal_Int32 row = 0; row <= area.EndRow - area.StartRow; ++row) {
        const sal_Int32 at = area.StartRow + row;
        checks.push_back(
            {text_at(whole, 0, at), text_at(states, 0, row), text_at(whole, 1, at), text_at(whole, where_column, at)});
    }
    return checks;
}

Message verdict(const CheckTally& counts, const std::vector<WorkbookCheck>& checks, Language language) {
    const bool english = language == Language::english;
    if (counts.nothing_read()) {
        return {MessageKind::information, title,
                pick(language, {"Inget är inläst i rapporten, så det finns inget att kontrollera.",
                                "Nothing has been read into the report, so there is nothing to check."}),
                ""};
    }
    const std::string numbers = counts_text(counts, english) + ".";
    if (!counts.first_failing) {
        return {MessageKind::information, title,
                pick(language, {"Alla kontroller som kan göras stämmer.", "Every check that can be made holds."}),
                numbers};
    }
    return {MessageKind::warning, title,
            pick(language, {"Det finns kontroller som inte stämmer.", "There are checks that do not hold."}),
            fmt::format("{}\n\n{}", numbers, failing_text(checks, english))};
}

} // namespace

void kontrollera(const Context& context, const Frame& frame) {
    const DocumentReference document = document_of(frame);
    uno::Reference<sheet::XCalculatable>(document, uno::UNO_QUERY_THROW)->calculateAll();
    const auto states = check_states(document);
    const std::vector<WorkbookCheck> checks = checks_of(states);
    const CheckTally counts = tally(checks);
    if (counts.first_failing) {
        select(frame, states->getCellByPosition(0, static_cast<sal_Int32>(*counts.first_failing)));
    }
    show_message(context, frame, verdict(counts, checks, language_of(context)));
}

} // namespace finsam::addin
