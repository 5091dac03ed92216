#include "bridge/command/child_process.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace finsam::command {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void become(const ChildCommand& command, pid_t parent, std::vector<char*>& pointers) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int output = open(command.log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const int input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (getppid() != parent || output < 0 || input < 0) {
        _exit(127);
    }
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    for (const auto& [name, value] : command.environment) {
        setenv(name.c_str(), value.c_str(), 1);
    }
    Interrupts::release();
    execv(pointers.front(), pointers.data());
    _exit(127);
}

/// Waits until the child has ended, a signal came or the time is up. Without a descriptor of the child (an old kernel,
/// a sandbox) it looks ten times a second.
ChildEnd::Kind wait_until_over(pid_t child, int child_descriptor, const Interrupts& interrupts, int limit_seconds) {
    const auto limit = Clock::now() + std::chrono::seconds(limit_seconds);
    while (Clock::now() < limit) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(limit - Clock::now()).count() + 1;
        pollfd watched[] = {{child_descriptor, POLLIN, 0}, {interrupts.descriptor(), POLLIN, 0}};
        poll(watched, 2, child_descriptor < 0 ? 100 : static_cast<int>(left));
        siginfo_t info{};
        if (waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child) {
            return ChildEnd::Kind::exited;
        }
        if (Interrupts::pending()) {
            return ChildEnd::Kind::interrupted;
        }
    }
    return ChildEnd::Kind::too_slow;
}

} // namespace

ChildEnd run_child(const ChildCommand& command, const Interrupts& interrupts) {
    std::vector<char*> pointers;
    for (const std::string& argument : command.arguments) {
        pointers.push_back(const_cast<char*>(argument.c_str())); // execv takes char* const*, and changes nothing
    }
    pointers.push_back(nullptr);
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child < 0) {
        return {ChildEnd::Kind::not_started, 0};
    }
    if (child == 0) {
        become(command, parent, pointers);
    }
    // By number: the header of glibc 2.36 declares pidfd_open for C only.
    const int descriptor = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
    ChildEnd end{wait_until_over(child, descriptor, interrupts, command.limit_seconds), 0};
    if (end.kind != ChildEnd::Kind::exited) {
        kill(child, SIGKILL);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (descriptor >= 0) {
        close(descriptor);
    }
    if (end.kind == ChildEnd::Kind::exited) {
        end = WIFEXITED(status) ? ChildEnd{ChildEnd::Kind::exited, WEXITSTATUS(status)}
                                : ChildEnd{ChildEnd::Kind::ended_by_signal, 0};
    }
    return end;
}

} // namespace finsam::command
