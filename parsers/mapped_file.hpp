#pragma once
// A file's bytes, mapped read-only.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

class MappedFile {
public:
    /// Maps a regular file. The error is a Swedish sentence without the file's name ("Filen finns inte." ...).
    [[nodiscard]] static tl::expected<MappedFile, std::string> open(const std::filesystem::path& path);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const noexcept { return {data_, size_}; }

private:
    MappedFile(const char* data, std::size_t size) noexcept : data_(data), size_(size) {}
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace finsam
