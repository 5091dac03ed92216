#pragma once
// The layouts and account maps that come with the program, compiled in.

#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

struct EmbeddedFile {
    std::string_view name; ///< "kr.toml", "bas.csv"
    std::string_view bytes;
};

[[nodiscard]] std::span<const EmbeddedFile> embedded_files() noexcept;

/// Bytes of the file `name` + `ending`; the error lists the names that there are with that ending.
[[nodiscard]] tl::expected<std::string_view, std::string> find_embedded(std::string_view name, std::string_view ending);

} // namespace finsam
