#include "addin/import/media_descriptor.hpp"

#include "addin/functions/arguments.hpp"

#include <com/sun/star/io/XSeekable.hpp>
#include <rtl/uri.hxx>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using com::sun::star::io::XInputStream;
using com::sun::star::io::XSeekable;
using rtl::OUString;

void append(std::string& out, const uno::Sequence<sal_Int8>& bytes) {
    out.append(reinterpret_cast<const char*>(bytes.getConstArray()), static_cast<std::size_t>(bytes.getLength()));
}

} // namespace

std::string shown_file_name(const MediaDescriptor& descriptor) {
    const auto url = media_property<OUString>(descriptor, "URL");
    if (url.startsWith("private:")) {
        return {};
    }
    const OUString name = url.copy(url.lastIndexOf('/') + 1);
    const OUString decoded = rtl::Uri::decode(name, rtl_UriDecodeWithCharset, RTL_TEXTENCODING_UTF8);
    return to_utf8(decoded.isEmpty() ? name : decoded);
}

std::string beginning_of(const uno::Reference<XInputStream>& stream, sal_Int32 bytes) {
    const uno::Reference<XSeekable> place(stream, uno::UNO_QUERY);
    if (!place.is()) {
        return {};
    }
    place->seek(0);
    uno::Sequence<sal_Int8> read;
    stream->readBytes(read, bytes);
    place->seek(0);
    std::string beginning;
    append(beginning, read);
    return beginning;
}

std::string all_of(const uno::Reference<XInputStream>& stream) {
    constexpr sal_Int32 bytes_at_a_time = 1 << 20;
    std::string all;
    if (const uno::Reference<XSeekable> place(stream, uno::UNO_QUERY); place.is()) {
        place->seek(0);
        all.reserve(static_cast<std::size_t>(place->getLength()));
    }
    uno::Sequence<sal_Int8> read;
    while (stream->readBytes(read, bytes_at_a_time) > 0) {
        append(all, read);
    }
    return all;
}

} // namespace finsam::addin
