#include "addin/configuration.hpp"

#include "addin/functions/arguments.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>

namespace finsam::addin {

namespace uno = com::sun::star::uno;

uno::Reference<com::sun::star::container::XNameAccess>
configuration_node(const uno::Reference<uno::XComponentContext>& context, const std::string& path) {
    com::sun::star::beans::PropertyValue where;
    where.Name = "nodepath";
    where.Value <<= from_utf8(path);
    const uno::Any argument(where);
    return {com::sun::star::configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
                "com.sun.star.configuration.ConfigurationAccess", uno::Sequence<uno::Any>(&argument, 1)),
            uno::UNO_QUERY_THROW};
}

} // namespace finsam::addin
