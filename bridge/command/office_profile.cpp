#include "bridge/command/office_profile.hpp"

#include "bridge/command/file_url.hpp"
#include "bridge/command/text_file.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
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

/// An office runs with the profile: the lock alone may be left from one that was killed.
bool in_use(const fs::path& kept) {
    if (!fs::exists(kept / ".lock")) {
        return false;
    }
    const std::string setting = "-env:UserInstallation=" + file_url(kept);
    std::error_code ignored; // processes come and go, and some are not ours to read
    for (const fs::directory_entry& process : fs::directory_iterator("/proc", ignored)) {
        const std::string words = file_bytes(process.path() / "cmdline") + '\0';
        if (words.find(setting + '\0') != std::string::npos) {
            return true;
        }
    }
    return false;
}

tl::expected<void, std::string> renew(const fs::path& kept, const fs::path& extensions) {
    const std::string stamp = stamp_of(extensions);
    if (file_bytes(kept / marker_name) == stamp) {
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
        if (in_use(kept)) {
            return scratch / "profil";
        }
        fs::remove(kept / ".lock"); // left by an office that was killed
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
