#pragma once
// A count and its word in running text.

#include <cstdint>
#include <string>
#include <string_view>

namespace finsam {

/// "1 verifikation", "0 verifikationer", "2 verifikationer".
[[nodiscard]] inline std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    std::string text = std::to_string(count);
    text += ' ';
    text += count == 1 ? one : many;
    return text;
}

} // namespace finsam
