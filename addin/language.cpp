#include "addin/language.hpp"

#include "addin/configuration.hpp"
#include "addin/functions/arguments.hpp"

namespace finsam::addin {

namespace uno = com::sun::star::uno;

Language language_of(const uno::Reference<uno::XComponentContext>& context) {
    rtl::OUString locale;
    configuration_node(context, "/org.openoffice.Setup/L10N")->getByName("ooLocale") >>= locale;
    return to_utf8(locale).starts_with("sv") ? Language::swedish : Language::english;
}

} // namespace finsam::addin
