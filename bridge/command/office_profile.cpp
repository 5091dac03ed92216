#include "bridge/command/office_profile.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <vector>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;

constexpr const char* marker_name = "finsam-profil.txt";

/// Changes whenever a file of the extension does.
std::string stamp_of(const fs::path& extensions) {
    std::vector<std::string> lines;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(extensions)) {
        if (entry.is_regular_file()) {
            lines.push_back(fmt::format("{} {} {}\n", entry.path().string(), entry.file_size(),
                                        entry.last_write_time().time_since_epoch().count()));
        }
    }
    std::ranges::sort(lines);
    std::string stamp = "Den här mappen är en LibreOffice-profil som finsam har gjort.\n";
    for (const std::string& line : lines) {
        stamp += line;
    }
    return stamp;
}

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

tl::expected<void, std::string> renew(const fs::path& kept, const fs::path& extensions) {
    const std::string stamp = stamp_of(extensions);
    if (contents(kept / marker_name) == stamp) {
        return {};
    }
    fs::create_directories(kept);
    fs::remove_all(kept / "user" / "extensions");
    std::ofstream marker(kept / marker_name, std::ios::binary);
    marker << stamp;
    if (!marker.flush()) {
        return tl::unexpected(fmt::format("Det går inte att skriva i profilmappen {}.", kept.string()));
    }
    return {};
}

} // namespace

tl::expected<fs::path, std::string> prepare_profile(const fs::path& kept, const fs::path& scratch,
                                                    const fs::path& extensions) {
    if (kept.empty()) {
        return scratch / "profil";
    }
    try {
        const bool ours = fs::exists(kept / marker_name);
        if (fs::exists(kept) && !ours && !(fs::is_directory(kept) && fs::is_empty(kept))) {
            return tl::unexpected(fmt::format(
                "{} är inte en profil som finsam har gjort. Ange en annan mapp med --profil.", kept.string()));
        }
        if (fs::exists(kept / ".lock")) { // an office is running with it
            return scratch / "profil";
        }
        if (const auto renewed = renew(kept, extensions); !renewed) {
            return tl::unexpected(renewed.error());
        }
    } catch (const fs::filesystem_error& problem) {
        return tl::unexpected(
            fmt::format("Profilmappen {} kan inte användas: {}.", kept.string(), problem.code().message()));
    }
    return kept;
}

} // namespace finsam::command
