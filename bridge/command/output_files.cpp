#include "bridge/command/output_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) {
    switch (error) {
    case EACCES:
    case EPERM:
    case EROFS: return "du får inte skriva där";
    case ENOENT: return "mappen finns inte";
    case ENOTDIR: return "mappen är ingen mapp";
    case EISDIR: return "det finns en mapp med det namnet";
    case ENOSPC:
    case EDQUOT: return "disken är full";
    case ENAMETOOLONG: return "namnet är för långt";
    case EEXIST: return "filen finns redan; ange --skriv-over för att ersätta den";
    default: return fmt::format("systemfel {}", error);
    }
}

/// Renames without ever replacing anything; 0 or the error. Where the file system cannot promise that in one step, a
/// second name is made and the first taken away.
int rename_to_free_name(const fs::path& from, const fs::path& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return 0;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return errno;
    }
    return link(from.c_str(), to.c_str()) == 0 && unlink(from.c_str()) == 0 ? 0 : errno;
}

fs::path resolved(const fs::path& path) {
    std::error_code ignored;
    const fs::path whole = fs::weakly_canonical(fs::absolute(path, ignored), ignored);
    return whole.empty() ? path : whole;
}

/// Why a target cannot be used; "" when it can.
std::string objection(const fs::path& target, bool overwrite) {
    std::error_code ignored;
    const fs::file_status status = fs::symlink_status(target, ignored);
    if (!fs::exists(status)) {
        return "";
    }
    if (!fs::is_regular_file(fs::status(target, ignored))) {
        return fmt::format("{} är ingen vanlig fil och kan inte ersättas.", target.string());
    }
    return overwrite ? ""
                     : fmt::format("{} finns redan. Ange --skriv-over för att ersätta filen, eller ett annat namn.",
                                   target.string());
}

} // namespace

tl::expected<TemporaryFolder, std::string> TemporaryFolder::create(const fs::path& parent) {
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
        fs::remove_all(path_, ignored);
    }
}

tl::expected<OutputFiles, std::string> OutputFiles::prepare(const std::vector<fs::path>& targets,
                                                            const std::vector<fs::path>& inputs, bool overwrite) {
    std::vector<fs::path> taken;
    std::ranges::transform(inputs, std::back_inserter(taken), resolved);
    OutputFiles files;
    files.overwrite_ = overwrite;
    for (const fs::path& target : targets) {
        if (target.empty()) {
            return tl::unexpected(std::string("Utdatafilens namn är tomt. Ange ett filnamn efter -o."));
        }
        const fs::path whole = resolved(target);
        if (std::ranges::find(taken, whole) != taken.end()) {
            return tl::unexpected(fmt::format(
                "{} används redan som indatafil eller som en annan utdatafil. Ange ett annat namn.", target.string()));
        }
        taken.push_back(whole);
        if (std::string text = objection(target, overwrite); !text.empty()) {
            return tl::unexpected(std::move(text));
        }
        // A link is replaced where it points, so that the file keeps its place.
        files.targets_.push_back(whole);
        const fs::path parent = whole.parent_path();
        if (!files.folders_.contains(parent)) {
            auto folder = TemporaryFolder::create(parent);
            if (!folder) {
                return tl::unexpected(folder.error());
            }
            files.folders_.emplace(parent, std::move(*folder));
        }
    }
    return files;
}

fs::path OutputFiles::temporary(std::size_t index) const {
    const fs::path& target = targets_.at(index);
    return folders_.at(target.parent_path()).path() / fmt::format("ny{}{}", index, target.extension().string());
}

fs::path OutputFiles::kept(std::size_t index) const {
    return folders_.at(targets_.at(index).parent_path()).path() / fmt::format("gammal{}", index);
}

/// Gives the old targets a second name, to put back if another target fails; where the file system has no such names
/// they go aside. False, with everything as it was, when one cannot.
bool OutputFiles::keep_old() const {
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        std::error_code problem;
        if (fs::exists(targets_[i], problem) && link(targets_[i].c_str(), kept(i).c_str()) != 0 &&
            rename(targets_[i].c_str(), kept(i).c_str()) != 0) {
            const int error = errno;
            restore(0);
            errno = error;
            return false;
        }
    }
    return true;
}

/// Puts the old files back, and takes away those of the first `delivered` targets that had none.
void OutputFiles::restore(std::size_t delivered) const {
    std::error_code ignored;
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        if (fs::exists(kept(i), ignored)) {
            fs::rename(kept(i), targets_[i], ignored); // in one step, or nothing where both are the same file
        } else if (i < delivered) {
            fs::remove(targets_[i], ignored);
        }
    }
}

/// In one step: who looks sees the old file or the new one, whole.
int OutputFiles::put_in_place(std::size_t index) const {
    if (!overwrite_) {
        return rename_to_free_name(temporary(index), targets_[index]);
    }
    return rename(temporary(index).c_str(), targets_[index].c_str()) == 0 ? 0 : errno;
}

tl::expected<void, std::string> OutputFiles::deliver() const {
    const bool may_have_to_restore = overwrite_ && targets_.size() > 1;
    if (may_have_to_restore && !keep_old()) {
        return tl::unexpected(
            fmt::format("En fil som skulle ersättas kunde inte flyttas: {}. Ingenting har ändrats.", reason(errno)));
    }
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        if (const int error = put_in_place(i); error != 0) {
            restore(i);
            return tl::unexpected(
                fmt::format("{} kunde inte skrivas: {}. Ingenting har ändrats.", targets_[i].string(), reason(error)));
        }
    }
    return {};
}

} // namespace finsam::command
