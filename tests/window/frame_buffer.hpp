#pragma once
// The pixels of a screen, from the file that Xvfb keeps them in (-fbdir): a look costs a read and starts no program.

#include <filesystem>
#include <string>

namespace finsam::window {

struct Area {
    int x = 0, y = 0, width = 0, height = 0;
};

/// The pixels of an area, row after row, each of four bytes; what lies outside the screen is left out. "" when the file
/// is no screen.
[[nodiscard]] std::string pixels_of(const std::filesystem::path& frame_buffer, const Area& area);

/// How many pixels of two looks at the same area are different.
[[nodiscard]] std::size_t differing_pixels(const std::string& one, const std::string& other) noexcept;

/// Nothing has been drawn there yet: every pixel is the same.
[[nodiscard]] bool is_one_colour(const std::string& pixels) noexcept;

} // namespace finsam::window
