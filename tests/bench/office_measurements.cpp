#include "tests/bench/office_measurements.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <sstream>
#include <unistd.h>

namespace finsam::bench {

namespace fs = std::filesystem;

double processor_seconds(pid_t process) {
    double nanoseconds = 0;
    for (const auto& task : fs::directory_iterator(fmt::format("/proc/{}/task", process))) {
        double ran = 0;
        std::ifstream(task.path() / "schedstat") >> ran;
        nanoseconds += ran;
    }
    return nanoseconds / 1e9;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

std::string decimal(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    std::ranges::replace(text, '.', ',');
    return text;
}

double process_seconds(pid_t process) {
    std::ifstream stat(fmt::format("/proc/{}/stat", process));
    const std::string text{std::istreambuf_iterator<char>(stat), std::istreambuf_iterator<char>()};
    std::istringstream fields(text.substr(text.rfind(')') + 1)); // the name before it may hold blanks
    std::string skipped;
    for (int i = 0; i < 11; ++i) {
        fields >> skipped;
    }
    double user = 0, system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

namespace {

/// Megabytes of a line of /proc/PID/status.
double status_megabytes(pid_t process, const std::string& name) {
    std::ifstream status(fmt::format("/proc/{}/status", process));
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name + ":")) {
            return std::stod(line.substr(name.size() + 1)) / 1024;
        }
    }
    return 0;
}

} // namespace

double memory_megabytes(pid_t process) {
    return status_megabytes(process, "VmRSS");
}

double peak_megabytes(pid_t process) {
    return status_megabytes(process, "VmHWM");
}

} // namespace finsam::bench
