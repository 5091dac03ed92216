#include "addin/functions/functions_service.hpp"

#include "addin/functions/arguments.hpp"
#include "bridge/figures/soliditet.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/supportsservice.hxx>

namespace finsam::addin {

double FunctionsService::soliditet(double eget_kapital, double summa_tillgangar, const Any& ansvarsforbindelse) {
    const std::optional<double> share =
        finsam::soliditet(eget_kapital, summa_tillgangar, optional_number(ansvarsforbindelse, {"soliditet", 2}));
    return share ? *share : error_value(error_division_by_zero);
}

rtl::OUString FunctionsService::getImplementationName() {
    return "se.finsam.calc.FunctionsImplementation";
}

sal_Bool FunctionsService::supportsService(const rtl::OUString& name) {
    return cppu::supportsService(this, name);
}

com::sun::star::uno::Sequence<rtl::OUString> FunctionsService::getSupportedServiceNames() {
    com::sun::star::uno::Sequence<rtl::OUString> names(1);
    names[0] = "se.finsam.calc.Functions";
    return names;
}

} // namespace finsam::addin

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
se_finsam_calc_Functions_get_implementation(com::sun::star::uno::XComponentContext*,
                                            const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    return cppu::acquire(new finsam::addin::FunctionsService);
}
