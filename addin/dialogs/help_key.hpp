#pragma once
// F1 in the extension's own dialogs. The office has no built index for an extension's help where its own help is not
// installed, and shows its web site instead (7.4), so the key is taken before the office sees it.

#include "addin/commands/command_functions.hpp"

#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XKeyHandler.hpp>
#include <string>

namespace finsam::addin {

/// While it lives, F1 opens the guide at this heading.
class HelpKey {
public:
    HelpKey(const Context& context, const std::string& anchor);
    HelpKey(const HelpKey&) = delete;
    HelpKey& operator=(const HelpKey&) = delete;
    ~HelpKey();

private:
    com::sun::star::uno::Reference<com::sun::star::awt::XExtendedToolkit> toolkit_; ///< hears keys while it is held
    com::sun::star::uno::Reference<com::sun::star::awt::XKeyHandler> handler_;
};

} // namespace finsam::addin
