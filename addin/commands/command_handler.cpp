#include "addin/commands/command_handler.hpp"

#include "addin/commands/command_dispatch.hpp"
#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"

#include <algorithm>
#include <cppuhelper/supportsservice.hxx>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using rtl::OUString;

constexpr const char* implementation_name = "se.finsam.calc.CommandsImplementation";

} // namespace

void CommandHandler::initialize(const uno::Sequence<uno::Any>& arguments) {
    guarded("commands_frame", [&] {
        if (arguments.hasElements()) {
            arguments[0] >>= frame_;
        }
    });
}

CommandHandler::Dispatch CommandHandler::queryDispatch(const com::sun::star::util::URL& url, const OUString&,
                                                       sal_Int32) {
    return guarded("commands_dispatch", [&]() -> Dispatch {
        const Command* command = find_command(to_utf8(url.Complete));
        return command == nullptr ? nullptr : new CommandDispatch(context_, frame_, *command);
    });
}

uno::Sequence<CommandHandler::Dispatch>
CommandHandler::queryDispatches(const uno::Sequence<com::sun::star::frame::DispatchDescriptor>& requests) {
    return guarded("commands_dispatches", [&] {
        uno::Sequence<Dispatch> answers(requests.getLength());
        std::ranges::transform(requests, answers.getArray(), [&](const auto& request) {
            return queryDispatch(request.FeatureURL, request.FrameName, request.SearchFlags);
        });
        return answers;
    });
}

OUString CommandHandler::getImplementationName() {
    return OUString::createFromAscii(implementation_name);
}

sal_Bool CommandHandler::supportsService(const OUString& name) {
    return cppu::supportsService(this, name);
}

uno::Sequence<OUString> CommandHandler::getSupportedServiceNames() {
    const OUString names[] = {from_utf8(commands_service), "com.sun.star.frame.ProtocolHandler"};
    return {names, 2};
}

} // namespace finsam::addin

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
se_finsam_calc_Commands_get_implementation(com::sun::star::uno::XComponentContext* context,
                                           const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    return finsam::addin::make_service<finsam::addin::CommandHandler>("Commands", context);
}
