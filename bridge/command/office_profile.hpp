#pragma once
// The LibreOffice profile of the command: a new one for each run, or one that is kept in a folder of the user's choice.

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace finsam::command {

/// The folder to start the office with. `kept` empty, or in use by a running office: a new one in `scratch`, since a
/// second office of the same profile would hand its job to the first and end it. A folder that holds something else
/// than a profile made here is refused. When the extension's files have changed, its old registration is dropped:
/// LibreOffice itself looks at the version only.
[[nodiscard]] tl::expected<std::filesystem::path, std::string> prepare_profile(const std::filesystem::path& kept,
                                                                               const std::filesystem::path& scratch,
                                                                               const std::filesystem::path& extensions);

} // namespace finsam::command
