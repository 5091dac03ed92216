#pragma once
// The requirements on speed and memory, each held against one run's measurements.

#include "tests/bench/measurements.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace finsam::bench {

/// Generated books of one size, as files.
struct BooksFile {
    int megabytes = 0; ///< wanted; names the benchmarks: "read/50"
    std::uint64_t bytes = 0;
    std::string sie, csv;
};

struct Verdict {
    std::string what; ///< Swedish
    std::string measured, limit;
    bool met = false;
};

/// Speeds and ratios to others are judged on the books of this size.
inline constexpr int judged_megabytes = 50;

/// Books in order of size, the judged among them.
[[nodiscard]] std::vector<Verdict> judge(const Measurements& measured, const std::vector<BooksFile>& books);

/// Swedish Markdown: the verdicts, and the speeds behind them.
[[nodiscard]] std::string report(const std::vector<Verdict>& verdicts, const Measurements& measured,
                                 const std::vector<BooksFile>& books);

} // namespace finsam::bench
