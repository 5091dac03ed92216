#include "bridge/command/interrupts.hpp"

#include <csignal>
#include <initializer_list>
#include <sys/signalfd.h>
#include <unistd.h>

namespace finsam::command {
namespace {

sigset_t interrupting() noexcept {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        sigaddset(&set, signal);
    }
    return set;
}

} // namespace

Interrupts::Interrupts() {
    const sigset_t set = interrupting();
    sigprocmask(SIG_BLOCK, &set, nullptr);
    descriptor_ = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

Interrupts::~Interrupts() {
    if (descriptor_ >= 0) {
        close(descriptor_);
    }
    release();
}

bool Interrupts::pending() noexcept {
    sigset_t waiting;
    sigemptyset(&waiting);
    sigpending(&waiting);
    return sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1 ||
           sigismember(&waiting, SIGHUP) == 1;
}

void Interrupts::release() noexcept {
    const sigset_t set = interrupting();
    sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace finsam::command
