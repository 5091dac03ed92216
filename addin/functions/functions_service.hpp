#pragma once
// The UNO service of the cell functions: converts arguments, calls bridge/figures, converts the result.

#include "addin/functions/cell_table.hpp"

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase2.hxx>
#include <se/finsam/calc/XFunctions.hpp>

namespace finsam::addin {

class FunctionsService final
    : public cppu::WeakImplHelper2<se::finsam::calc::XFunctions, com::sun::star::lang::XServiceInfo> {
public:
    using Any = com::sun::star::uno::Any;

    double SAL_CALL soliditet(double eget_kapital, double summa_tillgangar, const Any& ansvarsforbindelse) override;
    double SAL_CALL balanskrav(double arets_resultat, const Any& realisationsvinster, const Any& vinster_undantag,
                               const Any& forluster_undantag, const Any& orealiserade, const Any& aterforing,
                               const Any& reservering, const Any& anvandning) override;
    AnyMatrix SAL_CALL driftredovisning(const CellRange& utfall, const CellRange& budget, const Any& foregaende,
                                        const Any& enhet) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;
};

} // namespace finsam::addin
