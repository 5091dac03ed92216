#include "addin/workbook/applicable_checks.hpp"

#include "addin/functions/arguments.hpp"
#include "addin/workbook/document_guards.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <optional>
#include <string>
#include <vector>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using com::sun::star::table::XCellRange;

/// Row by row; a heading has no state.
std::vector<bool> hidden_lines(const uno::Reference<XCellRange>& states) {
    std::vector<bool> hidden;
    std::optional<std::size_t> heading;
    const auto rows =
        uno::Reference<com::sun::star::sheet::XCellRangeData>(states, uno::UNO_QUERY_THROW)->getDataArray();
    for (const uno::Sequence<uno::Any>& row : rows) {
        rtl::OUString text;
        row[0] >>= text;
        const std::string state = to_utf8(text);
        if (state.empty()) {
            heading = hidden.size();
        } else if (state != "ej tillämplig" && heading) {
            hidden[*heading] = false;
        }
        hidden.push_back(state.empty() || state == "ej tillämplig");
    }
    return hidden;
}

} // namespace

uno::Reference<XCellRange> check_states(const DocumentReference& document) {
    const uno::Reference<com::sun::star::beans::XPropertySet> properties(document, uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XNameAccess> names(properties->getPropertyValue("NamedRanges"),
                                                                       uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::sheet::XCellRangeReferrer> name(names->getByName("Kontroller_Lage"),
                                                                         uno::UNO_QUERY_THROW);
    return {name->getReferredCells(), uno::UNO_SET_THROW};
}

void hide_checks_that_do_not_apply(const DocumentReference& document) {
    const Unprotected unprotected(document);
    const auto states = check_states(document);
    const uno::Reference<com::sun::star::container::XIndexAccess> rows(
        uno::Reference<com::sun::star::table::XColumnRowRange>(states, uno::UNO_QUERY_THROW)->getRows(),
        uno::UNO_QUERY_THROW);
    const std::vector<bool> hidden = hidden_lines(states);
    for (std::size_t row = 0; row < hidden.size(); ++row) {
        if (hidden[row]) {
            uno::Reference<com::sun::star::beans::XPropertySet>(rows->getByIndex(static_cast<sal_Int32>(row)),
                                                                uno::UNO_QUERY_THROW)
                ->setPropertyValue("IsVisible", uno::Any(false));
        }
    }
}

} // namespace finsam::addin
