#pragma once
// Output that is either there whole or not at all: made in a temporary folder beside it and renamed at the end.

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace finsam::command {

/// A new folder that is removed with all that is in it.
class TemporaryFolder {
public:
    /// Inside `parent`, which must exist and be writable. The error is a Swedish sentence.
    [[nodiscard]] static tl::expected<TemporaryFolder, std::string> create(const std::filesystem::path& parent);

    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    explicit TemporaryFolder(std::filesystem::path path) noexcept : path_(std::move(path)) {}
    std::filesystem::path path_;
};

/// One file to be delivered.
struct OutputFile {
    std::filesystem::path temporary, target;
};

/// Moves all into place. Without `overwrite` an existing target is never replaced, not even one that appeared since.
/// After an error the targets that had already been moved are taken away again.
[[nodiscard]] tl::expected<void, std::string> deliver(const std::vector<OutputFile>& files, bool overwrite);

} // namespace finsam::command
