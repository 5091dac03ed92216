#include "tests/window/frame_buffer.hpp"

#include "tests/command/run_command.hpp"

#include <algorithm>
#include <cstdint>

namespace finsam::window {
namespace {

constexpr std::size_t pixel = 4;

/// A field of the file's head (XWDFile.h): 32 bits, the highest first.
enum class Field { header_size = 0, width = 4, height = 5, bytes_per_line = 12, colours = 19 };
constexpr std::size_t fields = 25, bytes_of_a_colour = 12;

std::size_t field(const std::string& file, Field which) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<std::uint8_t>(file[4 * static_cast<std::size_t>(which) + i]);
    }
    return value;
}

} // namespace

std::string pixels_of(const std::filesystem::path& frame_buffer, const Area& area) {
    const std::string file = command_test::read_file(frame_buffer);
    if (file.size() < 4 * fields) {
        return {};
    }
    const int screen_width = static_cast<int>(field(file, Field::width));
    const int screen_height = static_cast<int>(field(file, Field::height));
    const int left = std::clamp(area.x, 0, screen_width), right = std::clamp(area.x + area.width, left, screen_width);
    const int top = std::clamp(area.y, 0, screen_height), end = std::clamp(area.y + area.height, top, screen_height);
    const std::size_t first = field(file, Field::header_size) + field(file, Field::colours) * bytes_of_a_colour;
    std::string pixels;
    for (int row = top; row < end; ++row) {
        pixels += file.substr(first + static_cast<std::size_t>(row) * field(file, Field::bytes_per_line) +
                                  static_cast<std::size_t>(left) * pixel,
                              static_cast<std::size_t>(right - left) * pixel);
    }
    return pixels;
}

std::size_t differing_pixels(const std::string& one, const std::string& other) noexcept {
    const std::size_t shared = std::min(one.size(), other.size());
    std::size_t count = (std::max(one.size(), other.size()) - shared) / pixel;
    for (std::size_t at = 0; at + pixel <= shared; at += pixel) {
        count += one.compare(at, pixel, other, at, pixel) == 0 ? 0 : 1;
    }
    return count;
}

bool is_one_colour(const std::string& pixels) noexcept {
    return pixels.size() < 2 * pixel || std::equal(pixels.begin() + pixel, pixels.end(), pixels.begin());
}

} // namespace finsam::window
