#pragma once
// The settings of the user whose office this is.

#include "bridge/workbook/settings.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

namespace finsam::addin {

/// finsam/installningar.json in the user's profile.
[[nodiscard]] std::filesystem::path
settings_file(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);

} // namespace finsam::addin
