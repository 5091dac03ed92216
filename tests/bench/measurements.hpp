#pragma once
// What Google Benchmark measured, by the benchmark's name, for comparisons within one run.

#include <benchmark/benchmark.h>
#include <map>
#include <string>
#include <vector>

namespace finsam::bench {

inline constexpr const char* peak_counter = "peak_bytes";

class Measurements final : public benchmark::ConsoleReporter {
public:
    Measurements() : ConsoleReporter(OO_None) {}
    void ReportRuns(const std::vector<Run>& runs) override;

    /// Seconds of one turn: the median of the repetitions. 0 when it was not measured.
    [[nodiscard]] double seconds(const std::string& name) const;
    /// The largest of the repetitions.
    [[nodiscard]] double peak_bytes(const std::string& name) const;
    [[nodiscard]] bool failed() const noexcept { return failed_; }

private:
    struct Repetitions {
        std::vector<double> seconds;
        double peak_bytes = 0;
    };
    std::map<std::string, Repetitions> by_name_;
    bool failed_ = false;
};

} // namespace finsam::bench
