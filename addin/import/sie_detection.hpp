#pragma once
// Type detection: is this file SIE? LibreOffice asks for files named .se, .si and .sie first, and for files of other
// names that nothing else wants. Answers from the first bytes, fast, since it is asked about unrelated files too.

#include <com/sun/star/document/XExtendedFilterDetection.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase2.hxx>

namespace finsam::addin {

/// The name of the type, and of the filter for it, in addin/oxt/Types.xcu and Filters.xcu.
inline constexpr const char* sie_type_name = "finsam_SIE";

class SieDetection final : public cppu::WeakImplHelper2<com::sun::star::document::XExtendedFilterDetection,
                                                        com::sun::star::lang::XServiceInfo> {
public:
    rtl::OUString SAL_CALL
    detect(com::sun::star::uno::Sequence<com::sun::star::beans::PropertyValue>& descriptor) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;
};

} // namespace finsam::addin
