#include "addin/commands/command_functions.hpp"
#include "addin/commands/message.hpp"
#include "addin/file_url.hpp"
#include "addin/functions/arguments.hpp"

#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>

namespace finsam::addin {

namespace uno = com::sun::star::uno;

/// The guide is in the package, so that it is there without a network and is the one of this version.
void hjalp(const Context& context, const Frame& frame) {
    const rtl::OUString package =
        com::sun::star::deployment::PackageInformationProvider::get(context)->getPackageLocation("se.finsam.calc");
    const rtl::OUString page = package + "/help/anvandarhandbok.html";
    try {
        com::sun::star::system::SystemShellExecute::create(context)->execute(
            page, "", com::sun::star::system::SystemShellExecuteFlags::URIS_ONLY);
    } catch (const uno::Exception&) { // no program shows web pages here
        show_message(
            context, frame,
            {MessageKind::information,
             {"Hjälp", "Help"},
             pick(language_of(context), {"Ingen webbläsare kunde öppnas. Handboken är filen",
                                         "No web browser could be opened. The guide (in Swedish) is the file"}),
             to_path(page).string()});
    }
}

} // namespace finsam::addin
