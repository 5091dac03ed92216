#include "addin/user_settings.hpp"

#include "addin/file_url.hpp"

#include <com/sun/star/util/PathSubstitution.hpp>

namespace finsam::addin {

namespace uno = com::sun::star::uno;

std::filesystem::path settings_file(const uno::Reference<uno::XComponentContext>& context) {
    const auto paths = com::sun::star::util::PathSubstitution::create(context);
    return to_path(paths->substituteVariables("$(user)", true)) / "finsam" / "installningar.json";
}

} // namespace finsam::addin
