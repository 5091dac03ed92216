#pragma once
// What the benchmarks in an office measure with, and how they tell it.

#include <string>
#include <sys/types.h>
#include <vector>

namespace finsam::bench {

/// Seconds that the process's threads have run: what others do on the machine disturbs it least.
[[nodiscard]] double processor_seconds(pid_t process);
/// The same with the threads that have ended, in steps of 10 ms: for work that starts threads of its own.
[[nodiscard]] double process_seconds(pid_t process);
[[nodiscard]] double memory_megabytes(pid_t process); ///< resident now
[[nodiscard]] double peak_megabytes(pid_t process);   ///< resident at most, since the process began

[[nodiscard]] double median(std::vector<double> values);
/// "16,7", as the document writes it.
[[nodiscard]] std::string decimal(double value, int decimals);

struct Verdict {
    std::string what, ours, theirs, limit;
    bool met = false;
};

} // namespace finsam::bench
