#pragma once
// The job of a comparison's workbook, and its answer. See WorkbookRequest. The figures go with the job: what is printed
// and what is drawn are the same.

#include "bridge/comparison/comparison.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

struct ComparisonRequest {
    Comparison comparison;
    std::filesystem::path ods;

    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static tl::expected<ComparisonRequest, std::string> from_json(std::string_view json);
    /// A job file holds one of these.
    [[nodiscard]] static bool is_in(std::string_view json);
};

struct ComparisonOutcome {
    std::string error; ///< Swedish sentence; "" when the workbook was written

    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static tl::expected<ComparisonOutcome, std::string> from_json(std::string_view json);
};

} // namespace finsam
