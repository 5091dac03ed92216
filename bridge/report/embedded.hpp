#pragma once
// The layouts and account maps that come with the program, compiled in.

#include <span>
#include <string_view>

namespace finsam {

struct EmbeddedFile {
    std::string_view name; ///< "kr.toml", "bas.csv"
    std::string_view bytes;
};

[[nodiscard]] std::span<const EmbeddedFile> embedded_files() noexcept;

} // namespace finsam
