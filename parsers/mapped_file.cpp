#include "parsers/mapped_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace finsam {
namespace {

/// Closes the descriptor; the mapping lives on without it.
class Descriptor {
public:
    explicit Descriptor(int number) noexcept : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    [[nodiscard]] int number() const noexcept { return number_; }

private:
    int number_;
};

std::string open_error(int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR: return "Filen finns inte.";
    case EACCES:
    case EPERM: return "Du har inte behörighet att läsa filen.";
    default: return "Filen kan inte öppnas.";
    }
}

} // namespace

tl::expected<MappedFile, std::string> MappedFile::open(const std::filesystem::path& path) {
    // Without blocking, so that a pipe in the file's place is refused below and not waited for.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number() < 0) {
        return tl::unexpected(open_error(errno));
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) {
        return tl::unexpected(std::string("Filen kan inte läsas."));
    }
    if (S_ISDIR(status.st_mode)) {
        return tl::unexpected(std::string("Det är en mapp och inte en fil."));
    }
    if (!S_ISREG(status.st_mode)) {
        return tl::unexpected(std::string("Det är inte en vanlig fil."));
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) {
        return MappedFile(nullptr, 0); // mmap refuses length zero
    }
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (data == MAP_FAILED) {
        return tl::unexpected(std::string("Filen kan inte läsas."));
    }
    ::madvise(data, size, MADV_SEQUENTIAL);
    return MappedFile(static_cast<const char*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) {
        ::munmap(const_cast<char*>(data_), size_);
    }
}

} // namespace finsam
