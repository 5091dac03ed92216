#pragma once
// What LibreOffice says of a file that it opens: com.sun.star.document.MediaDescriptor.

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/io/XInputStream.hpp>
#include <com/sun/star/uno/Sequence.hxx>
#include <string>

namespace finsam::addin {

using MediaDescriptor = com::sun::star::uno::Sequence<com::sun::star::beans::PropertyValue>;

/// The property as `Value`; the value's empty state when it is not there or of another type.
template <class Value>
[[nodiscard]] Value media_property(const MediaDescriptor& descriptor, const char* name) {
    Value value{};
    for (const com::sun::star::beans::PropertyValue& property : descriptor) {
        if (property.Name.equalsAscii(name)) {
            property.Value >>= value;
        }
    }
    return value;
}

/// The last part of the file's address, as people write it; "" when it has none.
[[nodiscard]] std::string shown_file_name(const MediaDescriptor& descriptor);

/// The first bytes, and the stream is left at its beginning; "" when it cannot be read or wound back.
[[nodiscard]] std::string beginning_of(const com::sun::star::uno::Reference<com::sun::star::io::XInputStream>& stream,
                                       sal_Int32 bytes);

/// All of it, from the beginning. Throws what the stream throws.
[[nodiscard]] std::string all_of(const com::sun::star::uno::Reference<com::sun::star::io::XInputStream>& stream);

} // namespace finsam::addin
