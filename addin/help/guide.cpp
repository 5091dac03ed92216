#include "addin/help/guide.hpp"

#include "addin/commands/message.hpp"
#include "addin/file_url.hpp"
#include "addin/functions/arguments.hpp"

#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <rtl/uri.hxx>

namespace finsam::addin {

namespace uno = com::sun::star::uno;

namespace {

/// Swedish letters of a heading as a URL has them.
rtl::OUString encoded(const std::string& anchor) {
    return rtl::Uri::encode(from_utf8(anchor), rtl_getUriCharClass(rtl_UriCharClassUricNoSlash),
                            rtl_UriEncodeIgnoreEscapes, RTL_TEXTENCODING_UTF8);
}

} // namespace

/// The guide is in the package, so that it is there without a network and is the one of this version.
void show_guide(const Context& context, const Frame& frame, const std::string& anchor) {
    const rtl::OUString package =
        com::sun::star::deployment::PackageInformationProvider::get(context)->getPackageLocation("se.finsam.calc");
    const rtl::OUString page = package + "/help/anvandarhandbok.html";
    try {
        com::sun::star::system::SystemShellExecute::create(context)->execute(
            anchor.empty() ? page : page + "#" + encoded(anchor), "",
            com::sun::star::system::SystemShellExecuteFlags::URIS_ONLY);
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
