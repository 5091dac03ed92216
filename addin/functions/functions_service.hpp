#pragma once
// The UNO service of the cell functions: converts arguments, calls bridge/figures, converts the result.

#include "addin/functions/calendar_arguments.hpp"
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

    double SAL_CALL kontosaldo(const CellRange& saldon, const rtl::OUString& konton, const Any& kolumn) override;
    double SAL_CALL periodsaldo(const DocumentProperties& dokument, const CellRange& rader, const rtl::OUString& konton,
                                const Any& fran, const Any& till) override;
    double SAL_CALL objektsaldo(const CellRange& objekt, const rtl::OUString& insats, const Any& konton) override;
    double SAL_CALL budgetsaldo(const CellRange& budget, const rtl::OUString& konton, const Any& kolumn) override;
    AnyMatrix SAL_CALL verifikationer(const DocumentProperties& dokument, const CellRange& verifikationer,
                                      const rtl::OUString& konton, const Any& fran, const Any& till) override;

    double SAL_CALL ekriktvarde(double medlemsmedel, const Any& trappa) override;
    AnyMatrix SAL_CALL medelsfordelning(double belopp, const CellRange& befolkning) override;

    double SAL_CALL avrundaenhet(double belopp, const rtl::OUString& enhet, const Any& decimaler) override;
    double SAL_CALL svtal(const rtl::OUString& text) override;
    rtl::OUString SAL_CALL svbelopp(double tal, const Any& enhet, const Any& decimaler) override;
    double SAL_CALL svdatum(const DocumentProperties& dokument, const rtl::OUString& text) override;
    rtl::OUString SAL_CALL svperiod(const DocumentProperties& dokument, const rtl::OUString& fran,
                                    const rtl::OUString& till, const Any& form) override;
    rtl::OUString SAL_CALL orgnr(const rtl::OUString& text) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;
};

} // namespace finsam::addin
