#pragma once
// The page Finsam of Tools > Options: the same settings as Finsam > Inställningar, in a window that the office makes
// from dialogs/options.xdl.

#include "addin/dialogs/settings_form.hpp"

#include <com/sun/star/awt/XContainerWindowEventHandler.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase2.hxx>
#include <memory>

namespace finsam::addin {

class OptionsPage final : public cppu::WeakImplHelper2<com::sun::star::awt::XContainerWindowEventHandler,
                                                       com::sun::star::lang::XServiceInfo> {
public:
    explicit OptionsPage(const Dialog::Context& context) : context_(context) {}

    /// "external_event" with "initialize", "ok" or "back".
    sal_Bool SAL_CALL callHandlerMethod(const com::sun::star::uno::Reference<com::sun::star::awt::XWindow>& window,
                                        const com::sun::star::uno::Any& event, const rtl::OUString& method) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedMethodNames() override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    void fill(const com::sun::star::uno::Reference<com::sun::star::awt::XWindow>& window);
    void save();

    Dialog::Context context_;
    std::unique_ptr<Dialog> window_;
    std::unique_ptr<SettingsForm> form_;
};

} // namespace finsam::addin
