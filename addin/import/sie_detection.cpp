#include "addin/import/sie_detection.hpp"

#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/import/media_descriptor.hpp"
#include "parsers/sie_file.hpp"

#include <algorithm>
#include <array>
#include <cppuhelper/supportsservice.hxx>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using rtl::OUString;

bool is_named_as_sie(const MediaDescriptor& descriptor) {
    const OUString url = media_property<OUString>(descriptor, "URL").toAsciiLowerCase();
    return url.endsWith(".se") || url.endsWith(".si") || url.endsWith(".sie");
}

/// A document of ODF or OOXML, by the name of its first entry (the end of the local header's 30 bytes). Any other
/// archive cannot be opened by the office; our filter then says that it is one.
bool is_zipped_document(std::string_view beginning) {
    constexpr std::size_t header = 30;
    constexpr std::array<std::string_view, 7> entries = {
        "mimetype", "[Content_Types].xml", "_rels/", "docProps/", "xl/", "word/", "ppt/"};
    return beginning.starts_with("PK\x03\x04") && beginning.size() > header &&
           std::ranges::any_of(entries,
                               [&](std::string_view one) { return beginning.substr(header).starts_with(one); });
}

/// A workbook or a picture under the name of a SIE file opens as what it is.
bool is_of_another_kind(std::string_view beginning) {
    constexpr std::array<std::string_view, 4> signatures = {"\xD0\xCF\x11\xE0", "%PDF-", "\x89PNG", "{\\rtf"};
    return is_zipped_document(beginning) ||
           std::ranges::any_of(signatures, [&](std::string_view one) { return beginning.starts_with(one); });
}

/// Whatever else has the name of a SIE file is ours: the filter says what is wrong with it, which is better than the
/// dialog of the text import.
bool is_ours(const MediaDescriptor& descriptor) {
    constexpr sal_Int32 bytes_looked_at = 4096;
    const auto stream = media_property<uno::Reference<com::sun::star::io::XInputStream>>(descriptor, "InputStream");
    if (!stream.is()) {
        return false;
    }
    const std::string beginning = beginning_of(stream, bytes_looked_at);
    return is_named_as_sie(descriptor) ? !is_of_another_kind(beginning) : sie::looks_like_sie_file(beginning);
}

} // namespace

OUString SieDetection::detect(MediaDescriptor& descriptor) {
    return guarded("detect",
                   [&] { return is_ours(descriptor) ? OUString::createFromAscii(sie_type_name) : OUString(); });
}

OUString SieDetection::getImplementationName() {
    return "se.finsam.calc.SieDetectionImplementation";
}

sal_Bool SieDetection::supportsService(const OUString& name) {
    return cppu::supportsService(this, name);
}

uno::Sequence<OUString> SieDetection::getSupportedServiceNames() {
    uno::Sequence<OUString> names(2);
    names[0] = "se.finsam.calc.SieDetection";
    names[1] = "com.sun.star.document.ExtendedTypeDetection";
    return names;
}

} // namespace finsam::addin

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
se_finsam_calc_SieDetection_get_implementation(com::sun::star::uno::XComponentContext*,
                                               const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    return finsam::addin::make_service<finsam::addin::SieDetection>("SieDetection");
}
