#include "bridge/command/office_process.hpp"

#include "bridge/command/office_profile.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
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

/// file: URL of an absolute path; everything but unreserved ASCII is escaped.
std::string file_url(const fs::path& path) {
    std::string url = "file://";
    for (const char c : fs::absolute(path).lexically_normal().string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain =
            (byte < 0x80 && std::isalnum(byte) != 0) || std::string_view("/-_.~").find(c) != std::string_view::npos;
        url += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return url;
}

/// Starts the office in a child that dies with this process; its output goes to `log`.
pid_t start(const std::vector<std::string>& arguments, const fs::path& log) {
    std::vector<char*> pointers;
    for (const std::string& argument : arguments) {
        pointers.push_back(const_cast<char*>(argument.c_str())); // execv takes char* const*, and changes nothing
    }
    pointers.push_back(nullptr);
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child != 0) {
        return child;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const int input = open("/dev/null", O_RDONLY);
    if (getppid() != parent || output < 0 || input < 0) {
        _exit(127);
    }
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    execv(pointers.front(), pointers.data());
    _exit(127);
}

/// Exit code of the child, or -1 when it was ended by a signal or by the limit.
int wait_for(pid_t child) {
    // By number: the header of glibc 2.36 declares pidfd_open for C only.
    const int descriptor = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
    pollfd wanted = {descriptor, POLLIN, 0};
    const int ready = poll(&wanted, 1, limit_seconds * 1000);
    if (ready != 1) {
        kill(child, SIGKILL);
    }
    if (descriptor >= 0) {
        close(descriptor);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
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

tl::expected<WorkbookOutcome, std::string> run_workbook_job(const Office& office, const WorkbookRequest& request,
                                                            const fs::path& scratch, const fs::path& kept_profile) {
    const fs::path job = scratch / "jobb.json";
    {
        std::ofstream file(job, std::ios::binary);
        file << request.to_json();
        if (!file.flush()) {
            return tl::unexpected(fmt::format("Det går inte att skriva i {}. Är disken full?", scratch.string()));
        }
    }
    const auto profile = prepare_profile(kept_profile, scratch, office.extensions);
    if (!profile) {
        return tl::unexpected(profile.error());
    }
    const std::vector<std::string> arguments = {(office.program / "soffice.bin").string(),
                                                "--headless",
                                                "--norestore",
                                                "--nologo",
                                                "--nofirststartwizard",
                                                "-env:UserInstallation=" + file_url(*profile),
                                                "-env:BUNDLED_EXTENSIONS=" + file_url(office.extensions),
                                                "service:se.finsam.calc.WorkbookJob?" + file_url(job)};
    int code = exit_restart;
    for (int attempt = 0; attempt < 3 && code == exit_restart; ++attempt) {
        code = wait_for(start(arguments, scratch / "soffice.log"));
    }
    const std::string answer = contents(job.string() + ".svar");
    if (answer.empty()) {
        return tl::unexpected(fmt::format("LibreOffice avslutades utan att göra arbetsboken (slutkod {}). {}", code,
                                          contents(scratch / "soffice.log")));
    }
    auto outcome = WorkbookOutcome::from_json(answer);
    if (outcome && !outcome->error.empty()) {
        return tl::unexpected(outcome->error);
    }
    return outcome;
}

} // namespace finsam::command
