#include "tests/bench/measurements.hpp"

#include <algorithm>

namespace finsam::bench {

void Measurements::ReportRuns(const std::vector<Run>& runs) {
    for (const Run& run : runs) {
        failed_ = failed_ || run.error_occurred;
        if (run.run_type != Run::RT_Iteration || run.error_occurred) {
            continue;
        }
        Repetitions& all = by_name_[run.run_name.function_name];
        // Reading: the processor's time, which others on the machine disturb least. Programs: the wall clock.
        const bool wall = !run.run_name.time_type.empty();
        all.seconds.push_back((wall ? run.real_accumulated_time : run.cpu_accumulated_time) /
                              static_cast<double>(run.iterations));
        if (const auto peak = run.counters.find(peak_counter); peak != run.counters.end()) {
            all.peak_bytes = std::max(all.peak_bytes, peak->second.value);
        }
    }
    ConsoleReporter::ReportRuns(runs);
}

double Measurements::seconds(const std::string& name) const {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) {
        return 0;
    }
    std::vector<double> sorted = found->second.seconds;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

double Measurements::peak_bytes(const std::string& name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? 0 : found->second.peak_bytes;
}

} // namespace finsam::bench
