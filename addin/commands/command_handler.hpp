#pragma once
// The protocol handler of the commands' URLs: one for each frame that has the menu.

#include "addin/commands/command_functions.hpp"

#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase3.hxx>

namespace finsam::addin {

class CommandHandler final
    : public cppu::WeakImplHelper3<com::sun::star::frame::XDispatchProvider, com::sun::star::lang::XInitialization,
                                   com::sun::star::lang::XServiceInfo> {
public:
    using Dispatch = com::sun::star::uno::Reference<com::sun::star::frame::XDispatch>;

    explicit CommandHandler(const Context& context) : context_(context) {}

    /// The office gives the frame as the first argument.
    void SAL_CALL initialize(const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& arguments) override;
    Dispatch SAL_CALL queryDispatch(const com::sun::star::util::URL& url, const rtl::OUString& target,
                                    sal_Int32 flags) override;
    com::sun::star::uno::Sequence<Dispatch> SAL_CALL
    queryDispatches(const com::sun::star::uno::Sequence<com::sun::star::frame::DispatchDescriptor>& requests) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    Context context_;
    Frame frame_;
};

} // namespace finsam::addin
