#include "addin/workbook/document_files.hpp"

#include "addin/file_url.hpp"
#include "addin/functions/arguments.hpp"
#include "templates/builder/odf_writer.hpp"

#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <iterator>

namespace finsam::addin {

namespace uno = com::sun::star::uno;
using com::sun::star::beans::PropertyValue;
using rtl::OUString;

PropertyValue property(const char* name, const uno::Any& value) {
    PropertyValue result;
    result.Name = OUString::createFromAscii(name);
    result.Value = value;
    return result;
}

PropertyValue filter(const char* name) {
    return property("FilterName", uno::Any(OUString::createFromAscii(name)));
}

OpenDocument::~OpenDocument() {
    try {
        const uno::Reference<com::sun::star::util::XCloseable> closeable(document_, uno::UNO_QUERY);
        if (closeable.is()) {
            closeable->close(true);
        }
    } catch (const uno::Exception&) { // somebody else holds it, and will close it
    }
}

DocumentReference load_hidden(const uno::Reference<uno::XComponentContext>& context,
                              const std::filesystem::path& path) {
    using namespace com::sun::star::document;
    const PropertyValue properties[] = {
        property("Hidden", uno::Any(true)),
        property("MacroExecutionMode", uno::Any(MacroExecMode::NEVER_EXECUTE)),
        property("UpdateDocMode", uno::Any(UpdateDocMode::NO_UPDATE)),
    };
    return {com::sun::star::frame::Desktop::create(context)->loadComponentFromURL(
                to_url(path), "_blank", 0,
                uno::Sequence<PropertyValue>(properties, static_cast<sal_Int32>(std::size(properties)))),
            uno::UNO_QUERY};
}

DocumentReference open_new(const uno::Reference<uno::XComponentContext>& context, const workbook::Workbook& book) {
    const std::string xml = workbook::write_flat(book);
    const uno::Sequence<sal_Int8> bytes(reinterpret_cast<const sal_Int8*>(xml.data()),
                                        static_cast<sal_Int32>(xml.size()));
    const PropertyValue properties[] = {
        filter("OpenDocument Spreadsheet Flat XML"),
        property("AsTemplate", uno::Any(true)), // the document gets no name, not "private:stream"
        property("InputStream",
                 uno::Any(com::sun::star::io::SequenceInputStream::createStreamFromSequence(context, bytes)))};
    return {com::sun::star::frame::Desktop::create(context)->loadComponentFromURL(
                "private:stream", "_blank", 0, uno::Sequence<PropertyValue>(properties, 3)),
            uno::UNO_QUERY};
}

void store(const DocumentReference& document, const std::filesystem::path& path, const char* filter_name) {
    if (path.empty()) {
        return;
    }
    const PropertyValue properties[] = {filter(filter_name)};
    const uno::Reference<com::sun::star::frame::XStorable> storable(document, uno::UNO_QUERY_THROW);
    storable->storeToURL(to_url(path), uno::Sequence<PropertyValue>(properties, 1));
}

} // namespace finsam::addin
