#include "addin/import/sie_import.hpp"

#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/import/import_document.hpp"
#include "addin/import/refusal_message.hpp"
#include "addin/language.hpp"
#include "bridge/check/refusal_text.hpp"

#include <cppuhelper/supportsservice.hxx>

namespace finsam::addin {

namespace uno = com::sun::star::uno;
using rtl::OUString;

void SieImport::setTargetDocument(const Component& document) {
    guarded("setTargetDocument", [&] { target_ = document; });
}

sal_Bool SieImport::filter(const MediaDescriptor& descriptor) {
    return guarded(
        "filter",
        [&]() -> sal_Bool {
            cancelled_ = false;
            const DocumentReference document(target_, uno::UNO_QUERY_THROW);
            const ImportOutcome outcome = import_document(context_, document, descriptor, cancelled_);
            if (!outcome.succeeded && !outcome.cancelled) {
                tell_refusal(context_, descriptor, document, refusal_text(outcome.result, language_of(context_)));
            }
            return outcome.succeeded;
        },
        [&](const std::string& what) -> sal_Bool {
            tell_refusal(context_, descriptor, {target_, uno::UNO_QUERY}, failure_text(what, language_of(context_)));
            return false;
        });
}

void SieImport::cancel() {
    guarded("cancel", [&] { cancelled_ = true; });
}

OUString SieImport::getImplementationName() {
    return "se.finsam.calc.SieImportImplementation";
}

sal_Bool SieImport::supportsService(const OUString& name) {
    return cppu::supportsService(this, name);
}

uno::Sequence<OUString> SieImport::getSupportedServiceNames() {
    uno::Sequence<OUString> names(2);
    names[0] = "se.finsam.calc.SieImport";
    names[1] = "com.sun.star.document.ImportFilter";
    return names;
}

} // namespace finsam::addin

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
se_finsam_calc_SieImport_get_implementation(com::sun::star::uno::XComponentContext* context,
                                            const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    return finsam::addin::make_service<finsam::addin::SieImport>("SieImport", context);
}
