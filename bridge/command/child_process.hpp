#pragma once

#include "bridge/command/interrupts.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace finsam::command {

struct ChildCommand {
    std::vector<std::string> arguments;             ///< [0] is the program's full path
    std::map<std::string, std::string> environment; ///< added to this process's own
    std::filesystem::path log;                      ///< takes stdout and stderr
    int limit_seconds = 600;
};

struct ChildEnd {
    enum class Kind { exited, not_started, ended_by_signal, too_slow, interrupted };
    Kind kind = Kind::not_started;
    int code = 0; ///< when exited
};

/// Runs a program that dies with this process, and waits. It is killed when it takes too long or a signal comes.
[[nodiscard]] ChildEnd run_child(const ChildCommand& command, const Interrupts& interrupts);

} // namespace finsam::command
