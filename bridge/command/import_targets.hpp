#pragma once
// Which files `finsam importera` reads: those that were named, and of a folder those that are SIE by their content,
// whatever they are called.

#include <filesystem>
#include <string>
#include <vector>

namespace finsam::command {

struct ImportTarget {
    std::filesystem::path file;
    bool is_sie = true;       ///< false: stood in a folder, and neither its content nor its name is that of a SIE file
    std::string problem = {}; ///< why a folder gives no files, in Swedish; else ""
};

/// In the order of the arguments, the files of a folder by path. Links to folders are not followed, and the ledger
/// itself is never a target.
[[nodiscard]] std::vector<ImportTarget> import_targets(const std::vector<std::string>& arguments, bool recursive,
                                                       const std::filesystem::path& ledger);

} // namespace finsam::command
