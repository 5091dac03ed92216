// docs/granskning.md names every tie between tables with the source of its rule.

#include "bridge/report/report_ties.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

namespace finsam {
namespace {

TEST(ReviewGuide, NamesEveryTieWithItsRule) {
    std::ifstream file(FINSAM_SOURCE_DIR "/docs/granskning.md", std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    ASSERT_FALSE(report_ties().empty());
    for (const ReportTie& tie : report_ties()) {
        const std::string row = "\n| " + std::string(tie.text) + " | " + std::string(tie.rule) + " |\n";
        EXPECT_NE(page.find(row), std::string::npos) << row;
    }
}

} // namespace
} // namespace finsam
