#pragma once
// The import filter: a SIE file becomes a Calc document of its own. All of the file or nothing; whatever goes wrong is
// told in the office's language, and nothing but `false` leaves `filter`.

#include <atomic>
#include <com/sun/star/document/XFilter.hpp>
#include <com/sun/star/document/XImporter.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase3.hxx>

namespace finsam::addin {

class SieImport final
    : public cppu::WeakImplHelper3<com::sun::star::document::XFilter, com::sun::star::document::XImporter,
                                   com::sun::star::lang::XServiceInfo> {
public:
    using Context = com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>;
    using Component = com::sun::star::uno::Reference<com::sun::star::lang::XComponent>;

    explicit SieImport(const Context& context) : context_(context) {}

    void SAL_CALL setTargetDocument(const Component& document) override;
    sal_Bool SAL_CALL
    filter(const com::sun::star::uno::Sequence<com::sun::star::beans::PropertyValue>& descriptor) override;
    /// From any thread, or from an event while the filter runs.
    void SAL_CALL cancel() override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    Context context_;
    Component target_;
    std::atomic<bool> cancelled_ = false;
};

} // namespace finsam::addin
