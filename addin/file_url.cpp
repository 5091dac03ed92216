#include "addin/file_url.hpp"

#include "addin/functions/arguments.hpp"

#include <osl/file.hxx>

namespace finsam::addin {

std::filesystem::path to_path(const rtl::OUString& url) {
    rtl::OUString path;
    osl::FileBase::getSystemPathFromFileURL(url, path);
    return to_utf8(path);
}

rtl::OUString to_url(const std::filesystem::path& path) {
    rtl::OUString url;
    osl::FileBase::getFileURLFromSystemPath(from_utf8(path.string()), url);
    return url;
}

} // namespace finsam::addin
