#include "tests/bench/child_run.hpp"

#include <chrono>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace finsam::bench {
namespace {

[[noreturn]] void become(const std::vector<std::string>& arguments) {
    std::vector<char*> argv;
    for (const std::string& argument : arguments) {
        argv.push_back(const_cast<char*>(argument.c_str()));
    }
    argv.push_back(nullptr);
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execvp(argv[0], argv.data());
    _exit(127);
}

} // namespace

ChildRun run_child(const std::vector<std::string>& arguments) {
    const auto start = std::chrono::steady_clock::now();
    // Not vfork: then the peak would be at least that of this process, ever. Of a fork it is what this process holds
    // now, which is little as long as no file is mapped.
    const pid_t child = fork();
    if (child == 0) {
        become(arguments);
    }
    int status = 0;
    rusage used{};
    if (child < 0 || wait4(child, &status, 0, &used) != child) {
        return {};
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    return {WIFEXITED(status) && WEXITSTATUS(status) == 0, wall.count(),
            static_cast<std::uint64_t>(used.ru_maxrss) * 1024};
}

} // namespace finsam::bench
