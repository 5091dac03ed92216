#include "tests/window/mnemonics.hpp"

#include "tests/office/text.hpp"
#include "tests/window/seen.hpp"

#include <com/sun/star/awt/XVclContainer.hpp>
#include <com/sun/star/awt/XVclWindowPeer.hpp>
#include <com/sun/star/awt/XWindow2.hpp>

// Deprecated without anything in its place: nothing else lists the controls of a dialog.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace finsam::window {
namespace {

using namespace com::sun::star;

std::string label_of(const uno::Reference<awt::XWindow>& control) {
    const uno::Reference<awt::XVclWindowPeer> peer(control, uno::UNO_QUERY);
    rtl::OUString label;
    if (peer.is()) {
        peer->getProperty("Label") >>= label;
    }
    return office::to_string(label);
}

} // namespace

std::map<std::string, std::vector<std::string>> mnemonics_of(const office::Office& office,
                                                             const std::string& window_title) {
    std::map<std::string, std::vector<std::string>> found;
    const uno::Reference<awt::XVclContainer> window(find_window(office, window_title), uno::UNO_QUERY_THROW);
    for (const uno::Reference<awt::XWindow>& control : window->getWindows()) {
        const uno::Reference<awt::XWindow2> shown(control, uno::UNO_QUERY);
        const std::string label = label_of(control);
        const std::size_t mark = label.find('~');
        if (shown.is() && shown->isVisible() && mark != label.npos && mark + 1 < label.size()) {
            found[office::to_string(office::to_ustring(label.substr(mark + 1)).copy(0, 1).toAsciiLowerCase())]
                .push_back(label);
        }
    }
    return found;
}

} // namespace finsam::window
