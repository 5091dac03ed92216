#include "bridge/command/office_process.hpp"

#include "bridge/command/child_process.hpp"
#include "bridge/command/file_url.hpp"
#include "bridge/command/office_profile.hpp"
#include "bridge/command/text_file.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <vector>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;

constexpr int exit_restart = 81; // the first start after an extension was added asks to be started again
constexpr int limit_seconds = 600;

/// The folder of soffice.bin behind a path to soffice, followed through links; empty when it is not there.
fs::path program_folder(const fs::path& soffice) {
    std::error_code ignored;
    const fs::path folder = fs::canonical(soffice, ignored).parent_path();
    return fs::exists(folder / "soffice.bin", ignored) ? folder : fs::path();
}

std::vector<fs::path> candidates() {
    std::vector<fs::path> list;
    const char* path = std::getenv("PATH");
    std::string_view rest = path != nullptr ? path : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        list.push_back(fs::path(rest.substr(0, end)) / "soffice");
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    list.emplace_back("/usr/lib/libreoffice/program/soffice");
    list.emplace_back("/opt/libreoffice/program/soffice");
    return list;
}

fs::path find_program(const std::string& soffice) {
    if (!soffice.empty()) {
        return program_folder(soffice);
    }
    if (const char* named = std::getenv("FINSAM_SOFFICE"); named != nullptr && *named != '\0') {
        return program_folder(named);
    }
    for (const fs::path& candidate : candidates()) {
        if (fs::path folder = program_folder(candidate); !folder.empty()) {
            return folder;
        }
    }
    return {};
}

/// The unpacked extension stands in extensions/finsam: in the build tree beside this folder, installed under share.
fs::path find_extensions() {
    std::error_code ignored;
    const fs::path here = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const fs::path& folder : {here / "../addin/extensions", here / "../share/finsam/extensions"}) {
        if (fs::exists(folder / "finsam" / "description.xml", ignored)) {
            return fs::canonical(folder, ignored);
        }
    }
    return {};
}

/// What a job that gave no answer is told as.
std::string told(const ChildEnd& end, const fs::path& log) {
    switch (end.kind) {
    case ChildEnd::Kind::interrupted: return "Avbrutet. Ingenting har skrivits.";
    case ChildEnd::Kind::not_started:
        return "LibreOffice kunde inte startas (för många program igång eller för lite minne). Ingenting har skrivits.";
    case ChildEnd::Kind::too_slow:
        return fmt::format("LibreOffice svarade inte inom {} minuter och avbröts. Ingenting har skrivits.",
                           limit_seconds / 60);
    case ChildEnd::Kind::exited:
    case ChildEnd::Kind::ended_by_signal: break;
    }
    return fmt::format("LibreOffice avslutades utan att göra arbetsboken (slutkod {}). Ingenting har skrivits.\n{}",
                       end.code, file_bytes(log));
}

} // namespace

tl::expected<Office, std::string> find_office(const std::string& soffice) {
    Office office{find_program(soffice), find_extensions()};
    if (office.program.empty()) {
        return tl::unexpected(
            std::string("LibreOffice hittades inte. Installera LibreOffice Calc, eller ange --soffice SÖKVÄG till "
                        "programmet soffice. Ingenting har skrivits."));
    }
    if (office.extensions.empty()) {
        return tl::unexpected(
            std::string("Tillägget finsam hittades inte vid sidan av kommandot. Bygg eller installera om hela "
                        "programmet. Ingenting har skrivits."));
    }
    return office;
}

tl::expected<std::string, std::string> run_office_job(const Office& office, const std::string& request,
                                                      const fs::path& scratch, const fs::path& kept_profile,
                                                      const Interrupts& interrupts) {
    const fs::path job = scratch / "jobb.json";
    {
        std::ofstream file(job, std::ios::binary);
        file << request;
        if (!file.flush()) {
            return tl::unexpected(fmt::format("Det går inte att skriva i {}. Är disken full?", scratch.string()));
        }
    }
    const auto profile = prepare_profile(kept_profile, scratch, office.extensions);
    if (!profile) {
        return tl::unexpected(profile.error());
    }
    const std::string job_url = file_url(job);
    ChildCommand command;
    command.arguments = {(office.program / "soffice.bin").string(),
                         "--headless",
                         "--norestore",
                         "--nologo",
                         "--nofirststartwizard",
                         "-env:UserInstallation=" + file_url(*profile),
                         "-env:BUNDLED_EXTENSIONS=" + file_url(office.extensions),
                         "service:se.finsam.calc.WorkbookJob?" + job_url};
    command.environment["FINSAM_JOBB"] = job_url; // the extension runs no other job than the one it was started for
    command.environment["LC_ALL"] = "C.UTF-8";    // file names are UTF-8, also where no locale is set (measured)
    command.log = scratch / "soffice.log";
    command.limit_seconds = limit_seconds;
    ChildEnd end{ChildEnd::Kind::exited, exit_restart};
    for (int attempt = 0; attempt < 3 && end.kind == ChildEnd::Kind::exited && end.code == exit_restart; ++attempt) {
        end = run_child(command, interrupts);
    }
    const std::string answer = file_bytes(job.string() + ".svar");
    if (answer.empty() || end.kind == ChildEnd::Kind::interrupted) {
        return tl::unexpected(told(end, command.log));
    }
    return answer;
}

} // namespace finsam::command
