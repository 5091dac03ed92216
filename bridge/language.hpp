#pragma once

#include <cstdint>

namespace finsam {

/// Of texts that people see where both are offered: menus, dialogs and messages of the extension.
enum class Language : std::uint8_t { swedish, english };

} // namespace finsam
