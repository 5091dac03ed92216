#include "bridge/command/output_files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <utility>

namespace finsam::command {
namespace {

std::string reason(int error) {
    switch (error) {
    case EACCES:
    case EPERM:
    case EROFS: return "du får inte skriva där";
    case ENOENT:
    case ENOTDIR: return "mappen finns inte";
    case ENOSPC:
    case EDQUOT: return "disken är full";
    case EEXIST: return "filen finns redan; ange --skriv-over för att ersätta den";
    default: return std::generic_category().message(error);
    }
}

} // namespace

tl::expected<TemporaryFolder, std::string> TemporaryFolder::create(const std::filesystem::path& parent) {
    std::string name = (parent / ".finsam-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        return tl::unexpected(fmt::format("Det går inte att skriva i mappen {}: {}.", parent.string(), reason(errno)));
    }
    return TemporaryFolder(name);
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
}

TemporaryFolder::~TemporaryFolder() {
    if (!path_.empty()) {
        std::error_code ignored; // what cannot be removed is only left behind
        std::filesystem::remove_all(path_, ignored);
    }
}

tl::expected<void, std::string> deliver(const std::vector<OutputFile>& files, bool overwrite) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        const unsigned flags = overwrite ? 0U : RENAME_NOREPLACE;
        if (renameat2(AT_FDCWD, files[i].temporary.c_str(), AT_FDCWD, files[i].target.c_str(), flags) != 0) {
            const int error = errno;
            for (std::size_t done = 0; done < i && !overwrite; ++done) {
                std::error_code ignored;
                std::filesystem::remove(files[done].target, ignored);
            }
            return tl::unexpected(fmt::format("{} kunde inte skrivas: {}.", files[i].target.string(), reason(error)));
        }
    }
    return {};
}

} // namespace finsam::command
