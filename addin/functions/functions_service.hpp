#pragma once
// The UNO service of the cell functions: converts arguments, calls bridge/figures, converts the result.

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <cppuhelper/implbase2.hxx>
#include <se/finsam/calc/XFunctions.hpp>

namespace finsam::addin {

class FunctionsService final
    : public cppu::WeakImplHelper2<se::finsam::calc::XFunctions, com::sun::star::lang::XServiceInfo> {
public:
    using Any = com::sun::star::uno::Any;
    using Range = com::sun::star::uno::Reference<com::sun::star::table::XCellRange>;

    double SAL_CALL soliditet(double eget_kapital, double summa_tillgangar, const Any& ansvarsforbindelse) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;
};

} // namespace finsam::addin
