// The icons read on light and on dark toolbars. LibreOffice 7.4 takes one image of an extension's command, whatever the
// theme, so each colour that an icon is drawn with has to stand out from both (WCAG 2.1, 1.4.11: 3 to 1).

#include "tests/command/run_command.hpp"
#include "tests/contrast.hpp"

#include <gtest/gtest.h>
#include <set>

namespace finsam::office {
namespace {

constexpr double needed = 3.0;

/// Outlines and lines; white ones are drawn on a filled shape.
std::set<std::string> lines_of(const std::string& svg) {
    std::set<std::string> colours;
    const std::string mark = "stroke=\"#";
    for (std::size_t at = svg.find(mark); at != std::string::npos; at = svg.find(mark, at + 1)) {
        colours.insert(svg.substr(at + mark.size() - 1, 7));
    }
    colours.erase("#ffffff");
    return colours;
}

TEST(Icons, StandOutFromLightAndFromDark) {
    std::size_t seen = 0;
    for (const auto& file : std::filesystem::directory_iterator(FINSAM_SOURCE_DIR "/addin/oxt/icons")) {
        const auto colours = lines_of(command_test::read_file(file.path()));
        EXPECT_FALSE(colours.empty()) << file.path();
        for (const std::string& colour : colours) {
            for (const char* background : {"#ffffff", "#f0f0f0", "#2b2b2b", "#1e1e1e"}) {
                EXPECT_GE(contrast(colour, background), needed)
                    << file.path() << ": " << colour << " on " << background;
            }
        }
        ++seen;
    }
    EXPECT_GT(seen, 8U);
}

} // namespace
} // namespace finsam::office
