#pragma once
// Output that is either there whole or not at all: made in temporary folders beside the targets and renamed at the end.

#include <filesystem>
#include <map>
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

/// The files of one run. Each is made under a temporary name in its target's own folder, so that the last step is a
/// rename on one file system; that folder also proves early that the target can be written.
class OutputFiles {
public:
    /// Refuses a target without name, one that exists (without `overwrite`), that is a folder, that is one of the
    /// `inputs` or another target, and one whose folder cannot be written.
    [[nodiscard]] static tl::expected<OutputFiles, std::string>
    prepare(const std::vector<std::filesystem::path>& targets, const std::vector<std::filesystem::path>& inputs,
            bool overwrite);

    /// Where to write what will be target number `index`.
    [[nodiscard]] std::filesystem::path temporary(std::size_t index) const;
    /// A folder for other temporary files of the run: the first target's.
    [[nodiscard]] const std::filesystem::path& scratch() const { return folders_.begin()->second.path(); }

    /// Moves all into place, or none: after an error every target is as it was. Each target is replaced in one step: no
    /// one ever finds it missing or half written, not even after a crash.
    [[nodiscard]] tl::expected<void, std::string> deliver() const;

private:
    [[nodiscard]] std::filesystem::path kept(std::size_t index) const;
    [[nodiscard]] bool keep_old() const;
    [[nodiscard]] int put_in_place(std::size_t index) const;
    void restore(std::size_t delivered) const;

    std::vector<std::filesystem::path> targets_;
    std::map<std::filesystem::path, TemporaryFolder> folders_; ///< by the target's folder
    bool overwrite_ = false;
};

} // namespace finsam::command
