#include "addin/commands/report_document.hpp"

#include "addin/functions/arguments.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XStorable.hpp>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using com::sun::star::container::XNameAccess;

/// Of what every workbook has and no other document is likely to have.
constexpr std::string_view checks_name = "Kontroller_Lage";
constexpr std::array sheets_needed = {workbook::sheet::start, workbook::sheet::checks, workbook::sheet::map,
                                      workbook::sheet::balances};

} // namespace

DocumentReference document_of(const uno::Reference<com::sun::star::frame::XFrame>& frame) {
    const auto controller = frame.is() ? frame->getController() : nullptr;
    return controller.is() ? DocumentReference(controller->getModel(), uno::UNO_QUERY) : DocumentReference();
}

bool is_report(const DocumentReference& document) {
    const uno::Reference<com::sun::star::beans::XPropertySet> properties(document, uno::UNO_QUERY);
    if (!properties.is()) {
        return false;
    }
    const uno::Reference<XNameAccess> names(properties->getPropertyValue("NamedRanges"), uno::UNO_QUERY_THROW);
    const auto sheets = document->getSheets();
    return names->hasByName(from_utf8(checks_name)) && std::ranges::all_of(sheets_needed, [&](std::string_view name) {
               return sheets->hasByName(from_utf8(name));
           });
}

bool is_read_only(const DocumentReference& document) {
    const uno::Reference<com::sun::star::frame::XStorable> storable(document, uno::UNO_QUERY);
    return storable.is() && storable->isReadonly();
}

DocumentState state_of(const uno::Reference<com::sun::star::frame::XFrame>& frame) {
    const DocumentReference document = document_of(frame);
    return document.is() ? DocumentState{true, is_report(document), !is_read_only(document)} : DocumentState();
}

} // namespace finsam::addin
