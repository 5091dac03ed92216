#pragma once

#include "tests/bench/office_measurements.hpp"

#include <filesystem>
#include <vector>

namespace finsam::bench {

/// Opens a SIE file of 200 000 #TRANS, and the same rows as CSV with Calc's own import: time, in one office, and
/// memory, each in an office of its own. Empty when nothing could be measured.
[[nodiscard]] std::vector<Verdict> import_against_csv(const std::filesystem::path& folder);

} // namespace finsam::bench
