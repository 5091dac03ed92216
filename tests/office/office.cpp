#include "tests/office/office.hpp"

#include "tests/office/text.hpp"

#include <chrono>
#include <com/sun/star/bridge/UnoUrlResolver.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/task/XJobExecutor.hpp>
#include <cppuhelper/bootstrap.hxx>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace finsam::office {
namespace {

namespace fs = std::filesystem;
using namespace com::sun::star;

const fs::path program = FINSAM_OFFICE_PROGRAM;
const fs::path scratch = fs::path(FINSAM_BINARY_DIR) / "tests/office";
const fs::path own_types = fs::path(FINSAM_BINARY_DIR) / "addin/finsam.rdb";
constexpr int exit_restart = 81; // an office that changed its extensions asks to be started again

/// The context of this process, made once: with the types of the office and of the extension, and no user's profile.
uno::Reference<uno::XComponentContext> local_context(const fs::path& profile) {
    static const uno::Reference<uno::XComponentContext> context = [&profile] {
        setenv("URE_BOOTSTRAP", ("vnd.sun.star.pathname:" + (program / "fundamentalrc").string()).c_str(), 1);
        setenv("UserInstallation", file_url(profile).c_str(), 1);
        setenv("URE_MORE_TYPES", (file_url(program / "types/offapi.rdb") + " " + file_url(own_types)).c_str(), 1);
        auto made = cppu::defaultBootstrap_InitialComponentContext();
        for (const char* name : {"URE_BOOTSTRAP", "UserInstallation", "URE_MORE_TYPES"}) {
            unsetenv(name); // the office has its own
        }
        return made;
    }();
    return context;
}

void write_language(const fs::path& profile, const std::string& language) {
    fs::create_directories(profile / "user");
    std::ofstream file(profile / "user/registrymodifications.xcu");
    file << R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooLocale" oor:op="fuse"><value>)"
         << language << R"(</value></prop><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>)"
         << (language == "sv" ? "sv-SE" : language) << R"(</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>7.4</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="UILocale" oor:op="fuse"><value>)"
         << language << R"(</value></prop></item>
</oor:items>
)";
}

/// In a process group of its own that ends with this process; its output goes to a file, never to a pipe.
pid_t spawn(const std::vector<std::string>& arguments, const fs::path& log,
            const std::map<std::string, std::string>& environment = {}) {
    std::vector<char*> pointers;
    for (const std::string& argument : arguments) {
        pointers.push_back(const_cast<char*>(argument.c_str())); // execv changes nothing
    }
    pointers.push_back(nullptr);
    const pid_t child = fork();
    if (child != 0) {
        if (child > 0) {
            setpgid(child, child);
        }
        return child;
    }
    std::signal(SIGPIPE, SIG_DFL);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    const int input = open("/dev/null", O_RDONLY);
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    for (const auto& [name, value] : environment) {
        setenv(name.c_str(), value.c_str(), 1);
    }
    execv(pointers.front(), pointers.data());
    _exit(127);
}

int wait_for(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string user_installation(const fs::path& profile) {
    return "-env:UserInstallation=" + file_url(profile);
}

/// unopkg refuses root without --shared; with the shared layer inside the profile that works for everyone, and neither
/// the system's office nor the user's own profile is touched.
std::string shared_layer(const fs::path& profile) {
    return "-env:UNO_SHARED_PACKAGES_CACHE=" + file_url(profile / "shared");
}

bool install(const fs::path& package, const fs::path& profile) {
    const fs::path log = profile / "unopkg.log";
    return wait_for(spawn({(program / "unopkg").string(), "add", "--shared", user_installation(profile),
                           shared_layer(profile), package.string()},
                          log)) == 0;
}

} // namespace

Office::Office(fs::path profile)
    : profile_(std::move(profile)),
      pipe_("finsam-test-" + std::to_string(getpid()) + "-" + profile_.filename().string()) {}

Office::~Office() {
    stop();
}

bool Office::installed() {
    return fs::exists(program / "soffice.bin");
}

std::unique_ptr<Office> Office::start(const OfficeOptions& options, std::string& reason) {
    // UNO writes what is left to say (the release of a proxy) when the office may be gone already: an error for its
    // bridge to handle, not the end of the tests.
    std::signal(SIGPIPE, SIG_IGN);
    std::unique_ptr<Office> office(new Office(scratch / options.profile));
    return office->run(options, reason) ? std::move(office) : nullptr;
}

bool Office::run(const OfficeOptions& options, std::string& reason) {
    fs::remove_all(profile_);
    write_language(profile_, options.language);
    fs::create_directories(profile_ / "none"); // an empty folder of extensions
    if (!options.package.empty() && !install(options.package, profile_)) {
        reason = "unopkg failed, see " + (profile_ / "unopkg.log").string();
        return false;
    }
    for (int attempt = 0; attempt < 3; ++attempt) {
        launch(options);
        if (connect()) {
            return true;
        }
        if (!ended() || wait_for(std::exchange(process_, -1)) != exit_restart) {
            break;
        }
    }
    reason = "soffice did not answer, see " + (profile_ / "soffice.log").string();
    return false;
}

void Office::launch(const OfficeOptions& options) {
    const fs::path extensions = fs::path(FINSAM_BINARY_DIR) / "addin/extensions";
    const bool bundled = options.with_extension && options.package.empty();
    std::vector<std::string> arguments = {(program / "soffice.bin").string(),
                                          "--norestore",
                                          "--nologo",
                                          "--nodefault",
                                          "--nofirststartwizard",
                                          "--nolockcheck",
                                          user_installation(profile_),
                                          shared_layer(profile_),
                                          "-env:BUNDLED_EXTENSIONS=" +
                                              file_url(bundled ? extensions : profile_ / "none"),
                                          "--accept=pipe,name=" + pipe_ + ";urp;"};
    std::map<std::string, std::string> environment;
    if (options.display.empty()) {
        arguments.emplace_back("--headless");
    } else {
        environment = {{"DISPLAY", options.display}, {"SAL_USE_VCLPLUGIN", "gen"}};
    }
    if (!options.extra_path.empty()) {
        environment["PATH"] = options.extra_path + ":" + std::getenv("PATH");
    }
    process_ = spawn(arguments, profile_ / "soffice.log", environment);
}

bool Office::connect() {
    using namespace std::chrono_literals;
    const auto resolver = bridge::UnoUrlResolver::create(local_context(profile_));
    const rtl::OUString url = to_ustring("uno:pipe,name=" + pipe_ + ";urp;StarOffice.ComponentContext");
    for (const auto end = std::chrono::steady_clock::now() + 60s; std::chrono::steady_clock::now() < end;) {
        try {
            context_.set(resolver->resolve(url), uno::UNO_QUERY);
            return context_.is();
        } catch (const uno::Exception&) { // not there yet, or ending to be started again
            std::this_thread::sleep_for(50ms);
        }
        if (ended()) {
            return false;
        }
    }
    return false;
}

bool Office::ended() {
    siginfo_t info{};
    return process_ <= 0 ||
           (waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0);
}

void Office::stop() noexcept {
    context_.clear();
    crash();
}

void Office::crash() noexcept {
    if (process_ > 0) {
        kill(-process_, SIGKILL);
        waitpid(process_, nullptr, 0);
        process_ = -1;
    }
}

uno::Reference<uno::XInterface> Office::create(const std::string& service) const {
    return context_->getServiceManager()->createInstanceWithContext(to_ustring(service), context_);
}

void Office::run_service(const std::string& service, const std::string& argument) const {
    const uno::Reference<task::XJobExecutor> job(create(service), uno::UNO_QUERY_THROW);
    job->trigger(to_ustring(argument));
}

fs::path Office::user_folder() const {
    return profile_ / "user";
}

fs::path Office::fresh_folder(const std::string& name) const {
    const fs::path folder = profile_ / "files" / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

} // namespace finsam::office
