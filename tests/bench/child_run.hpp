#pragma once
// One run of another program: wall clock and peak memory.

#include <cstdint>
#include <string>
#include <vector>

namespace finsam::bench {

struct ChildRun {
    bool succeeded = false;       ///< started and exited with 0
    double seconds = 0;           ///< wall clock, from the fork to the end
    std::uint64_t peak_bytes = 0; ///< largest resident set, mapped files included
};

/// `arguments[0]` is looked for in PATH. The program's output is thrown away.
[[nodiscard]] ChildRun run_child(const std::vector<std::string>& arguments);

} // namespace finsam::bench
