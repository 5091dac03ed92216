#pragma once
// A test's work in a process of its own, so that it can be killed, stopped or limited.

#include "bridge/ledger/sqlite/database.hpp"

#include <csignal>
#include <filesystem>
#include <grp.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace finsam {

/// Starts `work`, whose result is the child's exit code. Wait for it.
template <class Work>
[[nodiscard]] pid_t start_child(const Work& work) {
    const pid_t child = fork();
    if (child == 0) {
        _exit(work());
    }
    return child;
}

/// The exit code; minus the signal's number when one ended it.
inline int wait_for(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

template <class Work>
int run_child(const Work& work) {
    return wait_for(start_child(work));
}

/// For a child: every write beyond `bytes` of a file fails, as on a full disk.
inline void limit_files_to(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
}

/// For a child of root: permissions count for it as for others.
inline void become_ordinary_user() {
    constexpr uid_t nobody = 65534;
    if (geteuid() == 0 && (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0)) {
        _exit(126);
    }
}

/// Leaves no unused pages in a ledger: SQLite restores all others to the byte.
inline void compact(const std::filesystem::path& path) {
    sqlite::Database database(path.string(), sqlite::Access::read_write);
    EXPECT_TRUE(database.execute("VACUUM"));
}

} // namespace finsam
