// docs/diagnoser.md tells every diagnostic, with its severity.

#include "parsers/diagnostic.hpp"

#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>

namespace finsam {
namespace {

std::string diagnostics_page() {
    std::ifstream file(FINSAM_SOURCE_DIR "/docs/diagnoser.md", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(DiagnosticsPage, HasARowForEachCodeWithItsSeverity) {
    const std::string page = diagnostics_page();
    for (std::size_t value = 0; value < diagnostic_code_count; ++value) {
        const auto code = static_cast<DiagnosticCode>(value);
        const std::string row = fmt::format("\n| `{}` | {} |", stable_name(code), swedish_name(default_severity(code)));
        EXPECT_THAT(page, testing::HasSubstr(row));
    }
}

TEST(DiagnosticsPage, HasNoRowForAnythingElse) {
    const std::string page = diagnostics_page();
    std::size_t rows = 0;
    for (auto at = page.find("\n| `"); at != std::string::npos; at = page.find("\n| `", at + 1)) {
        ++rows;
    }
    EXPECT_EQ(rows, diagnostic_code_count);
}

} // namespace
} // namespace finsam
