#pragma once
// The job of a copy for an auditor without the extension, and its answer. See WorkbookRequest.

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

/// The workbook to copy, and where the copies go.
struct AuditCopyRequest {
    std::filesystem::path workbook;
    std::filesystem::path ods, xlsx; ///< empty: not wanted

    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static tl::expected<AuditCopyRequest, std::string> from_json(std::string_view json);
    /// A job file holds one of these, not a WorkbookRequest.
    [[nodiscard]] static bool is_in(std::string_view json);
};

struct AuditCopyOutcome {
    std::string error;            ///< Swedish sentence; "" when the copies were written
    int formulas = 0, values = 0; ///< cells that became native formulas, and those that became values
    int sheets_with_password = 0; ///< could not be changed: their add-in formulas stand as they were

    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static tl::expected<AuditCopyOutcome, std::string> from_json(std::string_view json);
};

} // namespace finsam
