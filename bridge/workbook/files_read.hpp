#pragma once
// How much of several files has been read, each counted as its size.

#include "bridge/ledger/ledger.hpp"

#include <filesystem>
#include <span>
#include <vector>

namespace finsam {

class FilesRead {
public:
    /// `go_on` is told of all the files together, and must outlive it.
    FilesRead(std::span<const std::filesystem::path> files, const ImportGoOn& go_on);

    /// What the reading of one of them tells.
    [[nodiscard]] ImportGoOn of(std::size_t file) const;

private:
    const ImportGoOn& go_on_;
    std::vector<double> before_; ///< bytes of the files before each; last of them all
};

} // namespace finsam
