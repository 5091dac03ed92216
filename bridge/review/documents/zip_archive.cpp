#include "bridge/review/documents/zip_archive.hpp"

#include <array>
#include <zip.h>

namespace finsam::review {

void ZipArchive::Close::operator()(zip* archive) const noexcept {
    zip_discard(archive); // nothing was changed
}

tl::expected<ZipArchive, std::string> ZipArchive::open(const std::filesystem::path& path) {
    std::error_code error;
    if (const auto size = std::filesystem::file_size(path, error); error) {
        return tl::unexpected(path.string() + ": filen kan inte läsas (" + error.message() + ").");
    } else if (size > largest_document) {
        return tl::unexpected(path.string() + ": filen är större än någon årsredovisning.");
    }
    int code = 0;
    zip* archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (archive == nullptr) {
        return tl::unexpected(path.string() +
                              ": filen är inget kalkylark som går att öppna. Spara det på nytt som .ods "
                              "eller .xlsx, utan lösenord.");
    }
    return ZipArchive(archive);
}

tl::expected<std::string, std::string> ZipArchive::read(std::string_view name) const {
    const std::string key(name);
    const zip_int64_t at = zip_name_locate(archive_.get(), key.c_str(), 0);
    if (at < 0) {
        return std::string();
    }
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
        zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(at), 0), zip_fclose);
    if (!file) {
        return tl::unexpected("delen " + key + " kan inte läsas; har filen ett lösenord?");
    }
    std::string bytes;
    std::array<char, 64 * 1024> block{};
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), block.data(), block.size());
        if (count < 0) {
            return tl::unexpected("delen " + key + " är skadad.");
        }
        if (count == 0) {
            return bytes;
        }
        bytes.append(block.data(), static_cast<std::size_t>(count));
        if (bytes.size() > largest_entry) {
            return tl::unexpected("delen " + key + " är större än något kalkylark för en årsredovisning.");
        }
    }
}

} // namespace finsam::review
