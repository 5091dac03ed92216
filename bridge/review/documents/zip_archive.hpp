#pragma once
// The entries of a ZIP file that is not trusted: nothing is unpacked to disk, and no entry grows beyond a limit.

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

struct zip;

namespace finsam::review {

inline constexpr std::size_t largest_document = std::size_t{64} << 20; ///< bytes of the file
inline constexpr std::size_t largest_entry = std::size_t{128} << 20;   ///< bytes of an entry when unpacked

class ZipArchive {
public:
    /// The error is a Swedish sentence with the file's name.
    [[nodiscard]] static tl::expected<ZipArchive, std::string> open(const std::filesystem::path& path);

    /// The bytes of an entry; "" when there is none. The error says what is wrong with it.
    [[nodiscard]] tl::expected<std::string, std::string> read(std::string_view name) const;

private:
    struct Close {
        void operator()(zip* archive) const noexcept;
    };
    explicit ZipArchive(zip* archive) : archive_(archive) {}
    std::unique_ptr<zip, Close> archive_;
};

} // namespace finsam::review
