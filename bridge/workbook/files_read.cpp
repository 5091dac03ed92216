#include "bridge/workbook/files_read.hpp"

#include <system_error>

namespace finsam {

FilesRead::FilesRead(std::span<const std::filesystem::path> files, const ImportGoOn& go_on) : go_on_(go_on) {
    before_.push_back(0);
    for (const std::filesystem::path& file : files) {
        std::error_code unknown; // the reading tells what is wrong with it
        const auto size = std::filesystem::file_size(file, unknown);
        before_.push_back(before_.back() + (unknown ? 1.0 : static_cast<double>(size) + 1));
    }
}

ImportGoOn FilesRead::of(std::size_t file) const {
    const double all = before_.back(), from = before_.at(file), to = before_.at(file + 1);
    return [=, &go_on = go_on_](double share) { return go_on((from + share * (to - from)) / all); };
}

} // namespace finsam
