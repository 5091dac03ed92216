#pragma once
// Nodes of the office's configuration.

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <string>

namespace finsam::addin {

/// For reading: "/org.openoffice.Setup/L10N". Throws when there is no such node.
[[nodiscard]] com::sun::star::uno::Reference<com::sun::star::container::XNameAccess>
configuration_node(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
                   const std::string& path);

} // namespace finsam::addin
