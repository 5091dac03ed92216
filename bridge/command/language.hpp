#pragma once
// Help is Swedish, or English where the environment asks for it; everything else the command says is Swedish.

#include <string>
#include <string_view>

namespace finsam::command {

/// True when LC_ALL, LC_MESSAGES or LANG (the first that names a language) begins with "en".
[[nodiscard]] bool help_in_english();

/// One of the two texts, by `help_in_english`.
[[nodiscard]] std::string help(std::string_view swedish, std::string_view english);

} // namespace finsam::command
